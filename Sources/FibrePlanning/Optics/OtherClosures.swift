import FibreModel

/// What becomes of a moved service when its tube is cut in another of the closures that it may be cut in.
///
/// The way outwards from a closure is that of before the migration, the way to it the shortest new cable that lands there;
/// all else of the route stays as the plan has it.
struct OtherClosures {
  private let checked: CheckedPlan
  private let network: Network
  private let survey: MigrationSurvey
  private let items: [TubeItem]
  /// The closure in which the plan splices each service.
  private var chosen: [Code<Service>: Code<Box>] = [:]

  init(_ checked: CheckedPlan) {
    self.checked = checked
    network = checked.network
    guard let old = network.site(named: checked.plan.from.rawValue),
      let new = network.site(named: checked.plan.to.rawValue)
    else { preconditionFailure("a checked plan of sites that its network lacks") }
    survey = MigrationSurvey(of: network, from: old, to: new)
    items = ItemMaking(survey).items()
    for visit in checked.plan.nights.flatMap(\.visits) {
      for step in visit.steps where step.action == .splice {
        if let service = step.service, let box = network.box(named: visit.closure) {
          chosen[service] = network.boxes[box].code
        }
      }
    }
  }

  /// Closures where the service would be well, in order of code.
  func mends(for service: Code<Service>, _ check: OpticalCheck) -> [OpticalMend] {
    guard let index = network.services.index(of: service), let own = chosen[service],
      let item = items.first(where: { $0.services.contains(index) }),
      let line = item.lines.first(where: { survey.lines[$0].service == index }),
      let present = item.options.first(where: { network.boxes[$0.closure].code == own }),
      let now = part(line, at: present.closure, check.optics)
    else { return [] }
    return item.options.compactMap { option -> OpticalMend? in
      guard option.closure != present.closure, let then = part(line, at: option.closure, check.optics) else {
        return nil
      }
      let other = OpticalCheck(
        optics: check.optics, length: check.length - now.length + then.length, loss: check.loss - now.loss + then.loss,
        parameters: network.rules.optical)
      return other.verdict == .ok ? .closure(network.boxes[option.closure].code, other) : nil
    }
  }

  /// New cable to a closure, the splice there, and the way outwards, between the ports.
  private func part(_ line: Int, at closure: Index<Box>, _ optics: Optics) -> (length: Length, loss: Loss)? {
    let optical = network.rules.optical
    guard let place = survey.lines[line].places.first(where: { $0.closure == closure }),
      let attenuation = optical.attenuations[optics.wavelength], let rest = survey.walk.strand(from: place.keptEnd),
      let landing = survey.landings.filter({ $0.closure == closure }).flatMap(\.strands.values)
        .min(by: { ($0.length, $0.spliceCount) < ($1.length, $1.spliceCount) })
    else { return nil }
    let joints = rest.stops.dropLast().reduce(Loss.zero) { $0 + network.passingLoss(of: network.joints[$1.joint]) }
    let splices = (0...landing.spliceCount).reduce(Loss.zero) { sum, _ in sum + optical.fusionSplice }
    let length = landing.length + rest.length
    return (length, attenuation.over(length) + joints + splices)
  }
}
