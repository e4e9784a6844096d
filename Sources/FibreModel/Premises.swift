/// A postal address.
public struct Address: Coded {
  public let code: Code<Address>
  public var position: Point?
  /// House number and complement, as written.
  public var number: String
  public var street: String
  public var postcode: String
  public var commune: String
  /// The INSEE code of the commune, five characters.
  public var communeCode: String
  public var attributes: Attributes

  /// Makes an address.
  public init(
    code: Code<Address>, position: Point?, number: String = "", street: String = "", postcode: String = "",
    commune: String = "", communeCode: String = "", attributes: Attributes = .none
  ) {
    self.code = code
    self.position = position
    self.number = number
    self.street = street
    self.postcode = postcode
    self.commune = commune
    self.communeCode = communeCode
    self.attributes = attributes
  }
}

/// What premises are used for.
public enum PremisesKind: String, Hashable, Sendable, CaseIterable {
  case residential, professional, operatorOwned, technical
}

/// What an outlet serves: a dwelling, a shop, an office.
public struct Premises: Coded {
  public let code: Code<Premises>
  public var kind: PremisesKind
  public var node: Index<Node>?
  public var address: Index<Address>?
  /// The area of the distribution point that serves it.
  public var area: Index<ServiceArea>?
  /// State of the connection in the delivery's words (`sf_racco`): `RA`, `RB`, `EL`…
  public var connectionState: String
  public var attributes: Attributes

  /// Makes premises.
  public init(
    code: Code<Premises>, kind: PremisesKind, node: Index<Node>?, address: Index<Address>? = nil,
    area: Index<ServiceArea>? = nil, connectionState: String = "", attributes: Attributes = .none
  ) {
    self.code = code
    self.kind = kind
    self.node = node
    self.address = address
    self.area = area
    self.connectionState = connectionState
    self.attributes = attributes
  }
}

/// What stands at the head of a service area.
public enum ServiceAreaKind: String, Hashable, Sendable, CaseIterable {
  case centralOffice, cabinet, distributionPoint
}

/// The polygon that a site or box serves (zone arrière).
public struct ServiceArea: Coded {
  public let code: Code<ServiceArea>
  public var kind: ServiceAreaKind
  public var node: Index<Node>?
  /// The wider area this one lies in.
  public var parent: Index<ServiceArea>?
  public var area: Area?
  public var attributes: Attributes

  /// Makes a service area.
  public init(
    code: Code<ServiceArea>, kind: ServiceAreaKind, node: Index<Node>?, parent: Index<ServiceArea>? = nil,
    area: Area? = nil, attributes: Attributes = .none
  ) {
    self.code = code
    self.kind = kind
    self.node = node
    self.parent = parent
    self.area = area
    self.attributes = attributes
  }
}
