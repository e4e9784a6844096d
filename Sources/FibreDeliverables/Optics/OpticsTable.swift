import FibreModel
import FibrePlanning

/// The optics of every service in every state of a migration, a line each.
struct OpticsTable {
  private let review: OpticalReview
  private let network: Network
  private let wavelengths: [Wavelength]
  private let outcomes: [Code<Service>: OpticalOutcome]

  init(_ review: OpticalReview, on network: Network) {
    self.review = review
    self.network = network
    wavelengths = network.rules.optical.attenuations.keys.sorted()
    outcomes = Dictionary(uniqueKeysWithValues: review.outcomes.map { ($0.service, $0) })
  }

  /// What helps, the simplest first, on one line.
  static func text(of mends: [OpticalMend], _ language: Language) -> String {
    mends.map { $0.label(language) }.joined(separator: " ; ")
  }

  /// Semicolons, a header in English for programs, decimals as the language writes them.
  func csv(in language: Language) -> String {
    let header =
      ["service", "class", "client", "operator", "optics", "state", "night", "lengthMetres"]
      + wavelengths.map { "lossDecibels\($0.nanometres)" }
      + [
        "wavelengthNanometres", "lossDecibels", "budgetDecibels", "marginDecibels", "minLossDecibels",
        "dispersionPsPerNm", "dispersionLimitPsPerNm", "reachMetres", "delayMicroseconds", "peer",
        "delayBeyondPeerMicroseconds", "verdict", "limitedBy", "mend",
      ]
    let lines = review.outcomes.flatMap { outcome in
      outcome.states.map { CSVText.line(cells($0, of: outcome, language)) }
    }
    return CSVText.mark + CSVText.line(header) + lines.joined()
  }

  private func cells(_ state: OpticalState, of outcome: OpticalOutcome, _ language: Language) -> [String] {
    let service = network.services[outcome.service]
    let check = state.check
    let known = Dictionary(uniqueKeysWithValues: state.losses.map { ($0.wavelength, $0.loss) })
    let losses = wavelengths.map { known[$0]?.decibelsText(language) ?? "" }
    let peer = service?.protects
    return [
      outcome.service.rawValue, service?.serviceClass.rawValue ?? "", service?.client ?? "",
      service?.operatorName ?? "", check.optics.code.rawValue, keyword(state.moment), night(state.moment),
      check.length.metresText(language),
    ] + losses + [
      "\(check.wavelength.nanometres)", check.loss.decibelsText(language), check.optics.budget.decibelsText(language),
      check.margin.decibelsText(language), check.optics.minimumLoss.decibelsText(language), "\(check.dispersion)",
      check.optics.dispersionLimit.map { "\($0)" } ?? "",
      check.optics.reach.map { $0.metresText(language, decimals: 0) } ?? "",
      microseconds(state.delayNanoseconds, language), peer?.rawValue ?? "",
      beyondPeer(state, peer).map { microseconds($0, language) } ?? "",
      check.verdict.rawValue, check.limits.map(\.rawValue).joined(separator: " "),
      state.moment == .after ? Self.text(of: outcome.mends, language) : "",
    ]
  }

  /// How much later light arrives than over the other leg, before or after the migration.
  private func beyondPeer(_ state: OpticalState, _ peer: Code<Service>?) -> Int? {
    let other = peer.flatMap { outcomes[$0] }?.states.first { $0.moment == state.moment }
    return other.map { state.delayNanoseconds - $0.delayNanoseconds }
  }

  private func microseconds(_ nanoseconds: Int, _ language: Language) -> String {
    Decimals.rounded(Int64(nanoseconds), scale: 3, decimals: 2, separator: language.decimalSeparator)
  }

  private func keyword(_ moment: OpticalState.Moment) -> String {
    switch moment {
    case .before: "before"
    case .overTie: "tie"
    case .after: "after"
    }
  }

  private func night(_ moment: OpticalState.Moment) -> String {
    if case .overTie(let night) = moment { "\(night)" } else { "" }
  }
}
