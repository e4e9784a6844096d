import FibreModel
import FibrePlanning

extension PlanCertificate {
  /// Moved services by class and verdict; the last row adds up to the services moved.
  func perClass(_ language: Language) -> Report.Section {
    let verdicts = OpticalVerdict.allCases
    func counts(_ moves: [ServiceMove]) -> [Report.Cell] {
      verdicts.map { verdict in Report.Cell(moves.count { $0.verdict == verdict }) } + [Report.Cell(moves.count)]
    }
    var rows = ServiceClass.allCases.map { one in
      [Report.Cell(one.label(language))]
        + counts(plan.services.filter { network.services[$0.service]?.serviceClass == one })
    }
    rows.append([Report.Cell(Term.total.label(language), isStrong: true)] + counts(plan.services))
    let columns =
      [Report.Column(title: Term.serviceClass.label(language), width: 14)]
      + verdicts.map { Report.Column(title: $0.label(language), width: 12, isNumeric: true) }
      + [Report.Column(title: Term.total.label(language), width: 10, isNumeric: true)]
    return Report.Section(
      heading: Term.perClass.label(language), table: Report.Table(columns: columns, rows: rows))
  }

  func perNight(_ language: Language) -> Report.Section {
    var rows = plan.nights.map { night in
      let visits = night.visits.filter { $0.crew > 0 }
      let closures = Set(visits.map(\.closure)).sorted()
      return [
        Report.Cell(night.night), Report.Cell(night.date.text(language)),
        Report.Cell(closures.joined(separator: ", ")), Report.Cell(visits.count), Report.Cell(Self.splices(night)),
        Report.Cell(plan.services.count { $0.night == night.night }), Report.Cell(rollBackMinutes[night.night]),
      ]
    }
    let crews = plan.nights.reduce(0) { $0 + $1.visits.count { $0.crew > 0 } }
    rows.append([
      Report.Cell(Term.total.label(language), isStrong: true), Report.Cell(""), Report.Cell(""), Report.Cell(crews),
      Report.Cell(plan.nights.reduce(0) { $0 + Self.splices($1) }), Report.Cell(plan.services.count), Report.Cell(""),
    ])
    return Report.Section(
      heading: Term.perNight.label(language),
      table: Report.Table(
        columns: columns(
          [(.night, 7), (.date, 12), (.closures, 30)], [.crewNights, .splices, .servicesMoved, .rollBack], language),
        rows: rows))
  }

  private static func splices(_ night: PlanNight) -> Int {
    night.visits.reduce(0) { $0 + $1.steps.count { $0.action == .splice } }
  }

  private func columns(_ words: [(Term, Double)], _ numbers: [Term], _ language: Language) -> [Report.Column] {
    words.map { Report.Column(title: $0.0.label(language), width: $0.1) }
      + numbers.map { Report.Column(title: $0.label(language), width: 10, isNumeric: true) }
  }

  /// Services whose optics are at their limit or beyond it, worst first.
  func traps(_ language: Language) -> Report.Section {
    let moves = plan.services.filter { $0.verdict != .ok }.sorted {
      ($1.verdict, $0.service) < ($0.verdict, $1.service)
    }
    guard !moves.isEmpty else {
      return Report.Section(heading: Term.traps.label(language), notes: [Term.noTraps.label(language)])
    }
    let outcomes = Dictionary(uniqueKeysWithValues: optics.outcomes.map { ($0.service, $0) })
    let rows = moves.map { move in
      let service = network.services[move.service]
      let optics = service?.optics.flatMap { network.optics[$0] }
      let outcome = outcomes[move.service]
      let limits = outcome?.states.last?.check.limits ?? []
      return [
        Report.Cell(move.service.rawValue), Report.Cell(service?.client ?? ""),
        Report.Cell(optics?.code.rawValue ?? ""), Report.Cell(move.verdict.label(language), isStrong: true),
        Report.Cell(limits.map { $0.label(language) }.joined(separator: ", ")),
        Report.Cell(OpticsTable.text(of: outcome?.mends ?? [], language)),
        Report.Cell(move.night), cell(move.before.loss, language), cell(move.after.loss, language),
        cell(optics?.minimumLoss, language), cell(optics?.budget, language), cell(move.after.length, language),
      ]
    }
    return Report.Section(
      heading: Term.traps.label(language), notes: [Term.trapsNote.label(language)],
      table: Report.Table(
        columns: columns(
          [(.service, 20), (.client, 18), (.optics, 10), (.verdict, 12), (.limitingTerm, 14), (.mend, 30)],
          [.night, .lossBefore, .lossAfter, .minimumLoss, .budget, .lengthAfter], language),
        rows: rows))
  }

  /// Links that would not work well while they go over the tie.
  func tie(_ language: Language) -> Report.Section {
    let worse = overTie.filter { $0.route.verdict != .ok }
    let note = (overTie.isEmpty ? Term.tieUnused : worse.isEmpty ? .tieHolds : .tieNote).label(language)
    guard !worse.isEmpty else { return Report.Section(heading: Term.tie.label(language), notes: [note]) }
    let rows = worse.map { one in
      [
        Report.Cell(one.route.service.rawValue), Report.Cell(one.route.verdict.label(language), isStrong: true),
        Report.Cell(one.night), cell(one.route.figures.length, language), cell(one.route.figures.loss, language),
      ]
    }
    return Report.Section(
      heading: Term.tie.label(language), notes: [note],
      table: Report.Table(
        columns: columns([(.service, 24), (.verdict, 14)], [.night, .lengthOverTie, .lossOverTie], language), rows: rows
      ))
  }

  func notMoved(_ language: Language) -> Report.Section {
    guard !plan.notMoved.isEmpty else {
      return Report.Section(heading: Term.notMoved.label(language), notes: [Term.nothingNotMoved.label(language)])
    }
    let rows = plan.notMoved.map { [Report.Cell($0.service), Report.Cell($0.reason.label(language))] }
    return Report.Section(
      heading: "\(Term.notMoved.label(language)) (\(plan.notMoved.count))",
      table: Report.Table(columns: columns([(.service, 24), (.reason, 60)], [], language), rows: rows))
  }

  func services(_ language: Language) -> Report.Section {
    let rows = plan.services.map { move in
      let service = network.services[move.service]
      return [
        Report.Cell(move.service.rawValue), Report.Cell(service?.serviceClass.label(language) ?? ""),
        Report.Cell(move.peer?.rawValue ?? ""),
        Report.Cell(move.verdict.label(language), isStrong: move.verdict != .ok),
        Report.Cell(move.night), Report.Cell(move.outageMinutes), cell(move.before.length, language),
        cell(move.after.length, language), cell(move.before.loss, language), cell(move.after.loss, language),
      ]
    }
    return Report.Section(
      heading: "\(Term.perService.label(language)) (\(rows.count))",
      table: Report.Table(
        columns: columns(
          [(.service, 20), (.serviceClass, 9), (.peer, 20), (.verdict, 12)],
          [.night, .outage, .lengthBefore, .lengthAfter, .lossBefore, .lossAfter], language),
        rows: rows))
  }

  private func cell(_ loss: Loss?, _ language: Language) -> Report.Cell {
    loss.map { Report.Cell($0.decibelsText(language), number: $0.decibels, decimals: 2) } ?? Report.Cell("")
  }

  private func cell(_ length: Length, _ language: Language) -> Report.Cell {
    Report.Cell(length.kilometresText(language), number: length.kilometres, decimals: 3)
  }
}
