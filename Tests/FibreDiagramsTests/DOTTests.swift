import Foundation
import Testing

@testable import FibreDiagrams

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DOTTests {
  static let hardNames = [
    "", " ", "é à ç œ €", "say \"no\"", "C:\\temp\\", "ends with \\", "\\N \\G \\l", "two\nlines", "a\r\nb",
    "tab\there",
    "R&D", "&eacute; &amp; &#233;", "<b>bold</b>", "->", "{rank=same}", "NUL\u{0}bell\u{7}", "\u{1F4A1}", "node",
    "CAB-1/2:13",
    String(repeating: "très long ", count: 60),
  ]

  /// The SVG of one node with this name and label, and one HTML label of the same text.
  private func drawn(_ name: String) throws -> Data {
    var dot = DOTGraph("hard \(name)")
    dot.node(name, ["label": .text(name)])
    dot.node("table", ["label": .html(Markup.table([Markup.row([Markup.cell(Markup.text(name))])]))])
    dot.edge(name, "table", ["label": .text(name)])
    return Data(try Graphviz.render(dot.text, as: .svg))
  }

  @Test(arguments: hardNames) func hardNamesGiveWellFormedDrawings(_ name: String) throws {
    let parser = XMLParser(data: try drawn(name))
    let isWellFormed = parser.parse()
    #expect(isWellFormed, "\(parser.parserError.map { "\($0)" } ?? "")")
  }

  @Test(arguments: ["say \"no\"", "C:\\temp\\", "R&D", "<b>bold</b>", "&eacute;", "\\N", "é à ç"])
  func aLabelIsShownAsItIsWritten(_ text: String) throws {
    let reader = TextReader()
    let parser = XMLParser(data: try drawn(text))
    parser.delegate = reader
    let isWellFormed = parser.parse()
    #expect(isWellFormed)
    // The node's label, the edge's and the cell's.
    #expect(reader.texts.count { $0.replacingOccurrences(of: "\u{2060}", with: "") == text } == 3)
  }

  @Test func attributesStandInOrderOfName() {
    var dot = DOTGraph("g")
    dot.node("a", ["width": 1, "color": "red", "label": "x"])
    #expect(dot.text == "graph \"g\" {\n  \"a\" [color=\"red\", label=\"x\", width=1];\n}\n")
  }

  @Test func anEmptyTableHasACell() throws {
    var dot = DOTGraph("g")
    dot.node("a", ["label": .html(Markup.table([]))])
    #expect(try !Graphviz.render(dot.text, as: .svg).isEmpty)
  }

  /// Collects what stands in `text` elements.
  private final class TextReader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    private var current: String?

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) { if element == "text" { current = "" } }

    func parser(_ parser: XMLParser, foundCharacters text: String) { current? += text }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
      if element == "text", let text = current { texts.append(text) }
      if element == "text" { current = nil }
    }
  }
}
