import FibreDiagrams

/// Puts a report on pages, top to bottom; a row of a table is never parted.
struct PDFLayout {
  private let canvas: PDFCanvas
  private var left = 28.0
  private let top = 28.0
  private let bottom: Double
  private var width: Double
  private let cellSize: Double
  private let padding: Double
  private var finished: [[PDFMark]] = []
  private var page: [PDFMark] = []
  private var y = 28.0

  /// Prepares pages of a size.
  ///
  /// - Parameter cellSize: The size of print in tables.
  init(canvas: PDFCanvas, width: Double, height: Double, cellSize: Double) {
    self.canvas = canvas
    self.width = width - 56
    bottom = height - 32
    self.cellSize = cellSize
    padding = cellSize < 6 ? 1.5 : 2.2
  }

  /// The pages of a report, at least one.
  func pages(of report: Report) -> [[PDFMark]] {
    var layout = self
    layout.put(report)
    return layout.finished + [layout.page]
  }

  private mutating func put(_ report: Report) {
    put(report.title, size: 15, isBold: true)
    y += 4
    put(report.facts)
    var sections = report.sections[...]
    while let section = sections.first {
      if section.side == nil {
        put(section)
        sections.removeFirst()
      } else {
        let beside = sections.prefix { $0.side != nil }
        putSides(Array(beside))
        sections.removeFirst(beside.count)
      }
    }
  }

  /// Sections in two columns, on a new page when they would not end on this one.
  private mutating func putSides(_ sections: [Report.Section]) {
    var trial = self
    trial.putHalves(sections)
    if trial.finished.count > finished.count, y > top { endPage() }
    putHalves(sections)
  }

  private mutating func putHalves(_ sections: [Report.Section]) {
    let (start, edge, whole) = (y, left, width)
    let gap = 16.0
    width = (whole - gap) / 2
    for section in sections where section.side == .left { put(section) }
    let (leftPages, leftEnd) = (finished.count, y)
    y = start
    left = edge + width + gap
    for section in sections where section.side == .right { put(section) }
    if finished.count == leftPages { y = max(y, leftEnd) }
    (left, width) = (edge, whole)
  }

  private mutating func put(_ section: Report.Section) {
    if section.startsPage, y > top { endPage() } else { y += 8 }
    if let heading = section.heading {
      makeRoom(max(60, min(beginning(of: section, heading), bottom - top)))
      put(heading, size: 10.5, isBold: true)
      y += 2
    }
    for note in section.notes { put(note, size: 8) }
    put(section.facts)
    if let drawing = section.drawing {
      makeRoom(drawing.height + 4)
      page.append(.drawing(drawing, x: left, y: y))
      y += drawing.height + 4
    }
    if let table = section.table { put(table) }
  }

  /// The height of a section up to the first thing that may not be parted from its heading: what comes first of a
  /// drawing and of a table's head, band and first row.
  private func beginning(of section: Report.Section, _ heading: String) -> Double {
    var height = canvas.height(of: heading, style: PDFCanvas.TextStyle(size: 10.5, isBold: true), width: width) + 4
    for note in section.notes {
      height += canvas.height(of: note, style: PDFCanvas.TextStyle(size: 8), width: width) + 2
    }
    for fact in section.facts { height += self.height(of: fact) + 1 }
    if let drawing = section.drawing { return height + drawing.height + 4 }
    guard let table = section.table else { return height }
    return height + beginning(of: table)
  }

  /// The height of a table's head and first row, and of the band before that.
  private func beginning(of table: Report.Table) -> Double {
    let widths = widths(of: table)
    let head = height(of: table.columns.map { Report.Cell($0.title, isStrong: true) }, widths)
    let first = table.rows.first.map { max(height(of: $0, widths), table.rowHeight) } ?? 0
    return head + first + (table.bands[0].map(bandHeight) ?? 0)
  }

  private func widths(of table: Report.Table) -> [Double] {
    let total = table.columns.reduce(0) { $0 + $1.width }
    return table.columns.map { $0.width / total * width }
  }

  /// Facts in two columns of label and value.
  private mutating func put(_ facts: [Report.Fact]) {
    for fact in facts {
      let height = height(of: fact)
      let label = labelWidth
      makeRoom(height)
      page.append(.text(fact.label, factStyle, x: left, y: y, width: label - 6, height: height))
      page.append(.text(fact.value, strongFactStyle, x: left + label, y: y, width: width - label, height: height))
      y += height + 1
    }
  }

