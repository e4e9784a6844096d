import FibreModel
import FibreProgramme
import Testing

@Suite struct StudyTests {
  private func study(_ zone: String = "Z1", due: String = "2026-01-05", plugs: Int = 100) -> StudyDeliverable {
    StudyDeliverable(zone: zone, kind: .detailed, contractor: "X", dueOn: day(due), plugs: plugs)
  }

  private func findings(blocking: Int = 0, minor: Int = 0) -> StudyDeliverable.Findings {
    var findings = StudyDeliverable.Findings()
    findings.blocking = blocking
    findings.minor = minor
    return findings
  }

  /// A study that is accepted at a version, a version a week.
  private func accepted(at version: Int, zone: String) throws -> StudyDeliverable {
    var study = study(zone)
    for number in 1...version {
      let date = day("2026-01-05").adding(days: number * 7)
      try study.deposit(on: date, fingerprint: "\(zone)-\(number)")
      try study.decide(
        number == version ? .accepted : .refused, on: date.adding(days: 2), controller: "C",
        findings: findings(blocking: number == version ? 0 : 1))
    }
    return study
  }

  // MARK: Versions

  @Test func everyVersionIsKept() throws {
    var study = study()
    #expect(study.state == .expected)
    try study.deposit(on: day("2026-01-07"), fingerprint: "f1")
    #expect(study.state == .underControl(version: 1))
    try study.decide(.refused, on: day("2026-01-20"), controller: "C", findings: findings(blocking: 2))
    try study.deposit(on: day("2026-01-30"), fingerprint: "f2")
    try study.decide(.acceptedWithReserves, on: day("2026-02-03"), controller: "C", findings: findings(minor: 1))
    #expect(study.versions.map(\.fingerprint) == ["f1", "f2"])
    #expect(study.versions.map(\.findings.total) == [2, 1])
    #expect(study.acceptedOn == day("2026-02-03"))
    #expect(study.state == .decided(.acceptedWithReserves, version: 2))
  }

