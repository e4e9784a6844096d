public import ArgumentParser
import FibreDeliverables
import FibreModel
import Foundation

extension Language: ExpressibleByArgument {}

/// What every command takes.
struct OutputOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(both("Un document JSON sur la sortie standard.", "One JSON document on standard output.")))
  var json = false

  @Option(name: .long, help: ArgumentHelp(both("Langue : fr ou en.", "Language: fr or en."), valueName: "fr|en"))
  var lang: Language = Speech.language
}

/// Where results and remarks go.
enum Output {
  /// Prints a result on standard output.
  static func result(_ text: String) {
    FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// Prints a remark on standard error.
  static func remark(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Says what is going on, on a terminal only; the next line overwrites it.
  static func status(_ text: String) {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  /// Takes the last status away.
  static func clearStatus() {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }

  /// Says which files were written where.
  static func written(_ names: [String], to folder: String, _ options: OutputOptions) {
    if options.json {
      result(JSONValue.object(["files": .array(names.sorted().map { .string($0) }), "folder": .string(folder)]).text)
    } else {
      result(both("\(names.count) fichier(s) écrit(s) dans \(folder).", "\(names.count) file(s) written to \(folder)."))
    }
  }

  private static let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
}
