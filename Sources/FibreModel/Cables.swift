/// What a cable is.
public enum CableKind: String, Hashable, Sendable, CaseIterable {
  case cable, breakout
  /// A patch cord between two ports of a site (jarretière).
  case patchCord
}

/// One sheath, from end to end; it is cut into sections at each box that opens it.
public struct Cable: Coded {
  public let code: Code<Cable>
  public var kind: CableKind
  /// Its part in the network, in the delivery's words: `CO`, `TR`, `DI`…
  public var role: String
  public var reference: Index<Reference>?

  /// Makes a cable.
  public init(code: Code<Cable>, kind: CableKind, role: String = "", reference: Index<Reference>? = nil) {
    self.code = code
    self.kind = kind
    self.role = role
    self.reference = reference
  }
}

/// Where the length of a section comes from, best first.
public enum LengthSource: String, Hashable, Sendable, CaseIterable {
  /// As laid (`cb_lgreel`): helix and slack included.
  case asLaid
  /// As stated for its line (`cl_long`).
  case statedLine
  /// Measured on the map.
  case drawnLine
  /// Nothing is known: zero.
  case unknown
}

/// A piece of cable between two places that open it; its fibres are numbered from 1.
public struct CableSection: Coded {
  /// In GraceTHD the code of a `t_cable` row: `CAB-SF-04/2`.
  public let code: Code<CableSection>
  public var cable: Index<Cable>
  public var nodeA: Index<Node>?
  public var nodeB: Index<Node>?
  /// How many fibres it has here: as stated, or as described when more are described.
  public var fibreCount: Int
  /// What the delivery states (`cb_capafo`).
  public var statedCapacity: Int?
  /// Fibres a tube; 1 for a patch cord.
  public var modulo: Int
  public var tubeCode: ColourCode
  public var fibreCode: ColourCode
  /// The colour code that its reference names, when it names one.
  public var referenceCode: ColourCode?
  public var length: Length
  public var lengthSource: LengthSource
  public var line: Polyline?
  public var attributes: Attributes
  /// The index of its fibre 1; set when it is added to a network.
  public internal(set) var firstFibre = Index<Fibre>(0)

  /// Makes a section; `modulo` below 1 counts as 1.
  public init(
    code: Code<CableSection>, cable: Index<Cable>, nodeA: Index<Node>?, nodeB: Index<Node>?, fibreCount: Int,
    statedCapacity: Int? = nil, modulo: Int = 12, tubeCode: ColourCode = .orange, fibreCode: ColourCode = .orange,
    referenceCode: ColourCode? = nil, length: Length = .zero, lengthSource: LengthSource = .unknown,
    line: Polyline? = nil, attributes: Attributes = .none
  ) {
    self.code = code
    self.cable = cable
    self.nodeA = nodeA
    self.nodeB = nodeB
    self.fibreCount = fibreCount
    self.statedCapacity = statedCapacity
    self.modulo = max(1, modulo)
    self.tubeCode = tubeCode
    self.fibreCode = fibreCode
    self.referenceCode = referenceCode
    self.length = length
    self.lengthSource = lengthSource
    self.line = line
    self.attributes = attributes
  }

  public var tubeCount: Int { (fibreCount + modulo - 1) / modulo }

  /// The tube of a fibre: 1 or more. Source: numbering rule of GraceTHD, `(n - 1) div modulo + 1`.
  public func tube(ofFibre number: Int) -> Int { (number - 1) / modulo + 1 }

  /// The rank of a fibre in its tube: 1 or more.
  public func rankInTube(ofFibre number: Int) -> Int { (number - 1) % modulo + 1 }

  /// The numbers of a tube's fibres.
  public func fibres(inTube tube: Int) -> ClosedRange<Int> {
    (tube - 1) * modulo + 1...max((tube - 1) * modulo + 1, min(tube * modulo, fibreCount))
  }

  /// What is printed on a fibre.
  public func fibreMark(_ number: Int) -> ColourMark { fibreCode.fibreMark(rank: rankInTube(ofFibre: number)) }

  /// What is printed on a tube.
  public func tubeMark(_ tube: Int) -> ColourMark { tubeCode.tubeMark(rank: tube) }

  /// Its fibres as positions in the network's table of fibres, in order of number.
  public var fibreOffsets: Range<Int> { firstFibre.offset..<firstFibre.offset + fibreCount }

  /// The index of a fibre from its number; the number must be one of this section's.
  public func fibre(_ number: Int) -> Index<Fibre> {
    precondition((1...fibreCount).contains(number), "fibre \(number) of \(fibreCount)")
    return Index(firstFibre.offset + number - 1)
  }
}

/// A strand of glass in a section. Fibres have no rows of their own: they are numbers, and this type only names them.
public enum Fibre {}

/// One of the two ends of a fibre in its section.
public enum FibreSide: UInt8, Hashable, Sendable, CaseIterable {
  case a, b

  public var other: FibreSide { self == .a ? .b : .a }
}

/// An end of a fibre: `2f` is side A of fibre `f`, `2f + 1` its side B.
public struct FibreEnd: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  /// Makes an end from its number.
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Makes an end from a fibre and a side.
  public init(_ fibre: Index<Fibre>, _ side: FibreSide) {
    rawValue = fibre.rawValue << 1 | UInt32(side.rawValue)
  }

  public var fibre: Index<Fibre> { Index(Int(rawValue >> 1)) }
  public var side: FibreSide { rawValue & 1 == 0 ? .a : .b }
  /// The far end of the same fibre.
  @inlinable public var opposite: FibreEnd { FibreEnd(rawValue: rawValue ^ 1) }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
