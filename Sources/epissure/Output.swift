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
  /// Prints a result on standard output; ends the run when it can't be written.
  ///
  /// A reader who has seen enough (`| head`) is no fault: the rest goes unsaid, and the exit code is what it would be.
  static func result(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
    } catch {
      if isClosedPipe(error) { return }
      Exit.end(with: CommandFailure.outputNotWritten)
    }
  }

  /// Writes a text to a file, whose folder is made when it is not there.
  static func write(_ text: String, to path: String) throws(DeliverableError) {
    try write(bytes: Array(text.utf8), to: path)
  }

  /// Writes bytes to a file, whose folder is made when it is not there.
  static func write(bytes: [UInt8], to path: String) throws(DeliverableError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    try [Deliverable(name: String(parts.last ?? ""), bytes: bytes)]
      .write(to: parts.count > 1 ? (folder.isEmpty ? "/" : folder) : ".")
  }

  /// Prints a remark on standard error.
  static func remark(_ text: String) { say(text + "\n") }

  /// What can't be said on standard error can't be said at all.
  private static func say(_ text: String) {
    do { try FileHandle.standardError.write(contentsOf: Data(text.utf8)) } catch { return }
  }

  private static func isClosedPipe(_ error: any Error) -> Bool {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain && cause.code == Int(EPIPE)
  }

  /// Says what is going on, on a terminal only; the next line overwrites it.
  static func status(_ text: String) {
    guard isTerminal else { return }
    say("\r\u{1B}[K\(text)")
  }

  /// Takes the last status away.
  static func clearStatus() {
    guard isTerminal else { return }
    say("\r\u{1B}[K")
  }

  /// Says which files were written where.
  static func written(_ names: [String], to folder: String, _ options: OutputOptions) {
    if options.json {
      result(JSONValue.object(["files": .array(names.sorted().map { .string($0) }), "folder": .string(folder)]).text)
    } else {
      let place = folder == "." ? both("le dossier courant", "the current folder") : folder
      result(
        both(
          "\(french: names.count, "fichier(s) écrit(s)") dans \(place).",
          "\(english: names.count, "file(s)") written to \(place)."))
    }
  }

  private static let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
}
