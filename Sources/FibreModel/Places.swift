/// A point of the map at which things stand: a building, a chamber, a pole, a house. Several things may share one.
public struct Node: Coded {
  public let code: Code<Node>
  /// Nothing when the delivery gives no position.
  public var position: Point?
  public var attributes: Attributes

  /// Makes a node.
  public init(code: Code<Node>, position: Point?, attributes: Attributes = .none) {
    self.code = code
    self.position = position
    self.attributes = attributes
  }
}

/// What a site is for.
public enum SiteKind: String, Hashable, Sendable, CaseIterable {
  /// Building that hosts active equipment of the backbone.
  case pop
  /// Head of an FTTH area (NRO).
  case centralOffice
  /// FTTH sharing point (SRO, PM).
  case cabinet
  /// A client's building with equipment of ours.
  case client
  case other
}

/// A building or cabinet that hosts rooms and racks.
public struct Site: Coded {
  public let code: Code<Site>
  /// The owner's name for it (`POP-AMI-SF`); people may use it instead of the code.
  public var externalCode: String
  public var name: String
  public var kind: SiteKind
  public var node: Index<Node>?
  public var address: Index<Address>?
  public var attributes: Attributes

  /// Makes a site.
  public init(
    code: Code<Site>, externalCode: String = "", name: String = "", kind: SiteKind, node: Index<Node>?,
    address: Index<Address>? = nil, attributes: Attributes = .none
  ) {
    self.code = code
    self.externalCode = externalCode
    self.name = name
    self.kind = kind
    self.node = node
    self.address = address
    self.attributes = attributes
  }

  /// What people call it: the owner's name if there is one, else the code.
  public var label: String { externalCode.isEmpty ? code.rawValue : externalCode }
}

/// A room inside a site.
public struct OperatorRoom: Coded {
  public let code: Code<OperatorRoom>
  public var name: String
  public var site: Index<Site>?
  public var attributes: Attributes

  /// Makes a room; `site` is nothing when the delivery names an unknown one.
  public init(code: Code<OperatorRoom>, name: String = "", site: Index<Site>?, attributes: Attributes = .none) {
    self.code = code
    self.name = name
    self.site = site
    self.attributes = attributes
  }
}

/// A bay of equipment or panels.
public struct Rack: Coded {
  public let code: Code<Rack>
  public var name: String
  public var room: Index<OperatorRoom>?
  public var attributes: Attributes

  /// Makes a rack; `room` is nothing when the delivery names an unknown one.
  public init(code: Code<Rack>, name: String = "", room: Index<OperatorRoom>?, attributes: Attributes = .none) {
    self.code = code
    self.name = name
    self.room = room
    self.attributes = attributes
  }
}

/// A drawer of ports, or a cable head.
public struct Panel: Coded {
  public let code: Code<Panel>
  public var name: String
  public var rack: Index<Rack>?
  /// How many ports it can hold; nothing when unknown.
  public var portCapacity: Int?
  public var isCableHead: Bool
  public var attributes: Attributes

  /// Makes a panel; `rack` is nothing when the delivery names an unknown one.
  public init(
    code: Code<Panel>, name: String = "", rack: Index<Rack>?, portCapacity: Int? = nil, isCableHead: Bool = false,
    attributes: Attributes = .none
  ) {
    self.code = code
    self.name = name
    self.rack = rack
    self.portCapacity = portCapacity
    self.isCableHead = isCableHead
    self.attributes = attributes
  }
}

/// Active equipment in a rack: a router, a switch.
public struct Equipment: Coded {
  public let code: Code<Equipment>
  public var name: String
  public var rack: Index<Rack>?
  public var attributes: Attributes

  /// Makes a piece of equipment.
  public init(code: Code<Equipment>, name: String = "", rack: Index<Rack>?, attributes: Attributes = .none) {
    self.code = code
    self.name = name
    self.rack = rack
    self.attributes = attributes
  }
}

/// An organisation: owner, operator, contractor.
public struct Organisation: Coded {
  public let code: Code<Organisation>
  public var name: String
  public var attributes: Attributes

  /// Makes an organisation.
  public init(code: Code<Organisation>, name: String, attributes: Attributes = .none) {
    self.code = code
    self.name = name
    self.attributes = attributes
  }
}

/// A maker's model: of a cable, a closure, a rack.
public struct Reference: Coded {
  public let code: Code<Reference>
  /// What it is, in the delivery's words (GraceTHD `rf_type`): `CA`, `BP`, `TI`…
  public var kind: String
  public var design: String
  public var attributes: Attributes

  /// Makes a reference.
  public init(code: Code<Reference>, kind: String, design: String, attributes: Attributes = .none) {
    self.code = code
    self.kind = kind
    self.design = design
    self.attributes = attributes
  }
}
