public import FibrePlanning

// What a proved plan is certain to be, rule by rule.

extension PlanRule: Worded {
  public var phrase: Phrase {
    switch self {
    case .completeness:
      Phrase(
        "chaque fibre en service est déplacée une fois, ou sa raison dite",
        "each live fibre moves once, or says why not")
    case .route: Phrase("le boîtier de bascule est sur la route", "the cut-over closure is on the route")
    case .trays:
      Phrase("les tubes restent entiers, cassettes et ports suffisent", "tubes stay whole, trays and ports suffice")
    case .crews: Phrase("temps et nombre d'équipes sont respectés", "times and numbers of crews are kept")
    case .protection:
      Phrase("jamais les deux chemins d'un service protégé ensemble", "never both legs of a protected pair together")
    case .clients:
      Phrase(
        "limites de coupure, dates interdites et quotas d'opérateur",
        "outage limits, forbidden dates and operator quotas")
    case .tie: Phrase("le câble de liaison suffit après chaque nuit", "the tie cable suffices after each night")
    case .announcements:
      Phrase("les objectifs recalculés sont ceux annoncés", "the objectives recomputed are those announced")
    case .conservation:
      Phrase(
        "chaque service arrive au même port lointain, sans croisement",
        "each service ends at the same far port, not crossed")
    case .exclusiveness: Phrase("aucune fibre ni aucun port ne sert deux fois", "no fibre or port is used twice")
    case .intermediateStates:
      Phrase("chaque état intermédiaire est un inventaire valide", "each state in between is a valid inventory")
    case .untouched: Phrase("les services non touchés gardent leur route", "untouched services keep their route")
    case .precedence:
      Phrase(
        "rien ne sert avant sa recette, les nuits se suivent",
        "nothing is used before its acceptance, nights follow each other")
    case .optics: Phrase("longueurs, pertes et verdicts sont justes", "lengths, losses and verdicts are right")
    case .rollBack:
      Phrase(
        "le retour arrière de chaque nuit rend l'état de départ, à temps",
        "the way back of each night gives its first state, in time")
    case .oldSide:
      Phrase(
        "rien de déplacé ne passe plus par l'ancienne salle", "nothing that moved passes through the old room any more")
    }
  }
}
