import FibreModel
public import FibrePlanning

// What is wrong with a plan, with its facts, in the order of the rules.

extension PlanFault: Worded {
  public var phrase: Phrase {
    switch self {
    // C1
    case .unknownSite(let site): Phrase("le site \(site) est inconnu", "site \(site) is unknown")
    case .wrongRevision(let planned, let network):
      Phrase(
        "le plan est fait pour la révision \(planned), le réseau est à la révision \(network)",
        "the plan is made for revision \(planned), the network is at revision \(network)")
    case .linkForgotten(let link):
      Phrase("la liaison \(link) n'est ni déplacée ni citée", "link \(link) is neither moved nor listed")
    case .linkInvented(let link):
      Phrase(
        "\(link) n'est pas une liaison en service de l'ancienne salle", "\(link) is no live link of the old room")
    case .linkMovedTwice(let link):
      Phrase("la liaison \(link) est déplacée deux fois", "link \(link) is moved twice")
    case .linkMovedAndKept(let link):
      Phrase(
        "la liaison \(link) est déplacée et citée comme non déplacée", "link \(link) is moved and listed as not moved")
    case .linkNeverCut(let link):
      Phrase(
        "la liaison \(link) est annoncée, mais aucune étape ne la coupe",
        "link \(link) is announced, but no step cuts it"
      )
    case .linkCutInAnotherNight(let link, let announced):
      Phrase(
        "la liaison \(link) est annoncée pour la nuit \(announced) et coupée dans une autre",
        "link \(link) is announced for night \(announced) and cut in another")
    case .stepNamesAnotherService(let announced, let actual):
      Phrase(
        "l'étape nomme le service \(announced?.rawValue ?? "« aucun »"), la fibre porte \(actual?.rawValue ?? "« aucun »")",
        "the step names service \(announced?.rawValue ?? "“none”"), the fibre carries \(actual?.rawValue ?? "“none”")")

    // C2
    case .notJoinedThere(let a, let b, let closure):
      Phrase(
        "\(a) et \(b) ne sont pas raccordées dans le boîtier \(closure)",
        "\(a) and \(b) are not joined in closure \(closure)"
      )
    case .cutOffRoute(let link, let a, let b):
      Phrase(
        "la coupe de \(a) et \(b) n'est pas sur la route de la liaison \(link), ou \(a) n'y vient pas en premier",
        "the cut of \(a) and \(b) is not on the route of link \(link), or \(a) does not come first on it")

    // C3
    case .tubeSplit(let section, let tube):
      Phrase(
        "les fibres du tube \(tube) de \(section) vont dans deux tubes neufs",
        "the fibres of tube \(tube) of \(section) go to two new tubes")
    case .tubesMixed(let section, let tube):
      Phrase(
        "le tube neuf \(tube) de \(section) reçoit les fibres de deux tubes",
        "new tube \(tube) of \(section) receives the fibres of two tubes")
    case .unknownTray(let tray, let closure):
      Phrase("la cassette \(tray) n'est pas dans le boîtier \(closure)", "tray \(tray) is not in closure \(closure)")
    case .slotBeyondTray(let tray, let slot):
      Phrase(
        "la cassette \(tray) n'a pas de position \(slot.map(String.init) ?? "« aucune »")",
        "tray \(tray) has no slot \(slot.map(String.init) ?? "“none”")")
    case .trayNotFree(let tray): Phrase("la cassette \(tray) n'est pas libre", "tray \(tray) is not free")
    case .otherSlot(let tray, let slot, let joint):
      Phrase(
        "l'étape nomme la cassette \(tray), position \(slot.map(String.init) ?? "« aucune »") ; le raccordement \(joint) est ailleurs",
        "the step names tray \(tray), slot \(slot.map(String.init) ?? "“none”"); joint \(joint) is elsewhere")
    case .tooFewTrays(let closure, let used, let free):
      Phrase(
        "le boîtier \(closure) a \(french: free, "cassette(s) libre(s)"), le plan en prend \(used)",
        "closure \(closure) has \(english: free, "free tray(s)"), the plan takes \(used)")

    // C4
    case .crewInTooManyClosures(let crew, let closures):
      Phrase("l'équipe \(crew) travaille dans \(closures) boîtiers", "crew \(crew) works in \(closures) closures")
    case .unknownCrew(let crew, let crews):
      Phrase("l'équipe \(crew) n'existe pas, il y en a \(crews)", "crew \(crew) does not exist, there are \(crews)")
    case .tooManyCrews(let closure, let crews, let limit):
      Phrase(
        "\(crews) équipes dans le boîtier \(closure), \(french: limit, "admise(s)")",
        "\(crews) crews in closure \(closure), \(limit) allowed")
    case .wrongMinutes(let announced, let actual):
      Phrase(
        "la visite annonce \(announced) min, son travail en prend \(actual)",
        "the visit announces \(announced) min, its work takes \(actual)")
    case .wrongStepMinutes(let announced, let actual):
      Phrase(
        "les étapes de la visite font \(announced) min, le travail dans le boîtier en prend \(actual)",
        "the steps of the visit add up to \(announced) min, the work in the closure takes \(actual)")
    case .overTime(let crew, let minutes, let limit):
      Phrase(
        "l'équipe \(crew) travaille \(minutes) min, \(limit) min admises",
        "crew \(crew) works \(minutes) min, \(limit) min allowed")
    case .negativeMinutes(let minutes): Phrase("l'étape dure \(minutes) min", "the step takes \(minutes) min")

    // C5
    case .bothLegsTogether(let one, let other, let soak):
      Phrase(
        "les deux chemins \(one) et \(other) sont touchés à moins de \(french: soak, "fenêtre(s)") d'écart",
        "both legs \(one) and \(other) are touched less than \(english: soak, "window(s)") apart")
    case .wrongPeer(let service, let announced):
      Phrase(
        "l'autre chemin de \(service) n'est pas \(announced?.rawValue ?? "« aucun »")",
        "the other leg of \(service) is not \(announced?.rawValue ?? "“none”")")

    // C6
    case .outageTooLong(let service, let minutes, let limit):
      Phrase(
        "le service \(service) est coupé \(minutes) min, \(limit) min admises",
        "service \(service) is out for \(minutes) min, \(limit) min allowed")
    case .forbiddenDate(let service, let date):
      Phrase(
        "le client du service \(service) interdit la date du \(date)",
        "the client of service \(service) forbids \(date)")
    case .overQuota(let name, let services, let limit):
      Phrase(
        "\(services) services de l'opérateur \(name) dans la nuit, \(limit) admis",
        "\(services) services of operator \(name) in the night, \(limit) allowed")

    // C7
    case .tieFull(let used, let limit):
      Phrase(
        "\(used) fibres passent par le câble de liaison, \(limit) admises",
        "\(used) fibres use the tie cable, \(limit) allowed"
      )

    // C8
    case .wrongObjective(let objective, let announced, let actual):
      Phrase(
        "\(objective.phrase.french) : \(announced.map(String.init) ?? "rien") annoncé, \(actual) compté",
        "\(objective.phrase.english): \(announced.map(String.init) ?? "nothing") announced, \(actual) counted")
    case .boundBeaten(let objective, let bound, let actual):
      Phrase(
        "\(objective.phrase.french) : \(bound) serait le moins possible, et le plan fait \(actual)",
        "\(objective.phrase.english): \(bound) is said to be the least, and the plan takes \(actual)")
    case .wrongOutage(let service, let announced, let actual):
      Phrase(
        "coupure du service \(service) : \(announced) min annoncées, \(actual) min comptées",
        "outage of service \(service): \(announced) min announced, \(actual) min counted")

    // C9
    case .routeUnclear(let link):
      Phrase(
        "la liaison \(link) ne pouvait pas être suivie jusqu'au bout avant le plan",
        "link \(link) could not be followed to its far end before the plan")
    case .routeBroken(let link):
      Phrase(
        "la liaison \(link) ne part pas de son nouveau port, ou ne garde pas ses fibres après la coupe",
        "link \(link) does not start at its new port, or does not keep its fibres from the cut on")
    case .wrongFarEnd(let link):
      Phrase("la liaison \(link) n'arrive pas où elle arrivait", "link \(link) does not end where it ended")
    case .wrongNewPorts(let service):
      Phrase(
        "les nouveaux ports annoncés de \(service) ne sont pas les siens",
        "the new ports announced for \(service) are not its own")
    case .patchLost(let link):
      Phrase(
        "la jarretière de la liaison \(link) n'est pas refaite, ou mène ailleurs",
        "the cord of link \(link) is not laid anew, or leads elsewhere")
    case .earlierNightNotApplied(let service):
      Phrase(
        "la nuit qui déplace \(service) n'est pas inscrite dans ce réseau",
        "the night that moves \(service) is not applied in this network")

    // C10
    case .endTaken(let end, let joint):
      Phrase("\(end) est déjà prise par le raccordement \(joint)", "\(end) is already taken by joint \(joint)")
    case .slotTaken(let tray, let slot, let joint):
      Phrase(
        "la position \(slot) de la cassette \(tray) est prise par le raccordement \(joint)",
        "slot \(slot) of tray \(tray) is taken by joint \(joint)")
    case .portTaken(let port): Phrase("le port \(port) est pris", "port \(port) is taken")
    case .portPromisedTwice(let port):
      Phrase("le port \(port) est promis deux fois", "port \(port) is promised twice")

    // C11
    case .unknownClosure(let closure): Phrase("le boîtier \(closure) est inconnu", "closure \(closure) is unknown")
    case .unknownFibre(let fibre): Phrase("la fibre \(fibre) est inconnue", "fibre \(fibre) is unknown")
    case .endMissing(let action):
      Phrase(
        "l'étape « \(action.phrase.french) » n'a pas de second bout",
        "the step “\(action.phrase.english)” lacks its second end")
    case .fibreNotInClosure(let fibre, let closure):
      Phrase(
        "la fibre \(fibre) n'entre pas dans le boîtier \(closure)", "fibre \(fibre) does not enter closure \(closure)")
    case .actionOutOfPlace(let action, let closure):
      Phrase(
        "« \(action.phrase.french) » ne se fait pas à \(closure)",
        "“\(action.phrase.english)” is not done at \(closure)")
    case .emptyPort(let port):
      Phrase("aucune fibre n'est sur le port \(port)", "no fibre is on port \(port)")
    case .noCord(let a, let b):
      Phrase("aucune jarretière entre \(a) et \(b)", "no cord between \(a) and \(b)")
    case .tubeNotOpened(let section, let tube):
      Phrase(
        "le tube \(tube) de \(section) est coupé sans avoir été ouvert",
        "tube \(tube) of \(section) is cut without being opened"
      )
    case .nothingToOpen(let section, let tube):
      Phrase(
        "le tube \(tube) de \(section) ne passe pas là sans coupure, il n'y a rien à ouvrir",
        "tube \(tube) of \(section) does not pass there uncut, there is nothing to open")
    case .tubeCutInPart(let section, let tube):
      Phrase("le tube \(tube) de \(section) n'est coupé qu'en partie", "tube \(tube) of \(section) is cut in part only")
    case .tubeJoinedInPart(let section, let tube):
      Phrase(
        "le tube \(tube) de \(section) n'est épissuré qu'en partie", "tube \(tube) of \(section) is joined in part only"
      )
    case .cutNotJoined(let link):
      Phrase("la liaison \(link) est coupée et pas rétablie", "link \(link) is cut and not joined again")
    case .spliceWithoutCut(let fibre):
      Phrase("\(fibre) est épissurée sans avoir été coupée", "\(fibre) is spliced without being cut")
    case .changeRefused(let refusal):
      Phrase(
        "l'inventaire refuse l'étape : \(refusal.phrase.french)",
        "the inventory refuses the step: \(refusal.phrase.english)")

    // C12
    case .touches(let link):
      Phrase("l'étape touche \(link), qui ne bouge pas", "the step touches \(link), which does not move")
    case .routeChanged(let service):
      Phrase(
        "la route du service \(service) change, et il n'est pas déplacé",
        "the route of service \(service) changes, and it is not moved"
      )

    // C13
    case .unknownWindow(let window): Phrase("il n'y a pas de fenêtre \(window)", "there is no window \(window)")
    case .wrongDate(let announced, let window):
      Phrase(
        "la nuit est datée du \(announced), la fenêtre du \(window)",
        "the night is dated \(announced), the window \(window)")
    case .nightsOutOfOrder(let night):
      Phrase("la nuit \(night) suit une nuit plus tardive", "night \(night) follows a later night")
    case .stepsOutOfOrder(let step):
      Phrase("l'étape \(step) n'est pas à son rang", "step \(step) is not at its rank")
    case .notYetAccepted(let cable, let date):
      Phrase("le câble \(cable) n'est reçu que le \(date)", "cable \(cable) is accepted on \(date) only")

    // C14
    case .wrongFigures(let service, let moment, let announced, let actual):
      Phrase(
        "\(moment.phrase.french) le plan, le service \(service) a \(figures(actual, .french)), non \(figures(announced, .french))",
        "\(moment.phrase.english) the plan, service \(service) has \(figures(actual, .english)), not \(figures(announced, .english))"
      )
    case .wrongVerdict(let service, let announced, let actual):
      Phrase(
        "verdict optique du service \(service) : « \(actual.phrase.french) », non « \(announced.phrase.french) »",
        "optical verdict of service \(service): “\(actual.phrase.english)”, not “\(announced.phrase.english)”")

    case .wrongStepLoss(let announced, let actual):
      Phrase(
        "l'étape annonce \(loss(announced, .french)), il faut \(loss(actual, .french))",
        "the step announces \(loss(announced, .english)), it should be \(loss(actual, .english))")

    // C15
    case .notRestored:
      Phrase(
        "les étapes inverses de la nuit ne rendent pas l'inventaire de la veille",
        "the inverse steps of the night do not give back the inventory before it")
    case .rollBackTooLong(let minutes, let reserve):
      Phrase(
        "le retour arrière prend \(minutes) min, la réserve est de \(reserve) min",
        "the way back takes \(minutes) min, the reserve is \(reserve) min")

    // C16
    case .throughOldRoom(let link):
      Phrase("la liaison \(link) passe encore par l'ancienne salle", "link \(link) still passes through the old room")
    case .deadFibresDiffer(let fibre):
      Phrase(
        "la fibre \(fibre) s'éteint sans être l'ancien côté d'une liaison déplacée, ou l'inverse",
        "fibre \(fibre) goes dark without being the old side of a moved link, or the other way round")
    }
  }

  private func loss(_ loss: Loss?, _ language: Language) -> String {
    loss.map { "\($0.decibelsText(language)) dB" } ?? Phrase("aucune perte", "no loss")[language]
  }

  private func figures(_ figures: RouteFigures, _ language: Language) -> String {
    let (length, loss) = (
      figures.length.metresText(language, decimals: 3), figures.loss.decibelsText(language, decimals: 6)
    )
    return "\(length) m, \(loss) dB"
  }
}

extension Moment: Worded {
  public var phrase: Phrase { self == .before ? Phrase("avant", "before") : Phrase("après", "after") }
}

extension PlanObjective: Worded {
  public var phrase: Phrase {
    switch self {
    case .nights: Phrase("nuits", "nights")
    case .crewNights: Phrase("nuits d'équipe", "crew-nights")
    case .weightedOutageMinutes: Phrase("minutes de coupure pondérées", "weighted outage minutes")
    case .splices: Phrase("épissures", "splices")
    case .tiePeakFibres: Phrase("fibres du câble de liaison au plus fort", "tie fibres at the peak")
    case .newFibreMillimetres: Phrase("millimètres de fibre neuve", "millimetres of new fibre")
    }
  }
}
