import FibreModel

/// When a migration ends at the pace that it has shown.
///
/// Nights to come are held to be worked as planned. What passed nights left over is done after them, in windows that the
/// plan does not use: as many crew-nights as it takes at the pace so far, with all crews of a window.
struct ProgressForecast {
  /// The last night; nothing when no window is left.
  let end: CalendarDate?
  /// Splices of passed nights that are not done.
  let lateSplices: Int

  init(_ nights: [NightProgress], windows: [WorkWindow], today: CalendarDate) {
    let passed = nights.filter { $0.date <= today }
    let late = passed.reduce(0) { $0 + $1.splices - $1.splicesDone }
    lateSplices = late
    let plannedEnd = nights.last { $0.date > today || $0.splices > $0.splicesDone }?.date ?? nights.last?.date
    guard late > 0 else {
      end = plannedEnd
      return
    }
    let used = Set(nights.filter { $0.date > today }.map(\.night))
    let free = windows.filter { $0.date > today && !used.contains($0.number) && $0.crews > 0 }
      .sorted { $0.date < $1.date }
    var left = late
    var last: CalendarDate?
    for window in free where left > 0 {
      left -= max(1, Self.pace(nights) * window.crews / 100)
      last = window.date
    }
    let lastPlanned = nights.last { $0.date > today }?.date
    end = left > 0 ? nil : [last, lastPlanned].compactMap { $0 }.max()
  }

  /// Splices a crew and night in hundredths: as done so far, else as planned.
  private static func pace(_ nights: [NightProgress]) -> Int {
    let crews = nights.reduce(0) { $0 + $1.crewsThatWorked }
    if crews > 0 { return nights.reduce(0) { $0 + $1.splicesDone } * 100 / crews }
    return nights.reduce(0) { $0 + $1.splices } * 100 / max(1, nights.reduce(0) { $0 + $1.crews })
  }
}
