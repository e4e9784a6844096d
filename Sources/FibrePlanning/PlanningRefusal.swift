public import FibreModel

/// Why a question has no answer.
public enum PlanningRefusal: Error, Hashable, Sendable {
  case unknownSite(Code<Site>)
  /// Both ends of a migration are the same site.
  case sameSite(Code<Site>)
  /// No live fibre starts at a port of the site.
  case nothingLive(at: Code<Site>)
  /// No cable that ends in the new site reaches a closure on the routes of the old one.
  case noLanding(from: Code<Site>, to: Code<Site>)
  /// A cable that a migration should do without, on which nothing could land anyhow; on others something can.
  case nothingLands(on: Code<Cable>, but: [Code<Cable>])
  /// The delivery gives no work window.
  case noWindows
  /// No link can be moved in any window: none has a crew, or comes after the acceptance of a cable that lands.
  case noUsableWindow(count: Int, crews: Int, last: CalendarDate, accepted: CalendarDate?)
}
