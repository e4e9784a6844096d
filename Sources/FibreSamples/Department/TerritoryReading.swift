public import GeoFormats

/// Why a file does not describe a territory; rows are told by their line, the header being line 1.
public enum TerritoryError: Error, Hashable, Sendable {
  /// The file can't be read as a table.
  case unreadable(path: String, FormatError)
  case missingColumn(path: String, column: String)
  case noRow(path: String)
  /// The row can't be split into the cells of the header.
  case badRow(path: String, line: Int)
  case badCode(path: String, line: Int)
  /// No name, or one of more than 100 bytes.
  case badName(path: String, line: Int)
  case repeatedCode(path: String, line: Int, code: String)
  case badPopulation(path: String, line: Int, text: String)
  case badPosition(path: String, line: Int)
  /// Nobody lives there, so no plug has a place.
  case noInhabitant(path: String)
}

extension Territory {
  /// Reads a CSV file with a header and a row for each commune.
  ///
  /// `insee`, `nom` and a column whose name begins with `pop_municipale` are needed; `longitude` and `latitude` (degrees)
  /// say where the commune lies, and `epci_siren` which communes lie together when those two are missing.
  public init(reading path: String) throws(TerritoryError) {
    let file: TableFile
    do { file = try TableFile(reading: path) } catch { throw .unreadable(path: path, error) }
    for defect in file.defects where defect.text != nil { throw .badRow(path: path, line: defect.line) }
    let columns = try TerritoryColumns(file)
    communes = []
    var codes: Set<String> = []
    for row in 0..<file.rowCount {
      let commune = try columns.commune(of: file.rows.row(row), path: path, line: file.line(of: row))
      guard codes.insert(commune.insee).inserted else {
        throw .repeatedCode(path: path, line: file.line(of: row), code: commune.insee)
      }
      communes.append(commune)
    }
    guard !communes.isEmpty else { throw .noRow(path: path) }
    guard communes.contains(where: { $0.population > 0 }) else { throw .noInhabitant(path: path) }
  }
}

/// Where the columns of a territory file stand.
private struct TerritoryColumns {
  var insee: Int
  var name: Int
  var population: Int
  var group: Int?
  var position: (longitude: Int, latitude: Int)?

  init(_ file: TableFile) throws(TerritoryError) {
    let names = file.columns.map { $0.lowercased() }
    func needed(_ column: String) throws(TerritoryError) -> Int {
      guard let offset = names.firstIndex(where: { $0.hasPrefix(column) }) else {
        throw .missingColumn(path: file.path, column: column)
      }
      return offset
    }
    insee = try needed("insee")
    name = try needed("nom")
    population = try needed("pop_municipale")
    group = names.firstIndex(of: "epci_siren")
    if let longitude = names.firstIndex(of: "longitude"), let latitude = names.firstIndex(of: "latitude") {
      position = (longitude, latitude)
    }
  }

  func commune(of cells: [String], path: String, line: Int) throws(TerritoryError) -> Territory.Commune {
    let isPlain = cells[insee].utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    guard cells[insee].utf8.count == 5, isPlain else { throw .badCode(path: path, line: line) }
    guard (1...100).contains(cells[name].utf8.count) else { throw .badName(path: path, line: line) }
    guard let people = Int(cells[population]), (0...20_000_000).contains(people) else {
      throw .badPopulation(path: path, line: line, text: cells[population])
    }
    var commune = Territory.Commune(
      insee: cells[insee], name: cells[name], population: people, group: group.map { cells[$0] } ?? "")
    if let position {
      guard let longitude = Double(cells[position.longitude]), let latitude = Double(cells[position.latitude]),
        (-6.0...10).contains(longitude), (41.0...52).contains(latitude)
      else { throw .badPosition(path: path, line: line) }
      commune.point = Lambert93.point(longitude: longitude, latitude: latitude)
    }
    return commune
  }
}
