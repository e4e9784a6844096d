/// What one snapshot says of one address: its state, its plugs, where it hangs.
///
/// A million of them fit in 130 MB: dates are kept as days, and texts up to 15 bytes need no memory of their own.
public struct AddressLine: Hashable, Sendable {
  /// The address or building in the operator's own list; unique in a snapshot.
  public let address: String
  public let state: AddressState
  public let cabinetState: CabinetState?
  private let plugs: Int32
  private let cabled: Day
  private let available: Day
  private let opening: Day
  /// The INSEE code of the commune.
  public let commune: String
  /// The cabinet that serves it, trimmed and in capitals; empty when none is named.
  public let cabinet: String

  /// Makes a line.
  public init(
    address: String, state: AddressState, plugs: Int, commune: String, cabinet: String,
    cabinetState: CabinetState? = nil, cabledOn: CalendarDate? = nil, availableOn: CalendarDate? = nil,
    opensOn: CalendarDate? = nil
  ) {
    self.address = address
    self.state = state
    self.plugs = Int32(clamping: plugs)
    self.commune = commune
    self.cabinet = cabinet
    self.cabinetState = cabinetState
    cabled = Day(cabledOn)
    available = Day(availableOn)
    opening = Day(opensOn)
  }

  /// Dwellings and offices at the address.
  public var plugCount: Int { Int(plugs) }
  /// When it is to be cabled, or was once it is deployed: the state tells which.
  public var cabledOn: CalendarDate? { cabled.date }
  /// When its cabinet was first made available to an operator.
  public var availableOn: CalendarDate? { available.date }
  /// When its cabinet opens for sale.
  public var opensOn: CalendarDate? { opening.date }

  /// A day or none in four bytes.
  private struct Day: Hashable, Sendable {
    let number: Int32

    init(_ date: CalendarDate?) { number = date.map { Int32(truncatingIfNeeded: $0.dayNumber) } ?? 0 }
    var date: CalendarDate? { number == 0 ? nil : CalendarDate(dayNumber: Int(number)) }
  }
}

/// All addresses of one operator's list on one day.
public struct AddressSnapshot: Hashable, Sendable {
  public let date: CalendarDate
  /// The file it was read from.
  public let source: String
  /// In order of address, each address once.
  public let lines: [AddressLine]

  public var name: SnapshotName { SnapshotName(date: date, source: source) }

  /// Makes a snapshot; sorts the lines, and of lines with one address keeps the first.
  public init(date: CalendarDate, source: String, lines: [AddressLine]) {
    self.date = date
    self.source = source
    var sorted = lines.enumerated().sorted { a, b in
      a.element.address == b.element.address ? a.offset < b.offset : a.element.address < b.element.address
    }.map(\.element)
    var kept = 0
    for offset in sorted.indices where kept == 0 || sorted[kept - 1].address != sorted[offset].address {
      sorted[kept] = sorted[offset]
      kept += 1
    }
    sorted.removeLast(sorted.count - kept)
    self.lines = sorted
  }
}
