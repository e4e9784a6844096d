import FibreModel
import FibreProgramme
import FibreTestSupport
import Testing

/// A snapshot written in a line: `A:CI:2 B:DE:1`, address, state and plugs.
func snapshot(_ date: String, _ text: String, source: String? = nil, commune: String = "80001") -> AddressSnapshot {
  let lines = text.split(separator: " ").map { item in
    let parts = item.split(separator: ":")
    return AddressLine(
      address: String(parts[0]), state: AddressState(code: parts[1]) ?? .targeted, plugs: Int(parts[2]) ?? 0,
      commune: commune, cabinet: parts.count > 3 ? String(parts[3]) : "PM1")
  }
  return AddressSnapshot(date: day(date), source: source ?? "\(date).csv", lines: lines)
}

@Suite struct AddressHistoryTests {
  private func history(_ snapshots: AddressSnapshot...) -> (history: AddressHistory, rules: [[String]]) {
    var history = AddressHistory()
    let rules = snapshots.map { history.add($0).findings.map { "\($0.code) \($0.rule)" } }
    return (history, rules)
  }

  @Test func onlyChangesAreKept() {
    let (history, rules) = history(
      snapshot("2026-01-01", "A:CI:2 B:EC:1 C:DE:4"), snapshot("2026-01-15", "A:EC:2 B:EC:1 C:DE:4 D:CI:1"))
    #expect(history.steps.map(\.changes.count) == [3, 2])
    #expect(history.steps.map(\.lineCount) == [3, 4])
    #expect(rules == [[], []])
  }

  @Test func theWholeOfAnyDayCanBeHadBack() {
    let first = snapshot("2026-01-01", "A:CI:2 B:EC:1 C:EC:4")
    let second = snapshot("2026-01-15", "A:EC:2 C:DE:5 D:CI:1")
    let history = history(first, second).history
    #expect(history.lines(on: day("2025-12-31")).isEmpty)
    #expect(history.lines(on: day("2026-01-14")) == first.lines)
    #expect(history.lines(on: day("2026-01-15")) == second.lines)
    #expect(history.lines == second.lines)
  }

  // MARK: Repeated, out of order, missing

  @Test func aRepeatedSnapshotIsSaidAndNotKept() {
    var history = AddressHistory()
    _ = history.add(snapshot("2026-01-01", "A:CI:2"))
    let again = history.add(snapshot("2026-01-01", "A:CI:2", source: "copy.csv"))
    #expect(again.outcome == .repeated)
    #expect(again.findings.map(\.rule) == ["snapshot.repeated"])
    let other = history.add(snapshot("2026-01-01", "A:EC:2", source: "other.csv"))
    #expect(other.outcome == .refused)
    #expect(other.findings.map(\.rule) == ["snapshot.date-taken"])
    #expect(history.steps.count == 1)
    // The same content under another date is kept, since its date is news, and said.
    let same = history.add(snapshot("2026-01-15", "A:CI:2"))
    #expect(same.findings.map(\.rule) == ["snapshot.unchanged"])
    #expect(history.steps.count == 2)
  }

  @Test func aSnapshotThatComesLateTakesItsPlace() {
    let one = snapshot("2026-01-01", "A:CI:2 B:CI:1")
    let two = snapshot("2026-01-15", "A:EC:2 B:CI:1 C:CI:1")
    let three = snapshot("2026-01-29", "A:DE:2 C:CI:3")
    var late = AddressHistory()
    _ = late.add(one)
    _ = late.add(three)
    let result = late.add(two)
    #expect(result.findings.map(\.rule).contains("snapshot.out-of-order"))
    guard case .inserted(let step, let next) = result.outcome else { Issue.record("not inserted"); return }
    #expect(step.date == two.date && next.date == three.date)
    #expect(late == history(one, two, three).history)
  }

  @Test func whatComesLateIsJudgedTowardsTheNextListToo() {
    var late = AddressHistory()
    _ = late.add(snapshot("2026-01-01", "A:CI:2 B:CI:1 C:CI:1 D:DE:1"))
    _ = late.add(snapshot("2026-01-29", "A:CI:2 B:EC:1 C:RD:1 D:DE:1"))
    // A goes forth and back in between, B can't come from where it was, and C and D are as they were.
    let rules = late.add(snapshot("2026-01-15", "A:EC:2 B:RC:1 C:CI:1 D:DE:1")).findings.map { "\($0.code) \($0.rule)" }
    #expect(
      rules == [
        "2026-01-15 snapshot.out-of-order", "A address.regression", "B address.transition-kept",
      ])
  }

  @Test(arguments: 0..<60)
  func theOrderOfImportsMakesNoDifference(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let snapshots = (0..<6).map { number in
      let lines = (0..<12).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }.map { address in
        "A\(address):\(AddressState.allCases.randomElement(using: &random)?.code ?? ""):\(Int.random(in: 1...3, using: &random))"
      }
      return snapshot("2026-0\(number + 1)-01", lines.joined(separator: " "))
    }
    var inOrder = AddressHistory()
    for one in snapshots { _ = inOrder.add(one) }
    var shuffled = AddressHistory()
    for one in snapshots.shuffled(using: &random) { _ = shuffled.add(one) }
    #expect(shuffled == inOrder, "seed \(seed)")
    #expect(AddressHistory(replaying: inOrder.steps) == inOrder, "seed \(seed)")
    for one in snapshots { #expect(inOrder.lines(on: one.date) == one.lines, "seed \(seed)") }
  }

  @Test func aGapBetweenSnapshotsIsSaid() {
    let rules = history(
      snapshot("2026-01-01", "A:CI:2"), snapshot("2026-01-20", "A:EC:2"), snapshot("2026-03-03", "A:DE:2")
    ).rules
    #expect(rules == [[], [], ["2026-03-03 snapshot.gap"]])
  }

  // MARK: Addresses

  @Test func everyOddStepIsSaidByAddress() {
    let rules = history(
      snapshot("2026-01-01", "A:DE:2 B:DE:1 C:CI:1 D:CI:1 E:CI:1 F:AB:1 G:EC:3 H:DE:1 I:EC:1"),
      snapshot("2026-01-15", "A:EC:2 B:AB:1 C:DE:1 D:RC:1 E:CI:1 H:DE:1 I:CI:1 J:DE:1 K:RC:1")
    ).rules
    #expect(
      rules[1] == [
        "A address.deployed-lost", "B address.deployed-lost", "C address.steps-missed",
        "G address.vanished", "I address.regression", "J address.appears-deployed",
      ])
  }

  @Test func ofLinesWithOneAddressTheFirstIsKept() {
    let doubled = snapshot("2026-01-01", "B:CI:1 A:CI:2 A:DE:3")
    #expect(doubled.lines.map(\.address) == ["A", "B"])
    #expect(doubled.lines[0].state == .targeted)
  }
}
