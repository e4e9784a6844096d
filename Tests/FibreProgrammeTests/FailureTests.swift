import FibreModel
import FibreProgramme
import Foundation
import Testing

@Suite struct FailureTests {
  private func attempt(
    _ order: String, _ number: Int, _ date: String, _ code: String?, verified: FailureCause? = nil, point: String = "",
    contractor: String = "X", handedOver: String? = "2026-01-10"
  ) -> ConnectionAttempt {
    ConnectionAttempt(
      order: order, number: number, date: day(date), outcome: code.map { .failure(FailureCode($0)) } ?? .success,
      verifiedCause: verified, distributionPoint: point, contractor: contractor, handedOverOn: handedOver.map(day))
  }

  // MARK: Wilson

  @Test(arguments: [
    (186, 1240, 13.1208, 17.0954), (114, 1178, 8.1178, 11.4991), (3, 12, 8.8942, 53.2305), (0, 20, 0, 16.1125),
    (20, 20, 83.8875, 100),
  ])
  func intervalsAreTheKnownOnes(count: Int, total: Int, low: Double, high: Double) throws {
    let interval = try #require(Proportion(count: count, of: total).interval)
    #expect(abs(interval.low * 100 - low) < 0.00005 && abs(interval.high * 100 - high) < 0.00005)
  }

  @Test func nothingOfNothingHasNoRate() {
    #expect(Proportion(count: 0, of: 0).share == nil)
    #expect(Proportion(count: 0, of: 0).interval == nil)
    #expect(FailureFigures(of: []).failures.share == nil)
  }

  // MARK: Codes

  @Test func thereAreFiftyCodes() {
    #expect(FailureCode.known.count == 50)
    let families = Dictionary(grouping: FailureCode.known, by: \.family).mapValues(\.count)
    #expect(families == ["FCLI": 7, "FADR": 4, "FIMP": 19, "FINT": 13, "FAUT": 1, "FRDV": 6])
    #expect(FailureCode(" fint04 ") == FailureCode("FINT04"))
    #expect(FailureCode("FINT04").cause == .construction && FailureCode("FIMP18").cause == .inventoryData)
    #expect(FailureCode("ZZZ99").cause == nil && !FailureCode("ZZZ99").isKnown)
  }

  /// The list of the data set, which lies beside the project where it lies at all.
  private static let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/somme/failure_codes.csv").standardized

  @Test(.enabled(if: FileManager.default.fileExists(atPath: list.path), "skipped: \(list.path) is not there"))
  func theCodesAreThoseOfTheList() throws {
    let rows = try String(contentsOf: Self.list, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rows.count == 50)
    for row in rows {
      let cells = row.split(separator: ",").map(String.init)
      let cause = try #require(FailureCode(cells[0]).cause, "\(row)")
      #expect(cells.contains(cause.rawValue), "\(row)")
      switch cells.last {
      case "oui": #expect(cause.isNetworkOrData, "\(row)")
      case "non": #expect(cause.isClientOrOperator, "\(row)")
      default: #expect(!cause.isNetworkOrData && !cause.isClientOrOperator, "\(row)")
      }
    }
  }

  // MARK: Figures

  @Test func failuresOfClientsAndOperatorsDoNotCountAgainstTheNetwork() {
    let causes: [(FailureCause, Int)] = [
      (.client, 40), (.order, 22), (.addressData, 20), (.inventoryData, 28), (.construction, 60), (.engineering, 6),
      (.planning, 10),
    ]
    var attempts = (0..<1054).map { attempt("S\($0)", 1, "2026-02-01", nil) }
    for (cause, count) in causes {
      attempts += (0..<count).map { attempt("\(cause)\($0)", 1, "2026-02-01", "FAUT01", verified: cause) }
    }
    let figures = FailureFigures(of: attempts)
    #expect(figures.failures == Proportion(count: 186, of: 1240))
    #expect(figures.imputable == Proportion(count: 114, of: 1178))
    #expect(figures.byCause.values.reduce(0, +) == 186 && figures.byCause[.thirdParty] == 0)
  }

  @Test func anOrderServedAtItsSecondAttemptIsOneFailureAndOneSuccess() {
    let attempts = [
      attempt("A", 1, "2026-02-01", "FINT04", point: "PB1"), attempt("A", 2, "2026-02-08", nil, point: "PB1"),
      attempt("B", 1, "2026-02-01", "FINT04", point: "PB1"), attempt("C", 1, "2026-02-03", "FADR01", point: "PB1"),
      attempt("D", 1, "2026-02-03", "XYZ01", point: "PB2"),
    ]
    let figures = FailureFigures(of: attempts)
    #expect(figures.failures == Proportion(count: 4, of: 5))
    #expect(figures.served == Proportion(count: 1, of: 4))
    #expect(figures.repeated == Proportion(count: 1, of: 4))
    #expect(figures.pareto.map { "\($0.key) \($0.count)" } == ["FINT04 2", "FADR01 1", "XYZ01 1"])
    #expect(figures.worstPoints.map(\.key) == ["PB1"])
    #expect(figures.byCause[.other] == 1)
  }

  @Test func cohortsAreByMonthOfHandoverAndContractor() {
    let cohorts = Cohort.all(of: [
      attempt("A", 1, "2026-03-01", "FINT04", handedOver: "2026-01-10"),
      attempt("B", 1, "2026-03-01", nil, handedOver: "2026-01-31"),
      attempt("C", 1, "2026-03-01", nil, contractor: "Y", handedOver: "2026-01-31"),
      attempt("D", 1, "2026-03-01", nil, handedOver: nil), attempt("E", 1, "2026-03-01", nil, handedOver: "2025-12-01"),
    ])
    #expect(
      cohorts.map { "\($0.handedOverIn?.description ?? "-") \($0.contractor) \($0.figures.failures.total)" } == [
        "2025-12 X 1", "2026-01 X 2", "2026-01 Y 1", "- X 1",
      ])
  }

  @Test func aControlChartShowsWhatChanceDoesNotExplain() {
    func month(_ month: String, failed: Int, of count: Int) -> [ConnectionAttempt] {
      (0..<count).map { attempt("\(month)\($0)", 1, "\(month)-15", $0 < failed ? "FINT04" : nil) }
    }
    let chart = ControlChart(
      of: month("2026-01", failed: 50, of: 1000) + month("2026-02", failed: 60, of: 1000)
        + month("2026-04", failed: 130, of: 1000) + month("2026-05", failed: 2, of: 8))
    #expect(chart.points.map(\.month.description) == ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"])
    #expect(chart.points.map(\.isOut) == [true, false, false, true, false])
    #expect(chart.points[2].failures.total == 0)
    #expect(ControlChart(of: []).points.isEmpty)
  }

  @Test func wrongAttemptsAreReported() {
    let attempts = [
      attempt("A", 1, "2026-02-10", "FINT04"), attempt("A", 1, "2026-02-11", nil),
      attempt("B", 1, "2026-02-10", "FINT04"),
      attempt("B", 2, "2026-02-01", nil), attempt("C", 1, "2026-01-01", "ZZZ1"),
    ]
    #expect(
      ConnectionAttempt.findings(in: attempts).map { "\($0.code) \($0.rule)" } == [
        "A attempt.number-taken", "B attempt.out-of-order", "C attempt.before-handover", "ZZZ1 attempt.code-unknown",
      ])
  }
}
