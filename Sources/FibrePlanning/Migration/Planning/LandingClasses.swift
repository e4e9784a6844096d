import FibreModel

/// Tubes of new cable that are as good as each other: at the same closures, accepted on the same day, with as many fibres.
///
/// A tube that passes one closure uncut and ends in another one may be used in either, but once: its landings are one place.
struct LandingClasses {
  /// What may be used at one closure.
  struct Way: Hashable {
    let closure: Index<Box>
    let acceptedOn: CalendarDate?
    let strandCount: Int
    let isUncut: Bool
  }

  /// The landings of one tube of new cable, one a closure.
  struct Place {
    let landings: [Int]
  }

  /// The ways of each class, in order of closure.
  private(set) var ways: [[Way]] = []
  /// The places of each class.
  private(set) var places: [[Place]] = []

  init(_ landings: [LandingTube]) {
    var groups: [[Int]] = []
    var groupOfPort: [Port: Int] = [:]
    for (position, landing) in landings.enumerated() {
      let ports = landing.strands.values.map(\.port)
      let group = ports.compactMap { groupOfPort[$0] }.min() ?? groups.count
      if group == groups.count { groups.append([]) }
      groups[group].append(position)
      for port in ports { groupOfPort[port] = group }
    }
    var classOfWays: [[Way]: Int] = [:]
    for group in groups {
      let ways = group.map { position in
        Way(
          closure: landings[position].closure, acceptedOn: landings[position].acceptedOn,
          strandCount: landings[position].strands.count, isUncut: !landings[position].deadPassages.isEmpty)
      }
      if let known = classOfWays[ways] {
        places[known].append(Place(landings: group))
      } else {
        classOfWays[ways] = self.ways.count
        self.ways.append(ways)
        places.append([Place(landings: group)])
      }
    }
  }
}
