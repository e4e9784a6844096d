import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@Suite struct OpticalCheckTests {
  /// Links of known length and loss, before and after a longer way.
  @Test(
    arguments: [
      ("10G-ZR", 1550, 23.0, 9.0, 1600, 80.0, 77.0, 21.35, OpticalVerdict.ok, [OpticalTerm]()),
      ("10G-ZR", 1550, 23.0, 9.0, 1600, 80.0, 78.7, 21.8, .marginal, [.loss]),
      ("10G-ER", 1550, 11.0, 5.0, 728, 40.0, 38.0, 10.6, .marginal, [.loss]),
      ("10G-ER", 1550, 11.0, 5.0, 728, 40.0, 41.0, 11.4, .fails, [.loss, .reach]),
      ("10G-LR", 1310, 6.2, 0.0, 1_000_000, 10.0, 9.3, 5.66, .marginal, [.loss]),
      ("10G-ER", 1550, 11.0, 5.0, 728, 40.0, 11.6, 4.7, .fails, [.overload]),
      ("10G-ZR", 1550, 30.0, 9.0, 1600, 200.0, 95.0, 25.0, .fails, [.dispersion]),
    ])
  func theVerdictNamesWhatLimits(
    code: String, wavelength: Int, budget: Double, minimum: Double, dispersion: Int, reach: Double, kilometres: Double,
    decibels: Double, verdict: OpticalVerdict, limits: [OpticalTerm]
  ) {
    let optics = Optics(
      code: Code(code), wavelength: Wavelength(nanometres: wavelength), budget: Loss(decibels: budget),
      minimumLoss: Loss(decibels: minimum), dispersionLimit: dispersion, reach: Length(metres: reach * 1000))
    let check = OpticalCheck(
      optics: optics, length: Length(metres: kilometres * 1000), loss: Loss(decibels: decibels),
      parameters: OpticalParameters())
    #expect(check.verdict == verdict)
    #expect(check.limits == limits)
  }

  @Test func dispersionGrowsWithLengthAt1550AndIsNoneAt1310() {
    func dispersion(_ wavelength: Int, _ metres: Double) -> Int {
      let optics = Optics(
        code: Code("X"), wavelength: Wavelength(nanometres: wavelength), budget: Loss(decibels: 30))
      return OpticalCheck(
        optics: optics, length: Length(metres: metres), loss: .zero, parameters: OpticalParameters()
      ).dispersion
    }
    #expect(dispersion(1550, 78_700) == 1338)
    #expect(dispersion(1550, 1) == 1)
    #expect(dispersion(1310, 78_700) == 0)
  }

  @Test func aPatchedServiceIsJudgedOnTheWholeRoute() throws {
    let network = try sketch(
      """
      client X ─ C1:1@4000 ─ pop ROOM ─ C2:1@6000 ─ client Y
      port X TX.1 = C1.1
      port ROOM TR.1 = C1.1
      port ROOM TR.2 = C2.1
      port Y TY.1 = C2.1
      cord ROOM TR.1 = TR.2
      optics LX10 1310 4
      service S std TR.2 = TY.1 optics=LX10
      """)
    let check = try #require(Tracer(network).checks(of: Index(0)).first)
    let cord = try #require(network.sections[Code("J-TR-1")]).length
    #expect(check.length == Length(metres: 10_000) + cord)
    #expect(check.limits == [.loss])
  }
}
