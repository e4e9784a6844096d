public import FibrePlanning

extension CutoverBounds.Source: Worded {
  public var phrase: Phrase {
    switch self {
    case .work: Phrase("charge de travail", "work")
    case .closure: Phrase("boîtier sans alternative", "closure with no alternative")
    case .operators: Phrase("quota d'un opérateur", "quota of an operator")
    case .pairs: Phrase("jambes protégées", "protected legs")
    case .relaxedPatterns: Phrase("motifs de nuits, relaxation", "night patterns, relaxation")
    case .patterns: Phrase("motifs de nuits", "night patterns")
    case .windowProgram: Phrase("programme par fenêtre", "program by window")
    case .options: Phrase("meilleure option de chaque tube", "best option of each tube")
    }
  }
}

extension CutoverViolation: Worded {
  public var phrase: Phrase {
    switch self {
    case .notMoved(let tube): Phrase("\(tube) n'est pas basculé.", "\(tube) is not moved.")
    case .movedTwice(let tube): Phrase("\(tube) est basculé deux fois.", "\(tube) is moved twice.")
    case .unknownTube(let tube): Phrase("L'instance n'a pas de tube \(tube).", "The instance has no tube \(tube).")
    case .spareTube(let tube): Phrase("\(tube) n'a aucune fibre en service.", "\(tube) has no live fibre.")
    case .notCandidate(let tube, let closure):
      Phrase("\(closure) n'est pas sur la route de \(tube).", "\(closure) is not on the route of \(tube).")
    case .cableFull(let cable, let used, let tubes):
      Phrase("\(cable) : \(used) tubes pris sur \(tubes).", "\(cable): \(used) tubes taken of \(tubes).")
    case .traysFull(let closure, let used, let free):
      Phrase("\(closure) : \(used) cassettes prises sur \(free).", "\(closure): \(used) trays taken of \(free).")
    case .noSuchWindow(let tube, let window):
      Phrase("\(tube) : il n'y a pas de fenêtre \(window).", "\(tube): there is no window \(window).")
    case .noSuchCrew(let tube, let crew):
      Phrase("\(tube) : il n'y a pas d'équipe \(crew).", "\(tube): there is no crew \(crew).")
    default: phraseOfWindows
    }
  }

  private var phraseOfWindows: Phrase {
    switch self {
    case .crewDivided(let window, let crew, let closures):
      Phrase(
        "Fenêtre \(window), équipe \(crew) : \(closures.count) boîtiers (\(closures.joined(separator: ", "))).",
        "Window \(window), crew \(crew): \(closures.count) closures (\(closures.joined(separator: ", "))).")
    case .crewOvertime(let window, let crew, let closure, let minutes, let usable):
      Phrase(
        "Fenêtre \(window), équipe \(crew), \(closure) : \(minutes) min de travail sur \(usable).",
        "Window \(window), crew \(crew), \(closure): \(minutes) min of work in \(usable).")
    case .closureCrowded(let window, let closure, let crews, let most):
      Phrase(
        "Fenêtre \(window), \(closure) : \(crews) équipes, \(most) au plus.",
        "Window \(window), \(closure): \(crews) crews, \(most) at most.")
    case .legsTogether(let service, let peer, let windows):
      Phrase(
        "\(service) et sa jambe \(peer) sont trop proches : fenêtres \(windows[0]) et \(windows[1]).",
        "\(service) and its leg \(peer) are too near: windows \(windows[0]) and \(windows[1]).")
    case .outageTooLong(let service, let minutes, let most):
      Phrase(
        "\(service) : coupure de \(minutes) min, \(most) au plus.",
        "\(service): out for \(minutes) min, \(most) at most.")
    case .forbiddenWindow(let service, let window):
      Phrase("\(service) : la fenêtre \(window) est interdite.", "\(service): window \(window) is forbidden.")
    case .operatorQuota(let window, let name, let circuits, let most):
      Phrase(
        "Fenêtre \(window), \(name) : \(circuits) circuits, \(most) au plus.",
        "Window \(window), \(name): \(circuits) circuits, \(most) at most.")
    case .tieFull(let window, let fibres, let most):
      Phrase(
        "Fenêtre \(window) : \(fibres) fibres de liaison, \(most) au plus.",
        "Window \(window): \(fibres) tie fibres, \(most) at most.")
    case .announced(let name, let announced, let counted):
      Phrase(
        "\(name) : \(announced) annoncé, \(counted) compté.", "\(name): \(announced) announced, \(counted) counted.")
    default: Phrase("Règle C\(rule).", "Rule C\(rule).")
    }
  }
}

