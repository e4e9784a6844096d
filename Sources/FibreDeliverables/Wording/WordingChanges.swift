public import FibreModel

// Why an edit does not fit a network.

extension ChangeRefusal: Worded {
  public var phrase: Phrase {
    switch self {
    case .unknownJoint(let joint):
      Phrase("le raccordement \(joint) est inconnu", "joint \(joint) is unknown")
    case .jointDiffers(let joint):
      Phrase("le raccordement \(joint) tient autre chose", "joint \(joint) holds something else")
    case .jointExists(let joint):
      Phrase("le raccordement \(joint) existe déjà", "joint \(joint) exists already")
    case .unknownFibre(let end):
      Phrase("la fibre \(end.section):\(end.number) est inconnue", "fibre \(end.section):\(end.number) is unknown")
    case .unknownHolder(let holder):
      Phrase("\(holder.phrase.french) : inconnu", "\(holder.phrase.english): unknown")
    case .endTaken(let end):
      Phrase(
        "un autre raccordement tient la fibre \(end.section):\(end.number)",
        "another joint holds fibre \(end.section):\(end.number)")
    case .slotTaken(let holder, let number):
      Phrase(
        "\(holder.phrase.french) : la position \(number) est prise", "\(holder.phrase.english): slot \(number) is taken"
      )
    case .cordExists(let cord): Phrase("la jarretière \(cord) existe déjà", "cord \(cord) exists already")
    case .unknownCord(let cord): Phrase("la jarretière \(cord) est inconnue", "cord \(cord) is unknown")
    case .cordInUse(let cord): Phrase("la jarretière \(cord) sert encore", "cord \(cord) is still in use")
    case .unknownService(let service): Phrase("le service \(service) est inconnu", "service \(service) is unknown")
    case .serviceDiffers(let service):
      Phrase("le service \(service) part d'autres ports", "service \(service) starts at other ports")
    case .unknownPort(let port):
      Phrase("le port \(port.panel):\(port.number) est inconnu", "port \(port.panel):\(port.number) is unknown")
    case .unknownDeclaredRoute(let route):
      Phrase("la route déclarée \(route) est inconnue", "declared route \(route) is unknown")
    case .declaredRouteDiffers(let route):
      Phrase("la route déclarée \(route) nomme d'autres fibres", "declared route \(route) names other fibres")
    case .unknownDeclaredFibre(let fibre):
      Phrase(
        "une route déclarée nomme la fibre inconnue \(fibre.section):\(fibre.number)",
        "a declared route names the unknown fibre \(fibre.section):\(fibre.number)")
    case .unknownClosureWork(let closure):
      Phrase(
        "rien n'est déclaré sur les cassettes libres de la boîte \(closure)",
        "nothing is stated about the free trays of closure \(closure)")
    case .freeTraysDiffer(let closure):
      Phrase(
        "la boîte \(closure) a un autre nombre de cassettes libres",
        "closure \(closure) has another number of free trays")
    }
  }
}

extension SlotHolderName: Worded {
  public var phrase: Phrase {
    switch self {
    case .cassette(let code): Phrase("cassette \(code)", "tray \(code)")
    case .panel(let code): Phrase("tiroir \(code)", "panel \(code)")
    case .unknown: Phrase("support sans nom", "holder without a name")
    }
  }
}
