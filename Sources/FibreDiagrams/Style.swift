import FibreModel

/// What all diagrams look like: one font, few colours, and a line style beside each colour.
enum Style {
  /// Debian's `fonts-dejavu-core`; it has the accents, arrows and line signs used here.
  static let font: DOTValue = "DejaVu Sans"
  static let ink = "#1a1a1a"
  static let quiet = "#6b6b6b"
  static let paper = "#ffffff"
  static let shade = "#f1f3f5"
  static let frame = "#9aa0a6"
  /// What stays: solid, thin.
  static let kept = "#7a7a7a"
  /// What is cut: dashed, with ×.
  static let cut = "#b3261e"
  /// What is new: solid, thick.
  static let new = "#1f5fbf"
  /// One cable between two places, and several: a double line, which tells them apart on paper without colours.
  static let oneCable: DOTValue = "#1f5fbf"
  static let severalCables: DOTValue = "#7b3fa0:#ffffff:#7b3fa0"
  /// A tube that goes through uncut.
  static let passage = "#b8bcc2"

  /// The start of every graph: font, margins, title and legend.
  static func begin(_ graph: inout DOTGraph, header: String, _ attributes: DOTGraph.Attributes = [:]) {
    let common: DOTGraph.Attributes = [
      "bgcolor": "#ffffff", "charset": "UTF-8", "fontcolor": .text(ink), "fontname": font, "fontsize": 10,
      "label": .html(header), "labeljust": "l", "labelloc": "t", "outputorder": "edgesfirst", "pad": "0.3",
    ]
    graph.set(common.merging(attributes) { $1 })
    graph.setNodes([
      "color": .text(frame), "fontcolor": .text(ink), "fontname": font, "fontsize": 10, "margin": "0.08,0.04",
      "shape": "box",
    ])
    graph.setEdges(["color": .text(ink), "fontcolor": .text(ink), "fontname": font, "fontsize": 9])
  }

  /// Title, remarks and legend above a drawing; a legend's sample is text in the colour it explains.
  ///
  /// - Parameter enlargement: How much larger than on a page, for a sheet that is read as a whole.
  static func header(
    _ title: String, _ remarks: [String], legend: [(sample: String, colour: String, text: String)] = [],
    enlargement: Int = 1
  ) -> String {
    let size = 11 * enlargement
    var rows = [Markup.row([Markup.cell(Markup.font(Markup.bold(title), size: 18 * enlargement), left)])]
    rows += remarks.filter { !$0.isEmpty }.map {
      Markup.row([Markup.cell(Markup.font(Markup.text($0), colour: quiet, size: size), left)])
    }
    if !legend.isEmpty {
      let items = legend.map { "\(Markup.font(Markup.bold($0.sample), colour: $0.colour)) \(Markup.text($0.text))" }
      rows.append(Markup.row([Markup.cell(Markup.font(items.joined(separator: "     "), size: size), left)]))
    }
    return Markup.table(rows, ["BORDER": "0", "CELLBORDER": "0", "CELLPADDING": "2", "CELLSPACING": "0"])
  }

  /// Markup in a frameless cell of fixed width, so that text beside a pinned point starts where it should.
  static func fixedCell(_ markup: String, width: Int, align: String) -> String {
    Markup.table(
      [Markup.row([Markup.cell(markup, ["ALIGN": align, "WIDTH": String(width)])])],
      ["BORDER": "0", "CELLBORDER": "0", "CELLPADDING": "0", "CELLSPACING": "0"])
  }

  private static let left = ["ALIGN": "LEFT"]

  /// A fibre's or tube's colour on screen and paper.
  static func fill(_ colour: Colour) -> String {
    switch colour {
    case .red: "#d62728"
    case .blue: "#1f5fbf"
    case .green: "#2e9e3f"
    case .yellow: "#f2c500"
    case .violet: "#7b3fa0"
    case .white: "#ffffff"
    case .orange: "#f58220"
    case .grey: "#8c8c8c"
    case .brown: "#7a4a21"
    case .black: "#111111"
    case .turquoise: "#27c4c4"
    case .pink: "#f29cb7"
    case .transparent: "#f4f4f4"
    }
  }

  /// A fibre's or tube's colour as a number, `0xRRGGBB`.
  static func ink(of colour: Colour) -> UInt32 { UInt32(fill(colour).dropFirst(), radix: 16) ?? 0 }

  /// A line in a fibre's colour; white and transparent get the grey of an outline, since paper is white.
  static func line(_ colour: Colour) -> String {
    colour == .white || colour == .transparent ? "#c9cdd2" : fill(colour)
  }

  /// Black or white, whichever can be read on a colour.
  static func text(on colour: Colour) -> String {
    switch colour {
    case .yellow, .white, .orange, .turquoise, .pink, .transparent: "#000000"
    case .red, .blue, .green, .violet, .grey, .brown, .black: "#ffffff"
    }
  }
}
