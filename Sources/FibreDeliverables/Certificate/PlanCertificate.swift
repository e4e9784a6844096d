public import FibreModel
public import FibrePlanning

/// What a manager signs: that a plan was proved, what it does, and what it leaves.
public struct PlanCertificate: Sendable {
  let plan: MigrationPlan
  let certificate: Certificate
  let network: Network
  /// By night, for those that were checked: the others were done before.
  let rollBackMinutes: [Int: Int]
  /// The optics of every service, in every state.
  let optics: OpticalReview
  /// Links that go over the tie after a night, in order of night and service.
  var overTie: [OverTie] = []

  /// A link on its way over the tie, and the night after which it goes there.
  struct OverTie: Sendable {
    let night: Int
    let route: TieRoute
  }
}

extension PlanCertificate {
  /// Arranges what the proof of a plan holds.
  public init(_ checked: CheckedPlan) {
    self.init(
      plan: checked.plan, certificate: checked.certificate, network: checked.network,
      rollBackMinutes: Dictionary(
        checked.nights.map { ($0.night.night, $0.rollBackMinutes) }, uniquingKeysWith: max),
      optics: OpticalReview(checked),
      overTie: checked.nights.flatMap { night in night.tieRoutes.map { OverTie(night: night.night.night, route: $0) } })
  }

  /// The certificate as plain text.
  public func text(in language: Language) -> String { report(in: language).text }

  /// The certificate as `certificate.txt`, `certificate.pdf` and `certificate.xlsx`.
  public func deliverables(in language: Language) throws(DeliverableError) -> [Deliverable] {
    let report = report(in: language)
    return [
      Deliverable(name: "certificate.txt", text: report.text),
      Deliverable(name: "certificate.pdf", bytes: try report.pdf()),
      Deliverable(name: "optics.csv", text: OpticsTable(optics, on: network).csv(in: language)),
      Deliverable(
        name: "certificate.xlsx", bytes: try report.workbookOfSections(first: Term.certificate.label(language))),
    ]
  }

  /// What a person wants to know at once, as plain text: all but the nights and the services one by one.
  public func summary(in language: Language) -> String {
    report(
      in: language,
      sections: [objectives(language), checks(language), perClass(language), traps(language), notMoved(language)]
    ).text
  }

  func report(in language: Language) -> Report {
    report(
      in: language,
      sections: [
        objectives(language), checks(language), perClass(language), perNight(language), traps(language), tie(language),
        notMoved(language), services(language),
      ])
  }

  private func report(in language: Language, sections: [Report.Section]) -> Report {
    Report(
      title: "\(Term.certificate.label(language)) \(plan.from) → \(plan.to)",
      facts: facts(language),
      sections: sections,
      footer: "\(plan.from) → \(plan.to) · \(Term.revision.label(language)) \(plan.revision)", language: language,
      date: plan.secondsOfFirstNight)
  }
}

extension MigrationPlan {
  /// Midnight of the first night in seconds since 1970: the date that stands in documents as that of their making.
  /// A plan without nights gets 1 January 1980, the first day that ZIP archives know.
  var secondsOfFirstNight: Int {
    // 719 468 days lie between 1 March of year 0 and 1 January 1970.
    nights.first.map { ($0.date.dayNumber - 719_468) * 86_400 } ?? 315_532_800
  }
}

extension CalendarDate {
  /// As people write it: `12/01/2027`, in English `2027-01-12`.
  func text(_ language: Language) -> String {
    let parts = description.split(separator: "-")
    return language == .french ? parts.reversed().joined(separator: "/") : description
  }
}

extension Bool {
  func label(_ language: Language) -> String { (self ? Term.yes : Term.no).label(language) }
}
