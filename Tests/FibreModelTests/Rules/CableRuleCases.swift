import FibreModel
import FibreTestSupport

extension RuleCase {
  static let cables: [RuleCase] = [
    RuleCase(
      "error section.without-ends section X", on: link,
      broken: { addSection(to: &$0) { $0.nodeB = nil } }, sound: { addSection(to: &$0) }),
    RuleCase(
      "warning section.ends-equal section C3",
      broken: link + "bpe B ─ C3:12 ─ bpe B", sound: link + "bpe B ─ C3:12 ─ bpe D"),
    RuleCase(
      "warning section.without-length section X", on: link,
      broken: { addSection(to: &$0) { $0.lengthSource = .unknown } },
      sound: { addSection(to: &$0) { $0.lengthSource = .drawnLine } }),
    RuleCase(
      "warning section.capacity-mismatch section X", on: link,
      broken: { addSection(to: &$0) { $0.statedCapacity = 6 } },
      sound: { addSection(to: &$0) { $0.statedCapacity = 12 } }),
    RuleCase(
      "error section.colour-code section C1",
      broken: link + "colours C1 fotag orange", sound: link + "colours C1 fotag fotag"),
    // In tubes of six, fibre 7 has the colour of rank 1.
    RuleCase(
      "error fibre.colour-rank section X", on: link,
      broken: { addSection(to: &$0, fibres: [FibreRecord(number: 7, code: "", statedRank: 7)]) { $0.modulo = 6 } },
      sound: { addSection(to: &$0, fibres: [FibreRecord(number: 7, code: "", statedRank: 1)]) { $0.modulo = 6 } }),
    RuleCase(
      "warning cable.without-section cable X", on: link,
      broken: { _ = $0.add(Cable(code: Code("X"), kind: .cable)) }, sound: { addSection(to: &$0) }),
    // Cords need no place and no length.
    RuleCase(
      "error section.without-ends section X", "warning section.without-length section X", on: link,
      broken: { addSection(to: &$0, bare) }, sound: { addSection(to: &$0, kind: .patchCord, bare) }),
  ]

  @Sendable private static func bare(_ section: inout CableSection) {
    section.nodeA = nil
    section.nodeB = nil
    section.lengthSource = .unknown
  }

  /// Adds section X of twelve fibres from A to B, as changed.
  @Sendable private static func addSection(
    to builder: inout NetworkBuilder, kind: CableKind = .cable, fibres: [FibreRecord] = [],
    _ change: (inout CableSection) -> Void = { _ in }
  ) {
    guard let cable = builder.add(Cable(code: Code("X"), kind: kind)) else { return }
    var section = CableSection(
      code: Code("X"), cable: cable, nodeA: Index(0), nodeB: Index(1), fibreCount: 12,
      length: Length(metres: 500), lengthSource: .asLaid)
    change(&section)
    _ = builder.add(section, fibres: fibres)
  }
}
