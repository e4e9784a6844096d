public import FibreDiagrams

extension Drawing {
  /// Pages as one PDF document; its texts can be searched and copied. The date of making is that of all drawings, 1
  /// January 2000.
  public static func pdf(_ pages: [Drawing], title: String) throws(DeliverableError) -> [UInt8] {
    let canvas = try PDFCanvas(
      width: pages.first?.width ?? 1, height: pages.first?.height ?? 1, title: title, date: 946_684_800)
    for page in pages {
      canvas.paint(page)
      canvas.endPage()
    }
    return try canvas.bytes()
  }

  /// Pages as one picture, one under another, at two dots a point.
  public static func png(_ pages: [Drawing]) throws(DeliverableError) -> [UInt8] {
    let gap = 12.0
    let width = pages.map(\.width).max() ?? 1
    let height = pages.reduce(0) { $0 + $1.height } + gap * Double(max(0, pages.count - 1))
    let canvas = try PDFCanvas(pictureWidth: width, height: max(1, height), scale: 2)
    var top = 0.0
    for page in pages {
      canvas.paint(page, y: top)
      top += page.height + gap
    }
    return try canvas.png()
  }
}
