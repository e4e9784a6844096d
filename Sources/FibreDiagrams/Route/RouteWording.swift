import FibreModel
import FibrePlanning

/// Title and the text beside each joint.
extension RouteDiagram {
  var header: String {
    let ends = "\(name(of: route.start, route.hops.first)) → \(name(of: route.finish, route.hops.last))"
    let kinds = route.hops.map { network.joints[$0.joint].kind }
    let counts = [
      Counted.fibre.text(route.fibres.count, language),
      Counted.splice.text(kinds.count { $0 == .splice }, language),
      "\(kinds.count { $0 == .connector || $0 == .pigtail }) \(Word.connectors.text(language))",
      "\(kinds.count { $0 == .passage }) \(Word.passages.text(language))",
    ]
    return Style.header(
      "\(Word.route.text(language)) \(ends)",
      [
        "\(Word.revision.text(language)) \(network.revision) · \(status) · \(Word.length.text(language)) "
          + Figures.metres(route.length, language),
        counts.joined(separator: ", "),
      ],
      legend: [
        ("■", Style.ink, Word.connector.text(language)), ("●", Style.ink, Word.spliced.text(language)),
        ("○", Style.ink, Word.passage.text(language)), ("▲", Style.ink, Word.splitter.text(language)),
        ("●", Style.cut, Word.bareEnd.text(language)),
      ])
  }

  private var status: String {
    switch route.status {
    case .complete: Word.complete.text(language)
    case .open: Word.open.text(language)
    case .loop: Word.loop.text(language)
    case .ambiguous: Word.ambiguous.text(language)
    }
  }

  /// The port or outlet at an end, else the fibre.
  private func name(of end: FibreEnd, _ hop: RouteHop?) -> String {
    guard let hop, network.joints[hop.joint].ends.contains(end) else { return network.name(of: end.fibre) }
    if let port = network.port(of: hop.joint) { return network.name(of: port) }
    let box = network.box(of: hop.joint).map { network.boxes[$0] }
    return box?.kind == .outlet ? box?.code.rawValue ?? "" : network.name(of: end.fibre)
  }

  /// Place in bold, then the joint and its slot or port.
  func text(of station: RouteHop?) -> String {
    guard let station else { return Markup.font(Markup.bold(Word.bareEnd.text(language)), size: 10) }
    let joint = network.joints[station.joint]
    let place = network.node(of: station.joint).map { placeName(of: station.joint, at: $0) } ?? "?"
    return Markup.font(Markup.bold(place), size: 10) + " "
      + Markup.font(Markup.text("\(word(joint)) · \(slot(of: joint))"), size: 9)
  }

  private func placeName(of joint: Index<Joint>, at node: Index<Node>) -> String {
    guard let box = network.box(of: joint) else { return network.placeName(of: node) }
    return network.boxes[box].label
  }

  private func word(_ joint: Joint) -> String {
    switch joint.kind {
    case .splice: (joint.technique == .mechanical ? Word.mechanical : Word.spliced).text(language)
    case .connector: Word.connector.text(language)
    case .pigtail: Word.pigtail.text(language)
    case .passage: Word.passage.text(language)
    case .parked: Word.parked.text(language)
    case .splitter: Word.splitter.text(language)
    }
  }

  private func slot(of joint: Joint) -> String {
    let number = joint.number.map(String.init) ?? "?"
    switch joint.holder {
    case .panel(let panel): return "\(network.panels[panel].code):\(number)"
    case .cassette(let cassette):
      let tray = network.cassettes[cassette]
      return "\(tray.number.map { Figures.rank("K", $0) } ?? tray.code.rawValue) · \(number)"
    case .unknown: return "?"
    }
  }
}
