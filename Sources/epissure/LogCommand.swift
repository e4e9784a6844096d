import ArgumentParser
import FibreDeliverables
import FibreModel
import FibreStore

/// `log`: what was done to a network, revision by revision.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: both(
      "Dit ce qui a été fait d'un réseau, révision par révision, et les listes et territoires importés.",
      "Says what was done to a network, revision by revision, and the lists and territories imported."),
    discussion: both("Exemple : epissure log reseau.gpkg", "Example: epissure log network.gpkg"))

  @OptionGroup var source: NetworkArgument
  @OptionGroup var output: OutputOptions
}

extension LogCommand {
  func run() throws {
    let store = try Store.open(path: source.network)
    let history = try store.history()
    let (lists, territories) = (try store.snapshotNames(), try store.territoryDays())
    if output.json {
      let rows = history.map { entry in
        JSONValue.members([
          ("revision", .integer(entry.revision)), ("operation", .string(entry.operation.rawValue)),
          ("note", .string(entry.note.text)), ("night", entry.note.night.map { .integer($0) }),
          ("undoes", entry.undoes.map { .integer($0) }), ("undoneBy", entry.undoneBy.map { .integer($0) }),
          ("changes", .integer(entry.changeCount)),
        ])
      }
      return Output.result(
        JSONValue.object([
          "history": .array(rows),
          "lists": .array(
            lists.map { .object(["date": .string("\($0.date)"), "source": .string($0.source)]) }),
          "territories": .array(territories.map { .string("\($0)") }),
        ]).text)
    }
    for entry in history {
      Output.result("\(entry.revision)  \(entry.sentence[output.lang])")
    }
    for list in lists {
      Output.result(
        Phrase(
          "Liste d'adresses du \(list.date) : \(list.source)", "List of addresses of \(list.date): \(list.source)")[
            output.lang])
    }
    for day in territories {
      Output.result(Phrase("Territoire du \(day)", "Territory of \(day)")[output.lang])
    }
  }
}
