/// What a proved plan is certain to be, by the numbers under which the checks are known.
enum PlanCheckName: Int, CaseIterable, Worded {
  case completeness = 1
  case closureOnRoute, capacities, crews, protection, outage, tie, objectives, conservation, singleUse, validStates
  case untouched, precedence, optics, rollBack, cleared

  /// `C1` to `C16`.
  var number: String { "C\(rawValue)" }

  var phrase: Phrase {
    switch self {
    case .completeness:
      Phrase(
        "chaque fibre en service est déplacée une fois, ou sa raison dite",
        "each live fibre moves once, or says why not")
    case .closureOnRoute:
      Phrase("le boîtier de bascule est sur la route", "the cut-over closure is on the route")
    case .capacities:
      Phrase("câbles neufs, cassettes et ports suffisent", "new cables, trays and ports suffice")
    case .crews:
      Phrase("temps et nombre d'équipes sont respectés", "times and numbers of crews are kept")
    case .protection:
      Phrase(
        "jamais les deux chemins d'un service protégé la même nuit", "never both legs of a protected pair in one night")
    case .outage:
      Phrase(
        "limites de coupure, dates interdites et quotas d'opérateur",
        "outage limits, forbidden dates and operator quotas")
    case .tie:
      Phrase("le câble de liaison suffit après chaque nuit", "the tie cable suffices after each night")
    case .objectives:
      Phrase("les objectifs recalculés sont ceux annoncés", "the objectives recomputed are those announced")
    case .conservation:
      Phrase(
        "chaque service arrive au même port lointain, sans croisement",
        "each service ends at the same far port, not crossed")
    case .singleUse:
      Phrase("aucune fibre ni aucun port ne sert deux fois", "no fibre or port is used twice")
    case .validStates:
      Phrase("chaque état intermédiaire est un inventaire valide", "each state in between is a valid inventory")
    case .untouched:
      Phrase("les services non touchés gardent leur route", "untouched services keep their route")
    case .precedence:
      Phrase(
        "rien ne sert avant sa recette ou son équipement", "nothing is used before its acceptance or its equipment")
    case .optics:
      Phrase(
        "l'optique de chaque service est jugée à chaque état", "the optics of each service are judged in each state")
    case .rollBack:
      Phrase(
        "le retour arrière de chaque nuit rend l'état de départ", "the way back of each night gives its first state")
    case .cleared:
      Phrase(
        "rien d'actif ne reste dans l'ancienne salle, hors la liste des non déplacés",
        "nothing live is left in the old room but what is listed as not moved")
    }
  }
}
