import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

@testable import FibreDeliverables

/// Two plugs behind a cabinet: one behind a splitter that a service of OP3 feeds, one that no service is known of.
@Suite struct ImpactSheetTests {
  private static let text = """
    nro NRO ─ T1:2@1881 ─ sro S1 ─ D1:3 ─ pbo P1 ─ R1:1 ─ pto O1
    P1 ─ R2:1 ─ pto O2
    splitter P1 D1.1 = R1.1
    splice P1 D1.2 = R2.1
    port NRO TN.1-2 = T1.1-2
    port S1 TT.1-2 = T1.1-2
    port S1 TD.1-3 = D1.1-3
    cord S1 TT.1 = TD.1
    cord S1 TT.2 = TD.2
    service F-1 ftth TN.1 = TT.1 operator=OP3 kind=FTTH
    """

  private func sheet(_ code: String) throws -> ImpactSheet {
    let network = try sketch(Self.text)
    let elements = try network.cutElements(named: code)
    var query = ImpactQuery(ImpactIndex(Tracer(network)))
    return ImpactSheet(query.impact(of: elements), of: elements, on: network)
  }

  @Test func operatorsOfPlugsAreToBeWarnedThoughTheirServiceIsNotCut() throws {
    let text = try sheet("D1").text(in: .french)
    #expect(text.contains("Services coupés : 0\n"))
    #expect(text.contains("Prises coupées : 2, dont 2 brassées\n"))
    #expect(text.contains("Opérateurs à prévenir : 2\n"))
    #expect(text.contains("  OP3                0  coupés : 0, un chemin en moins : 0  1 prise\n"))
    #expect(text.contains("  opérateur inconnu  0  coupés : 0, un chemin en moins : 0  1 prise\n"))
    #expect(try sheet("D1").text(in: .english).contains("unknown operator  0  dark: 0, one leg less: 0  1 plug\n"))
  }

  @Test func documentAndTableCountTheirPlugsToo() throws {
    let json = try sheet("D1").json.text
    #expect(json.contains("\"operator\":\"OP3\", \"plugs\":1"), "\(json)")
    let lines = try sheet("D1").csv.split(whereSeparator: \.isNewline)
    let header = try #require(lines.first).split(separator: ";", omittingEmptySubsequences: false)
    let line = try #require(lines.first { $0.contains(";operator;") && $0.contains("OP3") })
      .split(separator: ";", omittingEmptySubsequences: false)
    let patched = try #require(header.firstIndex(of: "patched"))
    #expect(line.count == header.count && line[patched] == "1")
    #expect(try line[#require(header.firstIndex(of: "services"))] == "0")
  }

  @Test func whatCutMeansIsSaidWhereAServiceIs() throws {
    let definition = "au-delà de ses ports là où une jarretière le prolonge"
    #expect(try sheet("T1").text(in: .french).contains(definition))
    #expect(try !sheet("D1").text(in: .french).contains(definition))
  }

  @Test func lengthsOfAnObjectHaveTheCommaOfTheirLanguageAndThePointOfDocuments() throws {
    let network = try sketch(Self.text)
    for (language, shown) in [(Language.french, "1881,0"), (.english, "1881.0")] {
      let finder = ObjectFinder(network, language: language)
      let section = try #require(finder.sheet(of: "T1"))
      #expect(section.text(language).contains(shown))
      let cabinet = try #require(finder.sheet(of: "S1"))
      #expect(cabinet.text(language).contains("\(shown) m") || !cabinet.text(language).contains("1881"))
    }
    let fact = ObjectFinder(network, language: .french).sheet(of: "T1")?.facts.first { $0.key == "lengthMetres" }
    #expect(fact.map(\.value) ?? "1881.0" == "1881.0")
  }
}
