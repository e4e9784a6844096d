import FibreModel

/// Holds lines from the field against plan and inventory, night by night.
struct AsDoneReconciler {
  let plan: MigrationPlan
  let network: Network
  let lines: [AsDoneLine]
  private(set) var verdicts: [AsDoneVerdict?]
  private(set) var remarks: [AsDoneRemark] = []
  private var state: AsDoneState
  private let rooms: (old: Index<Site>, new: Index<Site>)?
  /// The links of the old room as they were before the import.
  private let live: LiveLinks?

  init(_ lines: [AsDoneLine], of plan: MigrationPlan, on network: Network) {
    self.plan = plan
    self.network = network
    self.lines = lines
    verdicts = lines.map { _ in nil }
    let state = AsDoneState(network)
    self.state = state
    rooms = network.site(named: plan.from.rawValue).flatMap { old in
      network.site(named: plan.to.rawValue).map { (old, $0) }
    }
    live = rooms.map { LiveLinks(state.replay, old: $0.old, new: $0.new) }
  }

  /// Lines that say that something was done, or not, at one position of the plan.
  private struct Claim {
    var line: Int
    var isDone: Bool
    /// Whether a splice elsewhere says that the cut here was made.
    var isCutImplied = false
  }

  mutating func reconciled() -> AsDoneReconciliation {
    var nights: [AsDoneNight] = []
    for (night, members) in Dictionary(grouping: lines.indices, by: { lines[$0].night }).sorted(by: { $0.key < $1.key })
    {
      state.beginNight()
      if let planned = plan.nights.first(where: { $0.night == night }) {
        reconcile(members, with: planned)
      } else {
        for line in members { refuse(line, .noWorkThere(night: night, closure: lines[line].closure)) }
      }
      nights.append(AsDoneNight(night: night, changes: state.edits.map(\.edit)))
    }
    return AsDoneReconciliation(
      lines: lines, verdicts: verdicts.map { $0 ?? .untouched }, nights: nights, remarks: remarks)
  }

  private mutating func refuse(_ line: Int, _ fault: AsDoneFault) { verdicts[line] = .refused(fault) }

  // MARK: One night

  private mutating func reconcile(_ members: [Int], with night: PlanNight) {
    let work = PlannedWork(night)
    var positionOfLine: [Int: Int] = [:]
    for line in members {
      guard work.hasWork(in: lines[line].closure) else {
        refuse(line, .noWorkThere(night: night.night, closure: lines[line].closure))
        continue
      }
      positionOfLine[line] = work.position(of: lines[line])
    }
    refuseOutdatedSheets(members.filter { verdicts[$0] == nil }, positionOfLine, work)
    var claims = claims(of: members.filter { verdicts[$0] == nil }, positionOfLine, work)
    noteMissing(members, claims, positionOfLine, work, night)
    implyCuts(&claims, work)
    carryOut(work, claims, night)
    for (number, claim) in claims.sorted(by: { $0.key < $1.key }) where verdicts[claim.line] == nil {
      guard !claim.isCutImplied else { continue }
      verdicts[claim.line] = claim.isDone ? verdict(of: claim.line, work.positions[number]) : .notDone
    }
    guard let live, let rooms else { return }
    var consequences = AsDoneConsequences(plan: plan, live: live, old: rooms.old, new: rooms.new, state: state)
    consequences.carryOut()
    state = consequences.state
    remarks += consequences.remarks
  }

  // MARK: What lines claim

  /// The claim of each position; lines that make none get their verdict.
  private mutating func claims(
    of members: [Int], _ positionOfLine: [Int: Int], _ work: PlannedWork
  ) -> [Int: Claim] {
    var claims: [Int: Claim] = [:]
    for line in members {
      let content = lines[line]
      guard let number = positionOfLine[line] else {
        verdicts[line] = unplanned(content, work)
        continue
      }
      if content.outcome == .unstated, content.measuredLoss != nil { remarks.append(.notTicked(place: content.place)) }
      guard content.outcome != .unstated else {
        verdicts[line] = .unstated
        continue
      }
      if let other = claims[number] {
        refuse(line, .repeated(other: lines[other.line].place))
      } else if content.outcome == .otherwise, deviations(of: content, work.positions[number]).isEmpty {
        refuse(line, .otherwiseUnsaid)
      } else {
        claims[number] = Claim(line: line, isDone: content.outcome != .notDone)
      }
    }
    return claims
  }

  /// What becomes of a line for which the plan has no work.
  private func unplanned(_ line: AsDoneLine, _ work: PlannedWork) -> AsDoneVerdict {
    if work.isCoilThatLeaves(line) { return .untouched }
    let saysDone = line.outcome == .done || line.outcome == .otherwise
    if line.action == .leave {
      // People tick whole columns: that a line is as it was is no contradiction.
      return isAsBefore(line) ? .untouched : .refused(.untouchable)
    }
    return saysDone ? .refused(.notPlanned) : .unstated
  }

