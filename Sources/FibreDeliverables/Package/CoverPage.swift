import FibreDiagrams
import FibreModel
import FibrePlanning

/// The first page of a package: what a crew must see in the rain, in large type, with a map and the revision mark.
struct CoverPage {
  let list: SpliceList
  let facts: ClosureFacts
  let mark: RevisionMark
  let sketch: PlaceSketch
  let language: Language

  private static let (width, height, margin) = (841.89, 595.276, 28.0)
  private static let column = 506.0
  private static let bottom = 562.0

  /// The page; what is said is set smaller, evenly, where names are too long for it.
  func drawing() throws(DeliverableError) -> Drawing {
    var page = Drawing(width: Self.width, height: Self.height)
    let x = Self.margin + Self.column + 16
    let side = Self.width - Self.margin - x
    let code = try mark.code(side: 96)
    page.add(sketch.drawing(width: side, height: Self.bottom - 104 - Self.margin), at: Spot(x, Self.margin))
    page.add(code, at: Spot(x + side - 96, Self.bottom - 96))
    paintMark(on: &page, x: x, width: side - 100)
    page.add(column(scale: scale()), at: Spot(Self.margin, Self.margin))
    return page
  }

  private func paintMark(on page: inout Drawing, x: Double, width: Double) {
    var y = Self.bottom - 84
    page.add(.text(DrawnText(PackageTerm.mark.label(language), Spot(x, y), size: 8)))
    for line in TextWrap.lines(mark.text, width: width, size: 10, isBold: true) {
      y += 13
      page.add(.text(DrawnText(line, Spot(x, y), size: 10, isBold: true)))
    }
    page.add(
      .text(
        DrawnText("\(Term.revision.label(language)) \(list.revision)", Spot(x, y + 14), size: 8)))
  }

  /// The largest of some scales at which the column fits.
  private func scale() -> Double {
    let room = Self.bottom - Self.margin
    return stride(from: 1.4, through: 0.3, by: -0.05).first { column(scale: $0).height <= room } ?? 0.25
  }

  // MARK: The column

  private func column(scale: Double) -> Drawing {
    var flow = CoverFlow(width: Self.column, scale: scale)
    flow.text(PackageTerm.package.label(language).uppercased(), size: 11, isBold: true)
    flow.text(list.place, size: 40, isBold: true)
    flow.text(placeText, size: 15)
    flow.text(supportText, size: 13)
    flow.space(4)
    flow.text("\(Term.night.label(language)) \(list.night) · \(list.date.longText(language))", size: 21, isBold: true)
    if let night = list.window?.nightText(language) { flow.text(night, size: 12) }
    flow.space(5)
    flow.boxes(times)
    flow.space(5)
    for line in crewTexts { flow.text(line, size: 11) }
    flow.space(4)
    flow.text(workText, size: 15, isBold: true)
    flow.text(servicesText, size: 13)
    if !list.tubesToOpen.isEmpty { flow.text(tubesText, size: 11, isBold: true) }
    flow.space(8)
    flow.blanks([PackageTerm.supervisor, .phone].map { $0.label(language) })
    flow.space(8)
    flow.text(PackageTerm.stopTitle.label(language).uppercased(), size: 12, isBold: true)
    for stop in [PackageTerm.stop1, .stop2, .stop3] { flow.text("• \(stop.label(language))", size: 11) }
    flow.text(Term.leaveNote.label(language), size: 11)
    return flow.finished()
  }

  private var placeText: String {
    let streets = facts.access.streets.joined(separator: " / ")
    let parts = [list.placeName, streets, facts.access.commune].filter { !$0.isEmpty }
    return parts.isEmpty ? PackageTerm.unknownAddress.label(language) : parts.joined(separator: ", ")
  }

  private var supportText: String {
    let kind = facts.access.kind?.label(language) ?? ""
    let support = [kind, facts.access.support].filter { !$0.isEmpty }.joined(separator: " ")
    let place = facts.access.position.map { point in
      "\(PackageTerm.coordinates.label(language)) E \(Self.metres(point.x)) N \(Self.metres(point.y))"
    }
    return [support, place ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func metres(_ millimetres: Int64) -> String {
    Decimals.rounded(millimetres, scale: 3, decimals: 0, separator: ",")
  }

  private var times: [(label: String, value: String, hint: String)] {
    guard let first = facts.wayBacks.first else {
      return [(PackageTerm.start.label(language), "?", PackageTerm.unknownWindow.label(language))]
    }
    let go = facts.wayBacks.compactMap(\.goNoGoMinute).min()
    let planned = facts.wayBacks.map(\.plannedEndMinute).max() ?? first.endMinute
    return [
      (PackageTerm.start.label(language), Clock.text(first.startMinute), ""),
      (PackageTerm.goNoGo.label(language), go.map(Clock.text) ?? "–", PackageTerm.goNoGoHint.label(language)),
      (
        PackageTerm.wayBackBy.label(language), Clock.text(first.mustBeginMinute),
        PackageTerm.wayBackHint.label(language)
      ),
      (
        PackageTerm.end.label(language), Clock.text(first.endMinute),
        "\(PackageTerm.plannedEnd.label(language)) \(Clock.text(planned))"
      ),
    ]
  }

  /// `Équipe 2 : 287 min, fin prévue 04:47 · go / no-go 03:11 · cassettes …`.
  private var crewTexts: [String] {
    list.crews.enumerated().map { rank, crew in
      let way = rank < facts.wayBacks.count ? facts.wayBacks[rank] : nil
      let end = way.map { ", \(PackageTerm.plannedEnd.label(language)) \(Clock.text($0.plannedEndMinute))" } ?? ""
      let go = way?.goNoGoMinute.map { " · \(PackageTerm.goNoGo.label(language).lowercased()) \(Clock.text($0))" } ?? ""
      let trays = crew.trays.isEmpty ? "" : " · \(Term.trays.label(language)) \(crew.trays.joined(separator: ", "))"
      return "\(PackageTerm.crew.label(language)) \(crew.number)\(language.colon)\(crew.minutes) min\(end)\(go)\(trays)"
    }
  }

  private var workText: String {
    SpliceAction.allCases.map { ($0, list.count($0)) }.filter { $0.1 > 0 && $0.0 != .leave }
      .map { "\($0.0.symbol) \($0.0.label(language)) \($0.1)" }.joined(separator: "   ")
  }

  private var servicesText: String {
    let vital = facts.checks.count { $0.service.serviceClass == .vital }
    return "\(Term.servicesTouched.label(language))\(language.colon)\(list.servicesTouched.count), "
      + "\(PackageTerm.vital.label(language))\(language.colon)\(vital)"
  }

  private var tubesText: String {
    let tubes = list.tubesToOpen.map { "\($0.section) T\($0.tube) \($0.mark.label(language))" }
    return "\(PackageTerm.tubesToOpen.label(language))\(language.colon)\(tubes.joined(separator: ", "))"
  }
}
