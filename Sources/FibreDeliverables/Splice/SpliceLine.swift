import FibreModel
import FibrePlanning

/// What is done at a position. Its name stands in the CSV in every language.
enum SpliceAction: String, CaseIterable, Worded {
  /// The joint is taken away and the position stays empty.
  case cut = "CUT"
  /// A splice in a position that was empty.
  case splice = "SPLICE"
  /// Another splice in the position of a former one.
  case move = "MOVE"
  /// Nothing: live, uncut or free.
  case leave = "LEAVE"
  /// A fibre end is coiled in the position.
  case park = "PARK"
  /// A cord is laid between two ports.
  case patch = "PATCH"
  /// The cord between two ports is taken away.
  case unpatch = "UNPATCH"

  var phrase: Phrase {
    switch self {
    case .cut: Phrase("COUPER", "CUT")
    case .splice: Phrase("SOUDER", "SPLICE")
    case .move: Phrase("BASCULER", "MOVE")
    case .leave: Phrase("LAISSER", "LEAVE")
    case .park: Phrase("LOVER", "PARK")
    case .patch: Phrase("BRASSER", "PATCH")
    case .unpatch: Phrase("DÉBRASSER", "UNPATCH")
    }
  }
}

/// What lies in a position after the work.
enum SlotState: CaseIterable, Worded {
  case live, dark, free

  var phrase: Phrase {
    switch self {
    case .live: Phrase("en service", "live")
    case .dark: Phrase("sans service", "dark")
    case .free: Phrase("libre", "free")
    }
  }

  /// Its name for a number of positions.
  func label(_ language: Language, count: Int) -> String {
    self == .free && language == .french && count > 1 ? "libres" : label(language)
  }
}

/// One side of a position: a fibre in its tube and cable, or a port of a panel, which has neither.
struct SpliceEnd: Hashable, Sendable {
  /// The code of the section, or of the panel.
  let owner: String
  let number: Int
  let glass: Glass?

  /// Where a fibre lies in its cable, and by which marks it is found.
  struct Glass: Hashable, Sendable {
    let capacity: Int
    let tube: Int
    let tubeMark: ColourMark
    let rankInTube: Int
    let fibreMark: ColourMark
  }

  init(_ fibre: Index<Fibre>, in network: Network) {
    let section = network.sections[network.section(of: fibre)]
    number = network.number(of: fibre)
    owner = section.code.rawValue
    let tube = section.tube(ofFibre: number)
    glass = Glass(
      capacity: section.statedCapacity ?? section.fibreCount, tube: tube, tubeMark: section.tubeMark(tube),
      rankInTube: section.rankInTube(ofFibre: number), fibreMark: section.fibreMark(number))
  }

  init(port: StepEnd) {
    owner = port.owner
    number = port.number
    glass = nil
  }
}

/// What joins the two sides of a position.
enum SpliceJoint: Hashable, Sendable, Worded {
  case joint(JointKind)
  case cord

  var phrase: Phrase {
    switch self {
    case .joint(let kind): kind.phrase
    case .cord: CableKind.patchCord.phrase
    }
  }
}

/// One position of a tray, or one cord of a room: as it is after the work, or before it where nothing is left.
struct SpliceLine: Hashable, Sendable {
  /// The code of the tray, or of the panel.
  var cassette: String
  var face = ""
  var slot: Int?
  var action: SpliceAction
  var a: SpliceEnd?
  var b: SpliceEnd?
  var joint: SpliceJoint?
  var state: SlotState
  /// Ports or fibres at which the routes end after the work.
  var farEndA = ""
  var farEndB = ""
  var service = ""
  var serviceClass: ServiceClass?
  /// The other leg, which must stay up.
  var protects = ""
  /// To what the kept fibre was joined.
  var before = ""
  var expectedLoss: Loss?
  var limit: Loss?
}
