import FibreModel
import FibrePlanning

/// The words of one notice. Who signs, and the telephone of the night, are left to be filled in.
struct NoticeLetter {
  private let notice: Notice
  private let plan: MigrationPlan
  private let network: Network
  private let language: Language

  init(_ notice: Notice, _ plan: MigrationPlan, _ network: Network, _ language: Language) {
    self.notice = notice
    self.plan = plan
    self.network = network
    self.language = language
  }

  var letter: Letter {
    Letter(
      recipient: notice.recipient.name, mention: mention[language], subject: subject[language],
      opening: [opening[language]], columns: columns, rows: notice.lines.map(row), closing: closing,
      footer: footer[language])
  }

  private var window: WorkWindow { notice.window }
  private var hours: Phrase {
    let (start, end) = (window.startMinute.clock, window.endMinute.clock)
    return Phrase("de \(start) à \(end)", "from \(start) to \(end)")
  }

  private var night: Phrase {
    Phrase(
      window.nightText(.french) ?? "nuit du \(window.date.text(.french))",
      window.nightText(.english) ?? "night of \(window.date.text(.english))")
  }

  private var mention: Phrase {
    Phrase(
      "À envoyer au plus tard le \(notice.sendBy.text(.french))\n(\(notice.workingDays) jours ouvrés avant la nuit)",
      "To be sent by \(notice.sendBy.text(.english))\n(\(notice.workingDays) working days before the night)")
  }

  private var subject: Phrase {
    Phrase(
      "Objet : travaux programmés sur votre liaison, \(night.french), \(hours.french)",
      "Subject: planned work on your link, \(night.english), \(hours.english)")
  }

  private var opening: Phrase {
    let down = notice.lines.contains { $0.stillUp.isEmpty }
    let french =
      down
      ? "Les services ci-dessous seront coupés pendant la durée indiquée, à un moment de cette plage."
      : "Les services ci-dessous perdront un chemin pendant la durée indiquée ; l'autre chemin restera en service."
    let english =
      down
      ? "The services below will be down for the time given, at some moment of these hours."
      : "The services below will lose one leg for the time given; the other leg stays in service."
    return Phrase(
      """
      Madame, Monsieur,

      Dans le cadre du transfert du local \(plan.from) vers le local \(plan.to), une équipe interviendra sur le réseau la \
      \(night.french), \(hours.french). \(french)
      """,
      """
      Dear Sir or Madam,

      To move the room \(plan.from) to the room \(plan.to), a crew will work on the network in the \
      \(night.english), \(hours.english). \(english)
      """)
  }

  private var columns: [(title: String, share: Double)] {
    [
      (Phrase("Service", "Service")[language], 24), (Phrase("Classe", "Class")[language], 10),
      (Phrase("Effet", "Effect")[language], 34), (Phrase("Durée", "Time")[language], 14),
      (Phrase("À faire cette nuit", "To do that night")[language], 30),
    ]
  }

  private func row(_ line: Notice.Line) -> [String] {
    let legs = line.stillUp.map(\.rawValue).joined(separator: ", ")
    let effect =
      line.stillUp.isEmpty
      ? Phrase("coupure", "down")
      : Phrase("un chemin coupé ; reste \(legs)", "one leg down; \(legs) stays up")
    let time =
      line.outageMinutes.map { Phrase("\($0) min", "\($0) min") } ?? Phrase("rebrassage", "patching")
    return [
      line.service.rawValue, network.services[line.service]?.serviceClass.label(language) ?? "", effect[language],
      time[language], OpticsTable.text(of: line.mends, language),
    ]
  }

  private var closing: [String] {
    var paragraphs: [Phrase] = []
    if notice.lines.contains(where: { $0.outageMinutes == nil }) {
      paragraphs.append(
        Phrase(
          "« Rebrassage » : la liaison passe par une autre dont le câble change cette nuit ; elle suit sa coupure.",
          "“Patching”: the link goes over another one whose cable changes that night; it is down with it."))
    }
    if notice.lines.contains(where: { !$0.mends.isEmpty }) {
      paragraphs.append(
        Phrase(
          """
          Après les travaux, la liaison marquée « à faire cette nuit » ne fonctionnera bien qu'avec l'un des remèdes \
          indiqués. Merci de l'avoir sur place et de le poser pendant la coupure, pas avant, ou de nous dire que ce n'est pas possible.
          """,
          """
          After the work, the link marked “to do that night” will only work well with one of the mends given. Please \
          have one at hand and put it in place during the outage, not before, or tell us that it can't be done.
          """))
    }
    paragraphs += [
      Phrase(
        """
        Si cette date ne convient pas, merci de le dire dès réception. Pendant la nuit, \
        l'astreinte répond au : ______________________. Un appel annoncera le début et la fin des travaux.
        """,
        """
        If this date does not suit you, please say so on receipt. During the night the duty \
        desk answers at: ______________________. A call will announce the start and the end of the work.
        """),
      Phrase(
        "Nous vous prions d'agréer, Madame, Monsieur, nos salutations distinguées.", "Yours faithfully,"),
      Phrase("Signature : ______________________", "Signature: ______________________"),
    ]
    return paragraphs.map { $0[language] }
  }

  private var footer: Phrase {
    Phrase(
      "\(plan.from) → \(plan.to) · nuit \(window.number) · révision \(plan.revision)",
      "\(plan.from) → \(plan.to) · night \(window.number) · revision \(plan.revision)")
  }
}
