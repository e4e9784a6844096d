public import FibreModel
import GeoFormats

/// A snapshot of addresses as a file of the columns that ``IPEImport`` reads.
public enum IPEFile {
  /// UTF-8 with `;`, a line for each address, in order.
  public static func bytes(of snapshot: AddressSnapshot) -> [UInt8] {
    let columns: [IPEColumns.Name] = [
      .address, .commune, .state, .plugs, .cabledOn, .cabinet, .cabinetState, .availableOn, .opensOn,
    ]
    var table = FeatureTable(name: snapshot.source, columns: columns.map(\.rawValue))
    table.cells.reserveCapacity(snapshot.lines.count * columns.count)
    for line in snapshot.lines {
      table.cells += [
        line.address, line.commune, word(line.state), String(line.plugCount), day(line.cabledOn), line.cabinet,
        line.cabinetState.map(word) ?? "", day(line.availableOn), day(line.opensOn),
      ]
    }
    return table.csv()
  }

  /// `20270112`, or nothing.
  private static func day(_ date: CalendarDate?) -> String { date.map { "\($0)".replacing("-", with: "") } ?? "" }

  private static func word(_ state: AddressState) -> String {
    switch state {
    case .targeted: "CIBLE"
    case .agreed: "SIGNE"
    case .underWay: "EN COURS DE DEPLOIEMENT"
    case .onDemand: "RACCORDABLE DEMANDE"
    case .onDemandUnderWay: "RAD EN COURS DE DEPLOIEMENT"
    case .deployed: "DEPLOYE"
    case .abandoned: "ABANDONNE"
    }
  }

  private static func word(_ state: CabinetState) -> String {
    switch state {
    case .planned: "PLANIFIE"
    case .underWay: "EN COURS DE DEPLOIEMENT"
    case .deployed: "DEPLOYE"
    case .abandoned: "ABANDONNE"
    }
  }
}
