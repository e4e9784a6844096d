import FibreModel
import FibreProgramme
import Testing

/// Lists held against the one before: what they don't say stays, what can't be is not taken.
@Suite struct SettledSnapshotTests {
  private func line(_ number: Int, _ state: AddressState = .deployed, plugs: Int = 3) -> AddressLine {
    AddressLine(
      address: "A\(1000 + number)", state: state, plugs: plugs, commune: "80021", cabinet: "PM",
      cabledOn: day("2026-01-05"))
  }

  private func list(_ lines: [AddressLine]) -> AddressSnapshot {
    AddressSnapshot(date: day("2026-02-01"), source: "list", lines: lines)
  }

  private func settle(
    _ lines: [AddressLine], after before: [AddressLine], gaps: SnapshotGaps = SnapshotGaps(), accepts: Bool = false
  ) -> SettledSnapshot {
    SettledSnapshot(list(lines), gaps: gaps, after: before, isFirst: before.isEmpty, acceptsLosses: accepts)
  }

  @Test func aListWithoutALineIsRefusedWhateverIsAccepted() {
    for accepts in [false, true] {
      let settled = settle([], after: [line(1)], accepts: accepts)
      #expect(settled.isRefused && settled.findings.map(\.rule) == ["snapshot.empty"])
    }
    #expect(settle([], after: []).isRefused)
  }

  @Test func aListThatWasCutOffIsRefusedUnlessItIsAccepted() {
    let before = (0..<210).map { line($0) }
    #expect(!settle(Array(before.prefix(189)), after: before).isRefused)
    let cut = settle(Array(before.prefix(188)), after: before)
    #expect(cut.isRefused && cut.findings.map { "\($0.severity) \($0.rule)" } == ["error snapshot.cut-off"])
    let accepted = settle(Array(before.prefix(188)), after: before, accepts: true)
    #expect(!accepted.isRefused && accepted.findings.map(\.severity) == [.warning])
    // Twenty of twenty-five may go at once; a small list loses much by little.
    let few = Array(before.prefix(25))
    #expect(!settle(Array(few.prefix(5)), after: few).isRefused && settle(Array(few.prefix(4)), after: few).isRefused)
  }

  @Test func anUnknownNumberOfPlugsIsNeverZero() {
    let before = [line(1, plugs: 7)]
    let gaps = SnapshotGaps(missing: [.plugs])
    let kept = settle([line(1, plugs: 0)], after: before, gaps: gaps)
    #expect(kept.snapshot.lines.map(\.plugCount) == [7] && kept.findings.map(\.rule) == ["snapshot.plugs-kept"])
    let one = settle(
      [line(1, plugs: 0), line(2, plugs: 0), line(3, plugs: 4)], after: before,
      gaps: SnapshotGaps(withoutPlugs: ["A1001", "A1002"]))
    #expect(one.snapshot.lines.map(\.plugCount) == [7, 4] && one.leftOutCount == 1 && !one.isRefused)
    #expect(one.findings.map(\.rule) == ["snapshot.plugs-kept", "snapshot.plugs-unknown"])
    #expect(settle([line(1, plugs: 0)], after: [], gaps: gaps).isRefused)
  }

  @Test func whatAMissingColumnTellsStaysAsItWas() throws {
    let bare = AddressLine(address: "A1001", state: .deployed, plugs: 3, commune: "", cabinet: "")
    let settled = settle([bare], after: [line(1)], gaps: SnapshotGaps(missing: [.commune, .cabinet, .cabledOn]))
    #expect(settled.snapshot.lines == [line(1)])
  }

  @Test func aStateThatCanNotBeIsNotTakenUntilAPossibleOneComes() throws {
    let before = [line(1, .targeted)]
    let refused = settle([line(1, .onDemandUnderWay), line(2, .onDemandUnderWay)], after: before)
    #expect(refused.snapshot.lines == before && refused.leftOutCount == 1)
    #expect(
      refused.findings.map { "\($0.code) \($0.rule)" } == ["A1001 address.transition", "A1002 address.transition"])
    let possible = settle([line(1, .underWay)], after: refused.snapshot.lines)
    #expect(possible.snapshot.lines.map(\.state) == [.underWay] && possible.findings.isEmpty)
    // The first list of all comes from nowhere.
    #expect(settle([line(1, .abandoned)], after: []).findings.isEmpty)
  }

  // MARK: Dates

  @Test func datesThatCanNotBeAreSaid() {
    func rules(
      _ state: AddressState = .deployed, cabled: String = "2026-01-05", cabinet: CabinetState = .deployed,
      available: String = "2025-09-01", opens: String = "2025-12-01"
    ) -> [String] {
      list([
        AddressLine(
          address: "A", state: state, plugs: 1, commune: "80021", cabinet: "PM", cabinetState: cabinet,
          cabledOn: day(cabled), availableOn: day(available), opensOn: day(opens))
      ]).dateFindings().map(\.rule)
    }
    #expect(rules() == [])
    #expect(rules(opens: "2025-08-31") == ["cabinet.dates"])
    #expect(rules(opens: "2025-11-30") == ["cabinet.notice"])
    #expect(rules(cabled: "2026-02-02") == ["snapshot.cabled-later"])
    // A day to come is a plan as long as the address is not deployed.
    #expect(rules(.underWay, cabled: "2026-02-02") == [])
    #expect(rules(cabled: "2025-08-04") == ["snapshot.date-doubtful"])
    #expect(rules(cabinet: .abandoned) == ["cabinet.abandoned-deployed"])
  }

  @Test func aCabinetHasOneState() {
    let lines = [("A", CabinetState.underWay), ("B", .deployed)].map {
      AddressLine(address: $0.0, state: .targeted, plugs: 1, commune: "80021", cabinet: "PM", cabinetState: $0.1)
    }
    #expect(list(lines).dateFindings().map(\.rule) == ["cabinet.states-differ"])
  }
}
