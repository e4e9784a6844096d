/// A numbered port of a panel.
public struct Port: Hashable, Comparable, Sendable {
  public let panel: Index<Panel>
  /// The port's number as printed, from 1.
  public let number: Int

  /// Makes a port.
  public init(panel: Index<Panel>, number: Int) {
    self.panel = panel
    self.number = number
  }

  public static func < (a: Self, b: Self) -> Bool { (a.panel, a.number) < (b.panel, b.number) }
}

/// How much a service may suffer.
public enum ServiceClass: String, Hashable, Sendable, CaseIterable {
  /// Hospitals, emergency services, backbone.
  case vital
  case standard = "std"
  case ftth
}

/// What an operator or a site rents: optical routes between ports.
public struct Service: Coded {
  public let code: Code<Service>
  public var serviceClass: ServiceClass
  /// In the delivery's words: `GFU`, `collecte`, `FTTH`, `FON`, `FTTO`.
  public var kind: String
  public var client: String
  public var operatorName: String
  public var fibreCount: Int
  /// Ports of end A, fibre by fibre; `endB` follows the same order.
  public var endA: [Port]
  public var endB: [Port]
  /// The other leg of a protected pair.
  public var protects: Code<Service>?
  public var maximumOutageMinutes: Int?
  public var optics: Code<Optics>?
  public var attributes: Attributes

  /// Makes a service.
  public init(
    code: Code<Service>, serviceClass: ServiceClass, kind: String, client: String, operatorName: String,
    fibreCount: Int, endA: [Port], endB: [Port], protects: Code<Service>? = nil, maximumOutageMinutes: Int? = nil,
    optics: Code<Optics>? = nil, attributes: Attributes = .none
  ) {
    self.code = code
    self.serviceClass = serviceClass
    self.kind = kind
    self.client = client
    self.operatorName = operatorName
    self.fibreCount = fibreCount
    self.endA = endA
    self.endB = endB
    self.protects = protects
    self.maximumOutageMinutes = maximumOutageMinutes
    self.optics = optics
    self.attributes = attributes
  }
}

/// A pair of transceivers: what loss and length they bear.
public struct Optics: Coded {
  public let code: Code<Optics>
  public var wavelength: Wavelength
  /// Greatest loss at which it works.
  public var budget: Loss
  /// Least loss: below it the receiver is overloaded.
  public var minimumLoss: Loss
  /// Chromatic dispersion it bears, in picoseconds per nanometre; nothing when not limited.
  public var dispersionLimit: Int?
  public var reach: Length?

  /// Makes optics.
  public init(
    code: Code<Optics>, wavelength: Wavelength, budget: Loss, minimumLoss: Loss = .zero, dispersionLimit: Int? = nil,
    reach: Length? = nil
  ) {
    self.code = code
    self.wavelength = wavelength
    self.budget = budget
    self.minimumLoss = minimumLoss
    self.dispersionLimit = dispersionLimit
    self.reach = reach
  }
}

/// A route as the delivery declares it (`t_ropt`): fibres in the order of its rows.
public struct DeclaredRoute: Coded {
  public let code: Code<DeclaredRoute>
  public var name: String
  public var fibres: [Index<Fibre>]
  /// What its rows say beyond the model, as `column/fibre code`.
  public var attributes: Attributes

  /// Makes a declared route.
  public init(code: Code<DeclaredRoute>, name: String = "", fibres: [Index<Fibre>], attributes: Attributes = .none) {
    self.code = code
    self.name = name
    self.fibres = fibres
    self.attributes = attributes
  }
}