  @Test func stepsOutOfTurnAreRefused() throws {
    var study = study()
    #expect(throws: StudyDeliverable.Refusal.nothingToDecide) {
      try study.decide(.accepted, on: day("2026-01-07"), controller: "C", findings: findings())
    }
    try study.deposit(on: day("2026-01-07"), fingerprint: "f1")
    #expect(throws: StudyDeliverable.Refusal.undecided(version: 1)) {
      try study.deposit(on: day("2026-01-08"), fingerprint: "f2")
    }
    #expect(throws: StudyDeliverable.Refusal.before(day("2026-01-07"), asked: day("2026-01-06"))) {
      try study.decide(.refused, on: day("2026-01-06"), controller: "C", findings: findings())
    }
    try study.decide(.refused, on: day("2026-01-09"), controller: "C", findings: findings())
    #expect(throws: StudyDeliverable.Refusal.sameFile(asVersion: 1)) {
      try study.deposit(on: day("2026-01-12"), fingerprint: "f1")
    }
    #expect(throws: StudyDeliverable.Refusal.before(day("2026-01-09"), asked: day("2026-01-08"))) {
      try study.deposit(on: day("2026-01-08"), fingerprint: "f2")
    }
    var withdrawn = study
    try withdrawn.withdraw(on: day("2026-01-15"))
    #expect(withdrawn.state == .withdrawn)
    #expect(throws: StudyDeliverable.Refusal.withdrawn) {
      try withdrawn.deposit(on: day("2026-01-16"), fingerprint: "f3")
    }
    try study.deposit(on: day("2026-01-12"), fingerprint: "f2")
    try study.decide(.accepted, on: day("2026-01-13"), controller: "C", findings: findings())
    #expect(throws: StudyDeliverable.Refusal.alreadyAccepted) {
      try study.deposit(on: day("2026-01-14"), fingerprint: "f3")
    }
    #expect(throws: StudyDeliverable.Refusal.alreadyAccepted) { try study.withdraw(on: day("2026-01-14")) }
  }

  // MARK: Clocks

  @Test func theTwoClocksRunByTurns() throws {
    var study = study(due: "2026-01-05")
    #expect(StudyClocks(of: study, on: day("2026-01-05")).contractor.isEmpty)
    let late = StudyClocks(of: study, on: day("2026-01-12")).contractor
    #expect(late.map(\.workingDays) == [5] && late[0].isOpen)
    try study.deposit(on: day("2026-01-07"), fingerprint: "f1")
    let waiting = StudyClocks(of: study, on: day("2026-01-09")).owner
    #expect(waiting.map(\.workingDays) == [2] && waiting[0].isOpen && waiting[0].version == 1)
    try study.decide(.refused, on: day("2026-01-14"), controller: "C", findings: findings())
    try study.deposit(on: day("2026-01-21"), fingerprint: "f2")
    try study.decide(.accepted, on: day("2026-01-23"), controller: "C", findings: findings())
    let clocks = StudyClocks(of: study, on: day("2026-12-31"))
    #expect(clocks.contractor.map(\.workingDays) == [2, 5])
    #expect(clocks.owner.map(\.workingDays) == [5, 2])
    #expect((clocks.contractor + clocks.owner).allSatisfy { !$0.isOpen })
    // What a day did not know yet is not on its clocks.
    let then = StudyClocks(of: study, on: day("2026-01-15"))
    #expect(then.owner.map(\.workingDays) == [5] && then.contractor.map(\.isOpen) == [false, true])
  }

  @Test func anEarlyDepositIsTimeInHand() throws {
    var study = study(due: "2026-01-05")
    try study.deposit(on: day("2025-12-30"), fingerprint: "f1")
    // 31 December, 2 and 5 January; 1 January is a holiday.
    #expect(StudyClocks(of: study, on: day("2026-01-05")).contractor.map(\.workingDays) == [-3])
  }

  // MARK: Figures

  @Test func firstPassYieldAndMeanVersionsAreTheKnownOnes() throws {
    var studies: [StudyDeliverable] = []
    for (version, count) in [(1, 62), (2, 27), (3, 9), (4, 2)] {
      for number in 0..<count { studies.append(try accepted(at: version, zone: "Z\(version)-\(number)")) }
    }
    let figures = StudyFigures(of: studies, on: day("2026-12-31"))
    #expect(figures.firstPass == Proportion(count: 62, of: 100))
    #expect(figures.acceptedAtVersion == [62, 27, 9, 2])
    #expect(figures.meanVersions?.text(decimals: 2) == "1.51")
    #expect(figures.refusedVersions == Proportion(count: 51, of: 151))
    #expect(figures.refusedVersions.share?.percentText(decimals: 1) == "33.8")
    #expect(figures.findings.blocking == 51)
    #expect(figures.findingsPerThousandPlugs?.text(decimals: 2) == "3.38")
    #expect(figures.ownerDays.count == 151 && figures.ownerDays.percentile(85) == 2)
    #expect(StudyFigures(of: [], on: day("2026-12-31")).meanVersions == nil)
    #expect(StudyFigures(of: studies, on: day("2025-12-31")).firstPass.total == 0)
  }

  @Test func waitsAreCountedByAge() throws {
    var waiting = study("Z1")
    try waiting.deposit(on: day("2026-01-07"), fingerprint: "f")
    let figures = StudyFigures(of: [waiting, study("Z2", due: "2026-01-05")], on: day("2026-01-23"))
    #expect(figures.ownerWaiting == [1, 1, 0])
    #expect(figures.contractorWaiting == [1, 1, 0])
  }

  @Test func percentilesAreNearestRanks() {
    #expect([1, 2, 3, 4].percentile(50) == 2)
    #expect([1, 2, 3, 4].percentile(85) == 4)
    #expect([7].percentile(1) == 7)
    #expect([Int]().percentile(50) == nil)
  }

  @Test func aControllerHas228Days() {
    let load = ControllerLoad(versionsExpected: 400, minutesPerVersion: 210)
    #expect(load.daysNeeded?.text(decimals: 0) == "200")
    #expect(load.load?.percentText(decimals: 1) == "87.7" && load.isOverloaded)
    #expect(!ControllerLoad(versionsExpected: 400, minutesPerVersion: 210, controllers: 2).isOverloaded)
    let none = ControllerLoad(versionsExpected: 1, minutesPerVersion: 210, controllers: 0)
    #expect(none.load == nil && none.isOverloaded)
  }
}
