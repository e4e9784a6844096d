import FibreDeliverables
import FibreModel
import FibrePlanning

/// A request for paths that is no question, on the network that names its objects.
struct RefusedPath: Error, Failure {
  let refusal: PathRefusal
  let names: PathNames

  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch refusal {
    case .noFibres(let given):
      Phrase("--fibres \(given) : demander au moins une fibre.", "--fibres \(given): ask for at least one fibre.")
    case .answersOutOfRange(let given, let most):
      Phrase(
        "-k \(given) : demander au moins une réponse, et \(most) au plus.",
        "-k \(given): ask for at least one answer, and \(most) at most.")
    case .noSuchCable(let given, let most):
      Phrase(
        "--cable \(given) : un câble a au moins une fibre, et \(most) au plus.",
        "--cable \(given): a cable has at least one fibre, and \(most) at most.")
    case .sameEnds:
      Phrase(
        "Le départ et l'arrivée sont le même lieu. Donner deux lieux différents.",
        "Both ends are the same place. Give two different ones.")
    case .noCable(let end):
      Phrase(
        "Aucun câble n'arrive à \(names.name(end)). Choisir un lieu où un câble se termine.",
        "No cable ends at \(names.name(end)). Choose a place where a cable ends.")
    case .tooManyToPass(let given, let most):
      Phrase(
        "\(given) lieux à passer : \(most) au plus. Avec --in-order, on peut en donner davantage.",
        "\(given) places to pass: \(most) at most. With --in-order more can be given.")
    case .unknownStreet(let street):
      Phrase("Aucun cheminement ne suit la rue « \(street) ».", "No pathway follows the street “\(street)”.")
    case .unknownWavelength(let wavelength):
      Phrase(
        "Les paramètres du réseau ne donnent pas d'affaiblissement à \(wavelength.nanometres) nm.",
        "The network's parameters give no attenuation at \(wavelength.nanometres) nm.")
    case .endAvoided(let end, let object): endAvoided(names.name(end), names.name(object))
    case .passageAvoided(let object, let avoided):
      passageAvoided(names.name(object), avoided.map(names.name).joined(separator: ", "))
    }
  }

  private func endAvoided(_ end: String, _ avoided: String) -> Phrase {
    Phrase(
      "\(end) est un bout du chemin, et --avoid \(avoided) l'exclut. Retirer cet --avoid, ou choisir un autre bout.",
      "\(end) is an end of the path, and --avoid \(avoided) leaves it out. Take that --avoid out, or choose another end."
    )
  }

  private func passageAvoided(_ object: String, _ avoided: String) -> Phrase {
    Phrase(
      "--via \(object) et --avoid \(avoided) s'excluent : rien de \(object) ne reste à passer. Retirer l'un ou l'autre.",
      "--via \(object) and --avoid \(avoided) exclude each other: nothing of \(object) is left to pass. Take one of them out."
    )
  }
}

extension Network {
  /// What a question about paths answers; a refusal names the objects of this network.
  func asked<Answer>(_ question: () throws(PathRefusal) -> Answer) throws(RefusedPath) -> Answer {
    do {
      return try question()
    } catch {
      throw RefusedPath(refusal: error, names: PathNames(network: self))
    }
  }
}
