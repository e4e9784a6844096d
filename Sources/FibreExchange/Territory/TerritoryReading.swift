import FibreModel
import GeoFormats

/// The files of a territory on their way into geographies.
struct TerritoryReading {
  var communes: [Int: [Commune]] = [:]
  var intercommunalities: [Int: [Intercommunality]] = [:]
  var ends: [CommuneEnd] = []
  var outlines: [Int: [CommuneOutline]] = [:]
  var counts: [ImportReport.Count] = []
  var findings: [Finding] = []

  /// Reads a file whose name says what it is, and passes over any other.
  mutating func read(_ name: String, in folder: String) throws(TerritoryFolderError) {
    let path = folder + "/" + name
    let year = Self.year(in: name)
    if name.hasPrefix("commune_events"), name.hasSuffix(".csv") {
      let columns = ["date_effet", "type_evenement", "type_avant", "insee_avant", "type_apres", "insee_apres"]
      ends += CommuneEvents(try table(path, name, columns), &findings).ends
    } else if let year, name.hasPrefix("communes_"), name.hasSuffix(".csv") {
      communes[year] = communes(in: try table(path, name, ["insee", "nom"]))
    } else if let year, name.hasPrefix("epci_"), name.hasSuffix(".csv") {
      intercommunalities[year] = intercommunalities(in: try table(path, name, ["siren", "nom"]))
    } else if let year, name.hasPrefix("communes_"), name.hasSuffix(".geojson") {
      outlines[year] = try outlines(in: try table(path, name, ["code", "nom"]), path)
    }
  }

  private mutating func table(
    _ path: String, _ name: String, _ needed: [String]
  ) throws(TerritoryFolderError) -> DeliveryTable {
    let table: DeliveryTable
    do throws(FormatError) {
      let file = try name.hasSuffix(".csv") ? TableFile(reading: path) : TableFile.readGeoJSON(path)
      table = DeliveryTable(file, fileName: name)
    } catch {
      throw .unreadable(path: path)
    }
    for column in needed where !table.has(column) { throw .columnMissing(path: path, column: column) }
    findings += table.file.defects.map { DeliveryFindings.defect($0, in: table) }
    counts.append(ImportReport.Count(name, table.rowCount))
    return table
  }

  private mutating func communes(in table: DeliveryTable) -> [Commune] {
    let (code, name, association) = (table.column("insee"), table.column("nom"), table.column("epci_siren"))
    let department = table.column("departement")
    let population = table.columns.first { $0.lowercased().hasPrefix("pop_municipale") }.map {
      table.column($0.lowercased())
    }
    var seen: Set<String> = []
    return (0..<table.rowCount).compactMap { row in
      let insee = table[row, code]
      guard isCode(insee, table, row) else { return nil }
      guard seen.insert(insee).inserted else {
        note("territory.code-repeated", table, row, insee, "The commune stands there before; this row is left out.")
        return nil
      }
      let stated = table[row, department]
      return Commune(
        code: insee, name: table[row, name], department: stated.isEmpty ? Self.department(of: insee) : stated,
        intercommunality: table[row, association], population: population.flatMap { Int(table[row, $0]) })
    }
  }

  private func intercommunalities(in table: DeliveryTable) -> [Intercommunality] {
    let (code, name) = (table.column("siren"), table.column("nom"))
    let member = table.columns.first { $0.lowercased().hasPrefix("membre") }.map { table.column($0.lowercased()) }
    return (0..<table.rowCount).map { row in
      let stated = member.map { PlainText.upper(table[row, $0].utf8) } ?? ""
      return Intercommunality(
        code: table[row, code], name: table[row, name], isMember: stated == "OUI" ? true : stated == "NON" ? false : nil
      )
    }
  }

  private mutating func outlines(
    in table: DeliveryTable, _ path: String
  ) throws(TerritoryFolderError) -> [CommuneOutline] {
    let (code, name) = (table.column("code"), table.column("nom"))
    do throws(FormatError) {
      let transform = try CoordinateTransform(from: 4326, to: 2154)
      var outlines: [CommuneOutline] = []
      for row in 0..<table.rowCount where isCode(table[row, code], table, row) {
        guard case .multipolygon(let polygons) = table.shape(row) else {
          note(
            "territory.outline-missing", table, row, table[row, code], "The commune has no polygon; it is not drawn.")
          continue
        }
        var parts: [[[Point]]] = []
        for rings in polygons {
          var part: [[Point]] = []
          for ring in rings { part.append(try transform(ring).map(Point.init)) }
          parts.append(part)
        }
        outlines.append(CommuneOutline(code: table[row, code], name: table[row, name], area: Area(parts)))
      }
      return outlines
    } catch {
      throw .unreadable(path: path)
    }
  }

  private mutating func isCode(_ text: String, _ table: DeliveryTable, _ row: Int) -> Bool {
    let isCode = text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x41 || $0 == 0x42 }
    if !isCode {
      note("territory.code-unreadable", table, row, text, "A commune's code has five signs; the row is left out.")
    }
    return isCode
  }

  private mutating func note(
    _ rule: String, _ table: DeliveryTable, _ row: Int, _ code: String, _ message: Sentence
  ) {
    findings.append(
      Finding(rule: rule, severity: .error, place: table.place(row), code: code, message: message))
  }

  /// One geography a year: its communes, or those of its outlines, with the outlines of the nearest year.
  var geographies: [Geography] {
    Set(communes.keys).union(outlines.keys).sorted().compactMap { year in
      guard let date = CalendarDate(year: year, month: 1, day: 1) else { return nil }
      let nearest = outlines.keys.min { (abs($0 - year), $0) < (abs($1 - year), $1) }
      let own =
        communes[year]
        ?? outlines[year, default: []].map {
          Commune(code: $0.code, name: $0.name, department: Self.department(of: $0.code), intercommunality: "")
        }
      return Geography(
        date: date, communes: own, intercommunalities: intercommunalities[year] ?? [], ends: ends,
        outlines: nearest.flatMap { outlines[$0] } ?? [],
        outlinesOn: nearest.flatMap { CalendarDate(year: $0, month: 1, day: 1) })
    }
  }

  /// The département of a commune's code: two characters, three overseas.
  static func department(of code: String) -> String { String(code.prefix(code.hasPrefix("97") ? 3 : 2)) }

  /// The year at the end of a name: 2026 of `communes_2026.csv`.
  private static func year(in name: String) -> Int? {
    let stem = name.prefix { $0 != "." }
    return stem.split(separator: "_").last.flatMap { $0.count == 4 ? Int($0) : nil }
  }
}
