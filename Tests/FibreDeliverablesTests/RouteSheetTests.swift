import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct RouteSheetTests {
  private let network: Network
  private let tracer: Tracer

  init() throws {
    network = try sketch(
      """
      pop SFO ─ CAB-SF/1:12@2500 ─ bpe B1 ─ CAB-SF/2:12@3000.5 ─ bpe B2 ─ D1:12@400 ─ pto P1
      bpe B2 ─ D2:12@500 ─ pto P2
      splice B1 CAB-SF/1.1 = CAB-SF/2.1
      passage B1 CAB-SF/1.2-4 = CAB-SF/2.2-4
      splitter B2 CAB-SF/2.1 = D1.1-2
      mechanical B2 CAB-SF/2.2 = D2.1
      port SFO TI-SF.1-4 = CAB-SF/1.1-4
      cord SFO TI-SF.3 = TI-SF.4
      park B2 CAB-SF/2.3
      """)
    tracer = Tracer(network)
  }

  private func sheet(_ code: String) throws -> RouteSheet {
    let target = try #require(network.traceTarget(named: code))
    return RouteSheet(tracer.routes(through: target), tracer: tracer, network: network)
  }

  @Test(arguments: [("TI-SF:1", "splitter"), ("TI-SF:2", "passage"), ("TI-SF:3", "cord")])
  func textAndJSONAreTheGoldenOnes(code: String, name: String) throws {
    try Golden.check(sheet(code).json.text, "trace-\(name).json")
    for language in Language.allCases {
      try Golden.check(sheet(code).text(in: language), "trace-\(name).\(language.rawValue).txt")
    }
  }

  @Test(arguments: Language.allCases)
  func allRoutesAsCSVAreTheGoldenOnes(language: Language) throws {
    let sheet = RouteSheet(tracer.allRoutes(), tracer: tracer, network: network)
    try Golden.check(sheet.csv(in: language), "trace-all.\(language.rawValue).csv")
  }

  @Test func longCodesStillFitATerminal() throws {
    let name = String(repeating: "TRES-LONG-", count: 8)
    let long = try sketch(
      """
      pop \(name)A ─ \(name)C1:12 ─ bpe \(name)B ─ \(name)C2:12 ─ pop \(name)D
      splice \(name)B \(name)C1.1 = \(name)C2.1
      """)
    let tracer = Tracer(long)
    let text = RouteSheet([tracer.allRoutes()[0]], tracer: tracer, network: long).text(in: .french)
    for line in text.split(separator: "\n").dropFirst() { #expect(line.count <= 100, "\(line)") }
    #expect(text.contains("…"))
  }

  @Test func noRouteIsSaid() throws {
    #expect(RouteSheet([], tracer: tracer, network: network).text(in: .english) == "No route passes here.\n")
    #expect(RouteSheet([], tracer: tracer, network: network).json == .object(["routes": .array([])]))
  }
}
