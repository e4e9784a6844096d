public import FibreModel
import FibrePlanning

extension ImpactSheet {
  /// The impact as text for a terminal; long lists are cut at `limit` lines, and say by how much.
  public func text(in language: Language, limit: Int = 24) -> String {
    ([heading(language), ""] + lines(language, limit)).joined(separator: "\n") + "\n"
  }

  /// `Coupure : câble CAB-SF-01`; of many elements the first few.
  private func heading(_ language: Language) -> String {
    let names = cut.prefix(6).map { "\(network.kind(of: $0).label(language)) \(network.name(of: $0))" }
    let rest = cut.count > 6 ? Phrase(" et \(cut.count - 6) autres", " and \(cut.count - 6) more")[language] : ""
    return Phrase("Coupure", "Cut")[language] + language.colon + names.joined(separator: ", ") + rest
  }

  /// The lists alone, without a heading; a list without members is not there, but services dark always are.
  func lines(_ language: Language, _ limit: Int) -> [String] {
    let lists: [(Phrase, [[String]])] = [
      (
        Phrase("Services coupés", "Services dark"),
        impact.dark.map { facts($0.service, language) + [$0.loss.label(language)] }
      ),
      (
        Phrase("Services qui perdent un chemin, en service par l'autre", "Services that lose one leg, still up"),
        impact.legLost.map { facts($0.service, language) + [still($0, language)] }
      ),
      (
        Phrase("Services hors service déjà avant la coupure", "Services that were down before the cut"),
        impact.downBefore.map { facts($0, language) }
      ),
      (
        Phrase(
          "Services voisins, non coupés (prudence pendant les travaux)", "Services passing by, not cut (take care)"),
        impact.passing.map { facts($0, language) }
      ),
    ]
    var lines: [String] = []
    for (position, (title, rows)) in lists.enumerated() where position == 0 || !rows.isEmpty {
      lines += Self.list(title[language], rows, language, limit)
    }
    return lines + definition(language) + plugLines(language, limit) + operatorLines(language, limit)
  }

  /// What being cut means, where a service is.
  private func definition(_ language: Language) -> [String] {
    guard !impact.dark.isEmpty || !impact.legLost.isEmpty else { return [] }
    return [
      "  "
        + Phrase(
          "(sur tout le trajet de sa lumière, au-delà de ses ports là où une jarretière le prolonge)",
          "(anywhere on the way of its light, beyond its ports where a cord prolongs it)")[language]
    ]
  }

  private func facts(_ index: Index<Service>, _ language: Language) -> [String] {
    let service = network.services[index]
    return [service.code.rawValue, service.serviceClass.label(language), service.client, service.operatorName]
  }

  private func still(_ lost: Impact.LegLost, _ language: Language) -> String {
    let names = lost.stillUp.map { code($0) }.joined(separator: ", ")
    return Phrase("reste \(names)", "\(names) is still up")[language]
  }

  private func plugLines(_ language: Language, _ limit: Int) -> [String] {
    let total = impact.plugCount
    let title = Phrase("Prises coupées", "Plugs dark")[language]
    guard total > 0 else { return ["\(title)\(language.colon)0"] }
    let rows = impact.plugs.map { count in
      let site = label(count.site) ?? Phrase("sans SRO connu", "without known cabinet")[language]
      return [
        site, count.plugs.text(language), patched(count.patched, language),
      ]
    }
    let counts = "\(total.text(language)), \(patched(impact.patchedCount, language))"
    return ["\(title)\(language.colon)\(counts)"] + Self.rows(rows, language, limit)
  }

  private func patched(_ count: Int, _ language: Language) -> String {
    Phrase("dont \(french: count, "brassée(s)")", "of them \(english: count, "patched")")[language]
  }

  private func operatorLines(_ language: Language, _ limit: Int) -> [String] {
    guard !impact.operators.isEmpty else { return [] }
    let rows = impact.operators.map { count in
      [
        count.label(language), count.services.text(language),
        Phrase(
          "coupés : \(count.dark), un chemin en moins : \(count.legLost)",
          "dark: \(count.dark), one leg less: \(count.legLost)")[language],
        count.plugs == 0
          ? "" : Phrase("\(french: count.plugs, "prise(s)")", "\(english: count.plugs, "plug(s)")")[language],
      ]
    }
    return Self.list(Phrase("Opérateurs à prévenir", "Operators to warn")[language], rows, language, limit)
  }

  private static func list(_ title: String, _ rows: [[String]], _ language: Language, _ limit: Int) -> [String] {
    ["\(title)\(language.colon)\(rows.count.text(language))"] + Self.rows(rows, language, limit)
  }

  /// Columns under each other, as wide as what is shown.
  static func rows(_ rows: [[String]], _ language: Language, _ limit: Int) -> [String] {
    let shown = rows.prefix(limit)
    let widths = (0..<(rows.first?.count ?? 0)).map { column in shown.map { $0[column].count }.max() ?? 0 }
    var lines = shown.map { cells in
      let line = zip(cells, widths).map { cell, width in
        let isNumber = cell.allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "," }
        return isNumber ? Report.paddedLeft(cell, width) : Report.padded(cell, width)
      }
      return "  " + String(line.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
    let rest = rows.count - shown.count
    if rest > 0 {
      lines.append(
        "  " + Phrase("… et \(rest) de plus (--json les donne tous)", "… and \(rest) more (--json has all)")[language])
    }
    return lines
  }
}

extension Impact.OperatorCount {
  /// The operator's name, or that it is not known.
  func label(_ language: Language) -> String {
    name.isEmpty ? Phrase("opérateur inconnu", "unknown operator")[language] : name
  }
}
