/// The questions that tie tables together; each answers at once or in the size of its answer.
extension Network {
  // MARK: Fibres

  /// The section of a fibre.
  public func section(of fibre: Index<Fibre>) -> Index<CableSection> { fibres.sections[fibre.offset] }

  /// The number of a fibre in its section, from 1.
  public func number(of fibre: Index<Fibre>) -> Int {
    fibre.offset - sections[section(of: fibre)].firstFibre.offset + 1
  }

  /// The delivery's code of a fibre, or `SECTION:n` where it gives none.
  public func code(of fibre: Index<Fibre>) -> String {
    let stated = fibres.codes[fibre.offset]
    return stated.isEmpty ? name(of: fibre) : stated
  }

  /// The name of a fibre in plans and lists: `CAB-SF-04/2:13`.
  public func name(of fibre: Index<Fibre>) -> String {
    "\(sections[section(of: fibre)].code):\(number(of: fibre))"
  }

  /// A fibre by its section and number, or nothing.
  public func fibre(section: Code<CableSection>, number: Int) -> Index<Fibre>? {
    guard let section = sections[section], (1...max(1, section.fibreCount)).contains(number), section.fibreCount > 0
    else { return nil }
    return section.fibre(number)
  }

  /// A fibre by the delivery's code or by its name `SECTION:n`, or nothing.
  public func fibre(named text: String) -> Index<Fibre>? {
    if let position = fibres.codes.position(of: text) { return Index(position) }
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]) else { return nil }
    return fibre(section: Code(String(text[..<colon])), number: number)
  }

  /// The node at which an end of a fibre lies, or nothing when unknown.
  public func node(of end: FibreEnd) -> Index<Node>? {
    let section = sections[section(of: end.fibre)]
    return end.side == .a ? section.nodeA : section.nodeB
  }

  // MARK: Joints and slots

  /// The joints of a cassette in order of slot, those without a number last.
  public func joints(in cassette: Index<Cassette>) -> ArraySlice<Index<Joint>> { jointsOfCassette[cassette] }

  /// The joints of a panel in order of port, those without a number last.
  public func joints(in panel: Index<Panel>) -> ArraySlice<Index<Joint>> { jointsOfPanel[panel] }

  /// The joint that holds a port, or nothing when nothing is there.
  public func joint(at port: Port) -> Index<Joint>? {
    heldJoint(among: jointsOfPanel[port.panel], number: port.number)
  }

  /// The joint that holds a slot, or nothing when it is free.
  public func joint(at slot: Int, of cassette: Index<Cassette>) -> Index<Joint>? {
    heldJoint(among: jointsOfCassette[cassette], number: slot)
  }

  /// The port at which a joint is, or nothing when it is not at a numbered port.
  public func port(of joint: Index<Joint>) -> Port? {
    let row = joints[joint]
    guard case .panel(let panel) = row.holder, let number = row.number else { return nil }
    return Port(panel: panel, number: number)
  }

  /// The name of a port in plans and lists: `TI-SF-01:17`.
  public func name(of port: Port) -> String { "\(panels[port.panel].code):\(port.number)" }

  /// A port by its name `PANEL:n`, or nothing when no such panel exists. The port may be empty.
  public func port(named text: String) -> Port? {
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]),
      let panel = panels.index(of: Code(String(text[..<colon])))
    else { return nil }
    return Port(panel: panel, number: number)
  }

  /// The box of a joint, or nothing when it is at a panel or nowhere.
  public func box(of joint: Index<Joint>) -> Index<Box>? {
    guard case .cassette(let cassette) = joints[joint].holder else { return nil }
    return cassettes[cassette].box
  }

  /// Whether a joint joins the same two ends as the joint that holds them, as deliveries do that repeat a shared
  /// splice once for each route.
  public func isRepetition(_ joint: Joint) -> Bool {
    guard let first = joint.first, let second = joint.second, first != second,
      let holder = joints.joint(of: second) ?? joints.joint(of: first)
    else { return false }
    let held = joints[holder]
    return held.claim != .contested && (held.partner(of: second) == first) && held.holder == joint.holder
  }

  /// Whether more than one joint claims an end, so that no trace through it is certain.
  public func isContested(_ end: FibreEnd) -> Bool { contestedEnds.contains(end) }

  /// The splitter that an end feeds, or nothing.
  public func splitter(fedBy end: FibreEnd) -> Splitter? { splitterOfInput[end].map { splitters[$0] } }

  // MARK: Boxes, sites, cables

  /// The cassettes of a box in order of face, number and code.
  public func cassettes(in box: Index<Box>) -> ArraySlice<Index<Cassette>> { cassettesOfBox[box] }

  /// The boxes that stand at a node.
  public func boxes(at node: Index<Node>) -> ArraySlice<Index<Box>> { boxesOfNode[node] }

  /// The sections that end at a node.
  public func sections(at node: Index<Node>) -> ArraySlice<Index<CableSection>> { sectionsOfNode[node] }

  /// The sections of a cable, in the order they were added.
  public func sections(of cable: Index<Cable>) -> ArraySlice<Index<CableSection>> { sectionsOfCable[cable] }

  /// The panels of a site, over all its rooms and racks.
  public func panels(in site: Index<Site>) -> ArraySlice<Index<Panel>> { panelsOfSite[site] }

  /// The site of a panel, or nothing when the delivery does not say.
  public func site(of panel: Index<Panel>) -> Index<Site>? {
    guard let rack = panels[panel].rack, let room = racks[rack].room else { return nil }
    return rooms[room].site
  }

  /// A site by its code or by its owner's name for it, or nothing.
  public func site(named text: String) -> Index<Site>? {
    if let index = sites.index(of: Code(text)) { return index }
    return sites.rows.firstIndex { !text.isEmpty && $0.externalCode == text }.map { Index($0) }
  }

  /// A box by its code, its owner's name or its label, or nothing.
  public func box(named text: String) -> Index<Box>? {
    if let index = boxes.index(of: Code(text)) { return index }
    return boxes.rows.firstIndex { !text.isEmpty && ($0.externalCode == text || $0.name == text) }.map { Index($0) }
  }

  /// The node of the holder of a joint: of its box, or of its panel's site.
  public func node(of joint: Index<Joint>) -> Index<Node>? {
    switch joints[joint].holder {
    case .cassette(let cassette): cassettes[cassette].box.flatMap { boxes[$0].node }
    case .panel(let panel): site(of: panel).flatMap { sites[$0].node }
    case .unknown: nil
    }
  }

  /// When a section may be used: its own acceptance, or that of its cable; nothing when it is in service already.
  public func acceptance(of section: Index<CableSection>) -> CalendarDate? {
    let own = sections[section].code.rawValue
    let whole = cables[sections[section].cable].code.rawValue
    return (rules.acceptances.first { $0.cable == own } ?? rules.acceptances.first { $0.cable == whole })?.acceptedOn
  }

  private func heldJoint(among members: ArraySlice<Index<Joint>>, number: Int) -> Index<Joint>? {
    var low = members.startIndex
    var high = members.endIndex
    while low < high {
      let middle = (low + high) / 2
      if (joints[members[middle]].number ?? Int.max) < number { low = middle + 1 } else { high = middle }
    }
    guard low < members.endIndex, joints[members[low]].number == number else { return nil }
    return members[low...].prefix { joints[$0].number == number }.first { joints[$0].claim == .held }
      ?? members[low]
  }
}
