import FibreModel

/// How much of a network one symbol or one link stands for.
struct SymbolCount: Hashable {
  /// Premises to serve, connected or not.
  var plugs = 0
  var distributionPoints = 0
  var closures = 0
  var outlets = 0
  var cabinets = 0
  var centralOffices = 0
  /// PoPs, clients' and other sites.
  var otherSites = 0
  var sections = 0
  /// Fibres as a delivery numbers them: those of each section.
  var fibres = 0
  var length = Length.zero

  static func + (a: Self, b: Self) -> Self {
    SymbolCount(
      plugs: a.plugs + b.plugs, distributionPoints: a.distributionPoints + b.distributionPoints,
      closures: a.closures + b.closures, outlets: a.outlets + b.outlets, cabinets: a.cabinets + b.cabinets,
      centralOffices: a.centralOffices + b.centralOffices, otherSites: a.otherSites + b.otherSites,
      sections: a.sections + b.sections, fibres: a.fibres + b.fibres, length: a.length + b.length)
  }

  mutating func add(_ kind: SiteKind) {
    switch kind {
    case .cabinet: cabinets += 1
    case .centralOffice: centralOffices += 1
    case .pop, .client, .other: otherSites += 1
    }
  }

  mutating func add(_ kind: BoxKind) {
    switch kind {
    case .spliceClosure: closures += 1
    case .distributionPoint: distributionPoints += 1
    case .outlet: outlets += 1
    }
  }

  mutating func add(_ section: CableSection) {
    sections += 1
    fibres += section.fibreCount
    length = length + section.length
  }

  /// `512 prises · 68 PBO · 12 boîtiers`; what there is none of is not told.
  func places(_ language: Language) -> String {
    let told: [(Int, Counted)] = [
      (plugs, .plug), (distributionPoints, .distributionPoint), (closures, .closure), (cabinets, .cabinet),
      (centralOffices, .centralOffice), (otherSites, .site),
    ]
    return told.filter { $0.0 > 0 }.map { $1.text($0, language) }.joined(separator: " · ")
  }

  /// `24,1 km · 4 632 FO`.
  func cables(_ language: Language) -> String {
    sections == 0 ? "" : "\(Figures.length(length, language)) · \(Figures.whole(fibres, language)) FO"
  }
}
