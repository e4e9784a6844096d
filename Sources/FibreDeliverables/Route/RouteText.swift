public import FibreModel
import FibrePlanning

extension RouteSheet {
  /// The routes as text that fits a terminal of 100 columns.
  public func text(in language: Language) -> String {
    guard !entries.isEmpty else { return Term.noRoute.label(language) + "\n" }
    return entries.map { lines($0, language).joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func lines(_ entry: Entry, _ language: Language) -> [String] {
    let route = entry.route
    let counts: [(JointKind, Set<JointKind>)] = [
      (.splice, [.splice]), (.connector, [.connector, .pigtail]), (.splitter, [.splitter]),
    ]
    let parts = counts.map { kind, kinds in (kind, count(kinds, in: route)) }.filter { $0.1 > 0 }
      .map { "\($0.0.label(language)) × \($0.1)" }
    let losses = entry.budgets.map { "\($0.wavelength.nanometres) nm \($0.total.decibelsText(language)) dB" }
    return [
      "\(startName(route)) → \(finishName(route))",
      ([route.status.label(language), "\(route.length.metresText(language)) m"] + parts).joined(separator: " · "),
    ] + (losses.isEmpty ? [] : ["\(Term.loss.label(language))\(language.colon)\(losses.joined(separator: " · "))"])
      + hopLines(route, language)
  }

  private func hopLines(_ route: OpticalRoute, _ language: Language) -> [String] {
    let head = [Term.place, .arrival, .departure, .joint, .length, .runningLength].map { $0.label(language) }
    let rows = bareStart(route, language) + route.hops.map { row($0, language) } + bareFinish(route, language)
    let widths = Self.widths([head] + rows)
    return ([head] + rows).map { cells in
      let line = zip(cells, widths).enumerated().map { column, cell in
        let text = Self.shortened(cell.0, cell.1)
        return column < 4 ? Report.padded(text, cell.1) : Report.paddedLeft(text, cell.1)
      }
      return "  " + line.joined(separator: "  ")
    }
  }

  private func row(_ hop: RouteHop, _ language: Language) -> [String] {
    [
      place(of: hop), name(of: hop.arriving) ?? "–", name(of: hop.leaving) ?? "–", kind(of: hop).label(language),
      hop.arriving == nil ? "" : hop.length.metresText(language), hop.runningLength.metresText(language),
    ]
  }

  /// A line for a start at which nothing is joined.
  private func bareStart(_ route: OpticalRoute, _ language: Language) -> [[String]] {
    guard route.hops.first.map({ $0.arriving != nil }) ?? true else { return [] }
    return [[startName(route), "–", name(of: route.fibres.first) ?? "–", "–", "", Length.zero.metresText(language)]]
  }

  /// A line for a finish at which nothing is joined.
  private func bareFinish(_ route: OpticalRoute, _ language: Language) -> [[String]] {
    guard route.hops.last.map({ $0.leaving != nil }) ?? true else { return [] }
    let last = route.length - (route.hops.last?.runningLength ?? .zero)
    return [
      [
        finishName(route), name(of: route.fibres.last) ?? "–", "–", "–", last.metresText(language),
        route.length.metresText(language),
      ]
    ]
  }

  /// As wide as the cells, unless the line would pass 100 columns: then the first three share what is left.
  private static func widths(_ rows: [[String]]) -> [Int] {
    var widths = (0..<6).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let left = 100 - 2 - 5 * 2 - widths[3...].reduce(0, +)
    while widths[..<3].reduce(0, +) > left, let widest = (0..<3).max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] -= 1
    }
    return widths
  }

  /// Codes differ at their end, so it is the start that goes.
  private static func shortened(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : "…" + text.suffix(width - 1)
  }
}
