import FibreModel
import FibrePlanning
import Testing

/// What blocks a migration is told: what, where, and in which night.
@Suite struct ProgressBlockTests {
  let plan = SmallMigration.plan()

  private func blocks(on network: Network) -> [MigrationBlock] {
    ProgressSurvey.progress(of: plan, on: network, undone: [], date: SmallMigration.date(2)).blocks
  }

  private func applied(_ nights: Int, to network: Network, without isLeftOut: (NetworkChange) -> Bool) throws -> Network
  {
    let checked = try PlanChecker.check(plan, on: network)
    return try network.applying(checked.nights.prefix(nights).flatMap(\.changes).filter { !isLeftOut($0) })
  }

  private func isOfRooms(_ change: NetworkChange) -> Bool {
    switch change {
    case .addCord, .removeCord: true
    case .replaceJoint(let joint, with: _): if case .panel = joint.holder { true } else { false }
    default: false
    }
  }

  @Test func nothingBlocksWhileAllGoesAsPlanned() throws {
    let network = try SmallMigration.network()
    #expect(
      blocks(on: try applied(2, to: network) { _ in false }).allSatisfy {
        if case .forbidden = $0 { true } else { false }
      })
  }

  /// Night 2 prolongs two cords over the tie: in O two go and two come, in N two come.
  @Test func cordsThatANightLeftOpenAreToldRoomByRoom() throws {
    let found = blocks(on: try applied(2, to: try SmallMigration.network(), without: isOfRooms))
    #expect(
      found.contains(.cords(4, first: "TO1:13 – TO2:3", room: "O", night: 2))
        && found.contains(.cords(2, first: "TN1:13 – TNT:1", room: "N", night: 2)), "\(found)")
  }

  @Test func aSlotTakenMeanwhileIsTold() throws {
    let network = try SmallMigration.network(with: "splice B3/M2 C/1.9 = C/2.9")
    #expect(
      blocks(on: network).contains(.slotsTaken(1, first: "M2:1", closure: "B3", night: 3)), "\(blocks(on: network))")
  }

  @Test func aNewFibreSplicedMeanwhileIsTold() throws {
    let network = try SmallMigration.network(with: "splice B3 NC.2 = C/2.9")
    #expect(
      blocks(on: network).contains(.fibresTaken(1, first: "NC:2", closure: "B3", night: 3)), "\(blocks(on: network))")
  }
}