  private func isAsBefore(_ line: AsDoneLine) -> Bool {
    let named = Set([line.a, line.b].compactMap { $0 })
    let contents = state.contents(holder: line.cassette, slot: line.slot)
    return named.isEmpty ? contents.isEmpty : contents.contains(named)
  }

  private mutating func noteMissing(
    _ members: [Int], _ claims: [Int: Claim], _ positionOfLine: [Int: Int], _ work: PlannedWork, _ night: PlanNight
  ) {
    let spoken = Set(positionOfLine.values)
    let returned = Set(members.map { lines[$0].closure })
    for (number, position) in work.positions.enumerated() where !spoken.contains(number) {
      guard returned.contains(position.closure) else { continue }
      remarks.append(
        .lineMissing(
          closure: position.closure, cassette: position.holder, slot: position.slot, night: night.night))
    }
  }

  /// A fibre that was spliced was cut: where no line says so, the cut is made all the same.
  private mutating func implyCuts(_ claims: inout [Int: Claim], _ work: PlannedWork) {
    for (number, claim) in claims.sorted(by: { $0.key < $1.key }) where claim.isDone {
      guard work.positions[number].fill?.action == .splice, let b = lines[claim.line].b,
        let cut = work.cut(freeing: b, besides: number)
      else { continue }
      if let other = claims[cut] {
        guard !other.isDone else { continue }
        if isCutAlready(work.positions[cut]) {
          refuse(other.line, .cutThere(b, other: lines[claim.line].place))
        } else {
          refuse(claim.line, .cutDenied(b, other: lines[other.line].place))
        }
      } else {
        claims[cut] = Claim(line: claim.line, isDone: true, isCutImplied: true)
      }
    }
  }

  private func isCutAlready(_ position: PlannedPosition) -> Bool {
    !state.contents(holder: position.holder, slot: position.slot).contains(position.before)
  }

  // MARK: Lists of the past

  /// Refuses every line of a list that shows a closure as it was, where it has changed since.
  private mutating func refuseOutdatedSheets(
    _ members: [Int], _ positionOfLine: [Int: Int], _ work: PlannedWork
  ) {
    let sheets = Dictionary(grouping: members) { [lines[$0].sheet, lines[$0].closure] }
    for (_, sheet) in sheets.sorted(by: { $0.value[0] < $1.value[0] }) {
      let revision = sheet.compactMap { lines[$0].revision }.min()
      guard revision != network.revision else { continue }
      guard let changed = sheet.first(where: { !isKnown(lines[$0], positionOfLine[$0].map { work.positions[$0] }) })
      else { continue }
      let fault = AsDoneFault.outdated(
        revision: revision, cassette: lines[changed].cassette, slot: lines[changed].slot)
      for line in sheet { refuse(line, fault) }
    }
  }

  /// Whether the position of a line is as before its work, as after it, cut and not filled yet, or as the line says.
  private func isKnown(_ line: AsDoneLine, _ position: PlannedPosition?) -> Bool {
    guard let position else { return line.action != .leave || isAsBefore(line) }
    if position.isCord { return true }
    let contents = state.contents(holder: position.holder, slot: position.slot)
    func isThere(_ ends: Set<AsDoneEnd>) -> Bool { ends.isEmpty ? contents.isEmpty : contents.contains(ends) }
    let isInWork = contents.isEmpty && position.cut.map { !state.areJoined($0.a.asDone, $0.b?.asDone) } ?? false
    return isThere(position.before) || isThere(position.after) || isInWork || isAsBefore(line)
  }
}

// MARK: - Deeds

extension AsDoneReconciler {
  /// Carries out what lines claim, cuts first, since fibres and slots may have been exchanged.
  ///
  /// A line of which a part does not fit is refused as a whole: then all is taken back and done again without it.
  private mutating func carryOut(_ work: PlannedWork, _ claims: [Int: Claim], _ night: PlanNight) {
    let deeds = work.deeds.filter { $0.step.action == .cut } + work.deeds.filter { $0.step.action != .cut }
    let told = remarks.count
    while true {
      var failed: [Int: AsDoneFault] = [:]
      for deed in deeds {
        guard let claim = claims[deed.position], claim.isDone, !isRefused(claim.line), failed[claim.line] == nil,
          !claim.isCutImplied || deed.step.action == .cut
        else { continue }
        do throws(AsDoneFault) {
          let isChanged = try self.deed(deed.step, work.positions[deed.position], claim, night)
          if isChanged, claim.isCutImplied {
            remarks.append(.cutImplied(deed.step.a.asDone, place: lines[claim.line].place))
          }
        } catch {
          failed[claim.line] = error
        }
      }
      guard !failed.isEmpty else { return }
      for (line, fault) in failed { refuse(line, fault) }
      state.takeBackNight()
      remarks.removeLast(remarks.count - told)
    }
  }

