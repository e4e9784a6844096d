import FibreDeliverables
import FibreModel
import FibrePlanning

// What a breach of a plan's rules says to a person: the rule, the place in the plan, the facts.

extension PlanRule {
  /// What is wrong when the rule is broken.
  var breach: Phrase {
    switch self {
    case .completeness:
      Phrase("une liaison est oubliée, inventée ou déplacée deux fois", "a link is forgotten, invented or moved twice")
    case .route: Phrase("la coupe n'est pas sur la route de la liaison", "the cut is not on the link's route")
    case .trays:
      Phrase("tube dispersé, cassette occupée ou trop pleine", "a tube is scattered, a tray is taken or too full")
    case .crews: Phrase("équipes, boîtes ou minutes ne vont pas", "crews, closures or minutes do not fit")
    case .protection:
      Phrase(
        "les deux chemins d'une liaison protégée sont touchés ensemble", "both legs of a pair are touched together")
    case .clients:
      Phrase(
        "coupure trop longue, date interdite ou quota dépassé", "outage too long, forbidden date or quota exceeded")
    case .tie: Phrase("la liaison provisoire ne suffit pas", "the tie cable does not suffice")
    case .announcements: Phrase("un chiffre annoncé est faux", "an announced figure is wrong")
    case .conservation:
      Phrase("une liaison n'arrive pas où elle doit", "a link does not end where it must")
    case .exclusiveness:
      Phrase("une fibre, une position ou un port sert deux fois", "a fibre, a slot or a port is used twice")
    case .intermediateStates:
      Phrase("un état intermédiaire est impossible", "an intermediate state is impossible")
    case .untouched:
      Phrase("une liaison qui ne bouge pas est touchée", "a link that does not move is touched")
    case .precedence:
      Phrase("date, ordre ou réception non respectés", "date, order or acceptance is not respected")
    case .optics:
      Phrase("longueur, perte ou verdict optique faux", "length, loss or optical verdict is wrong")
    case .rollBack: Phrase("le retour arrière ne tient pas", "the way back does not hold")
    case .oldSide:
      Phrase("une liaison passe encore par l'ancien local", "a link still passes through the old room")
    }
  }
}

extension PlanViolation {
  /// The violation on one line.
  func line(_ language: Language) -> String {
    var place: [String] = []
    if let night = self.place.night { place.append(Phrase("nuit \(night)", "night \(night)")[language]) }
    if let visit = self.place.visit { place.append(Phrase("visite \(visit)", "visit \(visit)")[language]) }
    if let step = self.place.step { place.append(Phrase("étape \(step)", "step \(step)")[language]) }
    let at = place.isEmpty ? Phrase("plan", "plan")[language] : place.joined(separator: ", ")
    return "\(rule.name) \(at)\(language == .french ? " :" : ":") \(rule.breach[language]) [\(fault)]"
  }
}

extension PlanViolations: Failure {
  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    Phrase(
      "Le plan est refusé : \(all.count) défaut(s).\n\(lines(.french))",
      "The plan is refused: \(all.count) fault(s).\n\(lines(.english))")
  }

  /// One line a violation, at most twenty, and how many more.
  func lines(_ language: Language) -> String {
    let shown = all.prefix(20).map { "  \($0.line(language))" }
    let rest = all.count - shown.count
    let more = Phrase("  … et \(rest) de plus", "  … and \(rest) more")[language]
    return (shown + (rest > 0 ? [more] : [])).joined(separator: "\n")
  }
}
