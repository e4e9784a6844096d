public import FibreModel
import FibreProgramme

extension DeploymentSheet {
  /// Counters, groups, bridges and stocks, as text for a terminal.
  public func text(in language: Language) -> String {
    var sections = [counters(language)]
    if isGrouped { sections.append(groups(language)) }
    sections += [bridges(language), stocks(language)]
    if let work { sections += WorkTables(work, language).all }
    let report = Report(
      title: Phrase("Avancement au \(state.date)", "Progress on \(state.date)")[language], facts: facts(language),
      sections: sections, footer: footer[language], language: language, date: 0)
    guard !findings.isEmpty else { return report.text }
    return report.text + "\n" + FindingReport(findings).text(in: language)
  }

  private func facts(_ language: Language) -> [Report.Fact] {
    let age = state.snapshot.date.days(to: state.date)
    let list = Phrase(
      "\(state.snapshot.source), du \(state.snapshot.date) (\(french: age, "jour(s)"))",
      "\(state.snapshot.source), of \(state.snapshot.date) (\(english: age, "day(s)"))")
    let first = state.snapshots.first?.date ?? state.snapshot.date
    let lists = Phrase(
      "\(state.snapshots.count), depuis le \(first)", "\(state.snapshots.count), since \(first)")
    let territory = state.geography.map { "\($0.date)" }
    return [
      fact("Liste des adresses", "List of addresses", list[language], language),
      fact("Listes importées", "Lists imported", lists[language], language),
      fact(
        "Territoire", "Territory",
        territory
          ?? Phrase("codes de la liste, aucun territoire importé", "codes of the list, none imported")[language],
        language),
    ]
  }

  private var footer: Phrase {
    Phrase(
      "Les compteurs ne s'additionnent pas. s.o. : sans objet (base nulle) ; – : aucune source",
      "Counters are not to be added up. n/a: no base; –: no source")
  }

  private static let unknown = "–"

  private static func number(_ number: Int?, _ language: Language) -> String {
    number.map { Decimals.grouped(String($0), language) } ?? unknown
  }

  private static func rate(_ figure: CounterFigure?, _ language: Language) -> String {
    figure.map { language.percent($0.rate, decimals: 1) } ?? unknown
  }

  private static func columns(_ titles: [Phrase], texts: Set<Int> = [0], _ language: Language) -> [Report.Column] {
    titles.enumerated().map { Report.Column(title: $1[language], width: 1, isNumeric: !texts.contains($0)) }
  }

  // MARK: Counters

  private func counters(_ language: Language) -> Report.Section {
    let titles = [
      Phrase("compteur", "counter"), Phrase("prises", "plugs"), Phrase("taux", "rate"), Phrase("sur", "of"),
      Phrase("base", "base"), Phrase("date", "date"), Phrase("source", "source"),
    ]
    let rows = Counter.allCases.map { counter -> [Report.Cell] in
      let figure = state.whole[counter]
      return [
        counter.label(language), Self.number(figure?.count, language), Self.rate(figure, language),
        Self.number(figure?.base.count, language), base(of: counter, figure, language),
        figure.map { "\($0.date)" } ?? "", figure?.source ?? Phrase("aucune source", "no source")[language],
      ].map { Report.Cell($0) }
    }
    return Report.Section(
      heading: Phrase("Les six compteurs", "The six counters")[language],
      table: Report.Table(columns: Self.columns(titles, texts: [0, 4, 5, 6], language), rows: rows))
  }

  private func base(of counter: Counter, _ figure: CounterFigure?, _ language: Language) -> String {
    guard let figure else { return "" }
    return counter.holder?.label(language) ?? figure.base.source
  }

  // MARK: Groups

