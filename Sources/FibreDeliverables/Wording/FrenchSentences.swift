import FibreModel
import FibreProgramme

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

  /// A sentence about money with its amounts and rates as French writes them: `213 200,00 €`, `16,404 %`.
  static func spelled(_ sentence: Sentence) -> Sentence {
    guard money[sentence.template] != nil else { return sentence }
    return Sentence(
      template: sentence.template,
      arguments: sentence.arguments.map { argument in
        guard case .text(let text) = argument else { return argument }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].allSatisfy(\.isNumber), Int(parts[0]) != nil else { return argument }
        let amount = parts[1].count == 2 ? Money(text) : nil
        return .text(amount?.text(.french) ?? text.replacing(".", with: ","))
      })
  }
}

extension Finding {
  /// What is wrong, and what to do.
  func text(in language: Language) -> String {
    language == .french ? FrenchSentences.spelled(message).text(FrenchSentences.template) : message.description
  }
}
