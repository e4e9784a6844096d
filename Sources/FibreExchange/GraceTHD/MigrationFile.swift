import FibreModel
import Foundation

/// `migration.json` as it is written; what it does not say keeps its default.
private struct MigrationFile: Decodable {
  struct Tie: Decodable {
    var fibres: Int?
  }

  struct ByWavelength: Decodable {
    var wavelengthNanometres: Int
    var decibelsPerKilometre: Double?
    var value: Int?
  }

  struct Losses: Decodable {
    var attenuation: [ByWavelength]?
    var spliceDecibels: Double?
    var mechanicalSpliceDecibels: Double?
    var portDecibels: Double?
    var dispersionPsPerNmKm: [ByWavelength]?
  }

  var spliceMinutes: Int?
  var testMinutes: Int?
  var tubeOpeningMinutes: Int?
  var closuresPerCrewAndWindow: Int?
  var operatorQuota: Int?
  var soakWindows: Int?
  var noticeWorkingDays: Int?
  var defaultSetupMinutes: Int?
  var defaultCloseMinutes: Int?
  var repairMarginDecibels: Double?
  var okMarginDecibels: Double?
  var tie: Tie?
  var loss: Losses?

  /// False when a number is negative or beyond anything that work or light can take.
  var isUsable: Bool {
    let counts = [
      spliceMinutes, testMinutes, tubeOpeningMinutes, closuresPerCrewAndWindow, operatorQuota, soakWindows,
      noticeWorkingDays, defaultSetupMinutes, defaultCloseMinutes, tie?.fibres,
    ]
    let losses =
      [
        repairMarginDecibels, okMarginDecibels, loss?.spliceDecibels, loss?.mechanicalSpliceDecibels,
        loss?.portDecibels,
      ] + (loss?.attenuation ?? []).map(\.decibelsPerKilometre)
    return counts.allSatisfy { (0...1_000_000).contains($0 ?? 0) } && losses.allSatisfy { (0...1000).contains($0 ?? 0) }
  }
}

extension DeliveryImporter {
  /// Reads `migration.json` beside the tables, if there is one.
  mutating func readMigrationParameters(into rules: inout WorkRules) {
    let name = "migration.json"
    let path = delivery.folder.isEmpty ? name : "\(delivery.folder)/\(name)"
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let file = try JSONDecoder().decode(MigrationFile.self, from: data)
      guard file.isUsable else {
        note(
          "companion.unreadable", .error, name,
          "\(name) holds a loss or a count that cannot be, so the defaults hold. Correct the file.")
        return
      }
      Self.apply(file, to: &rules.parameters)
      Self.apply(file, to: &rules.optical)
      keepUnread(data, name)
    } catch let error as DecodingError {
      let place = error.place
      note(
        "companion.unreadable", .error, name,
        place.isEmpty
          ? "\(name) is no valid JSON object, so the defaults hold. Correct the file."
          : "\(name) holds something else than expected in \(place), so the defaults hold. Correct the file.")
    } catch {
      note(
        "companion.unreadable", .error, name,
        "\(name) can't be opened, so the defaults hold. Ask for the file again.")
    }
  }

  private static func apply(_ file: MigrationFile, to parameters: inout MigrationParameters) {
    let defaults = parameters
    parameters.spliceMinutes = file.spliceMinutes ?? defaults.spliceMinutes
    parameters.testMinutes = file.testMinutes ?? defaults.testMinutes
    parameters.tubeOpeningMinutes = file.tubeOpeningMinutes ?? defaults.tubeOpeningMinutes
    parameters.closuresPerCrewAndWindow = file.closuresPerCrewAndWindow ?? defaults.closuresPerCrewAndWindow
    parameters.operatorQuota = file.operatorQuota ?? defaults.operatorQuota
    parameters.soakWindows = file.soakWindows ?? defaults.soakWindows
    parameters.noticeWorkingDays = file.noticeWorkingDays ?? defaults.noticeWorkingDays
    parameters.defaultSetupMinutes = file.defaultSetupMinutes ?? defaults.defaultSetupMinutes
    parameters.defaultCloseMinutes = file.defaultCloseMinutes ?? defaults.defaultCloseMinutes
    parameters.tieFibres = file.tie?.fibres ?? defaults.tieFibres
  }

  private static func apply(_ file: MigrationFile, to optical: inout OpticalParameters) {
    for one in file.loss?.attenuation ?? [] {
      guard let attenuation = one.decibelsPerKilometre else { continue }
      optical.attenuations[Wavelength(nanometres: one.wavelengthNanometres)] = Attenuation(
        decibelsPerKilometre: attenuation)
    }
    if let loss = file.loss?.spliceDecibels { optical.fusionSplice = Loss(decibels: loss) }
    if let loss = file.loss?.mechanicalSpliceDecibels { optical.mechanicalSplice = Loss(decibels: loss) }
    if let loss = file.loss?.portDecibels { optical.connector = Loss(decibels: loss) }
    if let loss = file.repairMarginDecibels { optical.repairReserve = Loss(decibels: loss) }
    if let loss = file.okMarginDecibels { optical.comfortableMargin = Loss(decibels: loss) }
    let dispersion = file.loss?.dispersionPsPerNmKm?.first { $0.wavelengthNanometres == 1550 }?.value
    optical.dispersionPerKilometre = dispersion ?? optical.dispersionPerKilometre
  }

  /// Keeps the whole file, because it may say more than what was taken from it.
  private mutating func keepUnread(_ data: Data, _ name: String) {
    let finding = Finding(
      rule: "companion.kept", severity: .info, place: name, code: "",
      message: "Times, quotas and losses of \(name) were taken; the whole file is kept as it is.")
    findings.append(finding)
    builder.add(
      QuarantinedRow(
        table: name, line: 1, cells: [(name: "text", value: String(decoding: data, as: UTF8.self))], finding: finding))
  }
}

extension DecodingError {
  /// The keys that lead to what could not be decoded, such as `loss.spliceDecibels`; empty for the whole file.
  fileprivate var place: String {
    let keys: [any CodingKey] =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    return keys.map { $0.intValue.map { String($0 + 1) } ?? $0.stringValue }.joined(separator: ".")
  }
}
