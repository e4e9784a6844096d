import FibreModel
import FibreStore
import Foundation
import Testing

@Suite struct StoreLaws {
  let folder: StoreFolder
  var path: String { folder.path("n.gpkg") }

  init() throws { folder = try StoreFolder() }

  @Test func whatIsWrittenIsReadBack() throws {
    let network = EveryTable.network()
    #expect(try Store.replaceContent(of: path, with: network, note: HistoryNote("import")) == 1)
    #expect(try Store.open(path: path).snapshot() == network)
  }

  @Test func contentIsReplacedAsAWhole() throws {
    _ = try Store.replaceContent(of: path, with: EveryTable.network(), note: HistoryNote("one"))
    #expect(try Store.replaceContent(of: path, with: EveryTable.network(), note: HistoryNote("two")) == 2)
    let store = try Store.open(path: path)
    #expect(try store.snapshot().joints == EveryTable.network().joints)
    #expect(try store.history().map(\.note.text) == ["one", "two"])
  }

  /// Edits of every kind, made on the network of `EveryTable`.
  private func edits(on network: Network) throws -> [NetworkChange] {
    let cord = CordRecord(code: Code("JN"), cable: Code("JN"), role: "x", fibreCode: "FJN", node: Code("N1"))
    let splice = network.record(of: try #require(network.joints.index(of: Code("PS0"))))
    var moved = splice
    moved.number = 7
    moved.kind = .parked
    moved.second = nil
    let port = network.record(of: try #require(network.joints.index(of: Code("PS5"))))
    var patched = port
    patched.first = FibreEndName(section: Code("JN"), number: 1, side: .a)
    let new = JointRecord(
      code: Code("PSN"), holder: splice.holder, number: splice.number, kind: .splice, technique: .fusion,
      first: FibreEndName(section: Code("CB/1"), number: 9, side: .b), second: splice.second)
    let parked = network.record(of: try #require(network.joints.index(of: Code("PS3"))))
    return [
      .addCord(cord), .replaceJoint(splice, with: moved), .removeJoint(parked), .addJoint(new),
      .replaceJoint(port, with: patched),
      .moveService(
        Code("S1"), from: [PortName(panel: Code("TI"), number: 1), PortName(panel: Code("TI"), number: 2)],
        to: [PortName(panel: Code("TI"), number: 9)]),
      .redeclareRoute(
        Code("RT"), from: fibres(("CB/1", 3), ("CB/1", 1)), to: fibres(("CB/2", 9), ("JN", 1), ("CB/1", 1))),
      .setFreeTrays(Code("BP0"), from: 4, to: 3),
    ]
  }

  private func fibres(_ names: (section: String, number: Int)...) -> [FibreName] {
    names.map { FibreName(section: Code($0.section), number: $0.number) }
  }

  @Test func applyingInTheStoreAgreesWithApplyingInMemory() throws {
    let network = EveryTable.network()
    _ = try Store.replaceContent(of: path, with: network, note: HistoryNote("import"))
    let store = try Store.open(path: path)
    let changes = try edits(on: network)
    #expect(try store.apply([(changes, HistoryNote("edit"))], expecting: 1) == [2])
    let stored = try store.snapshot()
    let expected = try network.applying(changes)
    #expect(stored.joints == expected.joints)
    #expect(stored.sections == expected.sections)
    #expect(stored.services == expected.services)
    #expect(stored.declaredRoutes == expected.declaredRoutes)
    #expect(stored.rules == expected.rules)
    #expect(stored.rules != network.rules)
  }

  @Test func undoingRestoresEveryTableExactly() throws {
    let network = EveryTable.network()
    _ = try Store.replaceContent(of: path, with: network, note: HistoryNote("import"))
    let store = try Store.open(path: path)
    let before = try folder.tables(path)
    _ = try store.apply([(try edits(on: network), HistoryNote("edit"))], expecting: 1)
    #expect(try folder.tables(path) != before)
    #expect(try store.undo(2) == 3)
    #expect(try folder.tables(path) == before)
    #expect(try store.history().map(\.isStanding) == [true, false, false])
    #expect(throws: StoreError.alreadyUndone(path: path, revision: 2, by: 3)) { try store.undo(2) }
    #expect(throws: StoreError.notUndoable(path: path, revision: 1)) { try store.undo(1) }
  }

  // MARK: Digests

  @Test func theSameContentHasTheSameDigestAndOtherContentAnother() throws {
    let network = EveryTable.network()
    let digests = try ["a", "b", "c"].map { name in
      let path = folder.path("\(name).gpkg")
      let content = name == "c" ? try network.applying(try edits(on: network)) : network
      _ = try Store.replaceContent(of: path, with: content, note: HistoryNote("import \(name)"))
      return try #require(try Store.open(path: path).digest(of: 1))
    }
    #expect(digests[0] == digests[1] && digests[0] != digests[2])
    #expect(digests[0].count == 16)
  }

  @Test func eachRevisionKeepsItsDigestAndEditsGoIntoTheNext() throws {
    let network = EveryTable.network()
    let stores = try ["a", "b"].map { name in
      let path = folder.path("\(name).gpkg")
      _ = try Store.replaceContent(of: path, with: network, note: HistoryNote("import"))
      return try Store.open(path: path)
    }
    let first = try stores[0].digest(of: 1)
    _ = try stores[0].apply([(try edits(on: network), HistoryNote("edit"))], expecting: 1)
    _ = try stores[1].apply([(try edits(on: network), HistoryNote("the same, in other words"))], expecting: 1)
    #expect(try stores[0].digest(of: 1) == first)
    #expect(try stores[0].digest(of: 2) != first)
    #expect(try stores[0].digest(of: 2) == stores[1].digest(of: 2))
    _ = try stores[0].undo(2)
    _ = try stores[1].apply([([], HistoryNote("nothing"))], expecting: 2)
    #expect(try stores[0].digest(of: 3) != stores[1].digest(of: 3))
    #expect(try stores[0].digest(of: 4) == nil)
  }

  @Test func aNightUnderALaterOneIsNotUndoneFirst() throws {
    let network = EveryTable.network()
    _ = try Store.replaceContent(of: path, with: network, note: HistoryNote("import"))
    let store = try Store.open(path: path)
    let joint = network.record(of: try #require(network.joints.index(of: Code("PS3"))))
    var moved = joint
    moved.number = 8
    let steps: [([NetworkChange], HistoryNote)] = [
      ([.replaceJoint(joint, with: moved)], HistoryNote("a")), ([.removeJoint(moved)], HistoryNote("b")),
    ]
    #expect(try store.apply(steps, expecting: 1) == [2, 3])
    #expect(throws: StoreError.overwritten(path: path, revision: 2, by: [3])) { try store.undo(2) }
    _ = try store.undo(3)
    _ = try store.undo(2)
    #expect(try store.snapshot().joints == network.joints)
  }

  @Test func aStoreThatMovedOnRefusesEdits() throws {
    let network = EveryTable.network()
    _ = try Store.replaceContent(of: path, with: network, note: HistoryNote("import"))
    _ = try Store.replaceContent(of: path, with: network, note: HistoryNote("again"))
    let store = try Store.open(path: path)
    let refusal = #expect(throws: StoreError.self) {
      try store.apply([(try edits(on: network), HistoryNote("edit"))], expecting: 1)
    }
    guard case .stale(_, 1, 2, let since) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(since.map(\.note.text) == ["again"])
  }

  @Test func editsThatDoNotFitLeaveTheStoreAlone() throws {
    let network = EveryTable.network()
    _ = try Store.replaceContent(of: path, with: network, note: HistoryNote("import"))
    let store = try Store.open(path: path)
    let before = try folder.tables(path)
    let good = try edits(on: network)
    #expect(throws: StoreError.self) {
      try store.apply([(good, HistoryNote("good")), (good, HistoryNote("twice"))], expecting: 1)
    }
    #expect(try folder.tables(path) == before)
    #expect(try store.history().count == 1)
  }
}
