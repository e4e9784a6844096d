import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibreSamples
import FibreStore
import Foundation

/// `generate --plugs`: a made-up network of any size.
struct GenerateDepartment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "department",
    abstract: both(
      "Un réseau départemental plausible (fictif), de la taille voulue.",
      "A plausible (fictional) network of a département, of any size."),
    discussion: both(
      """
      C'est la sous-commande par défaut : « generate --plugs 10000 --out d/ ». Un réseau : collecte en boucles, NRO, SRO \
      de 300 à 1 000 lignes, PBO de 5 à 10, câbles en fourreaux le long des rues et des routes ; les défauts semés sont dans \
      defects.csv.
      Fichier des communes : CSV avec en-tête ; colonnes insee, nom et pop_municipale… Avec longitude et latitude, chaque \
      commune est à sa place ; sans elles, les communes sont posées sur une grille, celles d'un même epci_siren ensemble.
      """,
      """
      This is the default subcommand: “generate --plugs 10000 --out d/”. A network: collection rings, NRO, SRO of 300 to \
      1,000 lines, PBO of 5 to 10, cables in ducts along streets and roads; the defects sown are in defects.csv.
      File of communes: CSV with a header; columns insee, nom and pop_municipale… With longitude and latitude each \
      commune is in its place; without them communes are put on a grid, those of one epci_siren together.
      """))

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(both("Nombre de prises, exactement.", "Number of plugs, exactly."), valueName: "n"))
  var plugs: Int

  @Option(
    name: .long,
    help: ArgumentHelp(both("Graine : la même donne les mêmes octets.", "Seed: the same one gives the same bytes.")))
  var seed: UInt64 = 1

  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Communes à desservir ; inventées sinon.", "Communes to serve; made up otherwise."), valueName: "csv"))
  var territory: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Dossier à écrire, ou réseau en .gpkg.", "Folder to write, or a .gpkg network."), valueName: "dir|network"))
  var out: String

  @OptionGroup var target: SampleTarget
  @OptionGroup var output: OutputOptions
}

extension GenerateDepartment {
  func run() throws {
    guard DepartmentNetwork.plugNumbers.contains(plugs) else { throw CommandFailure.plugNumber(plugs) }
    try target.check(out) { names in
      let own = ["defects.csv", "optics.csv", "services.csv"]
      return names.contains("defects.csv") && names.allSatisfy { own.contains($0) || $0.hasPrefix("t_") }
    }
    let network = DepartmentNetwork(
      plugs: plugs, seed: seed, territory: try territory.map { try Territory(reading: $0) })
    Output.status(both("Écriture de \(out)…", "Writing \(out)…"))
    let totals = out.hasSuffix(".gpkg") ? try writeStore(network) : try network.write(to: out)
    Output.clearStatus()
    Output.result(output.json ? totals.json(out).text : totals.text(out))
  }

  /// Writes a store by way of a delivery in a folder that is gone afterwards.
  private func writeStore(_ network: DepartmentNetwork) throws -> DepartmentTotals {
    let folder = NSTemporaryDirectory() + "epissure-\(ProcessInfo.processInfo.processIdentifier)"
    defer {
      // The system empties this place anyway.
      do { try FileManager.default.removeItem(atPath: folder) } catch { Output.status("") }
    }
    let totals = try network.write(to: folder)
    _ = try Store.replaceContent(
      of: out, with: try GraceTHDImport(reading: folder).network,
      note: HistoryNote("generate --plugs \(plugs) --seed \(seed)"))
    return totals
  }
}

extension DepartmentTotals {
  fileprivate func text(_ folder: String) -> String {
    let kilometres = (cables: (cableMetres + 500) / 1_000, drops: (dropMetres + 500) / 1_000)
    return both(
      """
      Écrit : \(folder)
      \(french: plugs, "prise(s)"), dont \(french: connectedPlugs, "raccordée(s)") ; \(french: communes, "commune(s)")
      \(french: offices, "NRO"), \(french: cabinets, "SRO"), \(french: distributionPoints, "PBO"), \(french: closures, "BPE")
      \(french: cables, "câble(s)") en \(french: sections, "tronçon(s)"), \(french: kilometres.cables, "km") ; branchements \(french: kilometres.drops, "km") ; \(french: fibres, "fibre(s)")
      \(french: services, "service(s)") ; \(french: defects.count, "défaut(s) semé(s)") ; \(french: rows, "ligne(s)") dans \(french: files.count, "fichier(s)")
      """,
      """
      Written: \(folder)
      \(english: plugs, "plug(s)"), \(english: connectedPlugs, "of them connected"); \(english: communes, "commune(s)")
      \(english: offices, "NRO"), \(english: cabinets, "SRO"), \(english: distributionPoints, "PBO"), \(english: closures, "closure(s)")
      \(english: cables, "cable(s)") in \(english: sections, "section(s)"), \(english: kilometres.cables, "km"); drops \(english: kilometres.drops, "km"); \(english: fibres, "fibre(s)")
      \(english: services, "service(s)"); \(english: defects.count, "defect(s)") sown; \(english: rows, "row(s)") in \(english: files.count, "file(s)")
      """)
  }

  fileprivate func json(_ folder: String) -> JSONValue {
    let numbers: [(String, Int)] = [
      ("plugs", plugs), ("connectedPlugs", connectedPlugs), ("communes", communes), ("offices", offices),
      ("cabinets", cabinets), ("distributionPoints", distributionPoints), ("closures", closures), ("cables", cables),
      ("sections", sections), ("cableMetres", cableMetres), ("dropMetres", dropMetres), ("fibres", fibres),
      ("services", services), ("rows", rows),
    ]
    var fields = Dictionary(uniqueKeysWithValues: numbers.map { ($0.0, JSONValue.integer($0.1)) })
    fields["files"] = .array(files.map { .string($0) })
    fields["defects"] = .array(defects.map { .object(["rule": .string($0.rule.rawValue), "code": .string($0.code)]) })
    fields["out"] = .string(folder)
    return .object(fields)
  }
}
