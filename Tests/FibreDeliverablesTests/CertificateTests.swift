import FibreModel
@testable import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct CertificateTests {
  private let sample: SampleMigration
  private let certificate: PlanCertificate

  init() throws {
    sample = try SampleMigration()
    var plan = sample.plan
    plan.notMoved = SamplePlan.reasons.map { NotMoved(service: "S-\($0.keyword)", reason: $0) }
    certificate = PlanCertificate(
      plan: plan, certificate: sample.checked.certificate, network: sample.network, rollBackMinutes: [1: 28, 2: 84],
      optics: OpticalReview(sample.checked))
  }

  @Test(arguments: Language.allCases)
  func theTextIsTheGoldenOne(language: Language) throws {
    try Golden.check(certificate.text(in: language), "certificate.\(language.rawValue).txt")
  }

  @Test func movedServicesAddUpOverClassesVerdictsAndNights() throws {
    let moved = Double(sample.plan.services.count)
    for section in [certificate.perClass(.english), certificate.perNight(.english)] {
      let rows = try #require(section.table?.rows)
      let total = try #require(rows.last)
      for column in total.indices {
        guard let sum = total[column].number else { continue }
        #expect(rows.dropLast().reduce(0) { $0 + ($1[column].number ?? 0) } == sum, "column \(column)")
      }
      #expect(total.contains { $0.number == moved })
    }
  }

  @Test func everyCheckIsNamedOnce() throws {
    let rows = try #require(certificate.checks(.french).table?.rows)
    #expect(rows.map { $0[0].text } == (1...16).map { "C\($0)" })
    #expect(Set(rows.map { $0[1].text }).count == 16)
  }

  @Test func onlyServicesAtTheirLimitAreTrapsAndTheWorstComeFirst() throws {
    let rows = try #require(certificate.traps(.english).table?.rows)
    #expect(rows.map { $0[0].text } == ["S-2", "S-3", "S-4"])
    #expect(rows.map { $0[3].text } == ["fails", "fails", "marginal"])
  }

  @Test func countsThatDoNotAddUpAreSaidToBeWrong() {
    let wrong = PlanCertificate(
      plan: sample.plan,
      certificate: Certificate(
        servicesBefore: 6, servicesMoved: 4, unchanged: 1, sameFarEnd: false, statesReplayed: 1, deadFibres: 0),
      network: sample.network, rollBackMinutes: [1: 28, 2: 84],
      optics: OpticalReview(sample.checked))
    #expect(wrong.text(in: .english).contains("4 + 1 = 6: no"))
    #expect(certificate.text(in: .english).contains("4 + 1 = 5: yes"))
  }

  @Test func onlyLinksThatSufferOnTheTieAreListed() throws {
    let figures = RouteFigures(length: Length(metres: 12_345), loss: Loss(decibels: 7))
    func section(_ verdicts: [OpticalVerdict]) -> Report.Section {
      var one = certificate
      one.overTie = verdicts.map { verdict in
        .init(night: 3, route: TieRoute(service: Code("S-\(verdict)"), figures: figures, verdict: verdict))
      }
      return one.tie(.english)
    }
    #expect(section([]).notes == ["No link goes over it."])
    #expect(section([.ok]).notes == ["All links that go over it keep enough margin."])
    #expect(section([.ok]).table?.rows.count == nil)
    let rows = try #require(section([.ok, .fails, .marginal]).table?.rows)
    #expect(
      rows.map { $0.map(\.text) } == [
        ["S-fails", "fails", "3", "12.345", "7.00"], ["S-marginal", "marginal", "3", "12.345", "7.00"],
      ])
  }

  @Test func thePDFSaysWhatTheTextSays() throws {
    let files = try certificate.deliverables(in: .french)
    let pdf = try #require(files.first { $0.name == "certificate.pdf" })
    guard let text = try Archive.text(ofPDF: pdf.bytes) else { return }
    for word in ["Certificat de migration SFO → ITA", "Épissures", "vérifié", "S-outageTooLong", "Page 1 / "] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test(arguments: Language.allCases)
  func filesAreTheSameEachTime(language: Language) throws {
    #expect(try certificate.deliverables(in: language) == certificate.deliverables(in: language))
  }
}
