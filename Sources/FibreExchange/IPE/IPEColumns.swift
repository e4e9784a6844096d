import FibreModel

/// The columns of an IPE file that are read, wherever they stand and however they are written.
struct IPEColumns {
  /// A column that is read.
  enum Name: String, CaseIterable {
    case address = "IdentifiantImmeuble"
    case addressNumber = "CodeAdresseImmeuble"
    case building = "BatimentImmeuble"
    case commune = "CodeInseeImmeuble"
    case state = "EtatImmeuble"
    case plugs = "NombreLogementsAdresseIPE"
    case cabledOn = "DateCablageAdresse"
    case cabinet = "ReferencePM"
    case cabinetState = "EtatPM"
    case availableOn = "DatePremiereMADPM"
    case opensOn = "DateMiseEnServiceCommercialePM"

    /// Without it the file says nothing of plugs; of the two names of an address one is enough.
    var isNeeded: Bool { self == .state }
    /// Without it something of every line is unknown.
    var isMissed: Bool { self != .addressNumber && self != .building && self != .address }
    /// What it tells of an address, beside its name and state.
    var part: SnapshotGaps.Part? {
      switch self {
      case .plugs: .plugs
      case .commune: .commune
      case .cabinet: .cabinet
      case .cabinetState: .cabinetState
      case .cabledOn: .cabledOn
      case .availableOn: .availableOn
      case .opensOn: .opensOn
      case .address, .addressNumber, .building, .state: nil
      }
    }
  }

  private var offsets: [Int?]
  /// The columns that are not there.
  let missing: [Name]
  /// Names that stand more than once, of which the first counts.
  let repeated: [String]

  /// Finds the columns by name; case, accents, blanks and `_` make no difference.
  init(header: [ArraySlice<UInt8>]) {
    var places: [String: Int] = [:]
    var repeated: [String] = []
    for (offset, name) in header.enumerated() {
      let key = PlainText.upper(name).filter { $0 != " " }
      if key.isEmpty { continue }
      if places[key] == nil { places[key] = offset } else { repeated.append(PlainText.text(name).text) }
    }
    let offsets = Name.allCases.map { places[$0.rawValue.uppercased()] }
    self.offsets = offsets
    self.repeated = repeated
    missing = zip(Name.allCases, offsets).filter { $1 == nil }.map(\.0)
  }

  func offset(_ name: Name) -> Int? {
    Name.allCases.firstIndex(of: name).flatMap { offsets[$0] }
  }
}
