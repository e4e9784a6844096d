import FibreModel
import FibrePlanning

/// Notices of planned work: a table of all of them, and letters night by night.
struct NoticeSheet {
  private let notices: [Notice]
  private let plan: MigrationPlan
  private let network: Network

  init(_ checked: CheckedPlan, _ review: OpticalReview) {
    notices = checked.notices(review)
    plan = checked.plan
    network = checked.network
  }

  /// `notices.csv`, and the letters of each night in one document.
  func deliverables(in language: Language) throws(DeliverableError) -> [Deliverable] {
    let nights = Set(notices.map(\.window.number)).sorted()
    return [Deliverable(name: "notices.csv", text: csv(in: language))]
      + (try nights.mapOnAllCores { night throws(DeliverableError) in try letters(of: night, language) })
  }

  private func letters(of night: Int, _ language: Language) throws(DeliverableError) -> Deliverable {
    let letters = notices.filter { $0.window.number == night }.map { NoticeLetter($0, plan, network, language).letter }
    let name = "notices-night-\(night < 10 ? "0" : "")\(night).pdf"
    return Deliverable(name: name, bytes: try LetterPages.pdf(letters, title: name, date: plan.secondsOfFirstNight))
  }

  private static let header = [
    "sendBy", "recipientKind", "recipient", "night", "date", "start", "end", "workingDays", "service", "class",
    "effect",
    "outageMinutes", "stillUp", "mend",
  ]

  /// A line for each service of each notice, in the order in which they are to be sent; the header is English.
  func csv(in language: Language) -> String {
    let order = notices.indices.sorted { (notices[$0].sendBy, $0) < (notices[$1].sendBy, $1) }
    let lines = order.flatMap { position in
      notices[position].lines.map { CSVText.line(cells($0, of: notices[position], language)) }
    }
    return CSVText.mark + CSVText.line(Self.header) + lines.joined()
  }

  private func cells(_ line: Notice.Line, of notice: Notice, _ language: Language) -> [String] {
    let kind = if case .operatorNamed = notice.recipient { "operator" } else { "client" }
    return [
      notice.sendBy.description, kind, notice.recipient.name, "\(notice.window.number)", notice.window.date.description,
      notice.window.startMinute.clock, notice.window.endMinute.clock, "\(notice.workingDays)", line.service.rawValue,
      network.services[line.service]?.serviceClass.rawValue ?? "", line.stillUp.isEmpty ? "down" : "legLost",
      line.outageMinutes.map(String.init) ?? "", line.stillUp.map(\.rawValue).joined(separator: " "),
      OpticsTable.text(of: line.mends, language),
    ]
  }
}

extension WorkWindow {
  /// Minutes after midnight at which it ends; a window that runs past midnight ends on the next day.
  var endMinute: Int { (startMinute + minutes) % (24 * 60) }
}

extension Int {
  /// Minutes after midnight as `00:30`.
  var clock: String {
    let (hours, minutes) = (self / 60, self % 60)
    return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
  }
}
