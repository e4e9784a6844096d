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

/// One text in the language of this run.
func both(_ french: String, _ english: String) -> String {
  Speech.language == .french ? french : english
}
