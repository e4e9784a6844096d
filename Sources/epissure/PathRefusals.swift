import FibreDeliverables
import FibreModel
import FibrePlanning

extension PathRefusal: Failure {
  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .nothingAsked:
      Phrase(
        "Il faut demander au moins une fibre, une réponse et un câble d'une fibre.",
        "Ask for at least one fibre, one answer and a cable of one fibre.")
    case .sameEnds:
      Phrase(
        "Le départ et l'arrivée sont le même lieu. Donner deux lieux différents.",
        "Both ends are the same place. Give two different ones.")
    case .noCable:
      Phrase(
        "Aucun câble n'arrive à l'un des deux lieux. Choisir un lieu où un câble se termine.",
        "No cable ends at one of the two places. Choose a place where a cable ends.")
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
    case .contradiction:
      Phrase(
        "Une extrémité, ou un lieu de --via, est aussi dans --avoid. Retirer l'un des deux.",
        "An end, or a place of --via, is in --avoid too. Take one of them out.")
    }
  }
}
