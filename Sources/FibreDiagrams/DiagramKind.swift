/// The diagrams that exist, by the names of `diagram --kind`.
public enum DiagramKind: String, Hashable, Sendable, CaseIterable {
  /// The whole network on the map: `NetworkDiagram`.
  case network
  /// Racks, panels and cables of one site: `SiteDiagram`.
  case site
  /// Cables, tubes, fibres and joints of one closure: `ClosureDiagram`.
  case closure
  /// One optical route: `RouteDiagram`.
  case route
  /// What a plan cuts, keeps and adds: `MigrationDiagram`.
  case migration
  /// The layers of the code: `LayersDiagram`.
  case layers
}
