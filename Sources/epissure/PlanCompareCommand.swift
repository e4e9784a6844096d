import ArgumentParser
import FibreDeliverables
import FibrePlanning

/// `plan compare`: two plans side by side.
struct PlanCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: both("Compare deux plans, service par service.", "Compares two plans, service by service."),
    discussion: both(
      "Exemple : epissure plan compare plan/plan.json autre/plan.json",
      "Example: epissure plan compare plan/plan.json other/plan.json"))

  @Argument(help: ArgumentHelp(both("Le premier plan.", "The first plan.")))
  var first: String
  @Argument(help: ArgumentHelp(both("Le second plan.", "The second plan.")))
  var second: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let plans = try [first, second].map { try PlanFiles.plan($0, try PlanFiles.bytes($0)) }
    let sheet = PlanComparisonSheet(PlanComparison(plans[0], plans[1]))
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
  }
}
