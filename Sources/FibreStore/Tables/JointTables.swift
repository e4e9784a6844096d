import FibreModel

extension ContentTable {
  static let joints = ContentTable(
    "joints", key: ["id"],
    names(
      """
      code cassette_id panel_id number kind technique claim first_cable_id first_fibre first_side second_cable_id \
      second_fibre second_side attributes
      """)
  ) { content in
    let network = content.network
    return AnySequence(
      network.joints.indices.lazy.map { index in
        let row = network.joints[index]
        var cells: [Cell] = [.integer(content.numbers.joints[index.offset]), Cell(network.joints.code(of: index))]
        cells.reserveCapacity(15)
        switch row.holder {
        case .cassette(let cassette): cells += [content.number(cassette), .null]
        case .panel(let panel): cells += [.null, content.number(panel)]
        case .unknown: cells += [.null, .null]
        }
        cells += [
          Cell(row.number), .text(JointWords.kinds[row.kind]), .text(JointWords.techniques[row.technique]),
          .text(JointWords.claims[row.claim]),
        ]
        for end in [row.first, row.second] { cells += content.cells(of: end) }
        cells.append(Cell(row.attributes))
        return cells
      })
  }
}

extension NumberedNetwork {
  fileprivate func cells(of end: FibreEnd?) -> [Cell] {
    guard let end else { return [.null, .null, .null] }
    return [
      number(network.section(of: end.fibre)), Cell(network.number(of: end.fibre)),
      .text(JointWords.sides[end.side]),
    ]
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
