import GeoFormats

/// A plausible network of a French département, of any size: collection rings, central offices (NRO), cabinets (SRO),
/// distribution points (PBO), and cables in ducts along streets and roads.
///
/// The same number of plugs, seed and territory give the same bytes.
public struct DepartmentNetwork: Sendable {
  /// The numbers of plugs that can be asked for.
  public static let plugNumbers = 1...5_000_000

  public let plugs: Int
  public let seed: UInt64
  private let territory: Territory

  /// Makes the network of so many plugs, in a territory given or made up; nothing is built yet.
  ///
  /// - Precondition: `plugs` is one of ``plugNumbers``.
  public init(plugs: Int, seed: UInt64, territory: Territory? = nil) {
    precondition(Self.plugNumbers.contains(plugs), "\(plugs) plugs can't be made")
    self.plugs = plugs
    self.seed = seed
    self.territory = territory ?? Territory.madeUp(plugs: plugs, seed: seed)
  }

  /// Writes the network as a GraceTHD delivery with its companion files, one central office after another.
  ///
  /// Memory holds the streets and roads, and one office. Time grows with the number of plugs.
  public func write(to folder: String) throws(SampleError) -> DepartmentTotals {
    do throws(FormatError) {
      return try writeFiles(to: folder)
    } catch {
      guard case .notWritten(let path, let reason) = error else {
        throw .notWritten(path: folder, reason: "\(error)")
      }
      throw .notWritten(path: path, reason: reason)
    }
  }

  private func writeFiles(to folder: String) throws(FormatError) -> DepartmentTotals {
    let stream = try DeliveryStream(into: folder)
    var build = DepartmentBuild(plugs: plugs, seed: seed, territory)
    for companion in build.layBackbone() { try stream.write(companion) }
    build.writeBackbone()
    try stream.write(&build.draft.rows)
    for office in build.offices.indices {
      build.buildOffice(office)
      try stream.write(&build.draft.rows)
    }
    build.finish()
    try stream.write(&build.draft.rows)
    try stream.write(build.defectList)
    let written = try stream.close()
    build.totals.files = written.files
    build.totals.rows = written.rows
    return build.totals
  }
}

/// Why a sample could not be written: the system or GDAL refused, and `reason` is their own wording.
public enum SampleError: Error, Hashable, Sendable {
  case notWritten(path: String, reason: String)
}

/// What a made-up network holds.
public struct DepartmentTotals: Hashable, Sendable {
  public var plugs = 0
  /// Plugs with a drop and an outlet.
  public var connectedPlugs = 0
  /// Communes with a plug.
  public var communes = 0
  public var offices = 0
  public var cabinets = 0
  public var distributionPoints = 0
  public var closures = 0
  /// Cables without drops and cords, and their sections.
  public var cables = 0
  public var sections = 0
  /// Their length, and that of the drops.
  public var cableMetres = 0
  public var dropMetres = 0
  public var fibres = 0
  public var services = 0
  public var defects: [PlantedDefect] = []
  public var rows = 0
  /// Names of the files, in order.
  public var files: [String] = []
}
