import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// What a plan changes in what is declared: routes and free trays.
@Suite struct DeclarationReplayTests {
  /// Each declared route before, after night 2 and after the plan; of a cord laid by the plan, its ports.
  static let routes: [(before: String, between: String, after: String)] = [
    ("A/1.1 A/2.1 D.1", "NA.1 A/2.1 D.1", "NA.1 A/2.1 D.1"),
    // Declared from the client on.
    ("D.2 A/2.2 A/1.2", "D.2 A/2.2 NA.2", "D.2 A/2.2 NA.2"),
    // A fibre of another link, of the same one and of a later one, is a mistake that goes.
    ("A/1.3 A/2.4 D.3", "NA.3 A/2.3 D.3", "NA.3 A/2.3 D.3"),
    ("C/1.1 A/1.4 A/2.4 D.4", "NA.4 A/2.4 D.4", "NA.4 A/2.4 D.4"),
    // One fibre alone, that which goes; and those alone that stay.
    ("A/1.5", "NA.5 A/2.5 D.5", "NA.5 A/2.5 D.5"), ("D.5 A/2.5", "D.5 A/2.5", "D.5 A/2.5"),
    // A fibre that no service uses.
    ("A/1.6 A/2.6 D.6", "NA.6 A/2.6 D.6", "NA.6 A/2.6 D.6"),
    // Over the cord that joins two links, from either end; and one of the two.
    (
      "D.13 A/2.13 A/1.13 J-TO1-13.1 C/1.3 C/2.3", "D.13 A/2.13 NA.13 TN1:13-TNT:1 T.1 TOT:1-TO2:3 C/1.3 C/2.3",
      "D.13 A/2.13 NA.13 TN1:13-TN3:3 NC.3 C/2.3"
    ),
    (
      "C/2.4 C/1.4 J-TO1-14.1 A/1.14 A/2.14 D.14", "C/2.4 C/1.4 TOT:2-TO2:4 T.2 TN1:14-TNT:2 NA.14 A/2.14 D.14",
      "C/2.4 NC.4 TN1:14-TN3:4 NA.14 A/2.14 D.14"
    ),
    ("A/1.14 A/2.14 D.14", "NA.14 A/2.14 D.14", "NA.14 A/2.14 D.14"),
    ("C/1.2 C/2.2", "C/1.2 C/2.2", "NC.2 C/2.2"), ("R/1.1 R/2.1", "R/1.1 R/2.1", "R/1.1 R/2.1"),
    // Kept where it is.
    ("C/1.6 C/2.6", "C/1.6 C/2.6", "C/1.6 C/2.6"),
  ]

  private func network(freeTrays: Int = 2) throws -> Network {
    let lines = Self.routes.enumerated().map { "route R\($0) \($1.before)" }
    return try SmallMigration.network(with: lines.joined(separator: "\n"), freeTrays: freeTrays)
  }

  private func declarations(in network: Network) -> [String] {
    network.declaredRoutes.rows.map { route in
      route.fibres.map { fibre in
        let name = network.fibreName(of: fibre)
        let section = name.section.rawValue
        return section.hasPrefix("JAR-") ? String(section.dropFirst(4)) : "\(section).\(name.number)"
      }.joined(separator: " ")
    }
  }

  private func changes(_ network: Network, _ nights: ClosedRange<Int>) throws -> [NetworkChange] {
    try PlanChecker.check(SmallMigration.plan(), on: network).nights.filter { nights.contains($0.night.night) }
      .flatMap(\.changes)
  }

  @Test func everyDeclaredRouteFollowsItsLink() throws {
    let network = try network()
    #expect(try declarations(in: network.applying(changes(network, 1...2))) == Self.routes.map(\.between))
    #expect(try declarations(in: network.applying(changes(network, 1...3))) == Self.routes.map(\.after))
  }

  @Test func aPlanLeavesNoDeclarationThatDiffers() throws {
    let network = try network()
    let after = try PlanChecker.check(SmallMigration.plan(), on: network).networkAfter
    func found(_ network: Network) -> [Finding] {
      network.allFindings().filter { $0.rule.hasPrefix("route.declared") || $0.rule == "closure.free-trays-mismatch" }
    }
    #expect(found(network).count == 2)
    #expect(found(after).isEmpty)
  }

  @Test(arguments: [2, 3])
  func nightsAppliedApartDeclareTheSame(night: Int) throws {
    let network = try network()
    let whole = try PlanChecker.check(SmallMigration.plan(), on: network)
    let half = try network.applying(whole.nights.filter { $0.night.night < night }.flatMap(\.changes))
    let rest = try PlanChecker.check(SmallMigration.plan(), on: half, from: night)
    #expect(rest.nights.map(\.changes) == whole.nights.filter { $0.night.night >= night }.map(\.changes))
    #expect(declarations(in: rest.networkAfter) == declarations(in: whole.networkAfter))
    #expect(rest.networkAfter.rules == whole.networkAfter.rules)
  }

  @Test func theWayBackRestoresDeclarationsAndTrays() throws {
    let network = try network()
    let checked = try PlanChecker.check(SmallMigration.plan(), on: network)
    let back = try checked.networkAfter.applying(checked.nights.flatMap(\.changes).inverse)
    #expect(declarations(in: back) == Self.routes.map(\.before))
    #expect(back.rules == network.rules)
  }

  /// K2 is begun in night 2 and filled no further; a plan that needs no tray more may go on where none is free.
  @Test func theTraysThatANightBeginsAreNoLongerFree() throws {
    let network = try network(freeTrays: 1)
    #expect(try network.applying(changes(network, 1...1)).rules.closures.map(\.freeTrays) == [1])
    let half = try network.applying(changes(network, 1...2))
    #expect(half.rules.closures.map(\.freeTrays) == [0])
    #expect(violations(of: SmallMigration.plan(), on: half, from: 3).isEmpty)
    let done = try network.applying(changes(network, 1...3))
    #expect(done.rules == half.rules)
    #expect(violations(of: SmallMigration.plan(), on: done, from: 4).isEmpty)
    let found = violations(of: SmallMigration.plan(), on: try self.network(freeTrays: 0))
    #expect(found.map(\.fault) == [.tooFewTrays(closure: Code("B1"), used: 1, free: 0)])
  }
}
