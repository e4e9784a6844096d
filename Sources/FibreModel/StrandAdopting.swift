/// Why columns are not those of one network's fibres and joints.
public struct StrandImageFault: Error, Hashable, Sendable {
  public let column: StrandColumn

  /// Says which column does not fit.
  public init(column: StrandColumn) { self.column = column }
}

/// The fibres and joints of a `StrandImage`, read back; all but the sections of the fibres, which a builder adds.
public struct AdoptedStrands: Sendable {
  fileprivate let fibres: FibreTable
  fileprivate let contestedEnds: Set<FibreEnd>
  public let joints: JointTable

  /// Reads the columns of an image. O(fibres + joints).
  ///
  /// - Parameters:
  ///   - palette: That of the image.
  ///   - column: Reads one of its columns; each is asked for once.
  /// - Throws: what reading throws, or `StrandImageFault` for columns that don't fit one another.
  public init(palette: [Attributes], column: (StrandColumn) throws -> [UInt8]) throws {
    fibres = try Self.fibres(palette, column)
    joints = try Self.joints(palette, column, fibreCount: fibres.attributes.count)
    contestedEnds = Set(try numbers(UInt32.self, .contestedEnds, column).map { FibreEnd(rawValue: $0) })
  }

  private static func fibres(
    _ palette: [Attributes], _ column: (StrandColumn) throws -> [UInt8]
  ) throws -> FibreTable {
    let ends = try numbers(UInt32.self, .fibreCodeEnds, column)
    var fibres = FibreTable()
    fibres.statedRanks = try column(.fibreRanks)
    guard fibres.statedRanks.count == ends.count else { throw StrandImageFault(column: .fibreRanks) }
    fibres.attributes = try attributes(palette, .fibreAttributes, count: ends.count, column)
    fibres.codes = try codes(.fibreCodes, ends, column)
    return fibres
  }

  private static func joints(
    _ palette: [Attributes], _ column: (StrandColumn) throws -> [UInt8], fibreCount: Int
  ) throws -> JointTable {
    let ends = try numbers(UInt32.self, .jointCodeEnds, column)
    var joints = JointTable()
    joints.rows = try PackedJoints(palette, count: ends.count, column).joints()
    joints.codes = try codes(.jointCodes, ends, column)
    joints.jointOfEnd = [UInt32](repeating: 0, count: 2 * fibreCount)
    for index in joints.indices {
      let joint = joints[index]
      guard joint.first.map({ $0.fibre.offset < fibreCount }) ?? true else {
        throw StrandImageFault(column: .jointFirsts)
      }
      guard joint.second.map({ $0.fibre.offset < fibreCount }) ?? true else {
        throw StrandImageFault(column: .jointSeconds)
      }
      if joint.claim != .contested { joints.take(joint, at: index) }
    }
    return joints
  }

  private static func codes(
    _ name: StrandColumn, _ ends: [UInt32], _ column: (StrandColumn) throws -> [UInt8]
  ) throws -> CodeTable {
    guard let codes = CodeTable(bytes: try column(name), ends: ends) else { throw StrandImageFault(column: name) }
    return codes
  }
}

extension NetworkBuilder {
  /// Takes the fibres and joints of an image, once all sections were added with `addAdopted(_:)` in the order of the
  /// network that the image was made of.
  public mutating func take(_ strands: AdoptedStrands) throws(StrandImageFault) {
    let sections = network.fibres.sections
    guard sections.count == strands.fibres.attributes.count else { throw StrandImageFault(column: .fibreAttributes) }
    network.fibres = strands.fibres
    network.fibres.sections = sections
    network.joints = strands.joints
    network.contestedEnds = strands.contestedEnds
  }
}

/// The columns of joints, on their way into rows.
private struct PackedJoints {
  private let holders: [UInt32]
  private let numbers: [Int64]
  private let kinds: [UInt8]
  private let techniques: [UInt8]
  private let claims: [UInt8]
  private let firsts: [UInt32]
  private let seconds: [UInt32]
  private let attributes: [Attributes]

  init(_ palette: [Attributes], count: Int, _ column: (StrandColumn) throws -> [UInt8]) throws {
    func read<Number: FixedWidthInteger>(_ name: StrandColumn) throws -> [Number] {
      let numbers = try FibreModel.numbers(Number.self, name, column)
      guard numbers.count == count else { throw StrandImageFault(column: name) }
      return numbers
    }
    holders = try read(.jointHolders)
    numbers = try read(.jointNumbers)
    kinds = try read(.jointKinds)
    techniques = try read(.jointTechniques)
    claims = try read(.jointClaims)
    firsts = try read(.jointFirsts)
    seconds = try read(.jointSeconds)
    attributes = try FibreModel.attributes(palette, .jointAttributes, count: count, column)
  }

  func joints() throws -> [Joint] { try holders.indices.map(joint) }

  private func joint(_ row: Int) throws -> Joint {
    guard let kind = JointKind(rawValue: kinds[row]) else { throw StrandImageFault(column: .jointKinds) }
    guard let technique = JointTechnique(rawValue: techniques[row]) else {
      throw StrandImageFault(column: .jointTechniques)
    }
    guard let claim = JointClaim(rawValue: claims[row]) else { throw StrandImageFault(column: .jointClaims) }
    var joint = Joint(
      holder: PackedJoint.holder(holders[row]), number: numbers[row] == PackedJoint.noNumber ? nil : Int(numbers[row]),
      kind: kind, technique: technique, first: end(firsts[row]), second: end(seconds[row]), attributes: attributes[row])
    joint.claim = claim
    return joint
  }

  private func end(_ word: UInt32) -> FibreEnd? { word == PackedJoint.noEnd ? nil : FibreEnd(rawValue: word) }
}

private func numbers<Number: FixedWidthInteger>(
  _: Number.Type, _ name: StrandColumn, _ column: (StrandColumn) throws -> [UInt8]
) throws -> [Number] {
  let bytes = try column(name)
  let size = MemoryLayout<Number>.size
  guard bytes.count % size == 0 else { throw StrandImageFault(column: name) }
  return bytes.withUnsafeBytes { block in
    (0..<block.count / size).map {
      Number(littleEndian: block.loadUnaligned(fromByteOffset: $0 * size, as: Number.self))
    }
  }
}

private func attributes(
  _ palette: [Attributes], _ name: StrandColumn, count: Int, _ column: (StrandColumn) throws -> [UInt8]
) throws -> [Attributes] {
  let positions = try numbers(UInt32.self, name, column)
  guard positions.count == count, positions.allSatisfy({ $0 < palette.count }) else {
    throw StrandImageFault(column: name)
  }
  return positions.map { palette[Int($0)] }
}
