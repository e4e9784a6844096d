public import FibreModel
import Foundation
import GeoFormats

/// A folder of dated territory files: communes, their associations, codes that ended, outlines.
///
/// | file | columns |
/// |---|---|
/// | `communes_2026.csv` | `insee;nom;departement;epci_siren;pop_municipale…` |
/// | `epci_2026.csv` | `siren;nom;membre…` |
/// | `commune_events….csv` | `date_effet;type_evenement;type_avant;insee_avant;type_apres;insee_apres` |
/// | `communes_2018.geojson` | properties `code`, `nom`; longitude and latitude |
///
/// The year in a name is that whose 1 January the file describes; other files are passed over.
public struct TerritoryFolder: Sendable {
  /// One for each year that has communes or outlines, in order; years without outlines have those of the nearest year.
  public let geographies: [Geography]
  /// Rows of each file that was read, in order of name.
  public let read: [ImportReport.Count]
  /// In order of place.
  public let findings: [Finding]

  /// Reads a folder.
  public init(reading folder: String) throws(TerritoryFolderError) {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
      throw .missing(path: folder)
    }
    var reading = TerritoryReading()
    for name in names { try reading.read(name, in: folder) }
    guard !reading.communes.isEmpty || !reading.outlines.isEmpty else { throw .noCommunes(path: folder) }
    geographies = reading.geographies
    read = reading.counts
    findings = reading.findings.sorted(by: Finding.inOrder)
  }
}

/// Why a folder describes no territory.
public enum TerritoryFolderError: Error, Hashable, Sendable {
  case missing(path: String)
  /// It has neither `communes_YYYY.csv` nor `communes_YYYY.geojson`.
  case noCommunes(path: String)
  /// The file can't be read as a table.
  case unreadable(path: String)
  /// The file lacks a column that it means nothing without.
  case columnMissing(path: String, column: String)
}
