/// A row of `services.csv`.
struct Service {
  var code: String
  var level: String
  var kind: String
  var client: String
  var operatorCode: String
  var strands: [Int]
  var protects = ""
  var maxOutageMinutes: Int
  var optics: String
  var equipment = ""
}

/// Names the services of the links, their clients and their optics.
struct ServiceBuilder {
  let draft: Draft
  let clients: Clients
  let links: [[CollectionLink]]
  let ringLinks: [(strands: [Int], from: CollectionPoP, to: CollectionPoP)]
  let groups: [PatchGroup]
  private var random: SeededGenerator
  private(set) var services: [Service] = []
  /// The group of a patched strand.
  private var groupOfStrand: [Int: Int] = [:]

  init(_ draft: Draft, _ clients: Clients, _ collection: CollectionBuilder, _ groups: [PatchGroup]) {
    self.draft = draft
    self.clients = clients
    links = collection.links
    ringLinks = collection.ringLinks
    self.groups = groups
    random = SeededGenerator(seed: draft.seed, subject: 4)
    for (index, group) in groups.enumerated() {
      for strand in (group.first + group.second).flatMap(\.strands) { groupOfStrand[strand] = index }
    }
  }

  mutating func build() {
    addPublicSites()
    addAnnexes()
    addCollection()
    addAccess()
    addDarkFibre()
    addBusinesses()
    addRingSections()
  }

  private func strands(of kind: LinkKind) -> [Int] {
    draft.strands.indices.filter { draft.strands[$0].kind == kind && draft.strands[$0].ring != nil }
  }

  /// Strands two by two, as the links of two fibres have them.
  private func pairs(of kind: LinkKind) -> [[Int]] {
    let all = strands(of: kind)
    return stride(from: 0, to: all.count, by: 2).map { Array(all[$0..<$0 + 2]) }
  }
}

// MARK: public sites

extension ServiceBuilder {
  private mutating func addPublicSites() {
    let pairs = pairs(of: .publicSite)
    for site in PublicSites.all {
      let legs = pairs.filter { clients.publicSites[$0[0]] == site.number }
      let code = "SVC-GFU-" + padded(site.number, 3)
      for (rank, strands) in legs.enumerated() {
        services.append(
          Service(
            code: code + (rank == 0 ? "-A" : "-B"), level: site.isVital ? "vital" : "std", kind: "GFU",
            client: site.name, operatorCode: "GFU", strands: strands, protects: rank == 0 ? "" : code + "-A",
            maxOutageMinutes: site.isVital ? 60 : 240, optics: Optics.short(metres: draft.strands[strands[0]].metres),
            equipment: rank == 0 ? "EQ-SF-R1" : "EQ-SF-AGG"))
      }
    }
  }

  private mutating func addAnnexes() {
    let annexes = pairs(of: .publicSite).filter { clients.publicSites[$0[0]] == nil }
    for (rank, strands) in annexes.enumerated() {
      services.append(
        Service(
          code: "SVC-GFU-" + padded(41 + rank, 3), level: "std", kind: "GFU", client: clients.names[strands[0]] ?? "",
          operatorCode: "GFU", strands: strands, maxOutageMinutes: 240,
          optics: Optics.short(metres: draft.strands[strands[0]].metres), equipment: "EQ-SF-R1"))
    }
  }
}

// MARK: collection

extension ServiceBuilder {
  private mutating func addCollection() {
    var number = 0
    for pair in CollectionDesign.pairs {
      for rank in 0..<pair.count {
        number += 1
        let code = "SVC-COL-" + padded(number, 3)
        let client = "collecte \(pair.name) \(padded(rank + 1, 2))"
        add(links[pair.first.ring][pair.first.link + rank], code: code + "-A", client: client, protects: "")
        add(links[pair.second.ring][pair.second.link + rank], code: code + "-B", client: client, protects: code + "-A")
      }
    }
    for single in CollectionDesign.singles {
      number += 1
      let link = links[single.ring][single.link]
      add(
        link, code: "SVC-COL-" + padded(number, 3), client: "collecte \(link.pop.commune.name)", protects: "")
    }
  }

