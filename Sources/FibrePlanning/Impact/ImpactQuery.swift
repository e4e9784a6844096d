import FibreModel

/// One task's working memory for questions to an `ImpactIndex`; made once, used for many cuts.
///
/// A question costs the ways that pass the cut element and its surroundings, whatever the size of the network.
public struct ImpactQuery {
  public let index: ImpactIndex
  private var round: UInt32 = 0
  private var roundOfWay: [UInt32]
  private var roundOfOwner: [UInt32]
  private var cutWays: [UInt32]
  private var roundOfPassing: [UInt32]
  /// Owners of ways that are cut, each once.
  private var touched: [UInt32] = []
  private var passing: [UInt32] = []

  /// Prepares to ask; about 12 bytes a service and plug.
  public init(_ index: ImpactIndex) {
    self.index = index
    let owners = index.network.services.count + index.plugs.count
    roundOfWay = [UInt32](repeating: 0, count: index.owners.count)
    roundOfOwner = [UInt32](repeating: 0, count: owners)
    cutWays = [UInt32](repeating: 0, count: owners)
    roundOfPassing = [UInt32](repeating: 0, count: index.network.services.count)
  }

  /// What goes dark when some elements are cut together.
  public mutating func impact(of elements: [CutElement]) -> Impact { impact(of: elements, beside: elements, in: []) }

  /// What goes dark when some elements are cut together.
  ///
  /// - Parameter rooms: Elements in which people work without cutting them: what is in them passes by.
  mutating func impact(of elements: [CutElement], beside: [CutElement], in places: [CutElement]) -> Impact {
    cut(elements)
    let index = index
    for element in beside { index.fibres(beside: element) { pass($0) } }
    for element in places { index.fibres(cutBy: element) { pass($0) } }
    return result()
  }

  /// How many services and plugs are dark when one element alone is cut, and how many lose one leg.
  mutating func counts(of element: CutElement) -> SinglePoint {
    cut([element])
    var (dark, vital, plugs, legs) = (0, 0, 0, 0)
    for owner in touched {
      guard let service = service(owner) else {
        if isDark(plug: owner) { plugs += 1 }
        continue
      }
      guard index.isUp[service.offset] else { continue }
      guard !hasLegUp(besides: service) else {
        legs += 1
        continue
      }
      dark += 1
      if index.network.services[service].serviceClass == .vital { vital += 1 }
    }
    return SinglePoint(element: element, servicesDark: dark, vitalDark: vital, plugsDark: plugs, legsLost: legs)
  }

  // MARK: Marking

  private mutating func cut(_ elements: [CutElement]) {
    if round == .max {
      roundOfWay = [UInt32](repeating: 0, count: roundOfWay.count)
      roundOfOwner = [UInt32](repeating: 0, count: roundOfOwner.count)
      roundOfPassing = [UInt32](repeating: 0, count: roundOfPassing.count)
      round = 0
    }
    round += 1
    touched.removeAll(keepingCapacity: true)
    passing.removeAll(keepingCapacity: true)
    let index = index
    for element in elements { index.fibres(cutBy: element) { cut($0) } }
  }

  private mutating func cut(_ fibres: Range<Int>) {
    for way in index.waysOfFibre[fibres] where roundOfWay[Int(way)] != round {
      roundOfWay[Int(way)] = round
      let owner = Int(index.owners[Int(way)])
      if roundOfOwner[owner] != round {
        roundOfOwner[owner] = round
        cutWays[owner] = 0
        touched.append(UInt32(owner))
      }
      cutWays[owner] += 1
    }
  }

  private mutating func pass(_ fibres: Range<Int>) {
    let services = UInt32(index.network.services.count)
    for way in index.waysOfFibre[fibres] {
      let owner = index.owners[Int(way)]
      guard owner < services, roundOfOwner[Int(owner)] != round, roundOfPassing[Int(owner)] != round else { continue }
      roundOfPassing[Int(owner)] = round
      passing.append(owner)
    }
  }

  // MARK: Judging

  private func service(_ owner: UInt32) -> Index<Service>? {
    owner < index.network.services.count ? Index(Int(owner)) : nil
  }

  private func isDark(plug owner: UInt32) -> Bool {
    Int(cutWays[Int(owner)]) == index.plugs[Int(owner) - index.network.services.count].wayCount
  }

