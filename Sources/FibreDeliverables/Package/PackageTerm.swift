/// The words of contractors' packages.
enum PackageTerm: CaseIterable, Worded {
  // Cover
  case package, mark, start, goNoGo, goNoGoHint, wayBackBy, wayBackHint, end, plannedEnd, crew
  case streets, coordinates, supervisor, phone, work, servicesTouched, vital, stopTitle, stop1, stop2, stop3
  case nightFrom, unknownAddress, unknownWindow, tubesToOpen
  // Cables
  case cables, cable, capacity, tubes, tubeColours, fibreColours, towards, length, coil, part, fibresWorked
  // Work
  case workTable, position, farEndA, farEndB, service, before, expected, done, measured, remark, tray, andPark, movedTo
  case leaveHint, boxHint
  // Before and after
  case beforeAfter, keptFibres, beforeJoint, afterJoint
  // Tests
  case tests, client, otherLeg, outage, lengths, lossBefore, lossAfter, budget, verdict, continuity, backAt, confirmedBy
  case limits, spliceLimit, spliceMean, splicer, launch, pulse, difference, received, bend, connector
  // Way back
  case wayBack, wayBackNote, order, keptFibre, undo, redo, minutes, sum
  case roomWayBackNote, again, noTube
  // Night
  case schedule, place, wayBackMinutes, rooms, servicesCount, sheet
  // Names of sheets in a workbook
  case sheetBeforeAfter, sheetTests, sheetWayBack
  // Totals and signatures
  case totals, signOff, role, name, signature, dateAndTime, chief, controller, reservations

  var phrase: Phrase { coverWords ?? tableWords ?? testWords ?? lastWords }

  private var coverWords: Phrase? {
    switch self {
    case .package: Phrase("Dossier d'intervention", "Work package")
    case .mark: Phrase("Repère de révision", "Revision mark")
    case .start: Phrase("Début", "Start")
    case .goNoGo: Phrase("Go / no-go", "Go / no-go")
    case .goNoGoHint: Phrase("après, plus aucun tube n'est coupé", "no tube is cut after this")
    case .wayBackBy: Phrase("Retour arrière", "Way back")
    case .wayBackHint: Phrase("commence au plus tard", "begins at the latest")
    case .end: Phrase("Fin de fenêtre", "Window ends")
    case .plannedEnd: Phrase("fin prévue", "planned end")
    case .crew: Phrase("Équipe", "Crew")
    case .streets: Phrase("Accès", "Access")
    case .coordinates: Phrase("Lambert-93", "Lambert-93")
    case .supervisor: Phrase("Superviseur", "Supervisor")
    case .phone: Phrase("Téléphone", "Phone")
    case .work: Phrase("Travail", "Work")
    case .servicesTouched: Phrase("services touchés", "services touched")
    case .vital: Phrase("dont vitaux", "of which vital")
    case .stopTitle: Phrase("S'arrêter et appeler", "Stop and call")
    case .stop1:
      Phrase(
        "si une fibre n'est pas comme sur la liste : ne rien couper ;", "if a fibre is not as listed: cut nothing;")
    case .stop2:
      Phrase(
        "si l'autre chemin d'un service protégé ne répond pas ;", "if the other leg of a protected service is down;")
    case .stop3:
      Phrase(
        "si une mesure dépasse sa limite après deux reprises.", "if a measurement is over its limit after two tries.")
    case .nightFrom: Phrase("nuit du", "night of")
    case .unknownAddress: Phrase("adresse inconnue", "address unknown")
    case .unknownWindow: Phrase("fenêtre inconnue", "window unknown")
    case .tubesToOpen: Phrase("Tubes à ouvrir", "Tubes to open")
    default: nil
    }
  }

  private var tableWords: Phrase? {
    switch self {
    case .cables: Phrase("Câbles au boîtier", "Cables at the closure")
    case .cable: Phrase("Câble", "Cable")
    case .capacity: Phrase("Capacité", "Capacity")
    case .tubes: Phrase("Tubes × fibres", "Tubes × fibres")
    case .tubeColours: Phrase("Code couleurs des tubes", "Colour code of tubes")
    case .fibreColours: Phrase("Code couleurs des fibres", "Colour code of fibres")
    case .towards: Phrase("Vers", "Towards")
    case .length: Phrase("Longueur", "Length")
    case .coil: Phrase("Love", "Coil")
    case .part: Phrase("Cette nuit", "This night")
    case .fibresWorked: Phrase("Fibres travaillées", "Fibres worked on")
    case .workTable: Phrase("Travail, par cassette et position", "Work, by tray and slot")
    case .position: Phrase("Pos.", "Slot")
    case .farEndA: Phrase("Extrémité A", "Far end A")
    case .farEndB: Phrase("Extrémité B", "Far end B")
    case .service: Phrase("Service, classe", "Service, class")
    case .before: Phrase("Avant", "Before")
    case .expected: Phrase("Prévu / limite dB", "Expected / limit dB")
    case .done: Phrase("Fait", "Done")
    case .measured: Phrase("Mesuré dB", "Measured dB")
    case .remark: Phrase("Remarque", "Remark")
    case .tray: Phrase("Cassette", "Tray")
    case .andPark: Phrase("et lover A", "and park A")
    case .movedTo: Phrase("vers", "to")
    case .leaveHint:
      Phrase(
        "LAISSER : ne pas toucher. Les positions d'un tube qui se suivent sont sur une ligne ; le fichier CSV les donne une à une.",
        "LEAVE: don't touch. Positions of a tube that follow one another share a line; the CSV file gives each.")
    case .boxHint:
      Phrase(
        "Cocher « Fait » à chaque ligne ; noter la perte mesurée. Autrement fait : l'écrire en remarque.",
        "Tick “Done” on each line; write down the measured loss. Done otherwise: write it as a remark.")
    case .beforeAfter: Phrase("Avant / après, par tube", "Before / after, by tube")
    case .keptFibres: Phrase("Fibres conservées", "Kept fibres")
    case .beforeJoint: Phrase("Avant : raccordées à", "Before: joined to")
    case .afterJoint: Phrase("Après : raccordées à", "After: joined to")
    default: nil
    }
  }

