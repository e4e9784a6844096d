public import FibreModel
public import FibrePlanning

/// What the nights of a plan may darken, as people and programs read it.
public struct PlanImpactSheet: Sendable {
  private let nights: [NightImpact]

  /// Arranges the impacts of some nights.
  public init(_ nights: [NightImpact]) { self.nights = nights }

  private func sheet(_ night: NightImpact) -> ImpactSheet { ImpactSheet(night.impact, of: [], on: night.network) }

  /// A line for each night; a night that stands alone is told in full.
  public func text(in language: Language) -> String {
    if nights.count == 1 { return alone(nights[0], language) }
    let rows = nights.map { night in
      [
        "\(night.night.night)", night.night.date.description, "\(night.impact.dark.count)",
        "\(night.impact.legLost.count)", "\(night.impact.passing.count)", "\(night.impact.plugCount)",
        night.impact.operators.map { toWarn($0, language) }.joined(separator: ", "),
      ]
    }
    let title = Phrase("Hors service au plus, nuit par nuit", "Dark at most, night by night")[language]
    return ([title] + ImpactSheet.rows([Self.head(language)] + rows, language, .max)).joined(separator: "\n") + "\n"
  }

  private func alone(_ night: NightImpact, _ language: Language) -> String {
    let title = Phrase(
      "Hors service au plus, nuit \(night.night.night), \(night.night.date)",
      "Dark at most, night \(night.night.night), \(night.night.date)")
    return ([title[language], ""] + sheet(night).lines(language, 24)).joined(separator: "\n") + "\n"
  }

  /// `OP1 (3)`, with plugs `OP1 (3, 12 prises)`.
  private func toWarn(_ count: Impact.OperatorCount, _ language: Language) -> String {
    let plugs = Phrase("\(french: count.plugs, "prise(s)")", "\(english: count.plugs, "plug(s)")")[language]
    let counts = [count.services > 0 ? "\(count.services)" : "", count.plugs > 0 ? plugs : ""]
    return "\(count.label(language)) (\(counts.filter { !$0.isEmpty }.joined(separator: ", ")))"
  }

  private static func head(_ language: Language) -> [String] {
    [
      Phrase("Nuit", "Night"), Phrase("Date", "Date"), Phrase("Coupés", "Dark"),
      Phrase("Un chemin en moins", "One leg less"), Phrase("Voisins", "Passing"), Phrase("Prises", "Plugs"),
      Phrase("Opérateurs à prévenir", "Operators to warn"),
    ].map { $0[language] }
  }

  /// `{"nights":[{"night":1,"date":…,…}]}`: for each night what `ImpactSheet` says, without `cut`.
  public var json: JSONValue {
    .object([
      "nights": .array(
        nights.map { night in
          let members = sheet(night).members.filter { $0.key != "cut" }
          return .members(
            members + [
              ("night", .integer(night.night.night)), ("date", .string(night.night.date.description)),
            ])
        })
    ])
  }

  /// As the CSV of `ImpactSheet`, the number of the night first.
  public var csv: String {
    CSVText.mark + CSVText.line(ImpactSheet.csvHeader)
      + nights.map { sheet($0).csvLines(night: "\($0.night.night)") }.joined()
  }
}