  private mutating func add(_ link: CollectionLink, code: String, client: String, protects: String) {
    services.append(
      Service(
        code: code, level: "vital", kind: "collecte", client: client, operatorCode: Draft.manager,
        strands: link.strands, protects: protects, maxOutageMinutes: 60, optics: optics(of: link)))
  }

  /// The first links to Ham and Albert have the optics whose limits the move meets.
  private func optics(of link: CollectionLink) -> String {
    if groupOfStrand[link.strands[0]] != nil || link.pop.code == "FRI" { return "100G-COH" }
    switch (link.pop.code, link.rank) {
    case ("HAM", 1): return "100G-COH"
    case ("ALB", 0): return "10G-ER"
    default: return Optics.collection(metres: draft.strands[link.strands[0]].metres)
    }
  }

  private mutating func addRingSections() {
    for (rank, link) in ringLinks.enumerated() {
      let metres = draft.strands[link.strands[0]].metres
      services.append(
        Service(
          code: "SVC-INT-" + padded(rank + 1, 2), level: "vital", kind: "ring",
          client: "boucle \(link.from.commune.name)–\(link.to.commune.name)", operatorCode: Draft.manager,
          strands: link.strands, maxOutageMinutes: 60, optics: metres < 30_000 ? "EX40" : "10G-ZR-A5"))
    }
  }
}

// MARK: operators

extension ServiceBuilder {
  private mutating func addAccess() {
    for (rank, strand) in strands(of: .access).enumerated() {
      let stem = draft.strands[strand].end.map { draft.panels[$0.panel].code.split(separator: "-")[1] } ?? ""
      let cabinet = CabinetDesign.all.first { $0.code == stem }
      services.append(
        Service(
          code: "SVC-FTTH-" + padded(rank + 1, 3), level: "ftth", kind: "FTTH", client: cabinet?.name ?? "",
          operatorCode: "OP\(random.number(in: 1...6))", strands: [strand], maxOutageMinutes: 240, optics: "FTTH-TR"))
    }
  }

  private mutating func addDarkFibre() {
    let monitored = groups.firstIndex { group in
      group.first[0].strands.count == 2 && draft.strands[group.first[0].strands[0]].kind == .darkFibre
    }
    for (rank, strands) in pairs(of: .darkFibre).enumerated() {
      let operatorCode = "OP\(clients.operators[strands[0]] ?? 0)"
      services.append(
        Service(
          code: "SVC-FON-" + padded(rank + 1, 3), level: "std", kind: "FON", client: "IRU \(operatorCode)",
          operatorCode: operatorCode, strands: strands, maxOutageMinutes: 240,
          optics: darkFibreOptics(strands[0], monitored: monitored)))
    }
  }

  private func darkFibreOptics(_ strand: Int, monitored: Int?) -> String {
    guard let group = groupOfStrand[strand] else { return "IRU" }
    if groups[group].first[0].strands.count == 1 { return "EX40" }
    return group == monitored ? "IRU-1625" : "IRU"
  }

  private mutating func addBusinesses() {
    for (rank, strand) in strands(of: .business).enumerated() {
      let isShort = strand == clients.shortBusiness
      services.append(
        Service(
          code: "SVC-FTTO-" + padded(rank + 1, 3), level: isShort ? "vital" : "std", kind: "FTTO",
          client: clients.names[strand] ?? "", operatorCode: businessOperator(strand), strands: [strand],
          maxOutageMinutes: isShort ? 60 : 240, optics: businessOptics(strand)))
    }
  }

  /// A business patched to a dark fibre is the client of that fibre's operator.
  private mutating func businessOperator(_ strand: Int) -> String {
    let drawn = random.number(in: 1...6)
    guard let group = groupOfStrand[strand] else { return "OP\(drawn)" }
    return "OP\(clients.operators[groups[group].second[0].strands[0]] ?? drawn)"
  }

  private func businessOptics(_ strand: Int) -> String {
    if strand == clients.shortBusiness { return "10G-ER" }
    if strand == clients.longBusiness { return "10G-LR" }
    return groupOfStrand[strand] == nil ? Optics.short(metres: draft.strands[strand].metres) : "EX40"
  }
}
