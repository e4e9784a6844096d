import FibreDeliverables
import FibreModel
import FibreStore
import Foundation

extension HistoryEntry {
  /// What a revision was for, on one line.
  var sentence: Phrase {
    var sentence = Phrase(note.text, note.text)
    if let night = note.night, note.text.hasPrefix("plan ") {
      sentence = Phrase("nuit \(night) du plan \(note.plan)", "night \(night) of plan \(note.plan)")
    }
    if let night = note.night, let lists = AsDoneNote.lists(of: note.text) {
      sentence = Phrase(
        "nuit \(night) du plan \(note.plan), retour de chantier : \(lists)",
        "night \(night) of plan \(note.plan), as done: \(lists)")
    }
    if let undoes {
      sentence = Phrase("défait \(undoes) : \(sentence.french)", "undoes \(undoes): \(sentence.english)")
    }
    if let undoneBy {
      sentence = Phrase(
        "\(sentence.french) (défaite par \(undoneBy))", "\(sentence.english) (undone by \(undoneBy))")
    }
    return sentence
  }

  /// Revisions on one line, each with its number.
  static func list(_ entries: [HistoryEntry]) -> Phrase {
    func text(_ language: Language) -> String {
      entries.map { "\($0.revision) \($0.sentence[language])" }.joined(separator: ", ")
    }
    return Phrase(text(.french), text(.english))
  }
}

/// What the history keeps of an import of lists from the field.
enum AsDoneNote {
  private static let start = "asdone "

  /// The text of a revision that lists made.
  static func text(lists: [String], plan: String, night: Int) -> String {
    start + lists.joined(separator: ", ") + " · plan \(plan) night \(night)"
  }

  /// The names of the lists; nothing for a revision that something else made.
  static func lists(of text: String) -> String? {
    guard text.hasPrefix(start), let end = text.range(of: " · ", options: .backwards) else { return nil }
    return String(text[text.index(text.startIndex, offsetBy: start.count)..<end.lowerBound])
  }
}
