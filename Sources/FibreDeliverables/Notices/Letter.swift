/// A letter on A4: who it goes to, what it is about, text, a table, text.
struct Letter {
  var recipient: String
  /// Place, date or deadline, on the right.
  var mention: String
  var subject: String
  var opening: [String]
  var columns: [(title: String, share: Double)]
  var rows: [[String]]
  var closing: [String]
  /// On every page: what this is and of which revision.
  var footer: String
}

/// Sets letters in type, each from the top of a page; a table that is too long goes on with its head on the next one.
struct LetterPages {
  private let canvas: PDFCanvas
  private let left = 60.0
  private let right = 535.0
  private let bottom = 780.0
  private let body = PDFCanvas.TextStyle(size: 10)
  private let small = PDFCanvas.TextStyle(size: 8.5)
  private var y = 0.0

  private init(_ canvas: PDFCanvas) { self.canvas = canvas }

  /// One document of all letters.
  ///
  /// - Parameter date: Seconds since 1970 that stand as the date of making.
  static func pdf(_ letters: [Letter], title: String, date: Int) throws(DeliverableError) -> [UInt8] {
    let canvas = try PDFCanvas(width: 595.276, height: 841.89, title: title, date: date)
    var pages = LetterPages(canvas)
    for letter in letters { pages.put(letter) }
    return try canvas.bytes()
  }

  private mutating func put(_ letter: Letter) {
    y = 60
    write(letter.mention, small, x: 320, width: right - 320)
    y = 120
    write(letter.recipient, PDFCanvas.TextStyle(size: 11, isBold: true), x: 320, width: right - 320)
    y = max(y, 150) + 40
    write(letter.subject, PDFCanvas.TextStyle(size: 11, isBold: true), x: left, width: right - left)
    y += 14
    for text in letter.opening { paragraph(text, letter.footer) }
    y += 4
    table(letter)
    y += 10
    for text in letter.closing { paragraph(text, letter.footer) }
    endPage(letter.footer)
  }

  private mutating func write(_ text: String, _ style: PDFCanvas.TextStyle, x: Double, width: Double) {
    let height = canvas.height(of: text, style: style, width: width)
    canvas.write(text, style: style, x: x, y: y, width: width, height: height)
    y += height
  }

  private mutating func paragraph(_ text: String, _ footer: String) {
    if y + canvas.height(of: text, style: body, width: right - left) > bottom { newPage(footer) }
    write(text, body, x: left, width: right - left)
    y += 7
  }

  private mutating func table(_ letter: Letter) {
    let head = letter.columns.map(\.title)
    putRow(head, letter, isHead: true)
    for row in letter.rows {
      if y + height(of: row, letter, isHead: false) > bottom {
        newPage(letter.footer)
        putRow(head, letter, isHead: true)
      }
      putRow(row, letter, isHead: false)
    }
  }

  private func widths(_ letter: Letter) -> [Double] {
    let total = letter.columns.reduce(0) { $0 + $1.share }
    return letter.columns.map { $0.share / total * (right - left) }
  }

  private func style(isHead: Bool) -> PDFCanvas.TextStyle { PDFCanvas.TextStyle(size: 8.5, isBold: isHead) }

  private func height(of cells: [String], _ letter: Letter, isHead: Bool) -> Double {
    let heights = zip(cells, widths(letter)).map { cell, width in
      canvas.height(of: cell, style: style(isHead: isHead), width: width - 6)
    }
    return (heights.max() ?? 0) + 5
  }

  private mutating func putRow(_ cells: [String], _ letter: Letter, isHead: Bool) {
    let height = height(of: cells, letter, isHead: isHead)
    var x = left
    var edges = [x]
    for (cell, width) in zip(cells, widths(letter)) {
      if isHead { canvas.fill(0xE6E6E6, x: x, y: y, width: width, height: height) }
      canvas.write(
        cell, style: style(isHead: isHead), x: x + 3, y: y + 2.5, width: width - 6, height: height - 5)
      x += width
      edges.append(x)
    }
    canvas.frame(edges: edges, y: y, height: height)
    y += height
  }

  private mutating func newPage(_ footer: String) {
    endPage(footer)
    y = 60
  }

  private func endPage(_ footer: String) {
    canvas.write(
      footer, style: PDFCanvas.TextStyle(size: 7), x: left, y: 806, width: right - left, height: 10)
    canvas.endPage()
  }
}
