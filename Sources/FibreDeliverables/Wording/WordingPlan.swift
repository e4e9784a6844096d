import FibreModel
public import FibrePlanning

// What a plan, its steps and its results are called.

extension PlanAction: Worded {
  public var phrase: Phrase {
    switch self {
    case .open: Phrase("ouvrir le tube", "open the tube")
    case .cut: Phrase("couper", "cut")
    case .park: Phrase("mettre en attente", "park")
    case .splice: Phrase("épissurer", "splice")
    case .unpatch: Phrase("débrasser", "unpatch")
    case .patch: Phrase("brasser", "patch")
    }
  }
}

extension OpticalVerdict: Worded {
  public var phrase: Phrase {
    switch self {
    case .ok: Phrase("bon", "ok")
    case .marginal: Phrase("limite", "marginal")
    case .fails: Phrase("ne passe pas", "fails")
    }
  }
}

extension RouteStatus: Worded {
  public var phrase: Phrase {
    switch self {
    case .complete: Phrase("complète", "complete")
    case .open: Phrase("ouverte", "open")
    case .loop: Phrase("en boucle", "loop")
    case .ambiguous: Phrase("ambiguë", "ambiguous")
    }
  }
}

extension StayReason: Worded {
  public var phrase: Phrase {
    switch self {
    case .noLanding:
      Phrase(
        "aucun boîtier de la route n'est atteint par un câble neuf", "no closure on the route is reached by a new cable"
      )
    case .noFreeTube:
      Phrase("les câbles neufs qui atteignent la route sont pleins", "the new cables that reach the route are full")
    case .noFreeTray:
      Phrase("aucune cassette libre dans les boîtiers de la route", "no free tray in the closures on the route")
    case .routeUnclear:
      Phrase("la route ne peut pas être suivie jusqu'au bout", "the route can't be followed to its end")
    case .endsInTheRooms:
      Phrase(
        "elle, ou une autre fibre de son tube, finit dans l'un des deux sites",
        "it, or another fibre of its tube, ends in one of the two sites")
    case .otherFibreStays:
      Phrase("une autre fibre du même service reste en place", "another fibre of the same service stays")
    case .outageTooLong(let minutes, let limit):
      Phrase(
        "coupure de \(minutes) min au mieux, \(limit) min admises",
        "outage of \(minutes) min at best, \(limit) min allowed")
    case .noWindow:
      Phrase(
        "aucune fenêtre ne convient (équipes, quotas, dates interdites, protection, liaison provisoire)",
        "no window fits (crews, quotas, forbidden dates, protection, tie)")
    }
  }

  /// The word for it in files; it never changes.
  public var keyword: String {
    switch self {
    case .noLanding: "noLanding"
    case .noFreeTube: "noFreeTube"
    case .noFreeTray: "noFreeTray"
    case .routeUnclear: "routeUnclear"
    case .endsInTheRooms: "endsInTheRooms"
    case .otherFibreStays: "otherFibreStays"
    case .outageTooLong: "outageTooLong"
    case .noWindow: "noWindow"
    }
  }
}
