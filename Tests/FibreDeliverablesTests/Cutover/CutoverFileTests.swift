import FibreDeliverables
import FibreModel
import FibrePlanning
import Foundation
import Testing

@Suite struct CutoverFileTests {
  private static let instance = """
    {"format":"cutover-1","name":"one","params":{"window_min":360,"reserve_rollback_min":60,"setup_min":45,
    "close_min":15,"splice_min":5,"test_min":2,"tube_open_min":10,"max_circuits_per_operator_window":40,
    "tie_fibres":12,"soak_windows":1,"max_bpe_per_crew_window":1},"crews":1,"windows":3,
    "bpes":[{"id":"B1","max_crews":1,"free_trays":4}],
    "new_cables":[{"id":"N1","bpe":"B1","fibres":24,"modulo":12,"length_m":900}],
    "tubes":[{"id":"T1","kind":"gfu","live":4,"fibres":12,"candidates":[{"bpe":"B1","cable":"N1","state":"passage",
    "live_splices":4,"total_splices":12,"new_len_m":910,"old_len_m":50}]}],
    "services":[{"id":"S1","tube":"T1","client":"C","operator":"O","fibres":4,"max_outage_min":240,"cls":"std"}],
    "cross_connects":[],"forbidden":[{"client":"C","windows":[1]}]}
    """

  private func read(_ text: String) throws -> CutoverInstance { try CutoverFile.instance(Array(text.utf8)) }

  private func error(replacing old: String, by new: String) -> PlanFileError? {
    do {
      _ = try read(Self.instance.replacingOccurrences(of: old, with: new))
      return nil
    } catch {
      return error as? PlanFileError
    }
  }

  @Test func anInstanceIsReadWhole() throws {
    let instance = try read(Self.instance)
    #expect(instance.tubes[0].candidates[0].isPassage)
    #expect(instance.closures[0].setupMinutes == 45)
    #expect(instance.refusals == [.init(client: "C", windows: [1])])
    #expect(instance.parameters.tieFibres == 12)
  }

  @Test func whatIsWrongIsNamedWithItsPlace() {
    #expect(error(replacing: "\"crews\":1", by: "\"crew\":1") == .missing(path: "$.crews"))
    #expect(
      error(replacing: "\"live\":4", by: "\"live\":\"4\"")
        == .wrongType(path: "$.tubes[0].live", expected: .wholeNumber))
    #expect(
      error(replacing: "\"passage\"", by: "\"cut\"")
        == .badValue(path: "$.tubes[0].candidates[0].state", text: "cut", expected: .oneOf(["soude", "passage"])))
    #expect(error(replacing: "cutover-1", by: "cutover-9") == .otherFormat("cutover-9"))
    guard case .notJSON = error(replacing: "{\"format\"", by: "format") else {
      Issue.record("a text that is no JSON was read")
      return
    }
  }

  @Test func aPlanComesBackAsItWas() throws {
    let plan = CutoverPlan(moves: [.init(tube: "T1", closure: "B1", window: 2, crew: 1)])
    #expect(try CutoverFile.plan(Array(CutoverFile.text(of: plan).utf8)) == plan)
  }

  @Test func theReportSaysWhatIsProved() throws {
    let reduction = try CutoverReduction(read(Self.instance))
    var search = CutoverSearch(reduction.problem)
    search.run(.rounds(3))
    let best = try #require(search.best)
    let report = CutoverReport(
      reduction, best, search.bounds, effort: .init(seed: 1, rounds: 3, milliseconds: 1_250))
    // Window 1 is forbidden, which the bounds don't see.
    #expect(best.objectives.windows == 2)
    #expect(report.text(in: .french).contains("Non prouvé optimal."))
    #expect(report.text(in: .french).contains("1,3 s"))
    #expect(report.file.contains("\"weightedOutageMinutes\":94"))
    #expect(try CutoverFile.plan(Array(report.file.utf8)) == reduction.plan(of: best))
  }

  // MARK: Instances that are handed out

  private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/data/migration-instances/cutover").path

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: shared), "needs ../shared/data/migration-instances"),
    arguments: [("mini-1", [4, 4, 371]), ("small-1", [5, 8, 4_947])])
  func smallInstancesAreSolvedAndProved(name: String, figures: [Int]) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.shared)/\(name).json"))
    let instance = try CutoverFile.instance([UInt8](data))
    let reduction = try CutoverReduction(instance)
    var search = CutoverSearch(reduction.problem)
    search.run(.rounds(2))
    let best = try #require(search.best)
    #expect([best.objectives.windows, best.objectives.crewNights, best.objectives.weightedOutage] == figures)
    #expect(search.isOptimal)
    #expect(CutoverCheck(reduction.plan(of: best), of: instance, announced: best.objectives).violations.isEmpty)
  }
}
