import FibreModel
import FibrePlanning

extension SpliceList {
  /// The list as a document: header block, notes, table.
  ///
  /// - Parameter isPrinted: Whether the table is that of a room on paper; else every column of the CSV.
  func report(_ language: Language, isPrinted: Bool, date: Int) -> Report {
    let table = isPrinted ? roomTable(language) : Report.Table(columns: Self.columns(language), rows: rows(language))
    let notes = isRoom ? [] : [Term.leaveNote.label(language), Term.stopNote.label(language)]
    let wayBack = isPrinted ? roomWayBack.map { [$0.section(language)] } ?? [] : []
    return Report(
      title: "\(title(language)) · \(Term.night.label(language).lowercased()) \(night)", facts: facts(language),
      sections: [Report.Section(heading: nil, notes: notes, table: table)] + wayBack, footer: footer(language),
      language: language, isLandscape: true, date: date)
  }

  func title(_ language: Language) -> String {
    "\((isRoom ? Term.patchingList : .spliceList).label(language)) \(place)"
  }

  /// The revision mark of every page.
  private func footer(_ language: Language) -> String {
    "\(title(language)) · \(Term.night.label(language).lowercased()) \(night) · \(date.text(language)) · "
      + "\(Term.revision.label(language)) \(revision)"
  }

  private func facts(_ language: Language) -> [Report.Fact] {
    var facts = [
      fact(isRoom ? .room : .closure, placeName.isEmpty ? place : "\(place) – \(placeName)", language),
      fact(.night, "\(night) · \(date.text(language))", language),
      fact(.revision, String(revision), language),
    ]
    if let window, !isRoom {
      facts.append(
        fact(
          .window, "\(Clock.text(window.startMinute)) – \(Clock.text(window.startMinute + window.minutes))", language))
      if let way = self.facts?.wayBacks.first {
        facts.append(fact(.lastStart, Clock.text(way.mustBeginMinute), language))
      }
      facts.append(fact(.rollBack, String(rollBackMinutes), language))
    }
    facts += roomWayBack?.facts(language) ?? []
    if !isRoom { facts += crews.map { crewFact($0, language) } }
    if !tubesToOpen.isEmpty {
      let tubes = tubesToOpen.map { "\($0.section) T\($0.tube) \($0.mark.label(language))" }
      facts.append(fact(.tubesToOpen, tubes.joined(separator: ", "), language))
    }
    facts.append(fact(.total, totals(language), language))
    facts.append(fact(.servicesTouched, String(servicesTouched.count), language))
    return facts
  }

  private func fact(_ term: Term, _ value: String, _ language: Language) -> Report.Fact {
    Report.Fact(label: term.label(language), value: value)
  }

  private func crewFact(_ crew: Crew, _ language: Language) -> Report.Fact {
    let trays = crew.trays.isEmpty ? "" : " · \(Term.trays.label(language)) \(crew.trays.joined(separator: ", "))"
    return Report.Fact(label: "\(Term.crew.label(language)) \(crew.number)", value: "\(crew.minutes) min\(trays)")
  }

  /// `36 lignes : SOUDER 8, LAISSER 28`.
  private func totals(_ language: Language) -> String {
    let parts = SpliceAction.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }
      .map { "\($0.0.label(language)) \($0.1)" }
    return "\(lines.count) \(Term.lines.label(language).lowercased())\(language.colon)\(parts.joined(separator: ", "))"
  }
}
