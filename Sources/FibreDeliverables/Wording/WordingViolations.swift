import FibreModel
public import FibrePlanning

// Where a plan breaks which rule, and how.

extension PlanPlace: Worded {
  public var phrase: Phrase { Phrase(text(.french), text(.english)) }

  private func text(_ language: Language) -> String {
    let parts = [
      night.map { Phrase("nuit \($0)", "night \($0)") }, visit.map { Phrase("visite \($0)", "visit \($0)") },
      step.map { Phrase("étape \($0)", "step \($0)") },
    ].compactMap { $0?[language] }
    return parts.isEmpty ? Phrase("tout le plan", "whole plan")[language] : parts.joined(separator: ", ")
  }
}

extension PlanViolation: Worded {
  /// The rule, the place and the facts, on one line.
  public var phrase: Phrase {
    Phrase(
      "\(rule.name) (\(rule.phrase.french)) ; \(place.phrase.french) : \(fault.phrase.french)",
      "\(rule.name) (\(rule.phrase.english)); \(place.phrase.english): \(fault.phrase.english)")
  }
}
