public import FibreModel

/// Why a code names nothing that can be cut.
public enum CutRefusal: Error, Hashable, Sendable {
  /// No object has this code or name.
  case unknown(String)
  /// Several objects have it; their kinds and codes, in order.
  case ambiguous(String, [Candidate])
  /// What has it is of other kinds than the one asked for.
  case otherKind(String, CutElement.Kind, [Candidate])
  /// The section or panel is there, but not this fibre or port.
  case noSuchNumber(Int, of: String)

  /// One of several objects that a text may mean.
  public struct Candidate: Hashable, Sendable {
    public let kind: CutElement.Kind
    public let name: String
    /// What is certain to name it, after its kind.
    public let code: String
  }
}

extension Network {
  /// What some texts name together, each thing once, in order; see `cutElements(named:kind:)`.
  ///
  /// - Parameter kind: What is meant by those texts that name a thing of this kind; the others mean what they name.
  /// - Throws: when one names nothing or several things, or none names a thing of the kind.
  public func cutElements(named texts: [String], kind: CutElement.Kind?) throws(CutRefusal) -> [CutElement] {
    var elements: [CutElement] = []
    var others: [CutRefusal] = []
    for text in texts {
      var found: [CutElement]
      do throws(CutRefusal) {
        found = try cutElements(named: text, kind: kind)
      } catch {
        guard case .otherKind = error else { throw error }
        others.append(error)
        found = try cutElements(named: text)
      }
      for element in found where !elements.contains(element) { elements.append(element) }
    }
    if let other = others.first, others.count == texts.count { throw other }
    return elements
  }

  /// What a text names: an object by its code, fibres `SECTION:1-12,25`, ports `PANEL:3`; else an object by its owner's
  /// name; `KIND:` before it says which kind is meant. A sheath goes before a section of it that has the same code, a
  /// site before its rooms.
  ///
  /// - Parameter kind: The only kind that is meant; nothing for any.
  /// - Throws: when nothing has the name, several have, or only things of other kinds.
  public func cutElements(named text: String, kind: CutElement.Kind? = nil) throws(CutRefusal) -> [CutElement] {
    var others: [CutElement] = []
    for candidates in [coded(text), named(text)] {
      let wanted = kind.map { kind in candidates.filter { self.kind(of: $0) == kind } } ?? withoutRooms(candidates)
      if wanted.count == 1 { return wanted }
      if wanted.count > 1 { throw .ambiguous(text, wanted.map(candidate)) }
      others += candidates
    }
    if let numbered = try numbered(text) {
      if kind == nil || numbered.allSatisfy({ self.kind(of: $0) == kind }) { return numbered }
      others += numbered.prefix(1)
    }
    if let kind, !others.isEmpty { throw .otherKind(text, kind, others.map(candidate)) }
    if kind == nil, let colon = text.firstIndex(of: ":"), let said = CutElement.Kind(rawValue: String(text[..<colon])) {
      return try cutElements(named: String(text[text.index(after: colon)...]), kind: said)
    }
    throw .unknown(text)
  }

  private func candidate(_ element: CutElement) -> CutRefusal.Candidate {
    if case .site(let site) = element {
      return CutRefusal.Candidate(kind: .site, name: name(of: element), code: sites[site].code.rawValue)
    }
    return CutRefusal.Candidate(kind: kind(of: element), name: name(of: element), code: name(of: element))
  }

  /// Without the rooms of a site that is there too: who gives the name of both means the whole.
  private func withoutRooms(_ elements: [CutElement]) -> [CutElement] {
    elements.filter { element in
      guard case .room(let room) = element, let site = rooms[room].site else { return true }
      return !elements.contains(.site(site))
    }
  }

  private func coded(_ text: String) -> [CutElement] {
    guard !text.isEmpty else { return [] }
    let cable = cables.index(of: Code(text))
    let section = sections.index(of: Code(text)).flatMap { sections[$0].cable == cable ? nil : $0 }
    let found: [CutElement?] = [
      cable.map { .cable($0) }, section.map { .section($0) },
      boxes.index(of: Code(text)).map { .box($0) }, cassettes.index(of: Code(text)).map { .cassette($0) },
      panels.index(of: Code(text)).map { .panel($0) }, racks.index(of: Code(text)).map { .rack($0) },
      rooms.index(of: Code(text)).map { .room($0) }, sites.index(of: Code(text)).map { .site($0) },
      technicalPoints.index(of: Code(text)).map { .technicalPoint($0) },
      ducts.index(of: Code(text)).map { .duct($0) }, pathways.index(of: Code(text)).map { .pathway($0) },
      fibres.codes.position(of: text).map { .fibre(Index($0)) },
      joints.index(of: Code(text)).map { .joint($0) },
    ]
    return found.compactMap { $0 }
  }

  /// Objects by what their owner calls them. O(sites + boxes + racks + technical points).
  private func named(_ text: String) -> [CutElement] {
    guard !text.isEmpty else { return [] }
    func matches<Row>(
      _ table: EntityTable<Row>, _ names: (Row) -> [String], _ element: (Index<Row>) -> CutElement
    ) -> [CutElement] {
      table.rows.indices.filter { names(table.rows[$0]).contains(text) }.map { element(Index($0)) }
    }
    return matches(sites, { [$0.externalCode, $0.name] }, { .site($0) })
      + matches(boxes, { [$0.externalCode, $0.name] }, { .box($0) })
      + matches(rooms, { [$0.name] }, { .room($0) }) + matches(racks, { [$0.name] }, { .rack($0) })
      + matches(panels, { [$0.name] }, { .panel($0) })
      + matches(technicalPoints, { [$0.name] }, { .technicalPoint($0) })
  }

  /// `SECTION:1-12,25` or `PANEL:3`; nothing when the text has another form or its first part is unknown.
  private func numbered(_ text: String) throws(CutRefusal) -> [CutElement]? {
    guard let colon = text.lastIndex(of: ":"), let numbers = Self.numbers(text[text.index(after: colon)...]) else {
      return nil
    }
    let owner = String(text[..<colon])
    if let section = sections[Code(owner)] {
      if let missing = numbers.first(where: { $0 > section.fibreCount }) { throw .noSuchNumber(missing, of: owner) }
      return numbers.map { .fibre(section.fibre($0)) }
    }
    guard let panel = panels.index(of: Code(owner)) else { return nil }
    let ports = numbers.map { Port(panel: panel, number: $0) }
    if let missing = ports.first(where: { joint(at: $0) == nil }) { throw .noSuchNumber(missing.number, of: owner) }
    return ports.map { .port($0) }
  }

  /// The numbers of `1-12,25`, each once and rising; nothing for any other text. No section has more than 65,535 fibres.
  private static func numbers(_ text: Substring) -> [Int]? {
    var numbers: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard bounds.count <= 2, case .some(.some(let low)) = bounds.first, case .some(.some(let high)) = bounds.last,
        low >= 1, low <= high, high <= 65_535
      else { return nil }
      numbers.formUnion(low...high)
    }
    return numbers.sorted()
  }
}
