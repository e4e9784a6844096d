import FibreModel

/// Fibres of one tube drawn on one line, or whole tubes in a row that fare alike.
struct ClosureRow: Hashable {
  let leg: Int
  var numbers: ClosedRange<Int>
  let isChanged: Bool
  /// The partners' numbers fall while the row's rise.
  var isReversed = false
  /// Whether it stands for whole tubes.
  var isFolded = false
}

/// What is kept together on a page: one tube, a part of a long one, or whole tubes in a row drawn on one line.
struct ClosureUnit: Hashable {
  let leg: Int
  var tubes: ClosedRange<Int>
  /// Ranks in `ClosureRows.rows`.
  var rows: ClosedRange<Int>
  var isFolded = false
}

/// The lines of a closure drawing: runs of fibres that fare alike before and after are folded, changed fibres stand
/// alone.
struct ClosureRows {
  let fates: ClosureFates
  private(set) var rows: [ClosureRow] = []
  /// By leg, in order of tube.
  private(set) var units: [[ClosureUnit]] = []
  /// The row of each fibre, by leg and number less one.
  private(set) var rowOf: [[Int]] = []

  /// A tube with more rows is parted, so that it fits on a page.
  static let mostRowsOfAUnit = 36

  /// Arranges the fibres of a box.
  ///
  /// - Parameter foldsSplices: Whether tubes that nothing changes are drawn on one line though they are spliced.
  init(_ fates: ClosureFates, foldsSplices: Bool) {
    self.fates = fates
    let folds = TubeFolds(fates, foldsSplices: foldsSplices)
    for (rank, leg) in fates.legs.enumerated() {
      units.append([])
      rowOf.append([Int](repeating: 0, count: leg.section.fibreCount))
      for tube in leg.tubes { add(tube, of: rank, folds) }
    }
  }

  private mutating func add(_ tube: Int, of leg: Int, _ folds: TubeFolds) {
    let numbers = fates.legs[leg].section.fibres(inTube: tube)
    guard let fold = folds.fold(of: tube, leg) else { return addUnfolded(tube, numbers, leg) }
    if let last = units[leg].last, last.isFolded, folds.continues(last.tubes.upperBound, with: fold, leg) {
      units[leg][units[leg].count - 1].tubes = last.tubes.lowerBound...tube
      rows[last.rows.lowerBound].numbers = rows[last.rows.lowerBound].numbers.lowerBound...numbers.upperBound
    } else {
      rows.append(ClosureRow(leg: leg, numbers: numbers, isChanged: false, isFolded: true))
      units[leg].append(
        ClosureUnit(leg: leg, tubes: tube...tube, rows: rows.count - 1...rows.count - 1, isFolded: true))
    }
    for number in numbers { rowOf[leg][number - 1] = rows.count - 1 }
  }

  private mutating func addUnfolded(_ tube: Int, _ numbers: ClosedRange<Int>, _ leg: Int) {
    let start = rows.count
    for number in numbers {
      let spot = FibreSpot(leg: leg, number: number)
      if rows.count == start || !extendLast(by: spot) {
        rows.append(ClosureRow(leg: leg, numbers: number...number, isChanged: fates.isChanged(spot)))
      }
      rowOf[leg][number - 1] = rows.count - 1
    }
    for first in stride(from: start, to: rows.count, by: Self.mostRowsOfAUnit) {
      let last = min(first + Self.mostRowsOfAUnit, rows.count) - 1
      units[leg].append(ClosureUnit(leg: leg, tubes: tube...tube, rows: first...last))
    }
  }

  /// Lets the last row go on with a fibre that fares as it does; false when it doesn't.
  private mutating func extendLast(by spot: FibreSpot) -> Bool {
    var row = rows[rows.count - 1]
    let last = FibreSpot(leg: spot.leg, number: row.numbers.upperBound)
    guard !row.isChanged, !fates.isChanged(spot),
      let step = step(from: fates.before[last.leg][last.number - 1], to: fates.before[spot.leg][spot.number - 1])
    else { return false }
    let isAlone = row.numbers.count == 1
    guard step == 0 || isAlone || (step < 0) == row.isReversed else { return false }
    row.isReversed = step < 0
    row.numbers = row.numbers.lowerBound...spot.number
    rows[rows.count - 1] = row
    return true
  }

