/// A column of the fibres or of the joints of a network.
public enum StrandColumn: String, Hashable, Sendable, CaseIterable {
  /// Texts end to end, and where each ends.
  case fibreCodes, fibreCodeEnds
  case fibreRanks, fibreAttributes
  case jointCodes, jointCodeEnds
  case jointHolders, jointNumbers, jointKinds, jointTechniques, jointClaims, jointFirsts, jointSeconds
  case jointAttributes, contestedEnds
}

/// The fibres and joints of a network as columns of bytes, little-endian, so that a store may keep them beside its rows
/// and loading them is copying.
///
/// It speaks of sections, cassettes and panels by their position: it fits the network that it was made of, and one with
/// the same tables in the same order.
public struct StrandImage: Sendable {
  /// What fibres and joints say beyond the model, each once; the columns of attributes hold positions in it.
  public let palette: [Attributes]
  private let network: Network
  private let fibreAttributes: [UInt32]
  private let jointAttributes: [UInt32]

  /// Arranges the fibres and joints of a network. O(fibres + joints).
  public init(_ network: Network) {
    var palette = AttributePalette()
    fibreAttributes = network.fibres.attributes.map { palette.position(of: $0) }
    jointAttributes = network.joints.rows.map { palette.position(of: $0.attributes) }
    self.palette = palette.all
    self.network = network
  }

  /// A column's bytes. O(fibres + joints).
  public func bytes(of column: StrandColumn) -> [UInt8] {
    let (fibres, joints) = (network.fibres, network.joints)
    return switch column {
    case .fibreCodes: fibres.codes.texts.bytes
    case .fibreCodeEnds: littleEndian(fibres.codes.texts.ends)
    case .fibreRanks: fibres.statedRanks
    case .fibreAttributes: littleEndian(fibreAttributes)
    case .jointCodes: joints.codes.texts.bytes
    case .jointCodeEnds: littleEndian(joints.codes.texts.ends)
    case .jointHolders: littleEndian(joints.rows.map { PackedJoint.word(of: $0.holder) })
    case .jointNumbers: littleEndian(joints.rows.map { $0.number.map(Int64.init) ?? PackedJoint.noNumber })
    case .jointKinds: joints.rows.map(\.kind.rawValue)
    case .jointTechniques: joints.rows.map(\.technique.rawValue)
    case .jointClaims: joints.rows.map(\.claim.rawValue)
    case .jointFirsts: littleEndian(joints.rows.map { $0.first?.rawValue ?? PackedJoint.noEnd })
    case .jointSeconds: littleEndian(joints.rows.map { $0.second?.rawValue ?? PackedJoint.noEnd })
    case .jointAttributes: littleEndian(jointAttributes)
    case .contestedEnds: littleEndian(network.contestedEnds.map(\.rawValue).sorted())
    }
  }
}

/// Attributes in the order in which they were first met.
private struct AttributePalette {
  private(set) var all: [Attributes] = []
  private var positions: [Attributes: UInt32] = [:]
  /// Neighbours mostly say the same.
  private var last: (attributes: Attributes, position: UInt32)?

  mutating func position(of attributes: Attributes) -> UInt32 {
    if let last, last.attributes == attributes { return last.position }
    let position = positions[attributes] ?? UInt32(all.count)
    if position == all.count {
      positions[attributes] = position
      all.append(attributes)
    }
    last = (attributes, position)
    return position
  }
}

/// How the parts of a joint are written as numbers.
enum PackedJoint {
  static let noNumber = Int64.min
  static let noEnd = UInt32.max

  static func word(of holder: SlotHolder) -> UInt32 {
    switch holder {
    case .cassette(let index): index.rawValue << 2
    case .panel(let index): index.rawValue << 2 | 1
    case .unknown: 2
    }
  }

  static func holder(_ word: UInt32) -> SlotHolder {
    switch word & 3 {
    case 0: .cassette(Index(Int(word >> 2)))
    case 1: .panel(Index(Int(word >> 2)))
    default: .unknown
    }
  }
}

private func littleEndian<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
  numbers.map(\.littleEndian).withUnsafeBytes { Array($0) }
}
