import FibreModel

/// One thing of the network, and what goes dark when it alone is cut.
public struct SinglePoint: Hashable, Sendable {
  public let element: CutElement
  public let servicesDark: Int
  /// Those of them that are vital.
  public let vitalDark: Int
  public let plugsDark: Int
  /// Services that stay up by another leg.
  public let legsLost: Int
  /// Customers that are dark: each service and each plug is one.
  public var customersDark: Int { servicesDark + plugsDark }

  /// What it is ranked by: each service and each plug that is dark counts one, a vital service three.
  public var weight: Int { customersDark + 2 * vitalDark }

  /// Whether anything hangs on it.
  var isHeld: Bool { customersDark + legsLost > 0 }
}

extension ImpactQuery {
  /// Every sheath, closure, distribution point, duct, pathway and site on which something hangs: by weight,
  /// then by vital services dark, then by lost legs; equals by kind and name.
  ///
  /// Each is cut by itself, so redundancy counts: a pair whose legs lie apart is not dark. O(ways × elements on them).
  public mutating func singlePoints() -> [SinglePoint] {
    let network = index.network
    var elements: [CutElement] = network.cables.indices.filter { network.cables[$0].kind != .patchCord }
      .map { .cable($0) }
    elements += network.boxes.indices.filter { network.boxes[$0].kind != .outlet }.map { .box($0) }
    elements += network.ducts.indices.map { .duct($0) }
    elements += network.pathways.indices.map { .pathway($0) }
    elements += network.sites.indices.map { .site($0) }
    let ranks = Dictionary(uniqueKeysWithValues: CutElement.Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    return elements.map { counts(of: $0) }.filter(\.isHeld)
      .map { (point: $0, kind: ranks[network.kind(of: $0.element)] ?? 0, name: network.name(of: $0.element)) }
      .sorted { one, two in
        let (a, b) = (one.point, two.point)
        let order = (b.weight, b.vitalDark, b.legsLost, one.kind, one.name)
        return order < (a.weight, a.vitalDark, a.legsLost, two.kind, two.name)
      }
      .map(\.point)
  }
}
