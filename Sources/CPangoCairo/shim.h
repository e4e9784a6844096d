#pragma once
#include <pango/pangocairo.h>
#include <cairo-pdf.h>

/// `g_object_unref` takes a `gpointer`, which Swift does not match with the opaque layout type.
static inline void fn_layout_free(PangoLayout *layout) { g_object_unref(layout); }

/// Breaks words without putting in hyphens; the list takes over the attribute, the layout shares the list.
static inline void fn_layout_set_no_hyphens(PangoLayout *layout) {
  PangoAttrList *list = pango_attr_list_new();
  pango_attr_list_insert(list, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout, list);
  pango_attr_list_unref(list);
}
