import FibreModel

/// Which tubes of new cable and how many trays are still free, whatever the window.
struct LandingPlaces {
  private let landings: [LandingTube]
  private let landingsAt: [Index<Box>: [Int]]
  private var trays: [Index<Box>: Int]
  private var usedPorts: Set<Port> = []

  init(landings: [LandingTube], at landingsAt: [Index<Box>: [Int]], trays: [Index<Box>: Int]) {
    self.landings = landings
    self.landingsAt = landingsAt
    self.trays = trays
  }

  func hasPlace(in closure: Index<Box>) -> Bool { trays[closure, default: 0] > 0 && freeLanding(in: closure) != nil }

  mutating func take(in closure: Index<Box>) {
    guard let landing = freeLanding(in: closure) else { return }
    trays[closure, default: 0] -= 1
    usedPorts.formUnion(landings[landing].strands.values.map(\.port))
  }

  private func freeLanding(in closure: Index<Box>) -> Int? {
    landingsAt[closure]?.first { landings[$0].strands.values.allSatisfy { !usedPorts.contains($0.port) } }
  }
}
