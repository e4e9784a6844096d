/// A tree of streets by which fibres of one site reach many places: what is to be laid, before it is cut into cables.
struct CableTree {
  struct Branch {
    var node: Int
    /// The pathway by which it is reached.
    var pathway: Int
    var children: [Int] = []
    /// Places that are served here, by their rank in `taps`.
    var taps: [Int] = []
    /// Tubes that pass here, those of its own taps included.
    var tubes = 0
  }

  /// A place that is served.
  struct Tap {
    var tubes: Int
    /// The box that is there, or none in a site, where the cable ends.
    var box: Int?
  }

  private(set) var branches: [Branch]
  private(set) var taps: [Tap] = []

  init(root: Int) { branches = [Branch(node: root, pathway: -1)] }

  /// Adds a place at the end of a way from the root; ways must not part and meet again.
  mutating func add(_ tap: Tap, along way: [Step]) {
    var place = 0
    branches[0].tubes += tap.tubes
    for step in way {
      if let known = branches[place].children.first(where: { branches[$0].node == step.node }) {
        place = known
      } else {
        branches.append(Branch(node: step.node, pathway: step.pathway))
        branches[place].children.append(branches.count - 1)
        place = branches.count - 1
      }
      branches[place].tubes += tap.tubes
    }
    branches[place].taps.append(taps.count)
    taps.append(tap)
  }
}

/// Where a tap's tubes arrive.
struct TapEnd {
  var section = 0
  /// Its first tube in the arriving section.
  var tube = 0
  /// The first section of the cable that leaves the root, by rank, and its tube there.
  var start = 0
  var startTube = 0
}

/// What the cables of a tree are.
struct CableTreePlan {
  var stem: String
  var level: String

  /// Capacities that are made.
  static let capacities = [12, 24, 48, 72, 144, 288, 432, 720]
  /// Tubes of the largest cable.
  static let mostTubes = 60
  /// Metres of slack that each section has in its boxes.
  static let slackMetres = 8

  static func capacity(tubes: Int) -> Int {
    capacities.first { $0 >= tubes * 12 } ?? capacities[capacities.count - 1]
  }
}

/// The cables of a tree while they are laid.
struct CableTreeLaying {
  let tree: CableTree
  let plan: CableTreePlan
  /// First sections, in order of the root's branches.
  var starts: [Int] = []
  var ends: [TapEnd]
  private(set) var cableCount = 0
  private(set) var boxCount = 0

  init(_ tree: CableTree, _ plan: CableTreePlan) {
    (self.tree, self.plan) = (tree, plan)
    ends = Array(repeating: TapEnd(), count: tree.taps.count)
  }

  mutating func nextCable() -> String {
    cableCount += 1
    return "CAB-\(plan.stem)-\(padded(cableCount, 2))"
  }

  mutating func nextBox() -> String {
    boxCount += 1
    return "\(plan.stem)-\(padded(boxCount, 2))"
  }
}

extension Draft {
  /// Lays the cables of a tree: from each branch of the root one cable goes on towards most tubes, and others leave it in
  /// closures.
  ///
  /// Tubes for places further on pass uncut; a cable that may be smaller after a closure ends there.
  mutating func lay(_ tree: CableTree, as plan: CableTreePlan) -> CableTreeLaying {
    var laying = CableTreeLaying(tree, plan)
    for child in tree.branches[0].children {
      precondition(tree.branches[child].tubes <= CableTreePlan.mostTubes, "\(plan.stem) needs more than one cable")
      let rank = laying.starts.count
      laying.starts.append(0)
      laying.starts[rank] = layCable(from: 0, to: child, start: rank, startTube: 1, &laying)
    }
    return laying
  }

