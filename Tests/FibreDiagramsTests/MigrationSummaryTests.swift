import FibreModel
import FibrePlanning
import Testing

@testable import FibreDiagrams

@Suite struct MigrationSummaryTests {
  @Test func figuresOfClosuresAddUpToThePlan() throws {
    let plan = try smallPlan()
    let summary = MigrationSummary(plan, try smallNetwork())
    let steps = plan.nights.flatMap(\.visits).flatMap(\.steps)
    #expect(summary.closures.reduce(0) { $0 + $1.spliceCount } == steps.count { $0.action == .splice })
    #expect(
      summary.closures.flatMap(\.cut).reduce(0) { $0 + $1.fibres.count } == steps.count { $0.action == .cut })
    #expect(summary.unpatchCount == 1 && summary.patchCount == 0)
  }

  @Test func workInARoomIsNoClosure() throws {
    #expect(MigrationSummary(try smallPlan(), try smallNetwork()).closures.map(\.closure) == ["B1"])
  }

  @Test func fibresThatTheNetworkDoesNotKnowAreLeftOut() throws {
    var plan = try smallPlan()
    plan.nights[0].visits[0].steps[0].a = StepEnd(owner: "NOWHERE", number: 1)
    plan.nights[0].visits[0].steps[2].a = StepEnd(owner: "C1/1", number: 999)
    let summary = MigrationSummary(plan, try smallNetwork())
    #expect(summary.closures[0].cut.map(\.fibres) == [[3, 4]])
  }

  @Test func cutNewAndKeptDifferInLineAndNotInColourAlone() throws {
    let dot = MigrationDiagram(try smallPlan(), on: try smallNetwork(), .french).dot
    #expect(dot.contains("style=\"dashed\"") && dot.contains("penwidth=3") && dot.contains("× C1/1"))
    #expect(dot.contains("+ N1") && dot.contains("conservé : C1/2"))
  }
}
