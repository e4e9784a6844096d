public import FibreModel

/// The whole network as one DOT graph: every place where something stands and every section of cable, nothing folded.
///
/// For programs, and for `neato -n`, since each place has its position: one point a metre, from the lower left corner.
/// Nodes bear the code of the network's node; a section has its code, cable, fibres and length.
public struct WholeNetwork {
  /// Places beyond which a picture of them all can't be read, and takes Graphviz minutes.
  public static let pictureLimit = 5000

  private let network: Network
  private let ends: SectionEnds
  private let kinds: NodeKinds
  private let language: Language

  /// Looks at every place and section once.
  public init(_ network: Network, _ language: Language) {
    self.network = network
    self.language = language
    ends = SectionEnds(network)
    kinds = NodeKinds(network, ends)
  }

  /// How many places there are; what a picture can't show legibly is told by this number.
  public var placeCount: Int { kinds.kinds.count { $0 != nil } }

  /// The DOT file. O(places + sections), in one buffer.
  public var bytes: [UInt8] {
    var text = DOTBytes(capacity: 160 * (kinds.kinds.count + ends.a.count))
    writeHead(to: &text)
    writePlaces(to: &text)
    writeSections(to: &text)
    text.add("}\n")
    return text.bytes
  }

  private func writeHead(to text: inout DOTBytes) {
    text.add("graph \"network\" {\n  layout=\"neato\";\n  inputscale=72;\n  notranslate=\"true\";\n")
    text.add("  splines=\"line\";\n")
    text.add("  label=")
    text.add(quoted: "\(Word.network.text(language)), \(Word.revision.text(language)) \(network.revision)")
    text.add(";\n  revision=\(network.revision);\n  patchCordsLeftOut=\(ends.patchCordCount);\n")
    text.add("  sectionsLeftOut=\(ends.leftOutCount);\n")
    text.add("  node [fontname=\"DejaVu Sans\", fontsize=8, height=0, margin=\"0.03,0.02\", shape=\"box\", width=0];\n")
  }

  private func writePlaces(to text: inout DOTBytes) {
    let places = positions
    for (node, kind) in kinds.kinds.enumerated() {
      guard let kind else { continue }
      text.add("  ")
      text.add(quoted: network.nodes.rows[node].code.rawValue)
      text.add(" [kind=\"")
      text.add(kind.key)
      text.add("\", label=")
      text.add(quoted: kinds.names[node])
      text.add(", pos=\"")
      text.add(places[node].x)
      text.add(",")
      text.add(places[node].y)
      text.add("!\"];\n")
    }
  }

  private func writeSections(to text: inout DOTBytes) {
    for (offset, section) in network.sections.rows.enumerated() where ends.isWay(offset) {
      text.add("  ")
      text.add(quoted: network.nodes.rows[Int(ends.a[offset])].code.rawValue)
      text.add(" -- ")
      text.add(quoted: network.nodes.rows[Int(ends.b[offset])].code.rawValue)
      text.add(" [cable=")
      text.add(quoted: network.cables.rows[section.cable.offset].code.rawValue)
      text.add(", fibres=")
      text.add(section.fibreCount)
      text.add(", lengthMetres=")
      text.add(Int((section.length.millimetres + 500) / 1000))
      text.add(", section=")
      text.add(quoted: section.code.rawValue)
      text.add("];\n")
    }
  }

  /// Whole metres from the lower left corner; a place without a position is put where the nearest one by cable is.
  private var positions: [(x: Int, y: Int)] {
    var known = network.nodes.rows.map(\.position)
    var waiting = known.indices.filter { known[$0] != nil }
    var next = 0
    while next < waiting.count {
      let node = waiting[next]
      next += 1
      for section in network.sections(at: Index(node)) {
        guard let far = ends.far(section.offset, from: node), known[far] == nil else { continue }
        known[far] = known[node]
        waiting.append(far)
      }
    }
    let left = known.lazy.compactMap { $0?.x }.min() ?? 0
    let bottom = known.lazy.compactMap { $0?.y }.min() ?? 0
    return known.map { point in
      point.map { (x: Int(($0.x - left + 500) / 1000), y: Int(($0.y - bottom + 500) / 1000)) } ?? (x: 0, y: 0)
    }
  }
}

extension PlaceKind {
  /// The name of the kind in an exported graph.
  var key: StaticString {
    switch self {
    case .pop: "pop"
    case .centralOffice: "centralOffice"
    case .cabinet: "cabinet"
    case .closure: "spliceClosure"
    case .client: "client"
    case .distributionPoint: "distributionPoint"
    case .outlet: "outlet"
    case .other: "node"
    }
  }
}
