extension Drawing {
  /// Pages as one SVG document, one under another; texts stay texts, so that they can be searched and copied.
  ///
  /// - Parameter title: What readers of the file's properties see.
  public static func svg(_ pages: [Drawing], title: String) -> String {
    let gap = 12.0
    let width = pages.map(\.width).max() ?? 0
    let height = pages.reduce(0) { $0 + $1.height } + gap * Double(max(0, pages.count - 1))
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(figure(width))pt" height="\(figure(height))pt" \
      viewBox="0 0 \(figure(width)) \(figure(height))" font-family="DejaVu Sans, Verdana, sans-serif">
      <title>\(escaped(title))</title>

      """
    var top = 0.0
    for page in pages {
      text += "<g transform=\"translate(0 \(figure(top)))\">\n"
      text += "<rect width=\"\(figure(page.width))\" height=\"\(figure(page.height))\" fill=\"#ffffff\"/>\n"
      for mark in page.marks { text += element(mark) + "\n" }
      text += "</g>\n"
      top += page.height + gap
    }
    return text + "</svg>\n"
  }

  private static func element(_ mark: DrawingMark) -> String {
    switch mark {
    case .line(let spots, let pen): "<path d=\"\(path(spots))\" fill=\"none\"\(attributes(pen))/>"
    case .curve(let a, let b, let c, let d, let pen):
      "<path d=\"M\(spot(a))C\(spot(b)) \(spot(c)) \(spot(d))\" fill=\"none\"\(attributes(pen))/>"
    case .box(let frame, let fill, let pen):
      "<rect x=\"\(figure(frame.x))\" y=\"\(figure(frame.y))\" width=\"\(figure(frame.width))\" "
        + "height=\"\(figure(frame.height))\"\(attributes(fill, pen))/>"
    case .disc(let centre, let radius, let fill, let pen):
      "<circle cx=\"\(figure(centre.x))\" cy=\"\(figure(centre.y))\" r=\"\(figure(radius))\"\(attributes(fill, pen))/>"
    case .area(let spots, let fill): "<path d=\"\(path(spots))Z\" fill=\"\(colour(fill))\"/>"
    case .text(let text): element(text)
    }
  }

  /// The length is stated, so that a reader without the font still sees the text where it belongs.
  private static func element(_ text: DrawnText) -> String {
    let anchor =
      switch text.anchor {
      case .start: ""
      case .middle: " text-anchor=\"middle\""
      case .end: " text-anchor=\"end\""
      }
    return "<text x=\"\(figure(text.spot.x))\" y=\"\(figure(text.spot.y))\" font-size=\"\(figure(text.size))\""
      + (text.isBold ? " font-weight=\"bold\"" : "") + anchor
      + (text.colour == 0 ? "" : " fill=\"\(colour(text.colour))\"")
      + " textLength=\"\(figure(text.width))\" lengthAdjust=\"spacingAndGlyphs\">\(escaped(text.text))</text>"
  }

  private static func path(_ spots: [Spot]) -> String {
    guard let first = spots.first else { return "" }
    return "M\(spot(first))" + spots.dropFirst().map { "L\(spot($0))" }.joined()
  }

  private static func attributes(_ fill: UInt32?, _ pen: Pen?) -> String {
    " fill=\"\(fill.map(colour) ?? "none")\"" + (pen.map(attributes) ?? "")
  }

  private static func attributes(_ pen: Pen) -> String {
    let dash = pen.dash.pattern.map { figure($0 * pen.width) }.joined(separator: " ")
    return " stroke=\"\(colour(pen.colour))\" stroke-width=\"\(figure(pen.width))\""
      + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
  }

  private static func spot(_ spot: Spot) -> String { "\(figure(spot.x)) \(figure(spot.y))" }

  private static func colour(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// Hundredths of a point, without what is not needed: `12.5`, `-3`, `0.25`.
  static func figure(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + "\(whole)\(decimals)"
  }

  /// Text between tags; what no XML may hold becomes U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\r", "\t": result += " "
      default:
        let isForbidden = scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) || scalar.value & 0xfffe == 0xfffe
        result.unicodeScalars.append(isForbidden ? "\u{fffd}" : scalar)
      }
    }
    return result
  }
}
