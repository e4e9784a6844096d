public import FibreModel

/// How far apart two paths must be.
public enum PathSeparation: String, Hashable, Sendable, CaseIterable {
  /// No section of cable in both.
  case link
  /// No closure, site or section in both but the two ends.
  case node
  /// No cable in both, whichever of its sections.
  case cable
  /// No pathway, duct or cable in both: one dig must not cut both.
  case duct
}

/// What one event takes from two sections at once.
public enum SharedRisk: Hashable, Sendable {
  case section(Index<CableSection>)
  case place(Place)
  case cable(Index<Cable>)
  case pathway(Index<Pathway>)
  /// A duct whose pathways the delivery does not name.
  case duct(Index<Duct>)
}

/// The risks of each section for one kind of separation.
struct RiskTable {
  private let risks: [[SharedRisk]]
  /// Sections of which no duct or pathway is known.
  private let isCourseKnown: [Bool]

  /// Collects them. Cost: sections and their ducts.
  init(_ network: Network, _ separation: PathSeparation) {
    var risks = network.sections.indices.map { [SharedRisk.section($0)] }
    var isCourseKnown = [Bool](repeating: false, count: risks.count)
    if separation == .cable || separation == .duct {
      for index in network.sections.indices { risks[index.offset].append(.cable(network.sections[index].cable)) }
    }
    for duct in network.ducts.indices {
      let row = network.ducts[duct]
      for section in row.sections {
        isCourseKnown[section.offset] = true
        guard separation == .duct else { continue }
        risks[section.offset] += row.pathways.isEmpty ? [.duct(duct)] : row.pathways.map { .pathway($0) }
      }
    }
    self.risks = risks
    self.isCourseKnown = isCourseKnown
  }

  subscript(section: Index<CableSection>) -> [SharedRisk] { risks[section.offset] }

  func isCourseKnown(of section: Index<CableSection>) -> Bool { isCourseKnown[section.offset] }

  func risks(of steps: [StrandClass.Step]) -> Set<SharedRisk> { Set(steps.flatMap { risks[$0.section.offset] }) }
}
