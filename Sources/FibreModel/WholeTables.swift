/// Whole tables, as a store reads them: many rows at once are entered faster than one after the other.
///
/// Each answers whether all codes were free; where one was not, nothing is added.
extension NetworkBuilder {
  public mutating func add(_ rows: [Node]) -> Bool { network.nodes.add(rows) }
  public mutating func add(_ rows: [Organisation]) -> Bool { network.organisations.add(rows) }
  public mutating func add(_ rows: [Reference]) -> Bool { network.references.add(rows) }
  public mutating func add(_ rows: [Address]) -> Bool { network.addresses.add(rows) }
  public mutating func add(_ rows: [Site]) -> Bool { network.sites.add(rows) }
  public mutating func add(_ rows: [OperatorRoom]) -> Bool { network.rooms.add(rows) }
  public mutating func add(_ rows: [Rack]) -> Bool { network.racks.add(rows) }
  public mutating func add(_ rows: [Panel]) -> Bool { network.panels.add(rows) }
  public mutating func add(_ rows: [Equipment]) -> Bool { network.equipment.add(rows) }
  public mutating func add(_ rows: [Premises]) -> Bool { network.premises.add(rows) }
  public mutating func add(_ rows: [TechnicalPoint]) -> Bool { network.technicalPoints.add(rows) }
  public mutating func add(_ rows: [Pathway]) -> Bool { network.pathways.add(rows) }
  public mutating func add(_ rows: [Duct]) -> Bool { network.ducts.add(rows) }
  public mutating func add(_ rows: [Box]) -> Bool { network.boxes.add(rows) }
  public mutating func add(_ rows: [Cassette]) -> Bool { network.cassettes.add(rows) }
  public mutating func add(_ rows: [Cable]) -> Bool { network.cables.add(rows) }
  public mutating func add(_ rows: [Optics]) -> Bool { network.optics.add(rows) }
  public mutating func add(_ rows: [Service]) -> Bool { network.services.add(rows) }
  public mutating func add(_ rows: [DeclaredRoute]) -> Bool { network.declaredRoutes.add(rows) }

  /// Adds sections whose fibres an image brings, in the order of those fibres.
  public mutating func addAdopted(_ rows: [CableSection]) -> Bool {
    var rows = rows
    var first = network.fibres.count
    for position in rows.indices {
      rows[position].firstFibre = Index(first)
      first += rows[position].fibreCount
    }
    let start = network.sections.count
    guard network.sections.add(rows) else { return false }
    network.fibres.sections.reserveCapacity(first)
    for (position, row) in rows.enumerated() {
      network.fibres.sections.append(contentsOf: repeatElement(Index(start + position), count: row.fibreCount))
    }
    return true
  }
}
