public import FibreModel

/// What a closure holds, before and after some work: all that its drawing tells, without the network around it.
public struct ClosureContents: Hashable, Sendable {
  let fates: ClosureFates
  let label: String
  let revision: Int
  /// What it stands in: the chamber's name and model, or the room.
  let place: String
  let traysUsed: Int
  let trayCapacity: Int?
  let jointCounts: [JointKind: Int]
  /// The night of the work; nothing for a closure as it is.
  let night: Int?

  /// A closure as it is; `box` is one of the network's. O(fibres that reach it).
  public init(_ network: Network, _ box: Index<Box>) {
    self.init(before: network, after: network, box, night: nil)
  }

  /// A closure before and after the work of a night.
  public init(before: Network, after: Network, _ box: Index<Box>, night: Int?) {
    fates = ClosureFates(box, before: before, after: after)
    label = before.boxes[box].label
    revision = before.revision
    place = before.housingName(of: box)
    let trays = before.cassettes(in: box)
    traysUsed = trays.count { !before.joints(in: $0).isEmpty }
    trayCapacity = before.boxes[box].cassetteCapacity
    jointCounts = Dictionary(
      trays.flatMap { before.joints(in: $0) }.map { (before.joints[$0].kind, 1) }, uniquingKeysWith: +)
    self.night = night
  }
}

extension Network {
  /// What a box stands in: the chamber's name and model, or the room.
  fileprivate func housingName(of box: Index<Box>) -> String {
    switch boxes[box].housing {
    case .technicalPoint(let point):
      [technicalPoints[point].name, technicalPoints[point].nature].filter { !$0.isEmpty }.joined(separator: " ")
    case .room(let room): rooms[room].code.rawValue
    case .premises(let row): premises[row].code.rawValue
    case .unknown: boxes[box].node.map { nodes[$0].code.rawValue } ?? ""
    }
  }
}

/// One closure as splicers draw it, with exact positions: cables left and right, their tubes fanned out, fibres in the
/// order of the colour code, joints across the middle.
///
/// Runs of fibres that fare alike are folded to one line with their numbers; fibres that some work changes stand alone.
/// The same layout serves before and after. What is joined stands on one page.
public struct ClosureDrawing {
  let contents: ClosureContents
  let language: Language
  let rows: ClosureRows
  let measures: ClosureMeasures
  let pages: [ClosurePage]
  private let states: [ClosureState]

  /// Lays a closure out on pages. O(fibres that reach it).
  public init(_ contents: ClosureContents, _ language: Language) {
    self.contents = contents
    self.language = language
    rows = ClosureRows(contents.fates, foldsSplices: contents.night != nil)
    states = contents.night == nil ? [.asIs] : [.before, .after]
    let measures = ClosureMeasures(rows, states, language)
    self.measures = measures
    pages =
      ClosurePaging(
        rows, ClosureSides(contents.fates), room: ClosureGrid.room, height: { measures.height(of: $0) }
      ).pages
  }

  /// The pages, A4 landscape; of some work each page before, then the same page after, and once where nothing is done.
  public var drawings: [Drawing] {
    pages.indices.flatMap { page in
      let shown = states == [.asIs] || rows.isChanged(pages[page]) ? states : [.unchanged]
      return shown.map { ClosureCanvas(self, page: page, $0).painted() }
    }
  }
}

/// Which of its states a closure is drawn in.
enum ClosureState: Hashable {
  case asIs, before, after
  /// Before and after alike.
  case unchanged
}

/// Where things stand on a page, in points; the right side mirrors the left.
enum ClosureGrid {
  static let width = 841.89
  static let height = 595.276
  static let margin = 28.0
  /// Left and right edges of the left side's columns.
  static let head = (left: 28.0, right: 112.0)
  static let tube = (left: 134.0, right: 198.0)
  static let fibre = (left: 201.0, right: 272.0)
  static let label = (left: 275.0, right: 345.0)
  static let edge = 348.0
  /// The top of the cables, below title and legend.
  static let top = 92.0
  static let bottom = 563.0
  static let room = bottom - top
  static let textSize = 6.2
  static let line = 7.4
  static let rowHeight = 9.0
  static let unitGap = 2.0
  static let legGap = 9.0

  static func lines(ofLabel text: String) -> [String] {
    TextWrap.lines(text, width: label.right - label.left, size: textSize)
  }

  /// Number and colour, which the eye looks for; rings below.
  static func lines(ofTube text: (name: String, rings: String)) -> [String] {
    let width = tube.right - tube.left - 9
    return TextWrap.lines(text.name, width: width, size: textSize, isBold: true)
      + (text.rings.isEmpty ? [] : [text.rings])
  }

  /// Units of one leg after another.
  static func legs(of units: [ClosureUnit]) -> [[ClosureUnit]] {
    var legs: [[ClosureUnit]] = []
    for unit in units {
      if legs.last?.last?.leg == unit.leg { legs[legs.count - 1].append(unit) } else { legs.append([unit]) }
    }
    return legs
  }
}

/// How high the parts of a closure drawing are; both states need the same, so that the layout is the same.
struct ClosureMeasures {
  private let rowHeights: [Double]
  private let unitHeights: [ClosureUnit: Double]
  private let headHeights: [Double]

  init(_ rows: ClosureRows, _ states: [ClosureState], _ language: Language) {
    let heights = rows.rows.indices.map { row in
      let lines = states.map { ClosureGrid.lines(ofLabel: rows.label(of: row, $0, language)).count }
      return max(ClosureGrid.rowHeight, Double(lines.max() ?? 1) * ClosureGrid.line + 1.6)
    }
    rowHeights = heights
    unitHeights = Dictionary(
      uniqueKeysWithValues: rows.units.joined().map { unit in
        let tube = Double(ClosureGrid.lines(ofTube: rows.tubeText(of: unit, language)).count)
        return (unit, max(tube * ClosureGrid.line + 1.6, unit.rows.reduce(0) { $0 + heights[$1] }))
      })
    headHeights = rows.fates.legs.indices.map { Double(rows.headLines(of: $0, language).count) * 8.4 + 5 }
  }

  func height(ofRow row: Int) -> Double { rowHeights[row] }
  func height(of unit: ClosureUnit) -> Double { unitHeights[unit] ?? 0 }
  func height(ofHead leg: Int) -> Double { headHeights[leg] }

  func height(ofLeg units: [ClosureUnit]) -> Double {
    let tubes = units.reduce(0) { $0 + height(of: $1) } + Double(units.count - 1) * ClosureGrid.unitGap
    return max(tubes, units.first.map { height(ofHead: $0.leg) } ?? 0)
  }

  func height(of units: [ClosureUnit]) -> Double {
    let legs = ClosureGrid.legs(of: units)
    return legs.reduce(0) { $0 + height(ofLeg: $1) } + Double(max(0, legs.count - 1)) * ClosureGrid.legGap
  }
}
