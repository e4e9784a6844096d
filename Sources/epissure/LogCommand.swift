import ArgumentParser
import FibreDeliverables
import FibreStore

/// `log`: what was done to a network, revision by revision.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: both(
      "Dit ce qui a été fait d'un réseau, révision par révision.",
      "Says what was done to a network, revision by revision."),
    discussion: both("Exemple : epissure log reseau.gpkg", "Example: epissure log network.gpkg"))

  @OptionGroup var source: NetworkArgument
  @OptionGroup var output: OutputOptions
}

extension LogCommand {
  func run() throws {
    let history = try Store.open(path: source.network).history()
    if output.json {
      let rows = history.map { entry in
        JSONValue.members([
          ("revision", .integer(entry.revision)), ("operation", .string(entry.operation.rawValue)),
          ("note", .string(entry.note.text)), ("night", entry.note.night.map { .integer($0) }),
          ("undoes", entry.undoes.map { .integer($0) }), ("undoneBy", entry.undoneBy.map { .integer($0) }),
          ("changes", .integer(entry.changeCount)),
        ])
      }
      return Output.result(JSONValue.object(["history": .array(rows)]).text)
    }
    for entry in history {
      Output.result("\(entry.revision)  \(entry.sentence[output.lang])")
    }
  }
}
