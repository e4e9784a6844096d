/// What kind of access to the civil works a technical point is.
public enum TechnicalPointKind: String, Hashable, Sendable, CaseIterable {
  case chamber, pole, facade, building, other
}

/// A chamber, a pole or another place where cables can be reached.
public struct TechnicalPoint: Coded {
  public let code: Code<TechnicalPoint>
  public var name: String
  public var kind: TechnicalPointKind
  /// The model in the delivery's words: `L3T`, `K2C`.
  public var nature: String
  public var node: Index<Node>?
  public var attributes: Attributes

  /// Makes a technical point.
  public init(
    code: Code<TechnicalPoint>, name: String = "", kind: TechnicalPointKind, nature: String = "",
    node: Index<Node>?, attributes: Attributes = .none
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.nature = nature
    self.node = node
    self.attributes = attributes
  }
}

/// A stretch of civil works between two nodes: trench, overhead span, gallery.
public struct Pathway: Coded {
  public let code: Code<Pathway>
  public var nodeA: Index<Node>?
  public var nodeB: Index<Node>?
  public var line: Polyline
  /// The street, in the delivery's words.
  public var street: String
  /// As laid if stated, else the length of the line.
  public var length: Length
  public var attributes: Attributes

  /// Makes a pathway.
  public init(
    code: Code<Pathway>, nodeA: Index<Node>?, nodeB: Index<Node>?, line: Polyline, street: String = "",
    length: Length, attributes: Attributes = .none
  ) {
    self.code = code
    self.nodeA = nodeA
    self.nodeB = nodeB
    self.line = line
    self.street = street
    self.length = length
    self.attributes = attributes
  }
}

/// A tube in the ground or a virtual overhead duct, along one or more pathways, with the cables in it.
public struct Duct: Coded {
  public let code: Code<Duct>
  /// The duct in which this one lies, by code; it may come later in a delivery.
  public var parent: String
  public var pathways: [Index<Pathway>]
  public var sections: [Index<CableSection>]
  public var attributes: Attributes

  /// Makes a duct.
  public init(
    code: Code<Duct>, parent: String = "", pathways: [Index<Pathway>] = [], sections: [Index<CableSection>] = [],
    attributes: Attributes = .none
  ) {
    self.code = code
    self.parent = parent
    self.pathways = pathways
    self.sections = sections
    self.attributes = attributes
  }
}

/// Spare cable coiled at a node (love), so that a closure can be lifted out.
public struct SlackLoop: Hashable, Sendable {
  /// The delivery's own number for it.
  public var identifier: String
  public var section: Index<CableSection>
  public var node: Index<Node>?
  public var length: Length
  public var attributes: Attributes

  /// Makes a slack loop.
  public init(
    identifier: String, section: Index<CableSection>, node: Index<Node>?, length: Length,
    attributes: Attributes = .none
  ) {
    self.identifier = identifier
    self.section = section
    self.node = node
    self.length = length
    self.attributes = attributes
  }
}
