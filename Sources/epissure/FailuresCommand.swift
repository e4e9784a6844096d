import ArgumentParser
import FibreDeliverables
import FibreModel
import FibreProgramme

/// `failures`: how often final connections fail, and how sure that is.
struct FailuresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "failures",
    abstract: both(
      "Échecs de raccordement : taux, intervalles, cohortes.", "Connection failures: rates, intervals, cohorts."),
    discussion: both(
      """
      D'un programme, par entreprise et par mois de livraison ; ou le taux de deux nombres et son intervalle. Exemples :
        epissure failures data/rip80
        epissure failures --failed 186 --attempts 1240
      """,
      """
      Of a programme, by contractor and month of handover; or the rate of two numbers and its interval. Examples:
        epissure failures data/rip80
        epissure failures --failed 186 --attempts 1240
      """))

  @Argument(
    help: ArgumentHelp(both("Dossier du programme, ou réseau.", "Programme folder, or network."), valueName: "source"))
  var source: String?
  @OptionGroup var asked: ProgrammeOptions
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Nombre d'échecs, sans source.", "Number of failures, without a source."), valueName: "n"))
  var failed: Int?
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      both("Nombre de tentatives, sans source.", "Number of attempts, without a source."), valueName: "n"))
  var attempts: Int?
  @OptionGroup var money: MoneyOutput

  func validate() throws {
    guard (source == nil) == (failed != nil), (failed == nil) == (attempts == nil) else {
      throw ValidationError(
        both("Donner une source, ou --failed et --attempts.", "Give a source, or --failed and --attempts."))
    }
    if let failed, let attempts, failed < 0 || attempts < failed {
      throw ValidationError(
        both(
          "\(failed) échecs sur \(attempts) tentatives : donner de 0 à \(max(0, attempts)) échecs.",
          "\(failed) failures of \(attempts) attempts: give 0 to \(max(0, attempts)) failures."))
    }
  }

  func run() throws {
    let sheet = try sheet()
    try money.report(json: sheet.json, csv: sheet.csv) { sheet.text(in: $0) }
  }

  private func sheet() throws -> FailureSheet {
    if let failed, let attempts { return .rate(Proportion(count: failed, of: attempts)) }
    let (data, day) = try asked.read(source ?? "")
    let work = WorkReview(of: data.programme, [], on: day)
    let findings = ConnectionAttempt.findings(in: data.programme.attempts)
    return .work(
      work, name: data.programme.name,
      findings: (data.findings.filter { $0.place.hasPrefix("attempts.csv") } + findings).sorted(by: Finding.inOrder))
  }
}
