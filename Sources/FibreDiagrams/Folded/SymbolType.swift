import FibreModel

/// How much the symbols and links of a folded network say, and how large.
///
/// Few symbols tell all that they gather. Many tell their name and their plugs, and their links the fibres: what a sheet
/// of A1 or A0 shows at a glance.
struct SymbolType: Hashable {
  /// Whether names, plugs and fibres are all that is told.
  let isBrief: Bool

  /// Symbols that a sheet holds with all that they gather.
  private static let mostInFull = 120

  init(symbolCount: Int) { isBrief = symbolCount > Self.mostInFull }

  /// Room between symbols, in points: that of a line and its label.
  var gap: Double { isBrief ? 8 : 14 }

  /// Points of what stands below a name.
  var textSize: Int { isBrief ? 6 : 7 }

  /// Points of a link's label.
  var linkSize: Double { isBrief ? 5.5 : 6.5 }

  /// Points of a name: larger where more plugs hang.
  func nameSize(_ symbol: FoldedSymbol) -> Int {
    let isLarge = symbol.kind < .cabinet || symbol.count.plugs >= 2000
    return isBrief ? (isLarge ? 10 : 7) : (isLarge ? 12 : 9)
  }

  /// What stands below a name.
  func lines(of symbol: FoldedSymbol, _ language: Language) -> [String] {
    if isBrief { return symbol.count.plugs == 0 ? [] : [Counted.plug.text(symbol.count.plugs, language)] }
    var others = symbol.count
    switch symbol.kind {
    case .cabinet: others.cabinets -= 1
    case .centralOffice: others.centralOffices -= 1
    case .pop: others.otherSites -= 1
    default: break
    }
    return [symbol.title, others.places(language), symbol.count.cables(language)].filter { !$0.isEmpty }
  }

  /// `2 câbles · 144 FO`, or `144 FO` alone.
  func label(of link: FoldedLink, _ language: Language) -> String {
    let fibres = "\(Figures.whole(link.capacity, language)) FO"
    if isBrief { return fibres }
    let cables = link.cableCount > 1 ? "\(Counted.cable.text(link.cableCount, language)) · " : ""
    return cables + fibres
  }

  func size(of symbol: FoldedSymbol, _ language: Language) -> (width: Double, height: Double) {
    let name = TextSize.points(symbol.name, size: Double(nameSize(symbol)), isBold: true)
    let rest = lines(of: symbol, language)
    let text = TextSize.points(rest.joined(separator: "\n"), size: Double(textSize))
    return (max(name.width, text.width) + 12, name.height + (rest.isEmpty ? 0 : text.height) + 7)
  }
}
