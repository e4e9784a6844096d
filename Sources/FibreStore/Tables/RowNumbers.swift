import FibreModel

/// The number (`id`) that each row of a network has in the store, by table; in increasing order.
struct RowNumbers {
  var nodes: [Int64]
  var organisations: [Int64]
  var references: [Int64]
  var addresses: [Int64]
  var sites: [Int64]
  var rooms: [Int64]
  var racks: [Int64]
  var panels: [Int64]
  var equipment: [Int64]
  var areas: [Int64]
  var premises: [Int64]
  var technicalPoints: [Int64]
  var pathways: [Int64]
  var ducts: [Int64]
  var boxes: [Int64]
  var cassettes: [Int64]
  var sheaths: [Int64]
  var cables: [Int64]
  var slackLoops: [Int64]
  var joints: [Int64]
  var optics: [Int64]
  var services: [Int64]
  var routes: [Int64]
  var quarantine: [Int64]

  /// 1, 2, 3… in each table, for content that is written as a whole.
  init(counting network: Network) {
    func count(_ rows: Int) -> [Int64] { (0..<Int64(rows)).map { $0 + 1 } }
    nodes = count(network.nodes.count)
    organisations = count(network.organisations.count)
    references = count(network.references.count)
    addresses = count(network.addresses.count)
    sites = count(network.sites.count)
    rooms = count(network.rooms.count)
    racks = count(network.racks.count)
    panels = count(network.panels.count)
    equipment = count(network.equipment.count)
    areas = count(network.areas.count)
    premises = count(network.premises.count)
    technicalPoints = count(network.technicalPoints.count)
    pathways = count(network.pathways.count)
    ducts = count(network.ducts.count)
    boxes = count(network.boxes.count)
    cassettes = count(network.cassettes.count)
    sheaths = count(network.cables.count)
    cables = count(network.sections.count)
    slackLoops = count(network.slackLoops.count)
    joints = count(network.joints.count)
    optics = count(network.optics.count)
    services = count(network.services.count)
    routes = count(network.declaredRoutes.count)
    quarantine = count(network.quarantine.count)
  }
}

/// A network and the numbers of its rows.
struct NumberedNetwork {
  let network: Network
  let numbers: RowNumbers

  func number(_ index: Index<Node>?) -> Cell { Cell(index.map { numbers.nodes[$0.offset] }) }
  func number(_ index: Index<Address>?) -> Cell { Cell(index.map { numbers.addresses[$0.offset] }) }
  func number(_ index: Index<Site>?) -> Cell { Cell(index.map { numbers.sites[$0.offset] }) }
  func number(_ index: Index<OperatorRoom>?) -> Cell { Cell(index.map { numbers.rooms[$0.offset] }) }
  func number(_ index: Index<Rack>?) -> Cell { Cell(index.map { numbers.racks[$0.offset] }) }
  func number(_ index: Index<Panel>?) -> Cell { Cell(index.map { numbers.panels[$0.offset] }) }
  func number(_ index: Index<ServiceArea>?) -> Cell { Cell(index.map { numbers.areas[$0.offset] }) }
  func number(_ index: Index<Premises>?) -> Cell { Cell(index.map { numbers.premises[$0.offset] }) }
  func number(_ index: Index<TechnicalPoint>?) -> Cell { Cell(index.map { numbers.technicalPoints[$0.offset] }) }
  func number(_ index: Index<Pathway>?) -> Cell { Cell(index.map { numbers.pathways[$0.offset] }) }
  func number(_ index: Index<Box>?) -> Cell { Cell(index.map { numbers.boxes[$0.offset] }) }
  func number(_ index: Index<Cassette>?) -> Cell { Cell(index.map { numbers.cassettes[$0.offset] }) }
  func number(_ index: Index<Reference>?) -> Cell { Cell(index.map { numbers.references[$0.offset] }) }
  func number(_ index: Index<Cable>?) -> Cell { Cell(index.map { numbers.sheaths[$0.offset] }) }
  func number(_ index: Index<CableSection>?) -> Cell { Cell(index.map { numbers.cables[$0.offset] }) }

  /// The position of a node as a map point, or nothing.
  func pin(at node: Index<Node>?) -> Cell {
    Cell(node.flatMap { network.nodes[$0].position }.map { GeometryBlob.point($0) })
  }
}

extension NumberedNetwork {
  /// Content that is written as a whole.
  init(counting network: Network) { self.init(network: network, numbers: RowNumbers(counting: network)) }
}
