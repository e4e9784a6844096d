import FibreModel

extension ContentTable {
  static let joints = ContentTable(
    "joints", key: ["id"],
    names(
      """
      code cassette_id panel_id number kind technique claim first_cable_id first_fibre first_side second_cable_id \
      second_fibre second_side attributes
      """),
    source: JointRows.self)
}

private enum JointRows: RowSource {
  static func count(in network: Network) -> Int { network.joints.count }

  static func add(_ position: Int, of content: NumberedNetwork, to row: inout some CellSink) {
    let joint = content.network.joints.rows[position]
    row.add(.integer(content.numbers.joints[position]))
    content.network.joints.codes.withBytes(position) { row.add(text: $0) }
    switch joint.holder {
    case .cassette(let cassette):
      row.add(content.number(cassette))
      row.add(.null)
    case .panel(let panel):
      row.add(.null)
      row.add(content.number(panel))
    case .unknown:
      row.add(.null)
      row.add(.null)
    }
    row.add(Cell(joint.number))
    row.add(.text(JointWords.kinds[joint.kind]))
    row.add(.text(JointWords.techniques[joint.technique]))
    row.add(.text(JointWords.claims[joint.claim]))
    add(joint.first, of: content, to: &row)
    add(joint.second, of: content, to: &row)
    row.add(joint.attributes)
  }

  private static func add(_ end: FibreEnd?, of content: NumberedNetwork, to row: inout some CellSink) {
    guard let end else { return (0..<3).forEach { _ in row.add(.null) } }
    row.add(content.number(content.network.section(of: end.fibre)))
    row.add(Cell(content.network.number(of: end.fibre)))
    row.add(.text(JointWords.sides[end.side]))
  }
}

/// The words that stand for the choices of a joint.
enum JointWords {
  static let kinds = Words<JointKind>()
  static let techniques = Words<JointTechnique>()
  static let claims = Words<JointClaim>()
  static let sides = Words<FibreSide>()
}

/// One word for each choice of an enumeration whose raw values count from 0: the name of its case.
struct Words<Choice: CaseIterable & RawRepresentable<UInt8> & Sendable>: Sendable {
  private let words = Choice.allCases.map { "\($0)" }
  private let choices = Choice.allCases.map { (word: Array("\($0)".utf8), choice: $0) }

  subscript(choice: Choice) -> String { words[Int(choice.rawValue)] }

  /// The choice of a word, or nothing. Cost: the choices, which are few; faster than hashing a text for each row.
  func choice(_ word: UnsafeBufferPointer<UInt8>) -> Choice? {
    choices.first { areEqual(word, $0.word) }?.choice
  }
}
