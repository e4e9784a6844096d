import FibreDeliverables
import FibreModel
import FibrePlanning

// What is said of a plan that its proof refuses.

extension PlanViolations: Failure {
  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    Phrase(
      "Le plan est refusé : \(french: all.count, "défaut(s)").\n\(lines(.french))",
      "The plan is refused: \(english: all.count, "fault(s)").\n\(lines(.english))")
  }

  /// `{"violations":[{"rule":…,"night":…,"visit":…,"step":…,"message":…}]}`.
  func json(in language: Language) -> JSONValue {
    .object([
      "violations": .array(
        all.map { violation in
          .members([
            ("rule", .string(violation.rule.name)), ("night", violation.place.night.map { .integer($0) }),
            ("visit", violation.place.visit.map { .integer($0) }), ("step", violation.place.step.map { .integer($0) }),
            ("message", .string(violation.label(language))),
          ])
        })
    ])
  }

  /// One line a violation, at most twenty, and how many more.
  func lines(_ language: Language) -> String {
    let shown = all.prefix(20).map { "  \($0.label(language))" }
    let rest = all.count - shown.count
    let more = Phrase("  … et \(rest) de plus", "  … and \(rest) more")[language]
    return (shown + (rest > 0 ? [more] : [])).joined(separator: "\n")
  }
}