  private func isRefused(_ line: Int) -> Bool {
    if case .refused? = verdicts[line] { return true }
    return false
  }

  private mutating func deed(
    _ step: PlanStep, _ position: PlannedPosition, _ claim: Claim, _ night: PlanNight
  ) throws(AsDoneFault) -> Bool {
    let line = lines[claim.line]
    let slot = AsDoneSlot(cassette: line.cassette, number: line.slot)
    if position.isCord { return try cord(step, line, claim.line, position) }
    guard let box = network.box(named: position.closure) else {
      throw .noWorkThere(night: night.night, closure: position.closure)
    }
    switch step.action {
    case .cut:
      // A line that only coils names the old side alone, which may be another than was planned.
      let isOther = !claim.isCutImplied && position.fill?.action == .park && line.a != step.a.asDone
      let a = isOther ? line.a ?? step.a.asDone : step.a.asDone
      return try state.cut(a, from: isOther ? nil : step.b?.asDone, in: box, line: claim.line)
    case .park:
      return try state.park(
        line.a ?? step.a.asDone, at: slot, in: box, night: night.night, line: claim.line, line.facts)
    case .splice:
      guard let a = line.a, let b = line.b else { throw .notPlanned }
      return try state.splice(a, b, at: slot, in: box, night: night.night, line: claim.line, facts(line, position))
    case .open, .patch, .unpatch: return false
    }
  }

  private mutating func cord(
    _ step: PlanStep, _ line: AsDoneLine, _ number: Int, _ position: PlannedPosition
  ) throws(AsDoneFault) -> Bool {
    guard let a = line.a, let b = line.b, let site = network.site(named: position.closure) else { throw .notPlanned }
    guard step.action == .unpatch else { return try state.patch(a, b, in: site, line: number) }
    return try state.unpatch(a, b, isPlanned: position.named == [a, b], line: number)
  }

  /// What the crew says of a splice, and the line itself where it was made otherwise than planned.
  private func facts(_ line: AsDoneLine, _ position: PlannedPosition) -> Attributes {
    let isPlanned = deviations(of: line, position).isEmpty
    guard !isPlanned else { return line.facts }
    return Attributes(line.facts.entries.map { ($0.name, $0.value) } + [(AsDoneFacts.source, line.place)])
  }

  /// What a line that was done comes to: applied, there already, or otherwise than planned.
  private mutating func verdict(of line: Int, _ position: PlannedPosition) -> AsDoneVerdict {
    let content = lines[line]
    if let loss = content.measuredLoss, position.fill?.action == .splice {
      let limit = network.rules.optical.fusionSpliceLimit
      if loss > limit {
        remarks.append(.lossOverLimit(loss, limit: limit, place: content.place, closure: content.closure))
      }
    }
    guard state.edits.contains(where: { $0.line == line }) else { return .already }
    let deviations = deviations(of: content, position)
    return deviations.isEmpty ? .applied : .deviates(deviations)
  }

  /// How a line differs from what was planned at its position.
  private func deviations(of line: AsDoneLine, _ position: PlannedPosition) -> [AsDoneDeviation] {
    var deviations: [AsDoneDeviation] = []
    let done = [line.a, line.b].compactMap { $0 }
    let new = done.filter { !position.named.contains($0) }
    let gone = [position.fill ?? position.cut ?? position.unpatch].compactMap { $0 }
      .flatMap { [$0.a, $0.b].compactMap { $0?.asDone } }.filter { position.named.contains($0) && !done.contains($0) }
    for (planned, actual) in zip(gone, new) { deviations.append(.fibre(planned: planned, done: actual)) }
    if !position.isCord, line.cassette != position.holder || line.slot != position.slot {
      deviations.append(
        .slot(
          plannedCassette: position.holder, plannedSlot: position.slot, cassette: line.cassette, slot: line.slot))
    }
    return deviations
  }
}

extension AsDoneLine {
  /// The sheet of its file.
  var sheet: String { String(place.prefix(upTo: place.lastIndex(of: ":") ?? place.endIndex)) }

  /// What the crew says beyond that it was done.
  fileprivate var facts: Attributes {
    Attributes([
      (AsDoneFacts.measuredLoss, measuredLoss.map { AsDoneFacts.text($0) } ?? ""), (AsDoneFacts.doneBy, doneBy),
      (AsDoneFacts.doneAt, doneAt), (AsDoneFacts.remark, remark),
    ])
  }
}
