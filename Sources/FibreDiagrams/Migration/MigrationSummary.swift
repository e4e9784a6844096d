import FibreModel
import FibrePlanning

/// Tubes and fibres of one section that a plan handles in one closure.
struct SectionWork {
  let section: Index<CableSection>
  private(set) var fibres: Set<Int> = []
  private(set) var tubes: Set<Int> = []

  init(_ section: Index<CableSection>) { self.section = section }

  mutating func add(_ number: Int, in network: Network) {
    fibres.insert(number)
    tubes.insert(network.sections[section].tube(ofFibre: number))
  }
}

/// What a plan does in one closure, over all its nights.
struct ClosureSummary {
  let closure: String
  private(set) var nights: Set<Int> = []
  private(set) var visitCount = 0
  private(set) var spliceCount = 0
  private(set) var services: Set<Code<Service>> = []
  /// Old fibres taken off, in order of section.
  private(set) var cut: [SectionWork] = []
  /// New fibres spliced on.
  private(set) var new: [SectionWork] = []
  /// Fibres that stay in service, on the far side of the joints.
  private(set) var kept: [SectionWork] = []

  init(closure: String) { self.closure = closure }

  mutating func add(_ visit: PlanVisit, night: Int, in network: Network) {
    nights.insert(night)
    visitCount += 1
    for step in visit.steps {
      if let service = step.service { services.insert(service) }
      switch step.action {
      case .cut: Self.add(step.a, to: &cut, network)
      case .splice:
        spliceCount += 1
        Self.add(step.a, to: &new, network)
        if let b = step.b { Self.add(b, to: &kept, network) }
      case .open, .park, .patch, .unpatch: break
      }
    }
  }

  /// Counts a fibre with its section; an end that the network does not know is left out.
  private static func add(_ end: StepEnd, to works: inout [SectionWork], _ network: Network) {
    guard let section = network.sections.index(of: Code(end.owner)),
      (1...max(1, network.sections[section].fibreCount)).contains(end.number)
    else { return }
    let position = works.firstIndex { $0.section >= section } ?? works.count
    if position == works.count || works[position].section != section {
      works.insert(SectionWork(section), at: position)
    }
    works[position].add(end.number, in: network)
  }
}

/// A whole plan by closure, in order of code, and the patching in rooms.
struct MigrationSummary {
  private(set) var closures: [ClosureSummary] = []
  private(set) var patchCount = 0
  private(set) var unpatchCount = 0

  init(_ plan: MigrationPlan, _ network: Network) {
    var byCode: [String: ClosureSummary] = [:]
    for night in plan.nights {
      for visit in night.visits {
        if visit.crew == 0 {
          patchCount += visit.steps.count { $0.action == .patch }
          unpatchCount += visit.steps.count { $0.action == .unpatch }
        } else {
          byCode[visit.closure, default: ClosureSummary(closure: visit.closure)]
            .add(visit, night: night.night, in: network)
        }
      }
    }
    closures = byCode.keys.sorted().compactMap { byCode[$0] }
  }
}
