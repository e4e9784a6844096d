import FibreModel

/// One way to move a tube: where it is cut.
struct MoveOption {
  let closure: Index<Box>
  let isPassage: Bool
  /// By line of the tube: what is cut.
  let places: [CutPlace]
  /// Cut too, without a live fibre, when the tube is uncut here.
  let others: [CutPlace]
  /// Minutes in the closure, setup and closing apart.
  let minutes: Int
}

/// A tube of the old room with something live in it; it moves as one.
struct TubeItem {
  let section: Index<CableSection>
  let tube: Int
  let lines: [Int]
  let services: [Index<Service>]
  private(set) var options: [MoveOption]
  private(set) var stay: StayReason?
  /// How many of the tube's lines each service has.
  let lineCount: [Index<Service>: Int]
  /// How many of the tube's lines carry light of each service: its own, and those to which cords join them.
  let interrupted: [Index<Service>: Int]

  /// The same tube, left where it is.
  func staying(_ reason: StayReason) -> TubeItem {
    var item = self
    item.options = []
    item.stay = reason
    return item
  }
}

/// Groups live lines into tubes and finds where each may be cut.
struct ItemMaking {
  let survey: MigrationSurvey
  let network: Network
  let parameters: MigrationParameters
  /// By line: the services whose light it carries.
  private let services: [Set<Index<Service>>]
  /// Minutes of one live fibre.
  var fibreMinutes: Int { parameters.spliceMinutes + parameters.testMinutes }

  init(_ survey: MigrationSurvey) {
    self.survey = survey
    network = survey.network
    parameters = survey.network.rules.parameters
    services = survey.servicesOnLines()
  }

  private struct Key: Hashable {
    let section: Index<CableSection>
    let tube: Int
  }

  func items() -> [TubeItem] {
    var groups: [Key: [Int]] = [:]
    for (position, line) in survey.lines.enumerated() {
      guard let fibre = survey.walk.cableEnd(at: line.portJoint)?.fibre else { continue }
      let section = network.section(of: fibre)
      let tube = network.sections[section].tube(ofFibre: network.number(of: fibre))
      groups[Key(section: section, tube: tube), default: []].append(position)
    }
    return groups.sorted { ($0.key.section, $0.key.tube) < ($1.key.section, $1.key.tube) }
      .map { item($0.key, $0.value) }
  }

  private func item(_ key: Key, _ lines: [Int]) -> TubeItem {
    let services = Set(lines.compactMap { survey.lines[$0].service }).sorted()
    let landed = Set(survey.landings.map(\.closure))
    let shared = lines.map { Set(survey.lines[$0].places.map(\.closure)) }.reduce(landed) { $0.intersection($1) }
    let interrupted = self.interrupted(lines)
    if let stay = lines.lazy.compactMap({ survey.lines[$0].stay }).first {
      return tube(key, lines, services, interrupted, options: [], stay: stay)
    }
    let all = shared.sorted().compactMap { option(at: $0, lines) }
    let refusals = all.map { outageRefusal(of: $0, interrupted) }
    let bearable = zip(all, refusals).filter { $0.1 == nil }.map(\.0)
    let stay: StayReason? = all.isEmpty ? .noLanding : bearable.isEmpty ? refusals.lazy.compactMap { $0 }.first : nil
    return tube(key, lines, services, interrupted, options: bearable, stay: stay)
  }

  private func tube(
    _ key: Key, _ lines: [Int], _ services: [Index<Service>], _ interrupted: [Index<Service>: Int],
    options: [MoveOption], stay: StayReason?
  ) -> TubeItem {
    TubeItem(
      section: key.section, tube: key.tube, lines: lines, services: services, options: options, stay: stay,
      lineCount: Dictionary(lines.compactMap { survey.lines[$0].service }.map { ($0, 1) }, uniquingKeysWith: +),
      interrupted: interrupted)
  }

  private func option(at closure: Index<Box>, _ lines: [Int]) -> MoveOption? {
    let places = lines.compactMap { line in survey.lines[line].places.first { $0.closure == closure } }
    guard places.count == lines.count else { return nil }
    let isPassage = places.contains { network.joints[$0.joint].kind == .passage }
    let others = isPassage ? neighbours(of: places, in: closure) : []
    let count = isPassage ? places.count + others.count : lines.count
    return MoveOption(
      closure: closure, isPassage: isPassage, places: places, others: others,
      minutes: parameters.tubeOpeningMinutes + count * fibreMinutes)
  }

  /// The other fibres of the tube that pass the closure with these.
  private func neighbours(of places: [CutPlace], in closure: Index<Box>) -> [CutPlace] {
    guard let first = places.first else { return [] }
    let section = network.section(of: first.oldEnd.fibre)
    let row = network.sections[section]
    let known = Set(places.map(\.oldEnd))
    let tube = row.tube(ofFibre: network.number(of: first.oldEnd.fibre))
    return row.fibres(inTube: tube).compactMap { number in
      let end = FibreEnd(row.fibre(number), first.oldEnd.side)
      guard !known.contains(end), let joint = network.joints.joint(of: end), network.box(of: joint) == closure,
        let kept = network.joints[joint].partner(of: end)
      else { return nil }
      return CutPlace(closure: closure, joint: joint, oldEnd: end, keptEnd: kept)
    }
  }

  private func interrupted(_ lines: [Int]) -> [Index<Service>: Int] {
    Dictionary(lines.flatMap { services[$0] }.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private func outageRefusal(of option: MoveOption, _ interrupted: [Index<Service>: Int]) -> StayReason? {
    for (service, count) in interrupted.sorted(by: { $0.key < $1.key }) {
      guard let limit = network.services[service].maximumOutageMinutes else { continue }
      let minutes = option.isPassage ? option.minutes : count * fibreMinutes
      if minutes > limit { return .outageTooLong(minutes: minutes, limit: limit) }
    }
    return nil
  }
}
