import FibreModel
import Foundation

/// The language in which this run speaks: `--lang`, else the locale, else French.
enum Speech {
  static let language: Language = {
    let words = CommandLine.arguments
    for (position, word) in words.enumerated() {
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) ?? .french }
      if word == "--lang", position + 1 < words.count { return Language(rawValue: words[position + 1]) ?? .french }
    }
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment[name], !locale.isEmpty else { continue }
      return locale.hasPrefix("en") ? .english : .french
    }
    return .french
  }()
}

extension Speech {
  /// The words of the command line as the parser gets them: `help` knows no `--lang`, which has done its work already.
  static var words: [String] {
    var words = Array(CommandLine.arguments.dropFirst())
    guard words.first == "help" else { return words }
    words.removeAll { $0.hasPrefix("--lang=") }
    while let position = words.firstIndex(of: "--lang") {
      words.removeSubrange(position..<min(words.count, position + 2))
    }
    return words
  }
}

/// One text in the language of this run.
func both(_ french: String, _ english: String) -> String {
  Speech.language == .french ? french : english
}
