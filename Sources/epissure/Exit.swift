import ArgumentParser
import FibreDeliverables
import Foundation

/// How a run ends: a sentence in the user's language, and an exit code.
enum Exit {
  /// Refused: the data or the request, and why.
  static let refused: Int32 = 1
  /// A file or a store can't be used.
  static let unusable: Int32 = 2
  /// A defect of this program.
  static let defect: Int32 = 70

  /// Says what went wrong, and ends.
  static func end(with error: any Error) -> Never {
    Output.clearStatus()
    if let failure = error as? any Failure {
      Output.remark(failure.sentence[Speech.language])
      exit(failure.exitCode)
    }
    let code = Epissure.exitCode(for: error)
    let text = Arguments.translated(Epissure.fullMessage(for: error))
    if code.isSuccess {
      if !text.isEmpty { Output.result(text) }
    } else if !(error is ExitCode) {
      Output.remark(text)
    }
    exit(code.rawValue)
  }
}
