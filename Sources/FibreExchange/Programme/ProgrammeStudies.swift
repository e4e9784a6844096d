import FibreModel
import FibreProgramme

extension ProgrammeReading {
  private struct StudyKey: Hashable {
    let zone: String
    let kind: StudyDeliverable.Kind
  }

  /// The studies with their versions, in the order of the file.
  mutating func studies(of zones: Set<String>) throws(ProgrammeFolderError) -> [StudyDeliverable] {
    var studies: [StudyDeliverable] = []
    var offsets: [StudyKey: Int] = [:]
    var withdrawals: [(study: Int, date: CalendarDate, row: ProgrammeRow)] = []
    try each(.studies) { row throws(RowFault) in
      let key = StudyKey(zone: row.text("zone"), kind: try row.word("kind"))
      guard zones.contains(key.zone) else { throw .unknown(column: "zone") }
      guard offsets[key] == nil else { throw .repeated }
      let withdrawn = try row.dayIfStated("withdrawnOn")
      let study = StudyDeliverable(
        zone: key.zone, kind: key.kind, contractor: row.text("contractor"), dueOn: try row.day("dueOn"),
        plugs: try row.count("plugs"))
      if let withdrawn { withdrawals.append((studies.count, withdrawn, row)) }
      offsets[key] = studies.count
      studies.append(study)
    }
    try each(.studyVersions) { row throws(RowFault) in
      let key = StudyKey(zone: row.text("zone"), kind: try row.word("kind"))
      guard let offset = offsets[key] else { throw .unknown(column: "zone") }
      studies[offset] = try Self.version(row, of: studies[offset])
    }
    for (offset, date, row) in withdrawals {
      do throws(StudyDeliverable.Refusal) { try studies[offset].withdraw(on: date) } catch {
        add(row.finding(.refused(error.sentence)))
      }
    }
    return studies
  }

  private static func version(
    _ row: ProgrammeRow, of study: StudyDeliverable
  ) throws(RowFault) -> StudyDeliverable {
    var study = study
    guard try row.count("version") == study.versions.count + 1 else { throw .unreadable(column: "version") }
    var found = StudyDeliverable.Findings()
    found.blocking = try row.count("blocking")
    found.major = try row.count("major")
    found.minor = try row.count("minor")
    found.info = try row.count("info")
    let (deposited, decided) = (try row.day("depositedOn"), try row.dayIfStated("decidedOn"))
    let decision: StudyDeliverable.Decision? = row.isEmpty("decision") ? nil : try row.word("decision")
    guard (decision == nil) == (decided == nil) else { throw .unreadable(column: "decidedOn") }
    do throws(StudyDeliverable.Refusal) {
      try study.deposit(on: deposited, fingerprint: row.text("fingerprint"))
      if let decision, let decided {
        try study.decide(decision, on: decided, controller: row.text("controller"), findings: found)
      }
    } catch {
      throw .refused(error.sentence)
    }
    return study
  }

  mutating func reserves(of zones: Set<String>) throws(ProgrammeFolderError) -> [String: [Reserve]] {
    var reserves: [String: [Reserve]] = [:]
    try each(.reserves) { row throws(RowFault) in
      let zone = row.text("zone")
      guard zones.contains(zone) else { throw .unknown(column: "zone") }
      let code = row.text("reserve")
      guard !(reserves[zone, default: []].contains { $0.code == code }) else { throw .repeated }
      var reserve = Reserve(
        code: code, severity: try row.word("severity"), object: row.text("object"),
        openedOn: try row.day("openedOn"), dueOn: try row.dayIfStated("dueOn"))
      let changed = try row.day("changedOn")
      let state: Reserve.State = try row.word("state")
      do throws(Reserve.Refusal) {
        for step in Self.way(to: state) { try reserve.move(to: step, on: changed) }
      } catch {
        throw .refused(error.sentence)
      }
      reserves[zone, default: []].append(reserve)
    }
    return reserves
  }

  /// The steps by which a reserve comes to a state.
  private static func way(to state: Reserve.State) -> [Reserve.State] {
    switch state {
    case .open: []
    case .corrected: [.corrected]
    case .lifted: [.corrected, .lifted]
    case .contested: [.corrected, .contested]
    case .cancelled: [.corrected, .contested, .cancelled]
    }
  }
}
