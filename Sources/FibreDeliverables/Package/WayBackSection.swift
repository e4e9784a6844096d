import FibreModel
import FibrePlanning

extension WayBack {
  /// The way back of one crew: a band for each tube, the one worked on last first, and a line for each fibre.
  func section(_ language: Language) -> Report.Section {
    let columns: [(PackageTerm, Double, Bool)] = [
      (.order, 8, true), (.keptFibre, 34, false), (.undo, 56, false), (.redo, 56, false), (.service, 30, false),
      (.minutes, 10, true), (.sum, 12, true), (.done, 10, false),
    ]
    var (rows, bands): ([[Report.Cell]], [Int: String]) = ([], [:])
    for tube in tubes {
      bands[rows.count] = band(of: tube, language)
      var sum = 0
      for move in tube.moves {
        sum += move.minutes
        rows.append(row(move, number: rows.count + 1, sum: sum))
      }
    }
    let crew = "\(PackageTerm.crew.label(language)) \(crew)"
    return Report.Section(
      heading: "\(PackageTerm.wayBack.label(language)) · \(crew)", notes: [PackageTerm.wayBackNote.label(language)],
      facts: Clock.wayBackFacts(by: mustBeginMinute, longest: longestMinutes, reserve: reserveMinutes, language),
      table: Report.Table(columns: SpliceList.columns(columns, language), rows: rows, bands: bands))
  }

  private func band(of tube: Tube, _ language: Language) -> String {
    let start = "\(PackageTerm.start.label(language).lowercased()) \(Clock.text(tube.startMinute))"
    let latest = "\(PackageTerm.goNoGo.label(language)) \(Clock.text(tube.lastStartMinute))"
    return "\(tube.first.owner) T\(tube.number) · \(start) · \(tube.workMinutes) min · \(latest) · "
      + "\(PackageTerm.wayBackBy.label(language).lowercased()) \(tube.minutes) / \(reserveMinutes) min"
  }

  private func row(_ move: Move, number: Int, sum: Int) -> [Report.Cell] {
    [
      Report.Cell(number), Report.Cell("\(move.kept)", isStrong: true),
      Report.Cell(move.made.map(Self.text) ?? "–"), Report.Cell(Self.text(move.former)),
      Report.Cell(move.service?.rawValue ?? "–"), Report.Cell(move.minutes), Report.Cell(sum), .box,
    ]
  }

  private static func text(_ place: Place) -> String {
    let slot = place.slot.map { " · \($0)" } ?? ""
    return "\(place.end)" + (place.cassette.map { " (\($0)\(slot))" } ?? "")
  }
}

extension RoomWayBack {
  /// The way back of a room: a band for each tube, the one worked on last first, and a line for each cord.
  func section(_ language: Language) -> Report.Section {
    let columns: [(PackageTerm, Double, Bool)] = [
      (.order, 8, true), (.undo, 60, false), (.again, 60, false), (.minutes, 10, true), (.sum, 12, true),
      (.done, 10, false),
    ]
    var (rows, bands): ([[Report.Cell]], [Int: String]) = ([], [:])
    for part in parts {
      bands[rows.count] = band(of: part, language)
      var sum = 0
      for cord in part.cords {
        sum += cord.minutes
        let text = "\(cord.a) – \(cord.b)"
        rows.append([
          Report.Cell(rows.count + 1), Report.Cell(cord.action == .unpatch ? text : "–", isStrong: true),
          Report.Cell(cord.action == .patch ? text : "–", isStrong: true), Report.Cell(cord.minutes), Report.Cell(sum),
          .box,
        ])
      }
    }
    return Report.Section(
      heading: PackageTerm.wayBack.label(language), notes: [PackageTerm.roomWayBackNote.label(language)],
      table: Report.Table(columns: SpliceList.columns(columns, language), rows: rows, bands: bands))
  }

  /// Until when a tube may be begun, until when its way back, and what that takes.
  func facts(_ language: Language) -> [Report.Fact] {
    let goNoGo = Report.Fact(
      label: "\(PackageTerm.goNoGo.label(language)), \(PackageTerm.goNoGoHint.label(language))",
      value: goNoGoMinute.map(Clock.text) ?? "–")
    return [goNoGo]
      + Clock.wayBackFacts(by: mustBeginMinute, longest: longestMinutes, reserve: reserveMinutes, language)
  }

  private func band(of part: Part, _ language: Language) -> String {
    let minutes = "\(PackageTerm.wayBackBy.label(language).lowercased()) \(part.minutes) / \(reserveMinutes) min"
    guard let tube = part.tube, let closure = part.closure else {
      return "\(PackageTerm.noTube.label(language)) · \(minutes)"
    }
    return "\(tube.first.owner) T\(tube.number) · \(closure) · \(PackageTerm.crew.label(language).lowercased()) "
      + "\(part.crew) · \(PackageTerm.goNoGo.label(language)) \(Clock.text(tube.lastStartMinute)) · \(minutes)"
  }
}

/// Times of day.
enum Clock {
  /// `23:30`; a window may run past midnight, and what lies before it counts from the day before.
  static func text(_ minute: Int) -> String {
    let minute = ((minute % 1440) + 1440) % 1440
    let (hours, minutes) = (minute / 60, minute % 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  /// Until when a way back must begin, and what it takes of its reserve, in minutes.
  fileprivate static func wayBackFacts(
    by latest: Int, longest: Int, reserve: Int, _ language: Language
  ) -> [Report.Fact] {
    [
      Report.Fact(
        label: "\(PackageTerm.wayBackBy.label(language)), \(PackageTerm.wayBackHint.label(language))",
        value: text(latest)),
      Report.Fact(
        label: Term.rollBack.label(language),
        value: "\(longest) / \(Term.reserve.label(language).lowercased()) \(reserve)"),
    ]
  }
}
