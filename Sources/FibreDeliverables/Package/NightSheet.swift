import FibreDiagrams
import FibreModel
import FibrePlanning

/// One night on paper: who works where and when, until when work may begin, what is checked, and the way back.
struct NightSheet {
  let night: PlanNight
  /// Lists of the night, closures then rooms.
  let lists: [SpliceList]
  let moves: [ServiceMove]
  let network: Network
  let revision: Int
  let date: Int
  let language: Language

  func deliverable() throws(DeliverableError) -> Deliverable {
    let number = night.night < 10 ? "0\(night.night)" : String(night.night)
    return Deliverable(name: "night-\(number).pdf", bytes: try pdf())
  }

  private func pdf() throws(DeliverableError) -> [UInt8] {
    let report = Report(
      title: title, facts: facts, sections: sections, footer: "\(title) · \(Term.revision.label(language)) \(revision)",
      language: language, isLandscape: true, cellSize: 7, date: date)
    let canvas = try PDFCanvas(width: report.paper.width, height: report.paper.height, title: title, date: date)
    return try canvas.bytes(of: report.pages(on: canvas), report.paper, footer: report.footer, language)
  }

  private var title: String { "\(Term.night.label(language)) \(night.night) · \(night.date.longText(language))" }

  private var window: WorkWindow? { network.rules.windows.first { $0.number == night.night } }

  private var facts: [Report.Fact] {
    guard let window else { return [] }
    let hours = "\(Clock.text(window.startMinute)) – \(Clock.text(window.startMinute + window.minutes))"
    let eve = window.nightText(language).map { " (\($0))" } ?? ""
    return [
      Report.Fact(label: Term.window.label(language), value: hours + eve),
      Report.Fact(label: "\(Term.reserve.label(language)) (min)", value: String(window.reserveMinutes)),
      Report.Fact(label: Term.servicesTouched.label(language), value: String(moves.count)),
    ]
  }

  private var sections: [Report.Section] {
    [scheduleSection, roomSection].compactMap { $0 }
      + [
        Report.testSection(ServiceCheck.all(moves, in: network), language),
        Report.limitSection(network.rules.optical.fusionSpliceLimit, language),
      ]
      + wayBacks.map { list, way in
        var section = way.section(language)
        section.heading = (section.heading ?? "") + " · \(list.place)"
        return section
      }
      + lists.compactMap { list in
        list.roomWayBack.map { way in
          var section = way.section(language)
          section.heading = (section.heading ?? "") + " · \(list.place)"
          section.facts = way.facts(language)
          return section
        }
      }
  }

  /// In order of crew.
  private var wayBacks: [(list: SpliceList, way: WayBack)] {
    lists.flatMap { list in (list.facts?.wayBacks ?? []).map { (list, $0) } }
      .sorted { ($0.1.crew, $0.0.place) < ($1.1.crew, $1.0.place) }
  }
}

// MARK: - What happens when

extension NightSheet {
  private var scheduleSection: Report.Section {
    let columns: [(PackageTerm, Double, Bool)] = [
      (.crew, 10, false), (.place, 26, false), (.streets, 50, false), (.start, 12, false), (.plannedEnd, 14, false),
      (.goNoGo, 14, false), (.wayBackBy, 16, false), (.minutes, 10, true), (.wayBackMinutes, 22, false),
      (.work, 60, false),
    ]
    return Report.Section(
      heading: PackageTerm.schedule.label(language), drawing: timeline,
      table: Report.Table(columns: SpliceList.columns(columns, language), rows: wayBacks.map(row)))
  }

  private func row(_ list: SpliceList, _ way: WayBack) -> [Report.Cell] {
    let access = list.facts?.access
    let place = ((access?.streets ?? []) + [access?.commune ?? ""]).filter { !$0.isEmpty }.joined(separator: " / ")
    let work = SpliceAction.allCases.map { ($0, list.count($0)) }.filter { $0.1 > 0 && $0.0 != .leave }
      .map { "\($0.0.label(language)) \($0.1)" }.joined(separator: ", ")
    return [
      Report.Cell(String(way.crew), isStrong: true), Report.Cell(list.place, isStrong: true), Report.Cell(place),
      Report.Cell(Clock.text(way.startMinute)), Report.Cell(Clock.text(way.plannedEndMinute)),
      Report.Cell(way.goNoGoMinute.map(Clock.text) ?? "–", isStrong: true),
      Report.Cell(Clock.text(way.mustBeginMinute), isStrong: true),
      Report.Cell(way.plannedEndMinute - way.startMinute),
      Report.Cell("\(way.longestMinutes) / \(way.reserveMinutes)"), Report.Cell(work),
    ]
  }

  private var timeline: Drawing? {
    guard let window else { return nil }
    let lines = wayBacks.map { timelineLine($0.list.place, $0.way) }
    return NightTimeline(start: window.startMinute, end: window.startMinute + window.minutes, lines: lines)
      .drawing(width: 785, language)
  }

  private func timelineLine(_ place: String, _ way: WayBack) -> NightTimeline.Line {
    let tubes = way.tubes.reversed()
    let begin = tubes.first?.startMinute ?? way.startMinute
    let end = tubes.last.map { $0.startMinute + $0.workMinutes } ?? begin
    let bars =
      [NightTimeline.Bar(.setup, start: way.startMinute, minutes: begin - way.startMinute)]
      + tubes.map {
        .init(.tube, start: $0.startMinute, minutes: $0.workMinutes, label: "\($0.first.owner) T\($0.number)")
      }
      + [.init(.close, start: end, minutes: way.plannedEndMinute - end)]
    return NightTimeline.Line(
      name: "\(PackageTerm.crew.label(language)) \(way.crew) · \(place)", bars: bars, goNoGo: way.goNoGoMinute,
      wayBackBy: way.mustBeginMinute)
  }

  /// Patching in rooms, by a technician who is no crew.
  private var roomSection: Report.Section? {
    let rooms = lists.filter(\.isRoom)
    guard !rooms.isEmpty else { return nil }
    let columns: [(PackageTerm, Double, Bool)] = [
      (.place, 40, false), (.work, 60, false), (.servicesCount, 24, true), (.sheet, 60, false),
    ]
    let rows = rooms.map { room in
      let work = [SpliceAction.unpatch, .patch].map { "\($0.label(language)) \(room.count($0))" }
      return [
        Report.Cell(room.placeName.isEmpty ? room.place : "\(room.place) – \(room.placeName)", isStrong: true),
        Report.Cell(work.joined(separator: ", ")), Report.Cell(room.servicesTouched.count),
        Report.Cell("\(room.fileName).pdf"),
      ]
    }
    return Report.Section(
      heading: PackageTerm.rooms.label(language),
      table: Report.Table(columns: SpliceList.columns(columns, language), rows: rows))
  }
}
