#pragma once
#include <pango/pangocairo.h>
#include <cairo-pdf.h>

/// `g_object_unref` takes a `gpointer`, which Swift does not match with the opaque layout type.
static inline void fn_layout_free(PangoLayout *layout) { g_object_unref(layout); }
