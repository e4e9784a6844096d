public import FibreModel

extension AddressSnapshot {
  /// Communes that the territory does not know or that have ended, and cabinets that serve several. O(lines).
  ///
  /// - Parameter geography: Nothing says nothing of communes.
  public func placeFindings(on geography: Geography?) -> [Finding] {
    var addresses: [String: Int] = [:]
    var communes: [String: Set<String>] = [:]
    // Neighbours mostly lie in one commune behind one cabinet.
    var last: (line: AddressLine, count: Int)?
    func count() {
      guard let last else { return }
      addresses[last.line.commune, default: 0] += last.count
      if !last.line.cabinet.isEmpty { communes[last.line.cabinet, default: []].insert(last.line.commune) }
    }
    for line in lines where line.state != .abandoned {
      if let run = last, run.line.commune == line.commune, run.line.cabinet == line.cabinet {
        last?.count += 1
      } else {
        count()
        last = (line, 1)
      }
    }
    count()
    let ofCommunes = geography.map { geography in
      addresses.compactMap { Self.finding(on: $0.key, count: $0.value, geography, source: source) }
    }
    let ofCabinets = communes.filter { $0.value.count > 1 }.map { cabinet, communes in
      Finding(
        rule: "cabinet.several-communes", severity: .info, place: source, code: cabinet,
        message:
          "It serves \(communes.sorted().joined(separator: ", ")); its plugs count in the commune of their address.")
    }
    return ((ofCommunes ?? []) + ofCabinets).sorted(by: Finding.inOrder)
  }

  private static func finding(on commune: String, count: Int, _ geography: Geography, source: String) -> Finding? {
    guard let now = geography.currentCommune(of: commune) else {
      return Finding(
        rule: "commune.unknown", severity: .error, place: source, code: commune,
        message: "\(count) addresses have a commune that the geography does not know. They are counted under its code.")
    }
    guard now.code != commune else { return nil }
    return Finding(
      rule: "commune.ended", severity: .info, place: source, code: commune,
      message: "\(count) addresses have the code of a commune that has ended; they count in \(now.code).")
  }
}
