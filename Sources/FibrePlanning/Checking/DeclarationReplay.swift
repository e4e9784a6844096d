import FibreModel

/// What a night changes in what is declared: the fibres of routes, and the trays that are free.
extension PlanReplay {
  // MARK: Routes

  /// Declares the routes over each link that moved in this window anew, where they no longer tell its way.
  mutating func redeclareRoutes() {
    for number in live.links.indices where cuts[number]?.night == place.night {
      guard let routes = declaredOver[number], let now = presentWay(of: live.links[number]), !now.isLoop,
        now.stop == live.links[number].way.stop
      else { continue }
      for route in routes {
        let declared = state.declaredFibres(of: route)
        guard let fibres = state.corrected(declared, from: live.links[number].way, to: now) else { continue }
        redeclare(route, over: fibres)
      }
    }
  }

  /// Takes a cord that is about to go out of the routes that name it, since a declaration can't name what isn't there.
  mutating func dropFromDeclarations(_ cord: Int) {
    for route in (declaredOverCord.removeValue(forKey: cord) ?? []).sorted() {
      redeclare(route, over: state.declaredFibres(of: route).filter { $0 != cord })
    }
  }

  private mutating func redeclare(_ route: Index<DeclaredRoute>, over fibres: [Int]) {
    let from = state.declaration(of: route)
    let to = fibres.map { state.fibreName(of: $0) }
    for fibre in fibres where state.isCord(fibre << 1) { declaredOverCord[fibre, default: []].insert(route) }
    if to != from { carryOut([.redeclareRoute(network.declaredRoutes[route].code, from: from, to: to)]) }
  }

  // MARK: Trays

  /// Counts down the stated free trays of each closure by those that were begun since a count.
  mutating func countDownTrays(since before: [Index<Box>: Int]) {
    for (box, trays) in freshTrays.sorted(by: { $0.key < $1.key }) {
      let begun = trays.count - (before[box] ?? 0)
      let code = network.boxes[box].code
      guard begun > 0, let free = state.rules.closures.first(where: { $0.closure == code })?.freeTrays, free > 0
      else { continue }
      carryOut([.setFreeTrays(code, from: free, to: max(0, free - begun))])
    }
  }
}

extension LiveLinks {
  /// The declared routes over each link: those that name most fibres of it, or of a link that it is patched to. What a
  /// route names of other links is a mistake of the declaration.
  func declaredRoutes(in network: Network) -> [Int: [Index<DeclaredRoute>]] {
    var routes: [Int: [Index<DeclaredRoute>]] = [:]
    for route in network.declaredRoutes.indices {
      let named = network.declaredRoutes[route].fibres.compactMap { linkOfFibre[$0.offset]?.link }
      var counts: [Int: Int] = [:]
      for link in named { counts[link, default: 0] += 1 }
      // The first of equals is the one that the declaration begins with.
      guard let most = counts.values.max(), let main = named.first(where: { counts[$0] == most }) else { continue }
      let patched = Set(links[main].cord.fibres.compactMap { linkOfFibre[$0]?.link })
      for link in counts.keys where link == main || patched.contains(link) { routes[link, default: []].append(route) }
    }
    return routes
  }
}

extension ReplayState {
  /// The fibres of a declared route as they follow each other now, in its direction: those of a link that moved, from
  /// end to end, and what is declared beyond it where light still leads there. Nothing where the declaration is true
  /// still.
  func corrected(_ declared: [Int], from before: ReplayWay, to now: ReplayWay) -> [Int]? {
    let present = Set(now.fibres)
    let entries = Set(now.entries)
    let upstream = declared.map { present.contains($0) ? nil : isUpstream($0, of: entries) }
    let isTrue = zip(declared, upstream).allSatisfy { present.contains($0) || $1 != nil }
    let ranks = declared.map { before.fibres.firstIndex(of: $0) }
    guard !isTrue, let low = ranks.firstIndex(where: { $0 != nil }), let high = ranks.lastIndex(where: { $0 != nil }),
      let lowRank = ranks[low], let highRank = ranks[high], let near = now.fibres.first, let far = now.fibres.last
    else { return nil }
    let leadsOut =
      lowRank != highRank
      ? lowRank < highRank
      : upstream[..<low].lazy.compactMap { $0 }.first
        ?? upstream[(high + 1)...].lazy.compactMap { $0 }.first.map { !$0 } ?? true
    let first = upstream[..<low].firstIndex(of: leadsOut).map { declared[$0] } ?? (leadsOut ? near : far)
    let last = upstream[(high + 1)...].lastIndex(of: !leadsOut).map { declared[$0] } ?? (leadsOut ? far : near)
    return stretch(from: first, to: last) ?? stretch(from: last, to: first)?.reversed()
  }

  /// Whether light goes from a fibre into a way as the way goes, or comes out of the way to it; nothing when neither.
  private func isUpstream(_ fibre: Int, of entries: Set<Int>) -> Bool? {
    for start in [fibre << 1, fibre << 1 | 1] {
      for entry in way(from: start).entries {
        if entries.contains(entry) { return true }
        if entries.contains(entry ^ 1) { return false }
      }
    }
    return nil
  }

  /// The fibres from one to another, or nothing when light that leaves the first one doesn't pass the second.
  private func stretch(from first: Int, to last: Int) -> [Int]? {
    for start in [first << 1, first << 1 | 1] {
      let fibres = way(from: start).fibres
      if let end = fibres.firstIndex(of: last) { return Array(fibres[...end]) }
    }
    return nil
  }
}
