import FibreDiagrams
import FibreModel
import FibreTestSupport
import Testing

@testable import FibreDeliverables

@Suite struct PDFLayoutTests {
  private static let (width, height) = (595.276, 841.89)

  /// A table with cells of any length, some far wider or taller than their column.
  private func report(seed: UInt64) -> Report {
    var random = SeededGenerator(seed: seed)
    let columns = (0..<Int.random(in: 1...25, using: &random)).map {
      Report.Column(title: "Colonne \($0)", width: Double.random(in: 5...60, using: &random))
    }
    let rows = (0..<Int.random(in: 0...60, using: &random)).map { row in
      columns.map { _ in
        let count = Int.random(in: 0...10, using: &random) == 0 ? 150 : Int.random(in: 0...20, using: &random)
        return Report.Cell(String(repeating: "é\(row)-", count: count))
      }
    }
    return Report(
      title: String(repeating: "Titre ", count: 40), facts: [.init(label: "Nom", value: "Valeur")],
      sections: [.init(heading: "Partie", table: .init(columns: columns, rows: rows))], footer: "Pied",
      language: .french, date: 1)
  }

  @Test(arguments: 0..<8)
  func nothingLeavesThePage(seed: UInt64) throws {
    let canvas = try PDFCanvas(width: Self.width, height: Self.height, title: "", date: 1)
    let layout = PDFLayout(canvas: canvas, width: Self.width, height: Self.height, cellSize: 6.5)
    for page in layout.pages(of: report(seed: seed)) {
      for mark in page {
        let box = mark.box
        #expect(box.x >= 27.9 && box.x + box.width <= Self.width - 27.9, "seed \(seed): \(mark)")
        #expect(box.y >= 27.9 && box.y + box.height <= Self.height - 31.9, "seed \(seed): \(mark)")
      }
    }
  }

  @Test(arguments: 0..<8)
  func everyPageOfATableHasItsHead(seed: UInt64) throws {
    let canvas = try PDFCanvas(width: Self.width, height: Self.height, title: "", date: 1)
    let layout = PDFLayout(canvas: canvas, width: Self.width, height: Self.height, cellSize: 5.5)
    let pages = layout.pages(of: report(seed: seed)).map { page in
      page.compactMap { if case .text(let text, _, _, _, _, _) = $0 { text } else { nil } }
    }
    // A table that begins with a tall row begins on a page of its own.
    let ofTable = pages.drop { !$0.contains("Partie") }
    #expect(!ofTable.isEmpty)
    for texts in ofTable { #expect(texts.contains("Colonne 0"), "seed \(seed)") }
  }

  /// Parts with headings, notes and facts of any length; some tables begin with a tall row.
  private func parts(seed: UInt64) -> Report {
    var random = SeededGenerator(seed: seed)
    let sections = (0..<14).map { part in
      let count = Int.random(in: 0...30, using: &random)
      let rows = (0..<Int.random(in: 1...12, using: &random)).map { row in
        [Report.Cell(String(repeating: "nom-\(row) ", count: Int.random(in: 1...80, using: &random)))]
      }
      return Report.Section(
        heading: String(repeating: "Partie \(part) ", count: 1 + count / 3),
        notes: Array(repeating: String(repeating: "note ", count: count), count: count % 3),
        facts: (0..<count % 4).map { .init(label: "Fait \($0)", value: String(repeating: "v ", count: count)) },
        table: .init(
          columns: [Report.Column(title: "Nom", width: 30), Report.Column(title: "Autre", width: 90)],
          rows: rows.map { $0 + [Report.Cell("")] }, bands: [0: "Tube \(part)"]))
    }
    return Report(title: "Titre", facts: [], sections: sections, footer: "", language: .french, date: 1)
  }

  @Test(arguments: 0..<12)
  func aHeadingStandsOnThePageOfWhatItHeads(seed: UInt64) throws {
    let canvas = try PDFCanvas(width: Self.width, height: Self.height, title: "", date: 1)
    let layout = PDFLayout(canvas: canvas, width: Self.width, height: Self.height, cellSize: 6.5)
    for page in layout.pages(of: parts(seed: seed)) {
      let texts = page.compactMap { mark -> (text: String, size: Double)? in
        if case .text(let text, let style, _, _, _, _) = mark { (text, style.size) } else { nil }
      }
      for (rank, text) in texts.enumerated() where text.text.hasPrefix("Partie") {
        #expect(texts[rank...].contains { $0.text.hasPrefix("nom-") }, "seed \(seed): \(text.text.prefix(12))")
      }
    }
  }
}

extension PDFMark {
  fileprivate var box: (x: Double, y: Double, width: Double, height: Double) {
    switch self {
    case .text(_, _, let x, let y, let width, let height): (x, y, width, height)
    case .fill(_, let x, let y, let width, let height): (x, y, width, height)
    case .frame(let edges, let y, let height): (edges[0], y, edges[edges.count - 1] - edges[0], height)
    case .drawing(let drawing, let x, let y): (x, y, drawing.width, drawing.height)
    }
  }
}
