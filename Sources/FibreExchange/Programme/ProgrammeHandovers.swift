import FibreModel
import FibreProgramme

extension ProgrammeReading {
  /// One row: a zone in a lot, and an answer for it if there is one.
  private struct HandoverLine {
    let row: ProgrammeRow
    let presentedOn: CalendarDate
    let zone: HandoverLot.Zone
    let answer: (isAccepted: Bool, date: CalendarDate, reason: String)?
  }

  /// The lots in order of their first row; several answers for a zone are several rows.
  mutating func handovers(
    of zones: Set<String>, _ reserves: [String: [Reserve]]
  ) throws(ProgrammeFolderError) -> [HandoverLot] {
    var lines: [String: [HandoverLine]] = [:]
    var order: [String] = []
    try each(.handovers) { row throws(RowFault) in
      guard zones.contains(row.text("zone")) else { throw .unknown(column: "zone") }
      let line = try Self.line(row)
      if lines[row.name] == nil { order.append(row.name) }
      if let first = lines[row.name]?.first, first.presentedOn != line.presentedOn {
        throw .unreadable(column: "presentedOn")
      }
      lines[row.name, default: []].append(line)
    }
    return order.compactMap { lot($0, lines[$0] ?? [], reserves) }
  }

  private static func line(_ row: ProgrammeRow) throws(RowFault) -> HandoverLine {
    let second = row.text("second")
    guard ["yes", "no", ""].contains(second) else { throw .unreadable(column: "second") }
    let zone = HandoverLot.Zone(
      zone: row.text("zone"), contractor: row.text("contractor"), plugs: try row.count("plugs"),
      isSecondPresentation: second == "yes")
    let presented = try row.day("presentedOn")
    let answer = row.text("answer")
    guard ["accepted", "refused", ""].contains(answer) else { throw .unreadable(column: "answer") }
    guard !answer.isEmpty else { return HandoverLine(row: row, presentedOn: presented, zone: zone, answer: nil) }
    return HandoverLine(
      row: row, presentedOn: presented, zone: zone,
      answer: (answer == "accepted", try row.day("answeredOn"), row.text("reason")))
  }

  private mutating func lot(
    _ code: String, _ lines: [HandoverLine], _ reserves: [String: [Reserve]]
  ) -> HandoverLot? {
    guard let first = lines.first else { return nil }
    var zones: [HandoverLot.Zone] = []
    for line in lines where !zones.contains(where: { $0.zone == line.zone.zone }) { zones.append(line.zone) }
    do throws(HandoverLot.Refusal) {
      var lot = try HandoverLot(code: code, presentedOn: first.presentedOn, zones: zones, reserves: reserves)
      for line in lines {
        guard let answer = line.answer else { continue }
        do throws(HandoverLot.Refusal) {
          try lot.answer(
            zone: line.zone.zone, isAccepted: answer.isAccepted, on: answer.date, reason: answer.reason)
        } catch {
          add(line.row.finding(.refused(error.sentence)))
        }
      }
      return lot
    } catch {
      add(first.row.finding(.refused(error.sentence)))
      return nil
    }
  }

  mutating func attempts() throws(ProgrammeFolderError) -> [ConnectionAttempt] {
    var attempts: [ConnectionAttempt] = []
    try each(.attempts) { row throws(RowFault) in
      guard !row.name.isEmpty else { throw .unreadable(column: "order") }
      let cause = FailureCause(rawValue: row.text("verified"))
      guard row.isEmpty("verified") || cause != nil else { throw .unreadable(column: "verified") }
      attempts.append(
        ConnectionAttempt(
          order: row.name, number: try row.count("attempt"), date: try row.day("date"),
          outcome: row.isEmpty("code") ? .success : .failure(FailureCode(row.text("code"))), verifiedCause: cause,
          address: row.text("address"), distributionPoint: row.text("distributionPoint"),
          contractor: row.text("contractor"), handedOverOn: try row.dayIfStated("handedOverOn")))
    }
    return attempts
  }

  /// What can't be sold for now, in the order of the file; one address may be frozen several times.
  mutating func freezes() throws(ProgrammeFolderError) -> [Freeze] {
    var freezes: [Freeze] = []
    var seen: Set<Freeze> = []
    try each(.freezes) { row throws(RowFault) in
      guard !row.name.isEmpty else { throw .unreadable(column: "address") }
      let freeze = Freeze(
        address: row.name, reason: try row.word("reason"), from: try row.day("from"),
        expectedEnd: try row.dayIfStated("expectedEnd"), endedOn: try row.dayIfStated("endedOn"),
        evidence: row.text("evidence"))
      guard seen.insert(freeze).inserted else { throw .repeated }
      freezes.append(freeze)
    }
    return freezes
  }
}
