/// What a box is for.
public enum BoxKind: String, Hashable, Sendable, CaseIterable {
  /// Where fibres are spliced (BPE).
  case spliceClosure
  /// Last box before the customer (PBO).
  case distributionPoint
  /// FTTH plug on the wall (PTO, DTIO).
  case outlet
}

/// What a box stands in; a box stands in exactly one thing.
public enum BoxHousing: Hashable, Sendable {
  case technicalPoint(Index<TechnicalPoint>)
  case room(Index<OperatorRoom>)
  case premises(Index<Premises>)
  /// The delivery names nothing, or nothing known.
  case unknown
}

/// A splice closure, a distribution point or an outlet.
public struct Box: Coded {
  public let code: Code<Box>
  public var externalCode: String
  public var name: String
  public var kind: BoxKind
  public var housing: BoxHousing
  /// The node of what it stands in.
  public var node: Index<Node>?
  /// Capacity class in the delivery's words: `B144`, `AUTR`.
  public var capacityClass: String
  /// How many cassettes it can hold (`bp_ca_nb`); nothing when unknown.
  public var cassetteCapacity: Int?
  public var attributes: Attributes

  /// Makes a box.
  public init(
    code: Code<Box>, externalCode: String = "", name: String = "", kind: BoxKind, housing: BoxHousing,
    node: Index<Node>?, capacityClass: String = "", cassetteCapacity: Int? = nil, attributes: Attributes = .none
  ) {
    self.code = code
    self.externalCode = externalCode
    self.name = name
    self.kind = kind
    self.housing = housing
    self.node = node
    self.capacityClass = capacityClass
    self.cassetteCapacity = cassetteCapacity
    self.attributes = attributes
  }

  /// What people call it: the owner's name if there is one, else the code.
  public var label: String { externalCode.isEmpty ? code.rawValue : externalCode }
}

/// What a cassette holds.
public enum CassetteKind: String, Hashable, Sendable, CaseIterable {
  /// Coiling plate: uncut tubes lie here.
  case coiling
  case splice, splitter, connector
}

/// A tray of numbered slots in a box.
public struct Cassette: Coded {
  public let code: Code<Cassette>
  public var box: Index<Box>?
  /// Its number in the box, from 0 or 1; nothing when unknown.
  public var number: Int?
  public var face: String
  public var kind: CassetteKind
  /// How many slots it has; nothing when unknown.
  public var slotCapacity: Int?
  public var attributes: Attributes

  /// Makes a cassette; `box` is nothing when the delivery names an unknown one.
  public init(
    code: Code<Cassette>, box: Index<Box>?, number: Int?, face: String = "", kind: CassetteKind = .splice,
    slotCapacity: Int? = nil, attributes: Attributes = .none
  ) {
    self.code = code
    self.box = box
    self.number = number
    self.face = face
    self.kind = kind
    self.slotCapacity = slotCapacity
    self.attributes = attributes
  }
}