  /// Lays one cable and everything that leaves it; returns its first section.
  private mutating func layCable(
    from parent: Int, to child: Int, start: Int, startTube: Int, _ laying: inout CableTreeLaying
  ) -> Int {
    let stops = stops(from: child, laying.tree)
    let sections = laySections(from: parent, to: child, stops, &laying)
    var tube = 1
    for (rank, stop) in stops.enumerated() {
      let branch = laying.tree.branches[stop.branch]
      for tap in branch.taps {
        laying.ends[tap] = TapEnd(
          section: sections[rank], tube: tube, start: start, startTube: startTube + tube - 1)
        tube += laying.tree.taps[tap].tubes
      }
      let isLast = rank == stops.count - 1
      let leaving = branch.children.filter { isLast || $0 != stop.next }
      guard !(isLast && leaving.isEmpty) else { break }
      let box = box(at: stop.branch, &laying)
      for next in leaving {
        let first = layCable(
          from: stop.branch, to: next, start: start, startTube: startTube + tube - 1, &laying)
        splice(laying.tree.branches[next].tubes, of: sections[rank], from: tube, to: first, in: box)
        tube += laying.tree.branches[next].tubes
      }
      if !isLast {
        for uncut in tube..<cables[sections[0]].capacity / 12 + 1 {
          passTube(uncut, from: sections[rank], to: sections[rank + 1], in: box)
        }
      }
    }
    return sections[0]
  }

  private mutating func splice(_ count: Int, of section: Int, from tube: Int, to next: Int, in box: Int) {
    for offset in 0..<count {
      endTube(tube + offset, of: section, in: openTray(in: box)) {
        FibreReference(cable: next, number: $0 - (tube - 1) * 12)
      }
    }
  }

  /// The box where a cable is opened: that of the distribution point there, or a new closure.
  private mutating func box(at branch: Int, _ laying: inout CableTreeLaying) -> Int {
    let place = laying.tree.branches[branch]
    for tap in place.taps { if let known = laying.tree.taps[tap].box { return known } }
    return addClosure(laying.nextBox(), on: place.node)
  }

  /// Adds a closure in a chamber that stands already.
  mutating func addClosure(_ stem: String, on node: Int) -> Int {
    addBox(
      Box(
        code: "BPE-" + stem, stem: stem, kind: .closure, node: node,
        holder: "PT-" + nodes[node].code.dropFirst("ND-".count)))
  }
}

// MARK: sections

extension Draft {
  /// A place where a cable is opened or ends, the pathways to it, and where the cable goes on.
  private struct Stop {
    var branch: Int
    var pathways: [Int]
    var next: Int?
  }

  private func stops(from child: Int, _ tree: CableTree) -> [Stop] {
    let capacity = CableTreePlan.capacity(tubes: tree.branches[child].tubes)
    var (stops, pathways, place) = ([Stop](), [Int](), child)
    while true {
      let branch = tree.branches[place]
      pathways.append(branch.pathway)
      let next = branch.children.max { (tree.branches[$0].tubes, $1) < (tree.branches[$1].tubes, $0) }
      guard let next else { return stops + [Stop(branch: place, pathways: pathways, next: nil)] }
      if !branch.taps.isEmpty || branch.children.count > 1 {
        let isSmaller = CableTreePlan.capacity(tubes: tree.branches[next].tubes) < capacity
        if isSmaller && branch.taps.isEmpty { return stops + [Stop(branch: place, pathways: pathways, next: nil)] }
        stops.append(Stop(branch: place, pathways: pathways, next: next))
        pathways = []
      }
      place = next
    }
  }

  private mutating func laySections(
    from parent: Int, to child: Int, _ stops: [Stop], _ laying: inout CableTreeLaying
  ) -> [Int] {
    let tree = laying.tree
    return lay(
      CableRun(
        code: laying.nextCable(), capacity: CableTreePlan.capacity(tubes: tree.branches[child].tubes),
        level: laying.plan.level,
        nodes: [tree.branches[parent].node] + stops.map { tree.branches[$0.branch].node },
        metres: stops.map { metres(along: $0.pathways) }, pathways: stops.map(\.pathways)))
  }

  /// Metres of cable in pathways: a little more than they are long, and slack.
  func metres(along indices: [Int]) -> Int {
    let drawn = indices.reduce(0) { $0 + drawnMetres(pathways.all[$1].line) }
    return Int((drawn * 1.02).rounded()) + CableTreePlan.slackMetres
  }
}
