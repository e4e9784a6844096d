import FibreModel
import FibrePlanning
import FibreProgramme
import Testing

@testable import FibreDeliverables

@Suite struct WordingTests {
  /// Everything that has a name, by the type it belongs to.
  static let names: [(type: String, phrases: [Phrase])] = [
    named(SiteKind.self), named(BoxKind.self), named(CassetteKind.self), named(CableKind.self),
    named(LengthSource.self), named(JointKind.self), named(JointTechnique.self), named(JointClaim.self),
    named(ServiceClass.self), named(Finding.Severity.self), named(Colour.self), named(ColourCode.self),
    named(PlanAction.self), named(OpticalVerdict.self), named(RouteStatus.self), named(Term.self),
    named(SpliceColumn.self), named(SpliceAction.self), named(SlotState.self), named(PlanRule.self),
    named(CutElement.Kind.self), named(Impact.Loss.self), named(Loan.Period.self), named(Loan.Rounding.self),
    named(Loan.PeriodicRate.self), named(Loan.Repayment.self),
    ("StayReason", SamplePlan.reasons.map(\.phrase)),
    ("RuleTitles", RuleTitles.deliveryTitles.values.sorted { $0.french < $1.french }),
    ("RuleTitles", RuleTitles.networkTitles.values.sorted { $0.french < $1.french }),
    ("RuleTitles", RuleTitles.routeTitles.values.sorted { $0.french < $1.french }),
    ("RuleTitles", RuleTitles.fieldReturnTitles.values.sorted { $0.french < $1.french }),
    ("RuleTitles", RuleTitles.programmeTitles.values.sorted { $0.french < $1.french }),
    ("RuleTitles", RuleTitles.moneyTitles.values.sorted { $0.french < $1.french }),
    ("ColourMark", (0...5).map { ColourMark(colour: .red, rings: $0).phrase }),
  ]

  private static func named<Kind: Worded & CaseIterable>(_ kind: Kind.Type) -> (String, [Phrase]) {
    ("\(kind)", kind.allCases.map(\.phrase))
  }

  @Test(arguments: names.indices)
  func everyNameStandsInBothLanguages(index: Int) {
    let (type, phrases) = Self.names[index]
    #expect(!phrases.isEmpty)
    for phrase in phrases {
      for text in [phrase.french, phrase.english] {
        #expect(text.contains { $0.isLetter }, "\(type): \(phrase)")
        #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(type): \(phrase)")
      }
    }
  }

  @Test(arguments: names.indices)
  func noTwoThingsOfAKindHaveTheSameName(index: Int) {
    let (type, phrases) = Self.names[index]
    #expect(Set(phrases.map(\.french)).count == phrases.count, "\(type)")
    #expect(Set(phrases.map(\.english)).count == phrases.count, "\(type)")
  }

  @Test(arguments: Colour.allCases)
  func textOverAColourCanBeRead(colour: Colour) {
    let paint = colour.paint
    let (light, dark) = (
      max(luminance(paint.background), luminance(paint.text)), min(luminance(paint.background), luminance(paint.text))
    )
    #expect((light + 0.05) / (dark + 0.05) >= 4.5, "\(colour)")
  }

  /// Relative luminance, WCAG 2.1.
  private func luminance(_ colour: UInt32) -> Double {
    let parts = [16, 8, 0].map { (shift: Int) -> Double in
      let part = Double(colour >> UInt32(shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x^2.4 by x^2 and the fifth root of x^2, found by bisection.
  private func power(_ base: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if middle * middle * middle * middle * middle < base * base { low = middle } else { high = middle }
    }
    return base * base * low
  }
}
