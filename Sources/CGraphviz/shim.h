#pragma once
#include <graphviz/gvc.h>

/* What a graph says of itself under `name`, or nothing; the header wants writable text. */
static inline const char *epissure_graph_attribute(Agraph_t *graph, const char *name) {
  return agget(graph, (char *)name);
}
