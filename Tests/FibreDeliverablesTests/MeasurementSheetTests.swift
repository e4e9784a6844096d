import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct MeasurementSheetTests {
  /// Two traces of a route of 12 km with a bad splice, a gainer and something unknown, and one of another fibre.
  private func sheet() throws -> MeasurementSheet {
    let network = try sketch(
      """
      pop A ─ C1:12@5000 ─ bpe B ─ C2:12@3000 ─ bpe D ─ C3:12@4000 ─ client Z
      port A TA.1 = C1.1
      splice B C1.1 = C2.1
      splice D C2.1 = C3.1
      port Z TZ.1 = C3.1
      """)
    let outward = trace(from: "A", [(5000, 0.34), (8000, -0.05), (9614, 0.12)])
    let back = trace(from: "Z", [(4000, 0.13), (7000, 0.28), (2386, 0.14)])
    var stray = outward
    stray.general.cableID = "C9"
    let review = Tracer(network).review(
      [("aller.sor", outward), ("retour.sor", back), ("autre.sor", stray)],
      limits: MeasurementLimits(network.rules.optical))
    return MeasurementSheet(review, files: 3)
  }

  private func trace(from: String, _ seen: [(metres: Double, loss: Double)]) -> OTDRTrace {
    let wavelength = Wavelength(nanometres: 1550)
    var general = OTDRTrace.General(wavelength: wavelength)
    (general.cableID, general.fibreID, general.locationA) = ("C1", "1", from)
    let acquisition = OTDRTrace.Acquisition(wavelength: wavelength)
    func time(_ metres: Double) -> Int { Int((metres * Double(acquisition.groupIndex) / 2997.92458).rounded()) }
    var events = seen.enumerated().map { rank, one in
      OTDRTrace.Event(number: rank + 1, time: time(one.metres), loss: Loss(decibels: one.loss))
    }
    events.append(
      OTDRTrace.Event(
        number: 9, time: time(12_000), loss: Loss(decibels: 20), reflectance: Loss(decibels: -15),
        reflection: .reflective, origin: .end))
    let summary = OTDRTrace.Summary(
      loss: Loss(decibels: 2.9), lossFrom: 0, lossTo: time(12_000), returnLoss: .zero, returnLossFrom: 0,
      returnLossTo: 0)
    return OTDRTrace(version: 2, general: general, acquisition: acquisition, events: events, summary: summary)
  }

  @Test(arguments: Language.allCases) func theTextIsTheGoldenOne(language: Language) throws {
    try Golden.check(try sheet().text(in: language), "measurement.\(language.rawValue).txt")
  }

  @Test func theDocumentIsTheGoldenOne() throws {
    let sheet = try sheet()
    try Golden.check(sheet.json.text, "measurement.json")
    // A splice over its limit, and a fibre that nobody knows.
    #expect(sheet.errorCount == 2)
  }
}
