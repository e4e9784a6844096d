public import FibreModel

/// What an import read, what became of it, and what was wrong.
public struct ImportReport: Hashable, Sendable {
  /// A number of rows or objects of one name.
  public struct Count: Hashable, Sendable {
    public let name: String
    public let count: Int

    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// Rows found in each table, those that could not be split into cells included; in order of name.
  public let read: [Count]
  /// Objects of the network by kind, in a fixed order.
  public let stored: [Count]
  /// Rows kept word for word because they could not become objects.
  public let quarantinedCount: Int
  /// In order of place.
  public let findings: [Finding]

  /// Makes a report on a network that was just imported; sorts what it is given.
  public init(read: [Count], findings: [Finding], network: Network) {
    self.read = read.sorted { $0.name < $1.name }
    self.findings = findings.sorted(by: Finding.inOrder)
    quarantinedCount = network.quarantine.count
    stored = [
      Count("nodes", network.nodes.count), Count("addresses", network.addresses.count),
      Count("sites", network.sites.count), Count("rooms", network.rooms.count),
      Count("racks", network.racks.count), Count("panels", network.panels.count),
      Count("premises", network.premises.count), Count("areas", network.areas.count),
      Count("technicalPoints", network.technicalPoints.count), Count("pathways", network.pathways.count),
      Count("ducts", network.ducts.count), Count("boxes", network.boxes.count),
      Count("cassettes", network.cassettes.count), Count("cables", network.cables.count),
      Count("sections", network.sections.count), Count("fibres", network.fibres.count),
      Count("joints", network.joints.count), Count("splitters", network.splitters.count),
      Count("declaredRoutes", network.declaredRoutes.count), Count("services", network.services.count),
    ]
  }

  public var errorCount: Int { findings.count { $0.severity == .error } }
  public var warningCount: Int { findings.count { $0.severity == .warning } }
}
