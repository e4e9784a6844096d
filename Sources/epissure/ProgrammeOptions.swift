import ArgumentParser
import FibreDeliverables
import FibreModel

/// The programme and the day of a question, beside its source.
struct ProgrammeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Dossier du programme, quand la source est un réseau.", "Programme folder, when the source is a network."),
      valueName: "dir"))
  var programme: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Jour des données ; sinon le dernier IPE.", "Day of the data; else the last IPE."), valueName: "date"))
  var date: CalendarDate?

  /// What is known of the programme, and the day that is asked for, or else that of the last list.
  func read(_ source: String) throws -> (data: ProgrammeSource, day: CalendarDate) {
    let data = try ProgrammeSource(source, programme: programme)
    return (data, try data.day(date, of: source))
  }
}
