import FibreDiagrams
import FibreModel

extension Report {
  /// The document as a PDF on A4: no table runs over the edge of a page, and each page of one has its head.
  func pdf() throws(DeliverableError) -> [UInt8] {
    let canvas = try PDFCanvas(width: paper.width, height: paper.height, title: title, date: date)
    return try canvas.bytes(of: pages(on: canvas), paper, footer: footer, language)
  }

  /// A4, in points.
  var paper: (width: Double, height: Double) { isLandscape ? (841.89, 595.276) : (595.276, 841.89) }

  /// What stands on its pages, without their feet.
  func pages(on canvas: PDFCanvas) -> [[PDFMark]] {
    PDFLayout(
      canvas: canvas, width: paper.width, height: paper.height, cellSize: cellSize ?? (isLandscape ? 5.5 : 6.5)
    ).pages(of: self)
  }
}

extension PDFCanvas {
  /// Draws pages, each with a foot and its number, and ends the document.
  func bytes(
    of pages: [[PDFMark]], _ paper: (width: Double, height: Double), footer: String, _ language: Language
  ) throws(DeliverableError) -> [UInt8] {
    // A long foot is set smaller, since the mark at its end must be read.
    let room = paper.width - 142
    let size = min(7, 7 * room / max(1, FontWidths.width(of: footer, size: 7)))
    for (number, page) in pages.enumerated() {
      for mark in page { mark.draw(on: self) }
      let y = paper.height - 24
      write(footer, style: TextStyle(size: size), x: 28, y: y, width: room + 2, height: 9)
      write(
        "\(Term.page.label(language)) \(number + 1) / \(pages.count)", style: TextStyle(size: 7, isRight: true),
        x: paper.width - 108, y: y, width: 80, height: 9)
      endPage()
    }
    return try bytes()
  }
}

/// Something with its place on a page.
enum PDFMark {
  case text(String, PDFCanvas.TextStyle, x: Double, y: Double, width: Double, height: Double)
  case fill(UInt32, x: Double, y: Double, width: Double, height: Double)
  /// The cells of a row.
  case frame(edges: [Double], y: Double, height: Double)
  /// A whole page, or a part of one, that is drawn with exact positions.
  case drawing(Drawing, x: Double, y: Double)

  func draw(on canvas: PDFCanvas) {
    switch self {
    case .text(let text, let style, let x, let y, let width, let height):
      canvas.write(text, style: style, x: x, y: y, width: width, height: height)
    case .fill(let colour, let x, let y, let width, let height):
      canvas.fill(colour, x: x, y: y, width: width, height: height)
    case .frame(let edges, let y, let height): canvas.frame(edges: edges, y: y, height: height)
    case .drawing(let drawing, let x, let y): canvas.paint(drawing, x: x, y: y)
    }
  }
}
