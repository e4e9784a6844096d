import FibreExchange
import FibreModel
import FibreProgramme
import FibreStore
import Foundation

/// Made-up operators' lists of addresses, one every two weeks, and their import into a store.
struct AddressLists {
  let folder: URL
  var addressCount = 220_000
  /// Snapshots over which the addresses go from targeted to deployed, each in three steps.
  var snapshotCount = 130
  /// Every line of every list differs from the one before, which no network does.
  var everyLineChanges = false

  var store: String { folder.appendingPathComponent("addresses.gpkg").path }

  /// The width of the files: that of version 3 of the protocol.
  private static let columnCount = 63
  private static let columns = [
    "IdentifiantImmeuble", "CodeInseeImmeuble", "CommuneImmeuble", "NomVoieImmeuble", "NumeroVoieImmeuble",
    "NombreLogementsAdresseIPE", "EtatImmeuble", "DateCablageAdresse", "ReferencePM", "EtatPM", "DatePremiereMADPM",
    "DateMiseEnServiceCommercialePM",
  ]
  private static let states = ["CIBLE", "EN COURS DE DEPLOIEMENT", "RACCORDABLE DEMANDE", "DEPLOYE"]

  func date(of snapshot: Int) -> CalendarDate { CalendarDate.earliest.adding(days: 737_700 + 14 * snapshot) }

  /// Writes a list and answers its path.
  func write(_ snapshot: Int) throws -> String {
    let names = Self.columns + (Self.columns.count..<Self.columnCount).map { "Colonne\($0)" }
    var text = names.joined(separator: ";") + "\n"
    let rest = String(repeating: ";", count: Self.columnCount - Self.columns.count) + "\n"
    let shift = everyLineChanges ? snapshot : 0
    for address in 0..<addressCount {
      text += line(address, snapshot, shift)
      text += rest
    }
    let file = folder.appendingPathComponent("IPE_\(snapshot).csv")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func line(_ address: Int, _ snapshot: Int, _ shift: Int) -> String {
    let step = (0..<3).count { Self.mixed(address * 3 + $0) % UInt64(snapshotCount) <= UInt64(snapshot) }
    let commune = String(80_001 + address / 300 % 780)
    return """
      IMB/\(commune)/X/\(100_000 + address);\(commune);COMMUNE \(commune);RUE DE LA REPUBLIQUE;\(address % 200);\
      \(1 + address % 3 / 2);\(Self.states[step]);202\(1 + shift % 5)0\(1 + shift % 9)15;PM-80-\(address / 300);DEPLOYE;\
      20210301;20210601
      """
  }

  /// Scattered bits of a number. Source: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
  private static func mixed(_ number: Int) -> UInt64 {
    var word = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return word ^ (word >> 31)
  }

  /// Reads a list and puts it into the store, as `import ipe` does.
  func importList(_ path: String, _ snapshot: Int) throws {
    _ = try Store.addSnapshots(to: store, isDryRun: false) { snapshots in
      let read = try IPEImport(reading: path, date: date(of: snapshot))
      guard case .appended(let step, let previous) = try snapshots.add(read.snapshot) else { return }
      _ = step.findings(after: previous, before: nil) + read.snapshot.placeFindings(on: nil)
    }
  }

  /// Imports the first list into a new store and the others after it; every one is timed.
  func imports(of count: Int) throws -> [Double] {
    let clock = ContinuousClock()
    return try (0..<count).map { snapshot in
      let path = try write(snapshot)
      let time = try clock.measure { try importList(path, snapshot) }
      try FileManager.default.removeItem(atPath: path)
      return time / .seconds(1)
    }
  }

  /// What the store takes on the disk, in megabytes of 10⁶ bytes.
  func storeMegabytes() throws -> Double {
    let size = try FileManager.default.attributesOfItem(atPath: store)[.size] as? Int
    return Double(size ?? 0) / 1_000_000
  }

  /// Everything up to the last day, counted by commune, as `progress` does.
  func progress() throws {
    let steps = try Store.open(path: store).snapshotSteps(upTo: .latest)
    _ = DeploymentState(
      of: AddressHistory(replaying: steps), DeploymentState.Records(), on: steps.last?.date ?? .latest, by: .commune)
  }
}
