extension NetworkRules {
  static let jointRules: [Rule<Network>] = [
    Rule("joint.contested", .error, "A fibre end is claimed by more than one joint.", contestedJoints),
    Rule("joint.self-joined", .error, "A joint joins a fibre end to itself.", selfJoinedJoints),
    Rule("joint.repeated", .info, "A joint repeats what another one joins in the same holder.", repeatedJoints),
    Rule("joint.without-fibre", .warning, "A joint in a box names no fibre.", jointsWithoutFibre),
    Rule("joint.one-sided", .warning, "A splice or passage has a fibre on one side only.", oneSidedJoints),
    Rule("joint.unknown-holder", .error, "A joint is in no known cassette and at no known panel.", lostJoints),
    Rule("joint.far-from-cable", .error, "A joint holds a fibre of a section that ends elsewhere.", farJoints),
    Rule(
      "joint.passage-spliced", .error, "Fibres are recorded as uncut, with a way of joining cut ones.", splicedPassages),
    Rule(
      "joint.technique-mismatch", .warning, "A splice is made like a connector, or the reverse.", mismatchedTechniques),
    Rule("tube.mixed-state", .warning, "Some fibres of a tube pass a box uncut, others are spliced there.", mixedTubes),
    Rule("splitter.scattered", .warning, "Legs of one splitter are in several holders.", scatteredSplitters),
    Rule("splitter.without-input", .warning, "A splitter's leg names no input fibre.", splittersWithoutInput),
  ]

  @Sendable private static func contestedJoints(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard joint.claim == .contested, joint.first != joint.second, !network.isRepetition(joint) else { continue }
      for end in joint.ends {
        guard let holder = network.joints.joint(of: end) else { continue }
        report.add(
          "joint", network.joints.code(of: index).rawValue,
          """
          \(network.whereabouts(of: index)) claims fibre \(network.name(of: end.fibre)), which \
          \(network.joints.code(of: holder)) holds in \(network.whereabouts(of: holder)); one of them is wrong.
          """)
      }
    }
  }

  @Sendable private static func selfJoinedJoints(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard let end = joint.first, end == joint.second else { continue }
      report.add(
        "joint", network.joints.code(of: index).rawValue,
        """
        \(network.whereabouts(of: index)) joins fibre \(network.name(of: end.fibre)) to itself. Correct one of its \
        fibres.
        """
      )
    }
  }

  @Sendable private static func repeatedJoints(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard joint.claim == .contested, network.isRepetition(joint) else { continue }
      report.add(
        "joint", network.joints.code(of: index).rawValue,
        """
        \(network.fibres(of: index)) are joined once already in \(network.whereabouts(of: index)); kept for the \
        record.
        """
      )
    }
  }

  @Sendable private static func jointsWithoutFibre(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard case .cassette = joint.holder, joint.ends.isEmpty else { continue }
      report.add(
        "joint", network.joints.code(of: index).rawValue,
        "\(network.whereabouts(of: index)) holds a joint without fibres; remove it or name them.")
    }
  }

  @Sendable private static func oneSidedJoints(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard joint.kind == .splice || joint.kind == .passage, joint.ends.count == 1, case .cassette = joint.holder
      else { continue }
      report.add(
        "joint", network.joints.code(of: index).rawValue,
        """
        \(network.whereabouts(of: index)) joins \(network.fibres(of: index)) to nothing; name the other fibre or park \
        it.
        """
      )
    }
  }

  @Sendable private static func lostJoints(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices where network.joints[index].holder == .unknown {
      report.add(
        "joint", network.joints.code(of: index).rawValue,
        "A joint of \(network.fibres(of: index)) names no known cassette or panel. Name its holder.")
    }
  }

  @Sendable private static func farJoints(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      guard let here = network.node(of: index) else { continue }
      for end in network.joints[index].ends {
        let section = network.sections[network.section(of: end.fibre)]
        guard let a = section.nodeA, let b = section.nodeB, ![a, b].contains(where: { network.isSamePlace($0, here) })
        else { continue }
        report.add(
          "joint", network.joints.code(of: index).rawValue,
          """
          \(network.whereabouts(of: index)) holds fibre \(network.name(of: end.fibre)), but section \(section.code) \
          ends at \(network.nodes[a].code) and \(network.nodes[b].code). Correct the holder, or the ends.
          """)
      }
    }
  }

  @Sendable private static func splicedPassages(_ network: Network, _ report: inout RuleReport) {
    var members: [TubeInBox: [Index<Joint>]] = [:]
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard joint.kind == .passage, joint.technique != .unstated, let end = joint.first ?? joint.second else {
        continue
      }
      members[network.tube(of: end, holder: joint.holder), default: []].append(index)
    }
    for tube in members.keys.sorted(by: TubeInBox.inOrder) {
      let joints = members[tube] ?? []
      let section = network.sections[tube.section]
      let numbers = joints.compactMap { network.joints[$0].ends.first.map { network.number(of: $0.fibre) } }
      report.add(
        "joint", network.joints.code(of: joints[0]).rawValue,
        """
        Tube \(tube.tube) of \(section.code), \(network.name(of: tube.holder)): fibres \(ranged(numbers)) are recorded as \
        uncut and as spliced or connected at once; look on site before planning work on them.
        """)
    }
  }

  @Sendable private static func mismatchedTechniques(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard case .cassette(let cassette) = joint.holder else { continue }
      let isSpliceLikeConnector =
        joint.kind == .splice && joint.technique.isConnector && network.cassettes[cassette].kind != .connector
      guard isSpliceLikeConnector || (joint.kind == .connector && joint.technique.isSplice) else { continue }
      report.add(
        "joint", network.joints.code(of: index).rawValue,
        "\(network.whereabouts(of: index)): function and type of the joint contradict each other. Correct one of them.")
    }
  }

  @Sendable private static func mixedTubes(_ network: Network, _ report: inout RuleReport) {
    var passing: [TubeInBox: [Int]] = [:]
    var spliced: Set<TubeInBox> = []
    for joint in network.joints.rows where joint.claim != .contested {
      guard case .cassette = joint.holder else { continue }
      for end in joint.ends {
        let tube = network.tube(of: end, holder: joint.holder)
        if joint.kind == .passage { passing[tube, default: []].append(network.number(of: end.fibre)) }
        if joint.kind == .splice { spliced.insert(tube) }
      }
    }
    for tube in passing.keys.filter(spliced.contains).sorted(by: TubeInBox.inOrder) {
      report.add(
        "section", network.sections[tube.section].code.rawValue,
        """
        Tube \(tube.tube) of \(network.sections[tube.section].code) is cut in \(network.name(of: tube.holder)), yet fibres \
        \(ranged(passing[tube] ?? [])) pass uncut. Look on site.
        """)
    }
  }

  @Sendable private static func scatteredSplitters(_ network: Network, _ report: inout RuleReport) {
    for splitter in network.splitters
    where splitter.legs.contains(where: { network.joints[$0].holder != splitter.holder }) {
      report.add(
        "splitter", network.joints.code(of: splitter.legs[0]).rawValue,
        """
        The splitter fed by \(network.name(of: splitter.input.fibre)) has legs in several cassettes or panels. Correct \
        their holders.
        """
      )
    }
  }

  @Sendable private static func splittersWithoutInput(_ network: Network, _ report: inout RuleReport) {
    for index in network.joints.indices {
      let joint = network.joints[index]
      guard joint.kind == .splitter, joint.first == nil else { continue }
      report.add(
        "splitter", network.joints.code(of: index).rawValue,
        "\(network.whereabouts(of: index)) is a splitter's leg that nothing feeds. Name its input fibre.")
    }
  }
}

