public import FibreModel

/// A notice of planned work: what one operator or one client is told of one night.
public struct Notice: Hashable, Sendable {
  /// Who is told.
  public enum Recipient: Hashable, Comparable, Sendable {
    case operatorNamed(String)
    case client(String)

    public var name: String {
      switch self {
      case .operatorNamed(let name), .client(let name): name
      }
    }

    /// Operators first, then by name.
    public static func < (a: Self, b: Self) -> Bool {
      switch (a, b) {
      case (.operatorNamed, .client): true
      case (.client, .operatorNamed): false
      default: a.name < b.name
      }
    }
  }

  /// What the night does to one service.
  public struct Line: Hashable, Sendable {
    public let service: Code<Service>
    /// Other legs that stay up meanwhile; empty when the service is down.
    public let stillUp: [Code<Service>]
    /// Minutes of outage that the plan announces; nothing where only cords are laid anew.
    public let outageMinutes: Int?
    /// What must be changed before, so that the service works afterwards.
    public let mends: [OpticalMend]
  }

  public let recipient: Recipient
  public let window: WorkWindow
  /// In order of code.
  public let lines: [Line]
  /// Working days that must lie between the day it is sent and the night: the longest of its services.
  public let workingDays: Int
  /// The last day on which it can be sent.
  public var sendBy: CalendarDate { window.date.adding(workingDays: -workingDays) }
}

extension CheckedPlan {
  /// Everyone whom a night cuts, night by night: each operator, and each client who is not that operator.
  ///
  /// The delay is that of the network, or of the service where its delivery has a column `noticeWorkingDays`; days are
  /// those on which people work in France. O(nights × index).
  public func notices(_ review: OpticalReview) -> [Notice] {
    let mends = Dictionary(uniqueKeysWithValues: review.outcomes.map { ($0.service, $0.mends) })
    let moves = Dictionary(uniqueKeysWithValues: plan.services.map { ($0.service, $0) })
    return states.flatMap { state -> [Notice] in
      let impact = NightImpact(state)
      guard let window = network.rules.windows.first(where: { $0.number == impact.night.night }) else { return [] }
      let rows =
        impact.impact.dark.map { ($0.service, [Index<Service>]()) }
        + impact.impact.legLost.map { ($0.service, $0.stillUp) }
      let lines = rows.map { service, stillUp in
        let code = impact.network.services[service].code
        let move = moves[code].flatMap { $0.night == window.number ? $0 : nil }
        return Notice.Line(
          service: code, stillUp: stillUp.map { impact.network.services[$0].code }, outageMinutes: move?.outageMinutes,
          mends: move == nil ? [] : mends[code] ?? [])
      }
      return notices(of: lines.sorted { $0.service < $1.service }, in: window)
    }
  }

  private func notices(of lines: [Notice.Line], in window: WorkWindow) -> [Notice] {
    var byRecipient: [Notice.Recipient: [Notice.Line]] = [:]
    for line in lines {
      guard let service = network.services[line.service] else { continue }
      let (name, client) = (service.operatorName, service.client)
      if !name.isEmpty { byRecipient[.operatorNamed(name), default: []].append(line) }
      if !client.isEmpty, client != name { byRecipient[.client(client), default: []].append(line) }
    }
    return byRecipient.sorted { $0.key < $1.key }.map { recipient, lines in
      Notice(
        recipient: recipient, window: window, lines: lines, workingDays: lines.map(workingDays).max() ?? 0)
    }
  }

  private func workingDays(_ line: Notice.Line) -> Int {
    let own = network.services[line.service]?.attributes["noticeWorkingDays"].flatMap { Int($0) }
    return max(0, own ?? network.rules.parameters.noticeWorkingDays)
  }
}
