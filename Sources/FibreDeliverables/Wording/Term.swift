/// The fixed words of documents: headings, labels and short notes.
enum Term: CaseIterable, Worded {
  // Any document
  case page, revision, yes, no, total
  // Splice lists
  case spliceList, patchingList, spliceOverview, allPositions, closure, room, night, date, window, lastStart, crew
  case trays, minutes, tubesToOpen, lines, servicesTouched, rollBack, reserve, leaveNote, stopNote, panel, port
  // Certificate
  case certificate, from, to, nights, servicesBefore, servicesMoved, unchanged, sum, sameFarEnd, statesReplayed
  case deadFibres, notMoved, objectives, objective, value, bound, gap, notProved, checks, check, result, held
  case perNight, closures, crewNights, splices, perService, service, serviceClass, client, outage, lengthBefore
  case lengthAfter, lossBefore, lossAfter, verdict, limitingTerm, mend, peer, optics, budget, minimumLoss
  case traps, trapsNote, noTraps
  case unjudged, reason, perClass, nothingNotMoved, proofNote, tie, tieNote, tieHolds, tieUnused, lengthOverTie,
    lossOverTie
  // Routes
  case place, arrival, departure, joint, length, runningLength, loss, noRoute
  // Findings
  case noFinding, errors, warnings, remarks, more, ditto

  var phrase: Phrase {
    switch self {
    case .page: Phrase("Page", "Page")
    case .revision: Phrase("Révision du réseau", "Network revision")
    case .yes: Phrase("oui", "yes")
    case .no: Phrase("non", "no")
    case .total: Phrase("Total", "Total")
    default: spliceWords ?? certificateWords ?? otherWords
    }
  }

  private var spliceWords: Phrase? {
    switch self {
    case .spliceList: Phrase("Plan de soudure", "Splice list")
    case .patchingList: Phrase("Plan de brassage", "Patching list")
    case .spliceOverview: Phrase("Récapitulatif des interventions", "Overview of the work")
    case .allPositions: Phrase("Positions", "Positions")
    case .closure: Phrase("Boîtier", "Closure")
    case .room: Phrase("Salle", "Room")
    case .night: Phrase("Nuit", "Night")
    case .date: Phrase("Date", "Date")
    case .window: Phrase("Fenêtre de travaux", "Work window")
    case .lastStart: Phrase("Début du retour arrière au plus tard", "Way back begins at the latest")
    case .crew: Phrase("Équipe", "Crew")
    case .trays: Phrase("cassettes", "trays")
    case .minutes: Phrase("Minutes", "Minutes")
    case .tubesToOpen: Phrase("Tubes à ouvrir", "Tubes to open")
    case .lines: Phrase("Lignes", "Lines")
    case .servicesTouched: Phrase("Services touchés", "Services touched")
    case .rollBack: Phrase("Retour arrière (min)", "Way back (min)")
    case .reserve: Phrase("Réserve", "Reserve")
    case .leaveNote:
      Phrase(
        "Ne pas toucher aux lignes LAISSER : elles portent des services ou passent sans être coupées.",
        "Don't touch the lines that say LEAVE: they carry services or pass uncut.")
    case .panel: Phrase("Tiroir", "Panel")
    case .port: Phrase("Port", "Port")
    case .stopNote:
      Phrase(
        "Si une fibre ne correspond pas à cette liste, s'arrêter et appeler : ne rien couper.",
        "If a fibre is not as listed here, stop and call: cut nothing.")
    default: nil
    }
  }

  private var certificateWords: Phrase? {
    switch self {
    case .certificate: Phrase("Certificat de migration", "Migration certificate")
    case .from: Phrase("Ancienne salle", "Old room")
    case .to: Phrase("Nouvelle salle", "New room")
    case .nights: Phrase("Nuits de travaux", "Nights of work")
    case .servicesBefore: Phrase("Services du réseau avant", "Services of the network before")
    case .servicesMoved: Phrase("Services déplacés", "Services moved")
    case .unchanged: Phrase("Services inchangés", "Services unchanged")
    case .sum: Phrase("Déplacés + inchangés = avant", "Moved + unchanged = before")
    case .sameFarEnd: Phrase("Mêmes extrémités lointaines", "Same far ends")
    case .statesReplayed: Phrase("États intermédiaires vérifiés", "Intermediate states verified")
    case .deadFibres: Phrase("Fibres sans emploi après", "Fibres without use afterwards")
    case .notMoved: Phrase("Non déplacés", "Not moved")
    case .objectives:
      Phrase("Objectifs recomptés, bornes du planificateur", "Objectives counted anew, bounds of the planner")
    case .objective: Phrase("Objectif", "Objective")
    case .value: Phrase("Plan", "Plan")
    case .bound: Phrase("Borne inférieure", "Lower bound")
    case .gap: Phrase("Écart", "Gap")
    case .notProved: Phrase("non prouvée", "not proved")
    case .checks: Phrase("Contrôles", "Checks")
    case .check: Phrase("Contrôle", "Check")
    case .result: Phrase("Résultat", "Result")
    case .held: Phrase("vérifié", "verified")
    default: serviceWords
    }
  }