  private var labelWidth: Double { width * (width < 400 ? 0.55 : 0.3) }
  private var factStyle: PDFCanvas.TextStyle { PDFCanvas.TextStyle(size: 8) }
  private var strongFactStyle: PDFCanvas.TextStyle { PDFCanvas.TextStyle(size: 8, isBold: true) }

  private func height(of fact: Report.Fact) -> Double {
    max(
      canvas.height(of: fact.label, style: factStyle, width: labelWidth - 6),
      canvas.height(of: fact.value, style: strongFactStyle, width: width - labelWidth))
  }

  private mutating func put(_ text: String, size: Double, isBold: Bool = false) {
    let style = PDFCanvas.TextStyle(size: size, isBold: isBold)
    let height = canvas.height(of: text, style: style, width: width)
    makeRoom(height)
    page.append(.text(text, style, x: left, y: y, width: width, height: height))
    y += height + 2
  }

  private mutating func put(_ table: Report.Table) {
    let widths = widths(of: table)
    let head = table.columns.map { Report.Cell($0.title, isStrong: true) }
    let sides = table.columns.map(\.isNumeric)
    let headHeight = height(of: head, widths)
    makeRoom(min(max(headHeight + 24, beginning(of: table)), bottom - top))
    putRow(head, widths, sides, headHeight, background: 0xE6E6E6)
    var band: String?
    for (row, cells) in table.rows.enumerated() {
      let height = max(height(of: cells, widths), table.rowHeight)
      let isNewBand = table.bands[row] != nil
      band = table.bands[row] ?? band
      if y + height + (isNewBand ? bandHeight(band) : 0) > bottom {
        endPage()
        putRow(head, widths, sides, headHeight, background: 0xE6E6E6)
        if let band { putBand(band) }
      } else if isNewBand, let band {
        putBand(band)
      }
      putRow(cells, widths, sides, height, background: nil)
    }
  }

  /// The height of the tallest cell; no row is taller than a page beside the table's head.
  private func height(of cells: [Report.Cell], _ widths: [Double]) -> Double {
    var height = cellSize * 1.2
    for (cell, width) in zip(cells, widths) {
      height = max(height, canvas.height(of: cell.text, style: style(cell), width: width - 2 * padding))
    }
    return min(height + 2 * padding, (bottom - top) * 0.8)
  }

  private var bandStyle: PDFCanvas.TextStyle { PDFCanvas.TextStyle(size: cellSize + 1, isBold: true) }

  private func bandHeight(_ band: String?) -> Double {
    canvas.height(of: band ?? "", style: bandStyle, width: width - 2 * padding) + 2 * padding
  }

  private mutating func putBand(_ band: String) {
    let height = bandHeight(band)
    page.append(.fill(0xF2F2F2, x: left, y: y, width: width, height: height))
    page.append(
      .text(
        band, bandStyle, x: left + padding, y: y + padding, width: width - 2 * padding, height: height - 2 * padding))
    page.append(.frame(edges: [left, left + width], y: y, height: height))
    y += height
  }

  /// A square to tick in the middle of a cell.
  private func tickBox(x: Double, width: Double, height: Double) -> PDFMark {
    let side = min(8, width - 2 * padding, height - 2 * padding)
    var square = Drawing(width: side, height: side)
    square.add(.box(Frame(x: 0, y: 0, width: side, height: side), fill: nil, pen: Pen(0, 0.8)))
    return .drawing(square, x: x + (width - side) / 2, y: y + (height - side) / 2)
  }

  private mutating func putRow(
    _ cells: [Report.Cell], _ widths: [Double], _ isRight: [Bool], _ height: Double, background: UInt32?
  ) {
    var x = left
    var edges = [x]
    for (column, cell) in cells.enumerated() {
      let width = widths[column]
      if cell.isBox { page.append(tickBox(x: x, width: width, height: height)) }
      if let fill = cell.paint?.background ?? background {
        page.append(.fill(fill, x: x, y: y, width: width, height: height))
      }
      var style = style(cell)
      style.isRight = isRight[column]
      style.colour = cell.paint?.text ?? 0
      page.append(
        .text(
          cell.text, style, x: x + padding, y: y + padding, width: width - 2 * padding, height: height - 2 * padding))
      x += width
      edges.append(x)
    }
    page.append(.frame(edges: edges, y: y, height: height))
    y += height
  }

  private func style(_ cell: Report.Cell) -> PDFCanvas.TextStyle {
    PDFCanvas.TextStyle(size: cellSize, isBold: cell.isStrong)
  }

  private mutating func makeRoom(_ height: Double) {
    if y + height > bottom { endPage() }
  }

  private mutating func endPage() {
    finished.append(page)
    page = []
    y = top
  }
}
