import ArgumentParser
import FibreDeliverables
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// `plan progress`: how far a migration has come.
struct PlanProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: both("Dit où en est une migration.", "Tells how far a migration has come."),
    discussion: both(
      """
      Tout est lu dans le réseau : nuits inscrites par plan apply ou import asdone. Sans --date, au jour de la dernière
      nuit travaillée.
      Exemple : epissure plan progress reseau.gpkg plan/plan.json --pdf avancement.pdf
      """,
      """
      All is read from the network: nights written by plan apply or import asdone. Without --date, as of the last night
      worked.
      Example: epissure plan progress network.gpkg plan/plan.json --pdf progress.pdf
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(help: ArgumentHelp(both("Le plan : plan.json.", "The plan: plan.json.")))
  var plan: String
  @Option(
    name: .long, help: ArgumentHelp(both("Le jour de l'état : 2027-01-20.", "The day to tell it for: 2027-01-20.")))
  var date: String?
  @Option(name: .long, help: ArgumentHelp(both("Une page PDF à écrire.", "A page of PDF to write."), valueName: "file"))
  var pdf: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let date, CalendarDate(date) == nil {
      throw ValidationError(both("--date \(date) : écrire 2027-01-20.", "--date \(date): write 2027-01-20."))
    }
  }

  func run() throws {
    let bytes = try PlanFiles.bytes(plan)
    let planned = try PlanFiles.plan(plan, bytes)
    let store = try Store.open(path: source.network)
    let network = try store.snapshot()
    let history = try store.history()
    try PlanFiles.refuseOther(planned, plan, than: store)
    let mark = PlanFiles.mark(bytes)
    let undone = Set(history.filter { $0.note.plan == mark && $0.undoneBy != nil }.compactMap(\.note.night))
    let progress = ProgressSurvey.progress(
      of: planned, on: network, undone: undone, date: date.flatMap { CalendarDate($0) })
    let sheet = ProgressSheet(progress)
    if let pdf {
      let slash = pdf.lastIndex(of: "/")
      let folder = slash.map { String(pdf[..<$0]) } ?? "."
      let name = slash.map { String(pdf[pdf.index(after: $0)...]) } ?? pdf
      try Deliverable(name: name, bytes: try sheet.pdf(in: output.lang)).write(to: folder.isEmpty ? "/" : folder)
    }
    Output.result(output.json ? sheet.json(in: output.lang).text : sheet.text(in: output.lang))
  }
}
