/// What meets in a slot.
public enum JointKind: UInt8, Hashable, Sendable, CaseIterable {
  /// Two fibres melted or clamped together (EP).
  case splice
  /// A connector at a port (CO); with one fibre only, the port's other side is free.
  case connector
  /// A pigtail spliced behind a port (PI).
  case pigtail
  /// A fibre that goes through uncut (PA); it loses nothing.
  case passage
  /// A fibre end coiled in the tray, joined to nothing (AT).
  case parked
  /// One leg of a splitter: the network side is shared by all its legs.
  case splitter
}

/// How a joint is made.
public enum JointTechnique: UInt8, Hashable, Sendable, CaseIterable {
  case unstated, fusion, mechanical
  case e2000APC, e2000UPC, e2000PC, fcAPC, fcUPC, fcPC, lcAPC, lcUPC, lcPC, muAPC, muUPC, muPC
  case scAPC, scUPC, scPC, stUPC, stPC, mpo

  public var isSplice: Bool { self == .fusion || self == .mechanical }
  public var isConnector: Bool { rawValue >= JointTechnique.e2000APC.rawValue }
}

/// Whether a joint has what it claims.
public enum JointClaim: UInt8, Hashable, Sendable, CaseIterable {
  /// It holds its slot and its fibre ends.
  case held
  /// Another joint holds its slot; it still connects its fibres.
  case displaced
  /// Another joint holds one of its fibre ends: kept for the record, connects nothing.
  case contested
}

/// What has numbered slots.
public enum SlotHolder: Hashable, Sendable {
  case cassette(Index<Cassette>)
  case panel(Index<Panel>)
  /// The delivery names nothing known.
  case unknown
}

/// What is joined to what in one slot.
public struct Joint: Hashable, Sendable {
  public var holder: SlotHolder
  /// Slot of the cassette or port of the panel; nothing when unstated.
  public var number: Int?
  public var kind: JointKind
  public var technique: JointTechnique
  public internal(set) var claim = JointClaim.held
  private var firstRaw: UInt32
  private var secondRaw: UInt32
  /// What the delivery says beyond the model.
  public var attributes: Attributes

  /// Makes a joint.
  ///
  /// - Parameters:
  ///   - first: The end on the network's side, or nothing.
  ///   - second: The end on the customer's side, or nothing.
  public init(
    holder: SlotHolder, number: Int?, kind: JointKind, technique: JointTechnique = .unstated, first: FibreEnd?,
    second: FibreEnd?, attributes: Attributes = .none
  ) {
    self.holder = holder
    self.number = number
    self.kind = kind
    self.technique = technique
    firstRaw = first?.rawValue ?? Self.none
    secondRaw = second?.rawValue ?? Self.none
    self.attributes = attributes
  }

  /// The end on the network's side.
  public var first: FibreEnd? { firstRaw == Self.none ? nil : FibreEnd(rawValue: firstRaw) }
  /// The end on the customer's side.
  public var second: FibreEnd? { secondRaw == Self.none ? nil : FibreEnd(rawValue: secondRaw) }
  /// The ends it joins or holds, the network's side first.
  public var ends: [FibreEnd] { [first, second].compactMap { $0 } }

  /// The end joined to a given one, or nothing.
  public func partner(of end: FibreEnd) -> FibreEnd? { end == first ? second : end == second ? first : nil }

  private static let none = UInt32.max
}

/// All joints, and the joint of each fibre end.
public struct JointTable: Hashable, Sendable {
  public internal(set) var rows: [Joint] = []
  public internal(set) var codes = CodeTable()
  /// Joint + 1 of each fibre end, or 0; a splitter's input end has its first leg here.
  var jointOfEnd: [UInt32] = []

  @inlinable public var count: Int { rows.count }
  @inlinable public var indices: IndexRange<Joint> { IndexRange(count: rows.count) }
  @inlinable public subscript(index: Index<Joint>) -> Joint { rows[index.offset] }

  /// The code of a joint; O(length).
  public func code(of index: Index<Joint>) -> Code<Joint> { Code(codes[index.offset]) }

  /// The joint of a code, or nothing.
  public func index(of code: Code<Joint>) -> Index<Joint>? { codes.position(of: code.rawValue).map { Index($0) } }

  /// The joint that holds a fibre end, or nothing when it is free; for a splitter's input, its first leg. O(1).
  public func joint(of end: FibreEnd) -> Index<Joint>? {
    let stored = jointOfEnd[Int(end.rawValue)]
    return stored == 0 ? nil : Index(Int(stored) - 1)
  }

  /// Gives a joint those of its ends that are still free.
  mutating func take(_ joint: Joint, at index: Index<Joint>) {
    if let end = joint.first { take(end, index) }
    if let end = joint.second { take(end, index) }
  }

  private mutating func take(_ end: FibreEnd, _ index: Index<Joint>) {
    let place = Int(end.rawValue)
    if jointOfEnd[place] == 0 { jointOfEnd[place] = UInt32(index.offset + 1) }
  }
}

/// A passive splitter: one input end, and a joint for each leg.
public struct Splitter: Hashable, Sendable {
  public let holder: SlotHolder
  public let input: FibreEnd
  /// Its legs in the order of their slots.
  public let legs: [Index<Joint>]

  /// Outputs as made, connected or not; a power of two. It is the capacity of a drawer or tray that holds this splitter
  /// alone, where that can be one; else the number of legs, raised to a power of two.
  public let ratio: Int
}
