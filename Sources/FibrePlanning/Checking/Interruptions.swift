import FibreModel

/// When the light of services is interrupted: by their own moves, and by those of the links to which cords join them.
extension PlanReplay {
  /// The windows in which each service is dark for some minutes, and the links that are worked on in each.
  func interruptions() -> [Index<Service>: [Int: [Int]]] {
    var nights: [Index<Service>: [Int: [Int]]] = [:]
    for (number, link) in live.links.enumerated() {
      guard let night = night(of: link, number) else { continue }
      for service in services(on: link) { nights[service, default: [:]][night, default: []].append(number) }
    }
    // Services that windows before the first replayed one moved no longer start in the old room.
    for move in plan.services {
      if let index = network.services.index(of: move.service) {
        nights[index, default: [:]][move.night, default: []] += []
      }
    }
    return nights
  }

  /// Whose light passes over a link: its own service, and those beyond its ends.
  func services(on link: LiveLink) -> Set<Index<Service>> {
    let others = (link.beyond.fibres + link.cord.fibres).compactMap { fibre in
      live.linkOfFibre[fibre].map { live.links[$0.link].service } ?? live.otherServiceOfFibre[fibre]
    }
    return Set(others).union([link.service].compactMap { $0 })
  }

  private func night(of link: LiveLink, _ number: Int) -> Int? {
    guard let service = link.service else { return cuts[number]?.night }
    return moves[network.services[service].code]?.night ?? cuts[number]?.night
  }

  // MARK: Rules

  /// What clients bear: one leg at a time, days that they allow, minutes within their limits.
  mutating func checkInterruptions() {
    let nights = interruptions()
    checkLegs(nights)
    for (index, links) in nights { checkClient(network.services[index], links) }
  }

  /// The two legs of a pair are never dark in one window, nor within the soak.
  private mutating func checkLegs(_ nights: [Index<Service>: [Int: [Int]]]) {
    let soak = network.rules.parameters.soakWindows
    for index in network.services.indices {
      let service = network.services[index]
      guard let peer = service.protects, let other = network.services.index(of: peer) else { continue }
      for one in (nights[index] ?? [:]).keys where window(one) != nil {
        for two in (nights[other] ?? [:]).keys where window(two) != nil && abs(one - two) < soak {
          let (first, second) = service.code < peer ? (service.code, peer) : (peer, service.code)
          report(.bothLegsTogether(first, second, soak: soak), night: max(one, two))
        }
      }
    }
  }

  private mutating func checkClient(_ service: Service, _ nights: [Int: [Int]]) {
    for (night, links) in nights where night >= firstNight {
      let minutes = outage(over: links)
      if let limit = service.maximumOutageMinutes, minutes > limit {
        report(.outageTooLong(service.code, minutes: minutes, limit: limit), night: night)
      }
      guard let date = window(night)?.date else { continue }
      let isForbidden = network.rules.forbidden.contains {
        $0.client == service.client && $0.from <= date && date <= $0.to
      }
      if isForbidden { report(.forbiddenDate(service.code, date), night: night) }
    }
  }
}