  private func isCut(_ service: Index<Service>) -> Bool { roundOfOwner[service.offset] == round }

  private func otherLegs(of service: Index<Service>) -> [Index<Service>] {
    index.servicesOfGroup[Int(index.groupOfService[service.offset])].map { Index(Int($0)) }.filter { $0 != service }
  }

  private func hasLegUp(besides service: Index<Service>) -> Bool {
    index.servicesOfGroup[Int(index.groupOfService[service.offset])].contains { other in
      index.isUp[Int(other)] && roundOfOwner[Int(other)] != round
    }
  }

  private func result() -> Impact {
    let services = sorted(touched.compactMap { service($0) })
    var (dark, legLost, downBefore): ([Impact.Dark], [Impact.LegLost], [Index<Service>]) = ([], [], [])
    for service in services {
      let cutFibres = Int(cutWays[service.offset])
      guard index.isUp[service.offset] else {
        downBefore.append(service)
        continue
      }
      let others = otherLegs(of: service)
      let up = others.filter { index.isUp[$0.offset] }
      let left = up.filter { !isCut($0) }
      if left.isEmpty {
        let loss: Impact.Loss = others.isEmpty ? .onlyLeg : up.isEmpty ? .lastLeg : .bothLegs
        dark.append(Impact.Dark(service: service, loss: loss, cutFibres: cutFibres))
      } else {
        legLost.append(Impact.LegLost(service: service, cutFibres: cutFibres, stillUp: left))
      }
    }
    return Impact(
      dark: dark, legLost: legLost, downBefore: downBefore, passing: sorted(passing.compactMap { service($0) }),
      plugs: plugCounts(), operators: operatorCounts(dark.map(\.service), legLost.map(\.service)))
  }

  private func sorted(_ services: [Index<Service>]) -> [Index<Service>] {
    let ranks = Dictionary(uniqueKeysWithValues: ServiceClass.allCases.enumerated().map { ($0.element, $0.offset) })
    return services.map { (rank: ranks[index.network.services[$0].serviceClass] ?? 0, service: $0) }
      .sorted { $0 < $1 }.map(\.service)
  }

  private func plugCounts() -> [Impact.PlugCount] {
    var counts: [Index<Site>?: (plugs: Int, patched: Int)] = [:]
    for owner in touched where service(owner) == nil && isDark(plug: owner) {
      let plug = index.plugs[Int(owner) - index.network.services.count]
      counts[plug.site, default: (0, 0)].plugs += 1
      if plug.isPatched { counts[plug.site, default: (0, 0)].patched += 1 }
    }
    return counts.map { Impact.PlugCount(site: $0.key, plugs: $0.value.plugs, patched: $0.value.patched) }
      .sorted { one, two in
        (two.plugs, one.site?.offset ?? .max) < (one.plugs, two.site?.offset ?? .max)
      }
  }

  private func operatorCounts(_ dark: [Index<Service>], _ legLost: [Index<Service>]) -> [Impact.OperatorCount] {
    var counts: [String: (dark: Int, legLost: Int, plugs: Int)] = [:]
    func name(_ service: Index<Service>) -> String { index.network.services[service].operatorName }
    for service in dark { counts[name(service), default: (0, 0, 0)].dark += 1 }
    for service in legLost { counts[name(service), default: (0, 0, 0)].legLost += 1 }
    for (service, plugs) in patchedPlugs() { counts[service.map(name) ?? "", default: (0, 0, 0)].plugs += plugs }
    return counts.map { name, count in
      Impact.OperatorCount(name: name, dark: count.dark, legLost: count.legLost, plugs: count.plugs)
    }.sorted { one, two in
      if one.name.isEmpty != two.name.isEmpty { return two.name.isEmpty }
      return (two.services, two.dark, two.plugs, one.name) < (one.services, one.dark, one.plugs, two.name)
    }
  }

  /// How many patched plugs are dark by the service that lights them.
  private func patchedPlugs() -> [Index<Service>?: Int] {
    var counts: [Index<Service>?: Int] = [:]
    for owner in touched where service(owner) == nil && isDark(plug: owner) {
      let plug = index.plugs[Int(owner) - index.network.services.count]
      if plug.isPatched { counts[plug.service, default: 0] += 1 }
    }
    return counts
  }
}
