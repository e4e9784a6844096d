import FibreModel
import FibreProgramme
import FibreStore
import FibreTestSupport
import Foundation
import GRDB
import Testing

/// Lists of addresses in the store, held against the same lists in memory.
@Suite struct SnapshotLaws {
  let folder: StoreFolder
  var path: String { folder.path("n.gpkg") }

  init() throws { folder = try StoreFolder() }

  private static func day(_ number: Int) -> CalendarDate { CalendarDate.earliest.adding(days: 739_000 + number * 14) }

  /// A list in which every column says something now and then.
  private static func snapshot(_ number: Int, _ random: inout SeededGenerator) -> AddressSnapshot {
    let names = ["A", "b", "É1", "e1", "Z/2", "A 1", "Å", "a", "10", "9", "é", "B"]
    let lines = names.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }.map { name in
      func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
      let date = day(Int.random(in: 0..<3, using: &random))
      return AddressLine(
        address: name, state: AddressState.allCases.randomElement(using: &random) ?? .targeted,
        plugs: Int.random(in: 0..<3, using: &random), commune: Bool.random(using: &random) ? "80001" : "2A004",
        cabinet: maybe("PM1") ?? "", cabinetState: maybe(.deployed), cabledOn: maybe(date), availableOn: maybe(date),
        opensOn: maybe(date))
    }
    return AddressSnapshot(date: day(number), source: "IPE_\(number).csv", lines: lines)
  }

  @Test(arguments: 0..<25)
  func theStoreKeepsWhatMemoryKeeps(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let snapshots = (0..<6).map { Self.snapshot($0, &random) }
    var history = AddressHistory()
    for snapshot in snapshots.shuffled(using: &random) {
      let outcome = try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(snapshot) }
      switch (outcome, history.add(snapshot).outcome) {
      case (.appended(let step, _), .appended(let expected)): #expect(step == expected, "seed \(seed)")
      case (.inserted(let step, _, let next), .inserted(let expected, let moved)):
        #expect(step == expected && next == moved, "seed \(seed)")
      case (let one, let other): Issue.record("seed \(seed): \(one) and \(other)")
      }
    }
    let store = try Store.open(path: path)
    #expect(try store.snapshotSteps(upTo: .latest) == history.steps, "seed \(seed)")
    for snapshot in snapshots {
      let past = AddressHistory(replaying: try store.snapshotSteps(upTo: snapshot.date))
      #expect(past.lines == snapshot.lines, "seed \(seed)")
      #expect(past == history.upTo(snapshot.date), "seed \(seed)")
    }
    #expect(try store.snapshotSteps(upTo: Self.day(-1)).isEmpty)
    let counts = try DatabaseQueue(path: path).read {
      try Int.fetchAll($0, sql: "SELECT change_count FROM address_snapshots ORDER BY date")
    }
    #expect(counts == history.steps.map(\.changes.count), "seed \(seed)")
  }

  @Test func theOrderOfImportsMakesNoDifferenceToTheRows() throws {
    var random = SeededGenerator(seed: 7)
    let snapshots = (0..<5).map { Self.snapshot($0, &random) }
    func rows(_ order: [AddressSnapshot], _ name: String) throws -> [String] {
      let path = folder.path(name)
      _ = try Store.addSnapshots(to: path, isDryRun: false) { list in try order.map { try list.add($0) } }
      return try DatabaseQueue(path: path).read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT address, since, until, state, plugs, commune, cabinet, cabinet_state, cabled_on, available_on, opens_on
            FROM address_list ORDER BY address, since
            """
        ).map(\.description)
      }
    }
    #expect(try rows(snapshots, "a.gpkg") == rows(snapshots.reversed(), "b.gpkg"))
  }

  @Test func onlyChangesAreKept() throws {
    let lines = (0..<100).map {
      AddressLine(address: "A\($0)", state: .targeted, plugs: 1, commune: "80001", cabinet: "PM1")
    }
    let changed = AddressLine(address: "A5", state: .underWay, plugs: 1, commune: "80001", cabinet: "PM1")
    _ = try Store.addSnapshots(to: path, isDryRun: false) { list in
      for number in 0..<20 {
        let today = number < 10 ? lines : lines.map { $0.address == "A5" ? changed : $0 }
        _ = try list.add(AddressSnapshot(date: Self.day(number), source: "\(number)", lines: today))
      }
    }
    let rows = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM address_states") }
    #expect(rows == 101)
  }

  @Test(arguments: 0..<20)
  func aSnapshotThatIsReplacedLeavesNoTrace(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let snapshots = (0..<5).map { Self.snapshot($0, &random) }
    let place = Int.random(in: 0..<5, using: &random)
    let mistaken = AddressSnapshot(
      date: snapshots[place].date, source: "mistaken", lines: Self.snapshot(9, &random).lines)
    func content(_ name: String, _ body: (inout AddressSnapshots) throws -> Void) throws -> [String] {
      let path = folder.path(name)
      try Store.addSnapshots(to: path, isDryRun: false, body)
      return try DatabaseQueue(path: path).read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT address, since, until, state, plugs, commune, cabinet, cabinet_state, cabled_on, available_on, opens_on
            FROM address_list ORDER BY address, since
            """
        ).map(\.description)
          + Row.fetchAll(database, sql: "SELECT * FROM address_snapshots ORDER BY date").map(\.description)
      }
    }
    let straight = try content("a.gpkg") { list in for one in snapshots { _ = try list.add(one) } }
    let mended = try content("b.gpkg") { list in
      for (offset, one) in snapshots.enumerated() { _ = try list.add(offset == place ? mistaken : one) }
      guard case .replaced = try list.replace(with: snapshots[place]) else {
        Issue.record("seed \(seed)")
        return
      }
    }
    #expect(mended == straight, "seed \(seed)")
  }

  @Test func ofADateOneSnapshotIsKept() throws {
    func list(_ source: String, _ state: AddressState) -> AddressSnapshot {
      let line = AddressLine(address: "A", state: state, plugs: 1, commune: "80001", cabinet: "")
      return AddressSnapshot(date: Self.day(0), source: source, lines: [line])
    }
    let outcomes = try Store.addSnapshots(to: path, isDryRun: false) { snapshots in
      try [list("a", .targeted), list("copy", .targeted), list("other", .underWay)].map { try snapshots.add($0) }
    }
    let kept = list("a", .targeted).name
    guard case .appended(_, after: nil) = outcomes[0] else { Issue.record("\(outcomes[0])"); return }
    #expect(outcomes.dropFirst() == [.repeated(kept), .refused(kept)])
    #expect(try Store.open(path: path).snapshotNames() == [kept])
  }

  // MARK: All or nothing

  private struct Stop: Error {}

  @Test func aDryRunWritesNothing() throws {
    var random = SeededGenerator(seed: 1)
    let (one, two) = (Self.snapshot(0, &random), Self.snapshot(1, &random))
    let outcome = try Store.addSnapshots(to: path, isDryRun: true) { try $0.add(one) }
    guard case .appended = outcome else { Issue.record("\(outcome)"); return }
    #expect(!FileManager.default.fileExists(atPath: path))
    _ = try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(one) }
    let before = try folder.tables(path)
    let dry = try Store.addSnapshots(to: path, isDryRun: true) { try $0.add(two) }
    #expect(try folder.tables(path) == before)
    #expect(try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(two) } == dry)
  }

  @Test func whatTheBodyThrowsTakesEverythingBack() throws {
    var random = SeededGenerator(seed: 2)
    let (one, two) = (Self.snapshot(0, &random), Self.snapshot(1, &random))
    #expect(throws: Stop.self) {
      try Store.addSnapshots(to: path, isDryRun: false) { list in
        _ = try list.add(one)
        throw Stop()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")).isEmpty)
    _ = try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(one) }
    let before = try folder.tables(path)
    #expect(throws: Stop.self) {
      try Store.addSnapshots(to: path, isDryRun: false) { list in
        _ = try list.add(two)
        throw Stop()
      }
    }
    #expect(try folder.tables(path) == before)
  }

  @Test func aProcessThatDiesWhileImportingLeavesTheStoreAsItWas() async throws {
    var random = SeededGenerator(seed: 3)
    let first = Self.snapshot(0, &random)
    _ = try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(first) }
    let before = try folder.tables(path)
    let place = path
    await #expect(processExitsWith: .failure) { [place = place as String] in
      var random = SeededGenerator(seed: 4)
      let second = SnapshotLaws.snapshot(1, &random)
      try Store.addSnapshots(to: place, isDryRun: false) { list in
        _ = try list.add(second)
        kill(getpid(), SIGKILL)
      }
    }
    #expect(try folder.tables(path) == before)
    #expect(try Store.open(path: path).snapshotNames() == [first.name])
  }

  @Test func aSnapshotDoesNotTouchTheNetwork() throws {
    _ = try Store.replaceContent(of: path, with: EveryTable.network(), note: HistoryNote("import"))
    var random = SeededGenerator(seed: 5)
    let snapshot = Self.snapshot(0, &random)
    _ = try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(snapshot) }
    let store = try Store.open(path: path)
    #expect(try store.snapshot() == EveryTable.network())
    #expect(try store.replaceContent(with: EveryTable.network(), note: HistoryNote("again")) == 2)
    #expect(try store.snapshotNames() == [snapshot.name])
  }

  @Test func aRowThatAnotherProgramBrokeIsSaid() throws {
    var random = SeededGenerator(seed: 6)
    let snapshot = Self.snapshot(0, &random)
    _ = try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(snapshot) }
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "UPDATE address_states SET cabled_on = 20261345")
    }
    #expect(throws: StoreError.damaged(path: path, table: "address_states", column: "cabled_on")) {
      try Store.open(path: path).snapshotSteps(upTo: .latest)
    }
    let later = Self.snapshot(1, &random)
    #expect(throws: StoreError.damaged(path: path, table: "address_states", column: "cabled_on")) {
      try Store.addSnapshots(to: path, isDryRun: false) { try $0.add(later) }
    }
  }
}
