import FibreModel
import Foundation

/// What cells that people filled in mean.
enum AsDoneCells {
  /// What a crew wrote under "done"; nothing when it can't be understood.
  static func outcome(_ text: String) -> AsDoneOutcome? {
    let text = trimmed(text)
    if text.isEmpty { return .unstated }
    if ["✓", "✔", "☑", "+"].contains(text) { return .done }
    if ["-", "–", "✗", "✘", "☐"].contains(text) { return .notDone }
    switch AsDoneColumn.plain(text) {
    case "oui", "o", "x", "1", "10", "vrai", "true", "fait", "faite", "faits", "realise", "ok", "yes", "y", "done":
      // A number cell may come as 1.0.
      return .done
    case "non", "n", "0", "00", "faux", "false", "no", "nonfait", "pasfait", "nonrealise", "notdone": return .notDone
    case "autre", "autrement", "modifie", "devie", "different", "other", "otherwise", "changed": return .otherwise
    default: return nil
    }
  }

  /// An action by its word in the CSV or in a workbook of either language.
  static func action(_ text: String) -> AsDoneAction? {
    switch AsDoneColumn.plain(text) {
    case "cut", "couper": .cut
    case "splice", "souder", "epissurer": .splice
    case "move", "basculer": .move
    case "leave", "laisser": .leave
    case "park", "lover": .park
    case "patch", "brasser": .patch
    case "unpatch", "debrasser": .unpatch
    default: nil
    }
  }

  /// A decimal number with a comma or a point, a unit behind it left out; nothing for any other text.
  static func number(_ text: String) -> Double? {
    var digits = trimmed(text).lowercased()
    if digits.hasSuffix("db") { digits = trimmed(String(digits.dropLast(2))) }
    let plain = digits.replacing(",", with: ".")
    guard let value = Double(plain), value.isFinite, plain.allSatisfy({ "+-.0123456789e".contains($0) }) else {
      return nil
    }
    return value
  }

  /// A whole number, as sheets may write it: `13`, `13.0`.
  static func integer(_ text: String) -> Int? {
    number(text).flatMap { Int(exactly: $0) }
  }

  /// A time of day as people read it: sheets give fractions of a day, or the durations of OpenDocument.
  static func time(_ text: String) -> String {
    let text = trimmed(text)
    if text.hasPrefix("PT"), let hours = text.dropFirst(2).split(separator: "H").first,
      let minutes = text.split(separator: "H").last?.split(separator: "M").first, hours.count <= 2, minutes.count <= 2
    {
      return "\(hours):\(minutes)"
    }
    if text.hasPrefix("0."), let fraction = Double(text) {
      let minutes = Int((fraction * 1440).rounded())
      return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }
    return text.replacing("/", with: "-")
  }

  static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
