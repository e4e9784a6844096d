import FibreModel

/// A claim of a position to one end of a fibre. All legs of a splitter share the claim to its input.
struct EndClaim {
  private let fibreRaw: UInt32
  private let holderRaw: Int32
  private let placeRaw: Int32
  /// The position names the fibre on its customer's side (`ps_2`): it stands at the network's end of the fibre.
  let isCustomerSide: Bool

  /// Makes a claim; claims come by the million, and so are kept small.
  init(fibre: Int, holder: Int, place: Int?, isCustomerSide: Bool) {
    fibreRaw = UInt32(fibre)
    holderRaw = Int32(holder)
    placeRaw = Int32(place ?? -1)
    self.isCustomerSide = isCustomerSide
  }

  /// The fibre, by its index in the network.
  var fibre: Int { Int(fibreRaw) }
  /// Tells cassettes and panels apart.
  var holder: Int { Int(holderRaw) }
  /// Where the holder stands; nothing when unknown. Nodes at one point of the map are one place.
  var place: Int? { placeRaw < 0 ? nil : Int(placeRaw) }
}

/// A section of cable, as far as the sides of its fibres depend on it.
struct SectionEnds {
  var section: Int
  var placeA: Int?
  var placeB: Int?
}

/// Decides which end of a fibre each position joins. GraceTHD names fibres, not their ends.
///
/// In order, for the positions that name one fibre:
/// 1. *Place.* The holder stands where the section begins or ends, and only there: that side. With one end of the
///    section unknown, a holder that stands elsewhere has the unknown end.
/// 2. *Holder.* Both ends of the section stand at one place (a patch cord, a cable inside a site): a holder that has
///    a side for one fibre of the section has it for all.
/// 3. *The other end.* What is left takes the side that nothing else has.
/// 4. *Order.* Otherwise the first holder takes side A and the second side B, holders that name the fibre as `ps_2`
///    first, because they stand on the network's side of it; then in the order of the delivery. A cord between two
///    ports of one panel goes by position instead of holder.
///
/// What still wants a taken end is given the side of its column (`ps_2` A, `ps_1` B); the network marks it contested.
struct FibreSides {
  private let ends: (Int) -> SectionEnds
  private var sideOfHolder: [Key: FibreSide] = [:]

  private struct Key: Hashable {
    let section: Int
    let holder: Int
  }

  /// - Parameter ends: The section of a fibre and where it ends.
  init(ends: @escaping (_ fibre: Int) -> SectionEnds) {
    self.ends = ends
  }

  /// The side of each claim, in the order of the claims. O(claims + fibres), but for fibres with many claims.
  mutating func sides(of claims: [EndClaim]) -> [FibreSide] {
    var sides = claims.map { Self.sideOfColumn($0) }
    let fibreCount = claims.reduce(0) { max($0, $1.fibre + 1) }
    let (order, starts) = Self.grouped(claims, fibreCount)
    for fibre in 0..<fibreCount where starts[fibre] < starts[fibre + 1] {
      settle(order[Int(starts[fibre])..<Int(starts[fibre + 1])], claims, ends(fibre), &sides)
    }
    return sides
  }

  /// The claims by fibre, in their order for each fibre, and where each fibre's begin.
  private static func grouped(_ claims: [EndClaim], _ fibreCount: Int) -> (order: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: fibreCount + 1)
    for claim in claims { starts[claim.fibre + 1] += 1 }
    for fibre in 0..<fibreCount { starts[fibre + 1] += starts[fibre] }
    var next = starts
    var order = [UInt32](repeating: 0, count: claims.count)
    for (offset, claim) in claims.enumerated() {
      order[Int(next[claim.fibre])] = UInt32(offset)
      next[claim.fibre] += 1
    }
    return (order, starts)
  }

  /// Whether a holder stands at neither end of a section whose ends are both known.
  static func isElsewhere(_ place: Int?, _ ends: SectionEnds) -> Bool {
    guard let place, let a = ends.placeA, let b = ends.placeB else { return false }
    return place != a && place != b
  }

  private mutating func settle(
    _ group: ArraySlice<UInt32>, _ claims: [EndClaim], _ ends: SectionEnds, _ sides: inout [FibreSide]
  ) {
    // Nearly all fibres are settled by place, in no time.
    if group.allSatisfy({ sideOfPlace(claims[Int($0)].place, ends) != nil }) {
      for member in group { sides[Int(member)] = sideOfPlace(claims[Int(member)].place, ends) ?? .a }
      return
    }
    let members = group.map { Int($0) }
    var taken: Set<FibreSide> = []
    var open: [Int] = []
    // A holder with both ends of a fibre, such as a panel with a cord from port to port, has no side of its own.
    let hasBoth = members.count > 1 && members.allSatisfy { claims[$0].holder == claims[members[0]].holder }
    for member in members {
      let known = hasBoth ? nil : knownSide(claims[member].holder, ends)
      if let side = sideOfPlace(claims[member].place, ends) ?? known {
        sides[member] = side
        taken.insert(side)
      } else {
        open.append(member)
      }
    }
    // Customer's side first; the sort must keep the order of the delivery among equals.
    open.sort { (claims[$0].isCustomerSide ? 0 : 1, $0) < (claims[$1].isCustomerSide ? 0 : 1, $1) }
    let groups = Self.groups(open, claims)
    for group in groups {
      let side = freeSide(taken, isOnlyOne: groups.count == 1, claim: claims[group[0]])
      taken.insert(side)
      for member in group { sides[member] = side }
      if !hasBoth { remember(side, of: claims[group[0]].holder, ends) }
    }
  }

  private func sideOfPlace(_ place: Int?, _ ends: SectionEnds) -> FibreSide? {
    guard let place, ends.placeA != ends.placeB else { return nil }
    if place == ends.placeA { return .a }
    if place == ends.placeB { return .b }
    if ends.placeB == nil { return .b }
    return ends.placeA == nil ? .a : nil
  }

  private func knownSide(_ holder: Int, _ ends: SectionEnds) -> FibreSide? {
    sideOfHolder[Key(section: ends.section, holder: holder)]
  }

  private mutating func remember(_ side: FibreSide, of holder: Int, _ ends: SectionEnds) {
    guard ends.placeA == ends.placeB else { return }
    sideOfHolder[Key(section: ends.section, holder: holder)] = side
  }

  private func freeSide(_ taken: Set<FibreSide>, isOnlyOne: Bool, claim: EndClaim) -> FibreSide {
    if taken.count == 1, let side = taken.first { return side.other }
    if taken.isEmpty, !isOnlyOne { return .a }
    return Self.sideOfColumn(claim)
  }

  private static func sideOfColumn(_ claim: EndClaim) -> FibreSide { claim.isCustomerSide ? .a : .b }

  /// Claims by holder, in order of first appearance; one by one when they all have the same holder.
  private static func groups(_ open: [Int], _ claims: [EndClaim]) -> [[Int]] {
    var groups: [[Int]] = []
    for member in open {
      if let known = groups.firstIndex(where: { claims[$0[0]].holder == claims[member].holder }) {
        groups[known].append(member)
      } else {
        groups.append([member])
      }
    }
    return groups.count == 1 ? open.map { [$0] } : groups
  }
}