  private var serviceWords: Phrase? {
    switch self {
    case .perNight: Phrase("Nuit par nuit", "Night by night")
    case .closures: Phrase("Boîtiers", "Closures")
    case .crewNights: Phrase("Équipes", "Crews")
    case .splices: Phrase("Épissures", "Splices")
    case .perService: Phrase("Service par service", "Service by service")
    case .service: Phrase("Service", "Service")
    case .serviceClass: Phrase("Classe", "Class")
    case .client: Phrase("Client", "Client")
    case .outage: Phrase("Coupure (min)", "Outage (min)")
    case .lengthBefore: Phrase("km avant", "km before")
    case .lengthAfter: Phrase("km après", "km after")
    case .lossBefore: Phrase("dB avant", "dB before")
    case .lossAfter: Phrase("dB après", "dB after")
    case .verdict: Phrase("Optique", "Optics verdict")
    case .limitingTerm: Phrase("Ce qui limite", "Limited by")
    case .mend: Phrase("Remède", "Mend")
    case .peer: Phrase("Autre chemin", "Other leg")
    case .optics: Phrase("Optiques", "Optics")
    case .budget: Phrase("Budget dB", "Budget dB")
    case .minimumLoss: Phrase("Minimum dB", "Minimum dB")
    case .traps: Phrase("Services limites ou hors budget", "Marginal or failing services")
    case .trapsNote:
      Phrase(
        "Déplacés avec leur tube : changer d'optiques, ou atténuer, pendant la nuit indiquée.",
        "Moved with their tube: change the optics, or attenuate, in the night given.")
    case .noTraps: Phrase("Tous les services gardent une marge suffisante.", "All services keep enough margin.")
    case .tie: Phrase("Sur le câble de liaison", "Over the tie cable")
    case .tieNote:
      Phrase(
        "Après ces nuits, ces liaisons passent par le câble de liaison et y sont à leur limite ou au-delà :",
        "After these nights these links go over the tie cable and are at their limit there, or beyond it:")
    case .tieHolds:
      Phrase(
        "Toutes les liaisons qui y passent gardent assez de marge.", "All links that go over it keep enough margin.")
    case .tieUnused: Phrase("Aucune liaison n'y passe.", "No link goes over it.")
    case .lengthOverTie: Phrase("km", "km")
    case .lossOverTie: Phrase("dB", "dB")
    case .reason: Phrase("Raison", "Reason")
    case .perClass: Phrase("Déplacés par classe", "Moved by class")
    case .unjudged: Phrase("Sans optique connue, non jugés", "Without known optics, not judged")
    case .nothingNotMoved: Phrase("Tout ce qui est en service est déplacé.", "Everything live is moved.")
    case .proofNote:
      Phrase(
        "Chaque étape a été rejouée sur l'inventaire et chaque état intermédiaire contrôlé, sans le code du planificateur.",
        "Each step was replayed on the inventory and each state in between checked, without the planner's code.")
    default: nil
    }
  }

  private var otherWords: Phrase {
    switch self {
    case .place: Phrase("Lieu", "Place")
    case .arrival: Phrase("Arrivée", "In")
    case .departure: Phrase("Départ", "Out")
    case .joint: Phrase("Raccord", "Joint")
    case .length: Phrase("Longueur m", "Length m")
    case .runningLength: Phrase("Cumul m", "Running m")
    case .loss: Phrase("Perte", "Loss")
    case .noRoute: Phrase("Aucune route ne passe ici.", "No route passes here.")
    case .ditto: Phrase("idem", "ditto")
    case .noFinding: Phrase("Rien à signaler.", "Nothing to report.")
    case .errors: Phrase("erreurs", "errors")
    case .warnings: Phrase("avertissements", "warnings")
    case .remarks: Phrase("informations", "remarks")
    case .more: Phrase("autres", "more")
    default: preconditionFailure("\(self) has no words")
    }
  }
}
