/// What is known of each fibre; a fibre is a number, so this is a handful of arrays.
public struct FibreTable: Hashable, Sendable {
  /// The codes of the source delivery; empty where it gives none.
  public internal(set) var codes = CodeTable()
  /// The section of each fibre.
  public internal(set) var sections: [Index<CableSection>] = []
  /// The colour's rank as the delivery states it in the section's colour code, 1 to 12; 0 where it states none.
  public internal(set) var statedRanks: [UInt8] = []
  /// What the delivery says beyond the model.
  public internal(set) var attributes: [Attributes] = []

  @inlinable public var count: Int { sections.count }
  @inlinable public var indices: IndexRange<Fibre> { IndexRange(count: sections.count) }
}

/// What a delivery says of one fibre.
public struct FibreRecord: Hashable, Sendable {
  /// Its rank in the section, from 1.
  public var number: Int
  /// The delivery's code; empty when there is none.
  public var code: String
  /// 1 to 12, or 0.
  public var statedRank: UInt8
  public var attributes: Attributes

  /// Makes a record.
  public init(number: Int, code: String, statedRank: UInt8 = 0, attributes: Attributes = .none) {
    self.number = number
    self.code = code
    self.statedRank = statedRank
    self.attributes = attributes
  }
}