/// A tube of a section as it lies in one box, or in a holder that is in no box.
struct TubeInBox: Hashable {
  enum Place: Hashable {
    case box(Index<Box>)
    case other(SlotHolder)
  }

  let section: Index<CableSection>
  let tube: Int
  let place: Place
  /// One holder of it, to name the place by.
  let holder: SlotHolder

  static func == (a: Self, b: Self) -> Bool { (a.section, a.tube) == (b.section, b.tube) && a.place == b.place }
  func hash(into hasher: inout Hasher) {
    hasher.combine(section)
    hasher.combine(tube)
    hasher.combine(place)
  }
  static func inOrder(_ a: Self, _ b: Self) -> Bool { (a.section, a.tube) < (b.section, b.tube) }
}

extension Network {
  fileprivate func tube(of end: FibreEnd, holder: SlotHolder) -> TubeInBox {
    let section = section(of: end.fibre)
    let tube = sections[section].tube(ofFibre: number(of: end.fibre))
    if case .cassette(let cassette) = holder, let box = cassettes[cassette].box {
      return TubeInBox(section: section, tube: tube, place: .box(box), holder: holder)
    }
    return TubeInBox(section: section, tube: tube, place: .other(holder), holder: holder)
  }

  /// The code of the box of a holder, or of the holder where it is in no box.
  fileprivate func name(of holder: SlotHolder) -> Sentence {
    switch holder {
    case .cassette(let cassette):
      cassettes[cassette].box.map { "\(boxes[$0].code)" } ?? "\(cassettes[cassette].code)"
    case .panel(let panel): "\(panels[panel].code)"
    case .unknown: "an unknown place"
    }
  }

  /// Whether two nodes are one, or lie within a metre of each other: a box and its chamber may have a node each.
  fileprivate func isSamePlace(_ a: Index<Node>, _ b: Index<Node>) -> Bool {
    if a == b { return true }
    guard let here = nodes[a].position, let there = nodes[b].position else { return false }
    return here.distance(to: there) <= Length(millimetres: 1000)
  }
}
