import FibreModel

/// What a window may hold: dates, crews, clients.
extension PlanReplay {
  mutating func checkWindows() {
    var last = Int.min
    for night in plan.nights {
      if night.night <= last { report(.nightsOutOfOrder(night.night), night: night.night) }
      last = max(last, night.night)
      guard night.night >= firstNight else { continue }
      guard let window = window(night.night) else {
        report(.unknownWindow(night.night), night: night.night)
        continue
      }
      if window.date != night.date {
        report(.wrongDate(announced: night.date, window: window.date), night: night.night)
      }
      checkCrews(in: window)
    }
    checkPeers()
    checkInterruptions()
    checkQuotas()
    checkTrays()
  }

  private mutating func checkCrews(in window: WorkWindow) {
    place = PlanPlace(night: window.number)
    let records = (visits[window.number] ?? []).filter { $0.crew != 0 }
    let limit = window.minutes - window.reserveMinutes
    for crew in Set(records.map(\.crew)).sorted() {
      if crew < 1 || crew > window.crews { report(.unknownCrew(crew: crew, crews: window.crews)) }
      let own = records.filter { $0.crew == crew }
      let closures = Set(own.map(\.box)).count
      let allowed = network.rules.parameters.closuresPerCrewAndWindow
      if closures > allowed { report(.crewInTooManyClosures(crew: crew, closures: closures)) }
      let minutes = own.reduce(0) { $0 + $1.minutes }
      if minutes > limit { report(.overTime(crew: crew, minutes: minutes, limit: limit)) }
    }
    for box in Set(records.compactMap(\.box)).sorted() {
      let crews = Set(records.filter { $0.box == box }.map(\.crew)).count
      let work = work(in: box)
      if crews > work.maximumCrews {
        report(.tooManyCrews(closure: work.closure, crews: crews, limit: work.maximumCrews))
      }
    }
  }

  // MARK: Clients

  private mutating func checkPeers() {
    var peers: [Code<Service>: Set<Code<Service>>] = [:]
    for service in network.services.rows {
      guard let other = service.protects, network.services[other] != nil else { continue }
      peers[service.code, default: []].insert(other)
      peers[other, default: []].insert(service.code)
    }
    for move in plan.services {
      let own = peers[move.service] ?? []
      if move.peer.map({ !own.contains($0) }) ?? !own.isEmpty {
        report(.wrongPeer(move.service, announced: move.peer), night: move.night)
      }
    }
  }

  private mutating func checkQuotas() {
    let limit = network.rules.parameters.operatorQuota
    for night in plan.nights where night.night >= firstNight {
      var counts: [String: Int] = [:]
      for move in plan.services where move.night == night.night {
        guard let name = network.services[move.service]?.operatorName, !name.isEmpty else { continue }
        counts[name, default: 0] += 1
      }
      for (name, count) in counts where count > limit {
        report(.overQuota(operatorName: name, services: count, limit: limit), night: night.night)
      }
    }
  }

  private mutating func checkTrays() {
    place = PlanPlace()
    for (box, trays) in freshTrays {
      let work = work(in: box)
      let used = trays.count - (earlierTrays[box]?.count ?? 0)
      if used > work.freeTrays {
        report(.tooFewTrays(closure: work.closure, used: used, free: work.freeTrays))
      }
    }
  }
}