  private func groups(_ language: Language) -> Report.Section {
    let hasNames = state.groups.contains { !name(of: $0).isEmpty }
    let titles =
      [state.grouping.phrase] + (hasNames ? [Phrase("nom", "name")] : [])
      + Counter.allCases.map(\.phrase)
      + [Phrase("% raccordables", "% connectable"), Phrase("% raccordées", "% connected")]
    let rows = (state.groups + [state.whole]).enumerated().map { offset, group -> [Report.Cell] in
      let isTotal = offset == state.groups.count
      let code = isTotal ? Phrase("total", "total")[language] : group.name.isEmpty ? unnamed(language) : group.name
      let start = hasNames ? [code, isTotal ? "" : name(of: group)] : [code]
      let counts = Counter.allCases.map { Self.number(group[$0]?.count, language) }
      return (start + counts + [Self.rate(group[.connectable], language), Self.rate(group[.connected], language)])
        .map { Report.Cell($0) }
    }
    return Report.Section(
      heading: Phrase("Par \(state.grouping.label(.french))", "By \(state.grouping.label(.english))")[language],
      table: Report.Table(columns: Self.columns(titles, texts: hasNames ? [0, 1] : [0], language), rows: rows))
  }

  private func unnamed(_ language: Language) -> String { Phrase("(inconnu)", "(unknown)")[language] }

  // MARK: Bridges

  /// Programs get every month.
  private static let monthsShown = 12

  private func bridges(_ language: Language) -> Report.Section {
    let heading = Phrase("Pont mensuel des prises déployées", "Deployed plugs from month to month")[language]
    guard !state.bridges.isEmpty else {
      let note = Phrase(
        "Il faut des listes de deux mois pour un pont.", "A bridge needs lists of two months.")
      return Report.Section(heading: heading, notes: [note[language]])
    }
    let titles = [
      Phrase("mois", "month"), Phrase("ouverture", "opening"), Phrase("nouvelles", "new"), Phrase("perdues", "lost"),
      Phrase("rétablies", "back"), Phrase("périmètre", "perimeter"), Phrase("clôture", "closing"),
      Phrase("écart", "residue"),
    ]
    let rows = state.bridges.suffix(Self.monthsShown).map { bridge -> [Report.Cell] in
      let numbers = [
        bridge.opening, bridge.new, -bridge.lost, bridge.back, bridge.perimeter, bridge.closing, bridge.residue,
      ]
      return [Report.Cell("\(bridge.month)")] + numbers.map { Report.Cell(Self.number($0, language)) }
    }
    return Report.Section(
      heading: heading, notes: notice(language),
      table: Report.Table(columns: Self.columns(titles, language), rows: rows))
  }

  /// What lies between the closing of the bridge and the counter.
  private func notice(_ language: Language) -> [String] {
    guard let closing = state.bridges.last?.closing, let open = state.whole[.connectable]?.count else { return [] }
    return [
      Phrase(
        "\(closing.text(.french)) déployées − \((closing - open).text(.french)) en préavis de trois mois = \(open.text(.french)) raccordables.",
        "\(closing.text(.english)) deployed − \((closing - open).text(.english)) within the three months' notice = \(open.text(.english)) connectable."
      )[language]
    ]
  }

  // MARK: Stocks

  private func stocks(_ language: Language) -> Report.Section {
    let days = Phrase(" j", " d")[language]
    let bands =
      ["< \(Self.ages[0])\(days)"] + zip(Self.ages, Self.ages.dropFirst()).map { "\($0)–\($1 - 1)\(days)" }
      + Self.ages.suffix(1).map { "≥ \($0)\(days)" }
    let titles =
      [Phrase("entre", "between"), Phrase("prises", "plugs"), Phrase("adresses", "addresses")]
      + bands.map { Phrase($0, $0) }
      + [Phrase("âge médian", "median age"), Phrase("âge à 85 %", "age at 85%")]
    let rows = state.stocks.map { stock -> [Report.Cell] in
      let name = "\(stock.from.label(language)) → \(stock.to?.label(language) ?? "")"
      let ages = [stock.days(atHundredths: 50), stock.days(atHundredths: 85)].map { days in
        days.map { Decimals.grouped(String($0), language) } ?? language.notApplicable
      }
      let numbers = [stock.plugs, stock.items.count] + stock.plugs(byDays: Self.ages)
      return ([name] + numbers.map { Self.number($0, language) } + ages).map { Report.Cell($0) }
    }
    return Report.Section(
      heading: Phrase("En attente entre les compteurs", "Waiting between counters")[language],
      table: Report.Table(columns: Self.columns(titles, language), rows: rows))
  }
}
