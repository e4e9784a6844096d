import FibreModel

/// The sentences of findings in French, by their English templates.
///
/// Holes bear the numbers of the English ones and may stand in another order.
enum FrenchSentences {
  static let families = [
    files, delivery, network, routes, measurements, asDone, deployment, programme, programmeFolder, money,
  ]
  /// Between whole and decimals of a number.
  private static let decimal = (english: "{1}.{2}", french: "{1},{2}")

  /// The French template; a template that is not known, as of a network that a newer version has written, stays English.
  static func template(_ english: String) -> String {
    if english == decimal.english { return decimal.french }
    for family in families {
      if let french = family[english] { return french }
    }
    return english
  }
}

extension Finding {
  /// What is wrong, and what to do.
  func text(in language: Language) -> String {
    language == .french ? message.text(FrenchSentences.template) : message.description
  }
}
