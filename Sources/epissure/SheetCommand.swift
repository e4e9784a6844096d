import ArgumentParser
import FibreDeliverables
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// `sheet`: what contractors receive of a proved plan.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: both(
      "Écrit les dossiers d'intervention d'un plan prouvé.", "Writes the contractors' packages of a proved plan."),
    discussion: both(
      """
      Par nuit et par boîte : le dossier (PDF), le classeur à remplir (XLSX), la liste des positions (CSV) ; les listes de
      brassage des salles ; en PDF et sans --closure, une feuille par nuit.
      Exemple : epissure sheet reseau.gpkg plan/plan.json --closure BPE-AMI-001 --night 2 --format csv,xlsx,pdf --out listes/
      """,
      """
      For each night and closure: the package (PDF), the workbook to fill in (XLSX), the list of positions (CSV); the
      patching lists of the rooms; as PDF and without --closure, a sheet for each night.
      Example: epissure sheet network.gpkg plan/plan.json --closure BPE-AMI-001 --night 2 --format csv,xlsx,pdf --out lists/
      """))

  @OptionGroup var source: NetworkArgument
  @Argument(help: ArgumentHelp(both("Le plan : plan.json.", "The plan: plan.json.")))
  var plan: String
  @Option(name: .long, help: ArgumentHelp(both("Une seule boîte.", "One closure only."), valueName: "code"))
  var closure: String?
  @Option(name: .long, help: ArgumentHelp(both("Une seule nuit.", "One night only.")))
  var night: Int?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Formats : csv, xlsx, pdf, séparés par des virgules.", "Formats: csv, xlsx, pdf, separated by commas.")))
  var format = "csv,xlsx,pdf"
  @Option(name: .long, help: ArgumentHelp(both("Dossier à écrire.", "Folder to write."), valueName: "dir"))
  var out: String
  @OptionGroup var windows: WindowsOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    for name in format.split(separator: ",") where SheetFormat(rawValue: String(name)) == nil {
      throw ValidationError(both("Format inconnu : \(name).", "Unknown format: \(name)."))
    }
  }

  func run() throws {
    let state = try PlanInStore(planFile: plan, store: try Store.open(path: source.network), windows)
    try refuseUnknown(closure, of: state.checked)
    let formats = format.split(separator: ",").compactMap { SheetFormat(rawValue: String($0)) }
    let files = try SpliceSheet(checked: state.checked)
      .deliverables(in: output.lang, formats: Set(formats), place: closure, night: night)
    guard !files.isEmpty else {
      let visits = state.checked.plan.nights.flatMap { day in day.visits.map { (day.night, $0.closure) } }
      throw CommandFailure.noSheet(
        nights: Set(visits.filter { $0.1 == closure }.map(\.0)).sorted(),
        places: Set(visits.filter { $0.0 == night }.map(\.1)).sorted())
    }
    try files.write(to: out)
    Output.written(files.map(\.name), to: out, output)
  }

  /// A closure or room that does not exist is something else than one in which nothing is to be done.
  private func refuseUnknown(_ place: String?, of checked: CheckedPlan) throws {
    guard let place else { return }
    let isKnown = checked.network.box(named: place) != nil || checked.network.site(named: place) != nil
    guard isKnown else { throw CommandFailure.unknownPlace(place) }
  }
}
