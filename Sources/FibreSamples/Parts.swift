import GeoFormats

/// What a link of the operators' room is for.
enum LinkKind: Int, CaseIterable {
  case publicSite, collection, access, darkFibre, business
}

/// The order of colours recorded on the fibres of a cable.
enum ColourOrder {
  case orange, fotag
}

/// Fibre `number` of cable `cable` of a draft.
struct FibreReference: Hashable {
  var cable: Int
  var number: Int
}

struct Node {
  enum Kind: String { case technicalPoint = "PT", site = "ST", premises = "SF" }
  var code: String
  var kind: Kind
  var point: Coordinate
}

/// A site with one room, and the panels in it.
struct Site {
  /// The distinctive part of the codes of everything in the site: `GFU-01`.
  var stem: String
  var node: Int
  var rack: String
  var panelCount = 0
}

struct Panel {
  var code: String
  var rack: String
  var ports: Int
  /// What the panel is, as its hardware reference says it.
  var design: String
}

struct Box {
  enum Kind: String { case closure = "BPE", distributionPoint = "PBO", outlet = "PTO" }
  var code: String
  var stem: String
  var kind: Kind
  var node: Int
  /// The technical point it sits on, or the premises.
  var holder: String
  var cassettes: [Cassette] = []
}

/// A tray; number 0 takes the uncut tubes and is as large as they need.
struct Cassette {
  enum Kind: String { case passage = "P", splices = "E", connectors = "C" }
  var number: Int
  var kind: Kind
  var capacity: Int
}

/// A cable section, or a patch cord.
struct Cable {
  enum State { case inService, laid }
  var code: String
  /// The name of the whole cable.
  var label: String
  var capacity: Int
  var modulo: Int
  /// The order that the cable's hardware reference names.
  var declaredColours: ColourOrder
  /// The order recorded fibre by fibre.
  var colours: ColourOrder
  var from: Int
  var to: Int
  var metres: Int
  /// `l_infra_type_log`: CX, CO, TR, DI, RA…
  var level: String
  /// The pathways under it, in order from `from`; none when the one between its ends is meant.
  var pathways: [Int] = []
  /// The number of fibres on record, where it is not the true one.
  var statedCapacity: Int?
  var isCord = false
  var state = State.inService

  var fibreStem: String {
    "FO-" + code.replacing("CAB-", with: "", maxReplacements: 1).replacing("/", with: "-")
  }
}

/// A row of `t_position`.
struct Joint {
  enum Kind { case splice, passage, passageFoundSpliced, parked, connector }
  enum Place: Hashable {
    case cassette(box: Int, index: Int)
    case panel(Int)
  }
  var place: Place
  var slot: Int
  var first: FibreReference?
  var second: FibreReference?
  var kind: Kind
}

/// A live fibre of the operators' room, from its port there to its far end.
struct Strand {
  /// The old room's cable, from zero; nothing for the ring sections that don't touch the room.
  var ring: Int?
  var number: Int
  var tube: Int
  var kind: LinkKind
  var fibres: [FibreReference]
  var metres: Int
  var splices = 0
  var ports = 0
  var start: Port?
  var end: Port?
  /// The fibres that the declared route names where they differ.
  var declared: [FibreReference]?
}

struct Port: Hashable {
  var panel: Int
  var number: Int
}