extension CutoverReduction {
  /// What keeps a plan from being found, in the names of the instance.
  public func phrase(of blockage: CutoverBlockage) -> Phrase {
    switch blockage {
    case .noOption(let tube):
      Phrase(
        "\(name(ofTube: tube)) : aucun candidat ne convient, la coupure dépasse la limite d'un service ou le travail une nuit. Donner un autre boîtier ou relever la limite.",
        "\(name(ofTube: tube)): no candidate will do, the outage is above a service's limit or the work longer than a night. Give another closure or raise the limit."
      )
    case .noWindow(let tube):
      Phrase(
        "\(name(ofTube: tube)) : aucune fenêtre n'est ouverte à ses clients. Ajouter une fenêtre.",
        "\(name(ofTube: tube)): no window is open to its clients. Add a window.")
    case .bothLegs(let tube):
      Phrase(
        "\(name(ofTube: tube)) porte les deux jambes d'un client, qui ne peuvent pas bouger la même nuit.",
        "\(name(ofTube: tube)) holds both legs of a client, which can't move in the same night.")
    case .packing:
      Phrase(
        "Prouvé : le travail ne tient pas dans les nuits d'équipe, les cassettes et les tubes de câble neuf donnés. Ajouter des fenêtres, des équipes ou des cassettes.",
        "Proved: the work does not fit the crew-nights, trays and tubes of new cable given. Add windows, crews or trays."
      )
    case .broken(let excess): excess.phrase
    }
  }
}

extension CutoverExcess: Worded {
  /// What the nearest schedule still breaks.
  public var phrase: Phrase {
    let parts: [(Int, String, String)] = [
      (overload, "\(overload) min de travail de trop", "\(overload) min of work too many"),
      (tie, "\(tie) fibres de liaison de trop, toutes fenêtres", "\(tie) tie fibres too many, over all windows"),
      (quota, "\(quota) circuits au-dessus du quota d'un opérateur", "\(quota) circuits above an operator's quota"),
      (
        nearness, "\(french: nearness, "fenêtre(s)") de trop peu entre des jambes",
        "\(english: nearness, "window(s)") too few between legs"
      ),
      (
        crowd, "\(french: crowd, "équipe(s)") de trop dans un boîtier",
        "\(english: crowd, "crew(s)") too many in a closure"
      ),
      (
        resources, "\(french: resources, "cassette(s) ou tube(s)") de trop",
        "\(english: resources, "tray(s) or tube(s)") too many"
      ),
      (
        apartness, "\(french: apartness, "fenêtre(s)") entre des tubes liés",
        "\(english: apartness, "window(s)") between tubes that move together"
      ),
      (closed, "\(french: closed, "tube(s)") en fenêtre fermée", "\(english: closed, "tube(s)") in a closed window"),
    ]
    let broken = parts.filter { $0.0 > 0 }
    guard !broken.isEmpty else {
      return Phrase(
        "Aucun créneau d'équipe ne s'est libéré pour un tube. Donner plus de temps, d'équipes ou de fenêtres.",
        "No crew was left for some tube. Give more time, crews or windows.")
    }
    return Phrase(
      "Au plus près, il reste : \(broken.map(\.1).joined(separator: " ; ")). Ce n'est pas une preuve : donner plus de temps, ou desserrer cette contrainte.",
      "At the nearest there remain: \(broken.map(\.2).joined(separator: "; ")). This is no proof: give more time, or loosen that constraint."
    )
  }
}
