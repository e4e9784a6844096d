import FibreModel
public import FibrePlanning

// What limits a link, and what would make it work.

extension OpticalTerm: Worded {
  public var phrase: Phrase {
    switch self {
    case .loss: Phrase("affaiblissement", "loss")
    case .overload: Phrase("éblouissement", "overload")
    case .dispersion: Phrase("dispersion", "dispersion")
    case .reach: Phrase("portée", "reach")
    }
  }
}

extension OpticalMend: Worded {
  public var phrase: Phrase {
    switch self {
    case .optics(let codes):
      let names = codes.map(\.rawValue)
      return Phrase(
        "module \(names.joined(separator: " ou "))", "module \(names.joined(separator: " or "))")
    case .attenuator(let value):
      return Phrase(
        "atténuateur \(value.decibelsText(.french, decimals: 0)) dB",
        "\(value.decibelsText(.english, decimals: 0)) dB attenuator")
    case .closure(let code, let check):
      return Phrase(
        "couper à \(code) : \(check.loss.decibelsText(.french)) dB",
        "cut at \(code): \(check.loss.decibelsText(.english)) dB")
    }
  }
}
