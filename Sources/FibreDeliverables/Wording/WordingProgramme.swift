import FibreModel
import FibreProgramme

/// What a programme's steps, counters and states are called.
enum ProgrammeWords {
  /// When a plug is in a counter.
  static func meaning(of counter: Counter) -> Phrase {
    switch counter {
    case .targeted: Phrase("dans la liste des adresses", "in the list of addresses")
    case .studied: Phrase("étude d'exécution de la zone acceptée", "execution study of the zone accepted")
    case .built: Phrase("travaux déclarés finis", "works declared finished")
    case .handedOver: Phrase("zone acceptée par le délégataire", "zone accepted by the delegatee")
    case .connectable: Phrase("état DÉPLOYÉ et préavis écoulé", "state DEPLOYED and notice over")
    case .connected: Phrase("raccordement réussi", "connection that succeeded")
    }
  }

  /// What waits between a counter and the next.
  static func stock(after counter: Counter) -> Phrase {
    switch counter {
    case .targeted: Phrase("Ciblées, pas étudiées", "Targeted, not studied")
    case .studied: Phrase("Étudiées, pas construites", "Studied, not built")
    case .built: Phrase("Construites, pas livrées", "Built, not handed over")
    case .handedOver: Phrase("Livrées, pas raccordables", "Handed over, not connectable")
    case .connectable, .connected: Phrase("Raccordables, pas raccordées", "Connectable, not connected")
    }
  }

  static func step(_ step: Zone.Milestone) -> Phrase {
    switch step {
    case .survey: Phrase("Relevé", "Survey")
    case .summaryStudy: Phrase("APS", "Summary study")
    case .detailedStudy: Phrase("APD", "Detailed study")
    case .permits: Phrase("Autorisations", "Permits")
    case .executionStudy: Phrase("EXE", "Execution study")
    case .works: Phrase("Travaux", "Works")
    case .selfControl: Phrase("Auto-contrôle", "Self-control")
    case .acceptance: Phrase("Réception", "Acceptance")
    case .asBuilt: Phrase("DOE", "As-built file")
    case .handover: Phrase("Livraison", "Handover")
    case .madeAvailable: Phrase("MAD", "Made available")
    case .open: Phrase("Ouverture", "Opening")
    }
  }

  static func study(_ kind: StudyDeliverable.Kind) -> Phrase {
    switch kind {
    case .summary: Phrase("APS", "Summary")
    case .detailed: Phrase("APD", "Detailed")
    case .execution: Phrase("EXE", "Execution")
    case .asBuilt: Phrase("DOE", "As-built")
    }
  }

  static func freeze(_ reason: Freeze.Reason) -> Phrase {
    switch reason {
    case .ownerRefusal: Phrase("refus du propriétaire", "owner's refusal")
    case .coOwnersRefusal: Phrase("refus de la copropriété", "co-owners' refusal")
    case .authorityRefusal: Phrase("refus de la collectivité", "local authority's refusal")
    case .roadPermit: Phrase("permission de voirie", "road permit")
    case .addressFault: Phrase("adresse absente ou fausse", "missing or wrong address")
    case .poleToReplace: Phrase("poteau à remplacer", "pole to replace")
    case .privateLand: Phrase("terrain privé", "private land")
    case .listedBuilding: Phrase("bâtiment classé", "listed building")
    case .collapsedDuct: Phrase("fourreau effondré", "collapsed duct")
    }
  }

  static func cause(_ cause: FailureCause) -> Phrase {
    switch cause {
    case .client: Phrase("client", "client")
    case .addressData: Phrase("données d'adresse", "address data")
    case .inventoryData: Phrase("données d'inventaire", "inventory data")
    case .order: Phrase("commande de l'opérateur", "operator's order")
    case .construction: Phrase("construction", "construction")
    case .engineering: Phrase("ingénierie", "engineering")
    case .thirdParty: Phrase("ouvrage de tiers", "third party's plant")
    case .planning: Phrase("planification", "planning")
    case .other: Phrase("autre", "other")
    }
  }

  static func invoiceStep(_ step: Invoice.Step) -> Phrase {
    switch step {
    case .received: Phrase("réception", "receipt")
    case .serviceCertified: Phrase("service fait", "service certified")
    case .validated: Phrase("validation", "validation")
    case .ordered: Phrase("mandatement", "payment order")
    case .paid: Phrase("paiement", "payment")
    }
  }

  static func claim(_ state: Grant.ClaimState?) -> Phrase {
    switch state {
    case nil: Phrase("à déposer", "to be filed")
    case .drafted: Phrase("en rédaction", "drafted")
    case .filed: Phrase("déposée", "filed")
    case .instructed: Phrase("instruite", "instructed")
    case .agreed: Phrase("conventionnée", "agreed")
    case .advancePaid: Phrase("avance versée", "advance paid")
    case .instalmentPaid: Phrase("acompte versé", "instalment paid")
    case .balancePaid: Phrase("soldée", "balance paid")
    }
  }

  static func retention(_ state: Retention.State, _ language: Language) -> String {
    switch state {
    case .beforeAcceptance: Phrase("avant réception", "before acceptance")[language]
    case .held(let day):
      Phrase("garantie jusqu'au \(day.text(language))", "guarantee until \(day.text(language))")[language]
    case .blocked(let count):
      Phrase("bloquée : \(french: count, "réserve(s)")", "blocked: \(english: count, "reserve(s)")")[
        language]
    case .due(let day): Phrase("à rendre au \(day.text(language))", "due by \(day.text(language))")[language]
    case .replaced: Phrase("remplacée par une caution", "replaced by a surety")[language]
    }
  }
}