  private var testWords: Phrase? {
    switch self {
    case .tests: Phrase("Essais avant remise en service, par service", "Tests before handing back, by service")
    case .client: Phrase("Client", "Client")
    case .otherLeg: Phrase("Autre chemin à vérifier avant", "Other leg, to be checked first")
    case .outage: Phrase("Coupure / admise (min)", "Outage / allowed (min)")
    case .lengths: Phrase("km avant → après", "km before → after")
    case .lossBefore: Phrase("dB avant", "dB before")
    case .lossAfter: Phrase("dB prévus après", "dB expected after")
    case .budget: Phrase("dB admis", "dB allowed")
    case .verdict: Phrase("Optique", "Optics")
    case .continuity: Phrase("Continuité", "Continuity")
    case .backAt: Phrase("Rétabli à", "Back at")
    case .confirmedBy: Phrase("Confirmé par (extrémité)", "Confirmed by (far end)")
    case .limits: Phrase("Limites de mesure", "Limits of measurement")
    case .spliceLimit: Phrase("Épissure par fusion, un sens au réflectomètre", "Fusion splice, one way by OTDR")
    case .spliceMean:
      Phrase("Épissure, moyenne des deux sens sur la liaison", "Splice, mean of both ways over the link")
    case .splicer:
      Phrase("Estimation de la soudeuse au-delà de laquelle on refait", "Splicer's estimate above which it is redone")
    case .launch: Phrase("Bobine amorce du réflectomètre, à chaque bout", "OTDR launch fibre, at each end")
    case .pulse: Phrase("Impulsion du réflectomètre", "OTDR pulse")
    case .difference:
      Phrase("Perte totale : écart avec celle prévue", "Total loss: difference from what is expected")
    case .received:
      Phrase(
        "Puissance reçue au bout : écart avec celle prévue",
        "Power received at the end: difference from what is expected")
    case .bend:
      Phrase(
        "Courbure : excès à 1550 ou 1625 nm sur 1310 nm au même point",
        "Bend: excess at 1550 or 1625 nm over 1310 nm at one point")
    case .connector: Phrase("Connecteur SC/APC, perte", "SC/APC connector, loss")
    default: nil
    }
  }

  private var lastWords: Phrase {
    switch self {
    case .wayBack: Phrase("Retour arrière, dans l'ordre inverse", "Way back, in reverse order")
    case .wayBackNote:
      Phrase(
        "Un tube fini et essayé reste en place ; c'est le tube en main que l'on défait, en partant de sa dernière fibre. Les anciennes fibres restent lovées dans leur cassette.",
        "A tube that is finished and tested stays; the tube in hand is taken back, from its last fibre on. The old fibres stay coiled in their tray."
      )
    case .roomWayBackNote:
      Phrase(
        "Les cordons d'un tube fini et essayé restent ; à l'appel de l'équipe, défaire ceux du tube en main, le dernier posé d'abord. Si l'autre liaison d'un cordon reste déplacée, le poser sur une fibre libre de la liaison provisoire.",
        "The cords of a tube that is finished and tested stay; when the crew calls, take back those of the tube in hand, the last one laid first. Where the other link of a cord stays moved, lay it over a free tie fibre."
      )
    case .again: Phrase("Reposer", "Lay again")
    case .noTube: Phrase("sans tube de la nuit", "of no tube of the night")
    case .order: Phrase("N°", "No.")
    case .keptFibre: Phrase("Fibre conservée", "Kept fibre")
    case .undo: Phrase("Défaire", "Undo")
    case .redo: Phrase("Ressouder sur", "Splice again to")
    case .minutes: Phrase("min", "min")
    case .sum: Phrase("cumul", "sum")
    case .schedule: Phrase("Déroulé", "Schedule")
    case .place: Phrase("Lieu", "Place")
    case .wayBackMinutes: Phrase("Retour arrière / réserve (min)", "Way back / reserve (min)")
    case .rooms: Phrase("Salles : brassage, en parallèle", "Rooms: patching, at the same time")
    case .servicesCount: Phrase("Services touchés", "Services touched")
    case .sheet: Phrase("Fichier", "File")
    case .sheetBeforeAfter: Phrase("Avant-après", "Before-after")
    case .sheetTests: Phrase("Essais", "Tests")
    case .sheetWayBack: Phrase("Retour arrière", "Way back")
    case .totals: Phrase("Totaux", "Totals")
    case .signOff: Phrase("Émargement", "Sign-off")
    case .role: Phrase("Qualité", "Role")
    case .name: Phrase("Nom", "Name")
    case .signature: Phrase("Signature", "Signature")
    case .dateAndTime: Phrase("Date et heure", "Date and time")
    case .chief: Phrase("Chef d'équipe", "Crew leader")
    case .controller: Phrase("Contrôle de l'exploitant", "Operator's controller")
    case .reservations: Phrase("Réserves", "Reservations")
    default: preconditionFailure("\(self) has no words")
    }
  }
}

extension CableAtClosure.Part: Worded {
  var phrase: Phrase {
    switch self {
    case .cutAway: Phrase("ancien côté, à couper", "old side, to be cut")
    case .new: Phrase("nouveau, à souder", "new, to be spliced")
    case .kept: Phrase("côté conservé", "kept side")
    case .untouched: Phrase("ne pas toucher", "don't touch")
    }
  }
}
