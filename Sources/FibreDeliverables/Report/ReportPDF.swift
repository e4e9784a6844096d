import FibreModel

extension Report {
  /// The document as a PDF on A4: no table runs over the edge of a page, and each page of one has its head.
  func pdf() throws(DeliverableError) -> [UInt8] {
    let short = 595.276
    let long = 841.89
    let size = isLandscape ? (width: long, height: short) : (width: short, height: long)
    let canvas = try PDFCanvas(width: size.width, height: size.height, title: title, date: date)
    let pages = PDFLayout(canvas: canvas, width: size.width, height: size.height, isDense: isLandscape).pages(of: self)
    for (number, page) in pages.enumerated() {
      for mark in page { mark.draw(on: canvas) }
      let style = PDFCanvas.TextStyle(size: 7)
      let y = size.height - 24
      canvas.write(footer, style: style, x: 28, y: y, width: size.width - 140, height: 9)
      canvas.write(
        "\(Term.page.label(language)) \(number + 1) / \(pages.count)",
        style: PDFCanvas.TextStyle(size: 7, isRight: true), x: size.width - 108, y: y, width: 80, height: 9)
      canvas.endPage()
    }
    return try canvas.bytes()
  }
}

/// Something with its place on a page.
enum PDFMark {
  case text(String, PDFCanvas.TextStyle, x: Double, y: Double, width: Double, height: Double)
  case fill(UInt32, x: Double, y: Double, width: Double, height: Double)
  /// The cells of a row.
  case frame(edges: [Double], y: Double, height: Double)

  func draw(on canvas: PDFCanvas) {
    switch self {
    case .text(let text, let style, let x, let y, let width, let height):
      canvas.write(text, style: style, x: x, y: y, width: width, height: height)
    case .fill(let colour, let x, let y, let width, let height):
      canvas.fill(colour, x: x, y: y, width: width, height: height)
    case .frame(let edges, let y, let height): canvas.frame(edges: edges, y: y, height: height)
    }
  }
}
