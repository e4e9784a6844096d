import FibreDeliverables
import FibreModel
import FibreStore

extension HistoryEntry {
  /// What a revision was for, on one line.
  var sentence: Phrase {
    var sentence = Phrase(note.text, note.text)
    if let night = note.night {
      sentence = Phrase("nuit \(night) du plan \(note.plan)", "night \(night) of plan \(note.plan)")
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
