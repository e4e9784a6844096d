import Foundation

/// An operators' list of addresses as text.
struct IPEFile {
  /// One line: the address, its state, plugs, commune and cabinet.
  typealias Line = (address: String, state: String, plugs: String, commune: String, cabinet: String)

  var lines: [Line]
  var columns = [
    "IdentifiantImmeuble", "EtatImmeuble", "NombreLogementsAdresseIPE", "CodeInseeImmeuble", "ReferencePM", "EtatPM",
    "DateCablageAdresse", "DatePremiereMADPM", "DateMiseEnServiceCommercialePM",
  ]

  private func cell(_ column: String, of line: Line) -> String {
    // Senders write names in their own way.
    switch column.lowercased().filter({ $0 != "_" && $0 != " " }) {
    case "identifiantimmeuble": line.address
    case "etatimmeuble", "étatimmeuble": line.state
    case "nombrelogementsadresseipe": line.plugs
    case "codeinseeimmeuble": line.commune
    case "referencepm": line.cabinet
    case "etatpm": "DEPLOYE"
    case "datepremieremadpm": "20260101"
    case "datemiseenservicecommercialepm": "20260401"
    default: ""
    }
  }

  var text: String {
    ([columns.joined(separator: ";")] + lines.map { line in columns.map { cell($0, of: line) }.joined(separator: ";") })
      .map { $0 + "\n" }.joined()
  }

  /// Writes it into a folder and answers its path.
  func write(_ name: String, into folder: Folder, encoding: String.Encoding = .utf8) throws -> String {
    guard let data = text.data(using: encoding) else { throw CocoaError(.fileWriteInapplicableStringEncoding) }
    try data.write(to: URL(fileURLWithPath: folder.path(name)))
    return folder.path(name)
  }

  /// Addresses in three communes behind two cabinets, so many deployed from the first on.
  static func sample(_ count: Int = 40, deployed: Int) -> IPEFile {
    IPEFile(
      lines: (0..<count).map { number in
        (
          "IMB/\(1000 + number)",
          number < deployed ? "DEPLOYE" : number < deployed + 5 ? "EN COURS DE DEPLOIEMENT" : "CIBLE",
          "\(1 + number % 3)", ["80021", "80175", "80505"][number % 3], "PM-\(number % 2)"
        )
      })
  }
}

/// A territory of three communes, of which one has ended.
func writeTerritory(into folder: Folder) throws -> String {
  let place = folder.url.appendingPathComponent("territoire")
  try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  let files = [
    "communes_2026.csv": """
    insee,nom,departement,epci_siren,pop_municipale_2023
    80021,Amiens,80,248000531,134780
    80505,Carnoy-Mametz,80,200037059,290
    """,
    "epci_2026.csv": """
    siren,nom,membre_somme_numerique
    248000531,CA Amiens Métropole,oui
    200037059,CC de la Haute Somme,oui
    """,
    "commune_events_2018_2026.csv": """
    date_effet,type_evenement,type_avant,insee_avant,nom_avant,type_apres,insee_apres,nom_apres
    2019-01-01,32,COM,80175,Carnoy,COM,80505,Carnoy-Mametz
    2019-01-01,32,COM,80505,Mametz,COM,80505,Carnoy-Mametz
    """,
    "communes_2018.geojson": """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"80175","nom":"Carnoy"},"geometry":{"type":"Polygon","coordinates":
    [[[2.75,49.98],[2.76,49.98],[2.76,49.99],[2.75,49.98]]]}}]}
    """,
  ]
  for (name, text) in files {
    try (text + "\n").write(to: place.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }
  return place.path
}