  /// By how much the partner's number changes between two neighbours that fare alike: 1, -1, 0 where both have the same
  /// partner or none; nothing when they fare differently.
  private func step(from fate: FibreFate, to next: FibreFate) -> Int? {
    switch (fate, next) {
    case (.free, .free): return 0
    case (.parked(let tray, _), .parked(let other, _)): return tray == other ? 0 : nil
    case (.joined(let one), .joined(let two)):
      guard one.count == 1, two.count == 1, let a = one.first, let b = two.first, a.partner.leg == b.partner.leg,
        a.kind == b.kind, a.technique == b.technique, a.tray == b.tray, a.isDisputed == b.isDisputed,
        fates.tube(of: a.partner) == fates.tube(of: b.partner)
      else { return nil }
      let step = b.partner.number - a.partner.number
      return abs(step) == 1 || step == 0 && a.kind == .splitter ? step : nil
    default: return nil
    }
  }
}

/// Which tubes can be drawn on one line with their neighbours.
struct TubeFolds {
  /// How a tube fares as a whole.
  enum Fold: Hashable {
    /// Rank by rank joined to one tube of another leg, or stored.
    case joined(leg: Int, tube: Int, kind: JointKind)
    /// Joined to nothing; of one kind where that must be told.
    case idle(isParked: Bool?)
  }

  private let folds: [[Fold?]]

  init(_ fates: ClosureFates, foldsSplices: Bool) {
    var found = fates.legs.indices.map { leg in
      fates.legs[leg].tubes.map { Self.fold(of: $0, leg, fates, foldsSplices: foldsSplices) }
    }
    // Both ends of a fold must see it the same way.
    for leg in found.indices {
      for tube in fates.legs[leg].tubes {
        guard case .joined(let other, let partner, let kind) = found[leg][tube - 1] else { continue }
        if found[other][partner - 1] != .joined(leg: leg, tube: tube, kind: kind) { found[leg][tube - 1] = nil }
      }
    }
    folds = found
  }

  func fold(of tube: Int, _ leg: Int) -> Fold? { folds[leg][tube - 1] }

  /// Whether the tube after `tube` fares as it does.
  func continues(_ tube: Int, with next: Fold, _ leg: Int) -> Bool {
    switch (folds[leg][tube - 1], next) {
    case (.joined(let a, let p, let kind), .joined(let b, let q, let other)): a == b && q == p + 1 && kind == other
    case (.idle(let one), .idle(let two)): one == two
    default: false
    }
  }

  private static func fold(of tube: Int, _ leg: Int, _ fates: ClosureFates, foldsSplices: Bool) -> Fold? {
    let section = fates.legs[leg].section
    var partner: (leg: Int, tube: Int, kind: JointKind)?
    var (parked, joined) = (0, 0)
    let numbers = section.fibres(inTube: tube)
    for number in numbers {
      let spot = FibreSpot(leg: leg, number: number)
      guard !fates.isChanged(spot) else { return nil }
      let fate = fates.before[leg][number - 1]
      if case .parked = fate { parked += 1 }
      guard case .joined(let meetings) = fate else { continue }
      guard meetings.count == 1, let meeting = meetings.first, !meeting.isDisputed, meeting.technique != .mechanical,
        meeting.kind == .passage || meeting.kind == .splice,
        fates.legs[meeting.partner.leg].section.rankInTube(ofFibre: meeting.partner.number)
          == section.rankInTube(ofFibre: number)
      else { return nil }
      let found = (meeting.partner.leg, fates.tube(of: meeting.partner), meeting.kind)
      guard partner == nil || partner.map({ $0 == found }) == true else { return nil }
      partner = found
      joined += 1
    }
    guard let partner else {
      if foldsSplices { return .idle(isParked: nil) }
      return parked == 0 || parked == numbers.count ? .idle(isParked: parked > 0) : nil
    }
    let isUncut = partner.kind == .passage && joined == numbers.count
    return isUncut || foldsSplices ? .joined(leg: partner.leg, tube: partner.tube, kind: partner.kind) : nil
  }
}
