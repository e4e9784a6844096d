public import FibreModel

/// What a cut takes out of service. Services stand in order of class, then of the network; each in one list at most.
public struct Impact: Hashable, Sendable {
  /// Why a service that is cut is dark.
  public enum Loss: String, Hashable, Sendable, CaseIterable {
    /// Nothing protects it.
    case onlyLeg = "only leg"
    /// The cut takes the other leg too.
    case bothLegs = "both legs"
    /// Its other leg was down before the cut.
    case lastLeg = "last leg"
  }

  /// A service that is cut and has no leg left.
  public struct Dark: Hashable, Sendable {
    public let service: Index<Service>
    public let loss: Loss
    /// How many of its fibres are cut; one is enough to darken it.
    public let cutFibres: Int
  }

  /// A service that is cut while another leg of its pair is still up.
  public struct LegLost: Hashable, Sendable {
    public let service: Index<Service>
    public let cutFibres: Int
    public let stillUp: [Index<Service>]
  }

  /// Plugs that are dark behind one sharing point.
  public struct PlugCount: Hashable, Sendable {
    /// Nothing when no site is known on their way.
    public let site: Index<Site>?
    public let plugs: Int
    /// Those that a cord puts through at the sharing point; the others wait for a subscriber.
    public let patched: Int
  }

  /// An operator to warn.
  public struct OperatorCount: Hashable, Sendable {
    /// Empty for services of which no operator is stated, and for patched plugs on whose way no service has a port.
    public let name: String
    public let dark: Int
    public let legLost: Int
    /// Patched plugs that are dark and whose light comes from a service of this operator's, itself cut or not.
    public let plugs: Int
    public var services: Int { dark + legLost }
  }

  public let dark: [Dark]
  public let legLost: [LegLost]
  /// Services whose way is cut, but which were down before.
  public let downBefore: [Index<Service>]
  /// Services that are not cut, but lie where people work on the cut; see `ImpactIndex` for where that is.
  public let passing: [Index<Service>]
  /// Most plugs first.
  public let plugs: [PlugCount]
  /// Most services first, then most plugs, then by name; the unknown operator last.
  public let operators: [OperatorCount]

  public var plugCount: Int { plugs.reduce(0) { $0 + $1.plugs } }
  public var patchedCount: Int { plugs.reduce(0) { $0 + $1.patched } }
}
