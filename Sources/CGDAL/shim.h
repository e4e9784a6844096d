#pragma once
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

// Function-like macros, which Swift can't see, and options arrays, which it can only build by hand.

static inline void fn_gdal_push_quiet_errors(void) {
  CPLPushErrorHandler(CPLQuietErrorHandler);
  CPLErrorReset();
}

static inline OGRFieldDefnH fn_gdal_text_field(const char *name, int width) {
  OGRFieldDefnH field = OGR_Fld_Create(name, OFTString);
  OGR_Fld_SetWidth(field, width);
  return field;
}

static inline GDALDatasetH fn_gdal_open_vector(const char *path, char **options) {
  return GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, NULL, (const char *const *)options, NULL);
}
