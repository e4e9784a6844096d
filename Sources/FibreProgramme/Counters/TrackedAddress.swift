public import FibreModel

/// By what counts are grouped.
public enum Grouping: String, Hashable, Sendable, CaseIterable {
  case commune, intercommunality, centralOffice, cabinet, lot, contractor
}

/// An address of the programme and when it entered each counter.
public struct TrackedAddress: Hashable, Sendable {
  public var address: String
  public var plugCount: Int
  /// The INSEE code it was recorded with; ``Geography`` says where that lies today.
  public var commune: String
  public var intercommunality = ""
  public var centralOffice = ""
  public var cabinet = ""
  public var lot = ""
  public var contractor = ""
  public var targetedOn: CalendarDate?
  public var studiedOn: CalendarDate?
  public var builtOn: CalendarDate?
  public var handedOverOn: CalendarDate?
  public var connectableOn: CalendarDate?
  /// One day for each plug that was connected.
  public var connectedOn: [CalendarDate] = []

  /// Makes an address that is in no counter yet.
  public init(address: String, plugCount: Int, commune: String) {
    self.address = address
    self.plugCount = plugCount
    self.commune = commune
  }

  /// When it entered a counter; the last connected plug of the connected.
  public func date(of counter: Counter) -> CalendarDate? {
    switch counter {
    case .targeted: targetedOn
    case .studied: studiedOn
    case .built: builtOn
    case .handedOver: handedOverOn
    case .connectable: connectableOn
    case .connected: connectedOn.max()
    }
  }

  /// Its plugs in a counter on a day.
  public func count(_ counter: Counter, on date: CalendarDate) -> Int {
    if counter == .connected { return min(plugCount, connectedOn.count { $0 <= date }) }
    return self.date(of: counter).map { $0 <= date } ?? false ? plugCount : 0
  }

  /// Puts its plugs in each counter on a day, in their order, in place of what was there.
  func count(into counts: inout [Int], on date: CalendarDate) {
    for counter in Counter.allCases { counts[counter.rawValue] = count(counter, on: date) }
  }

  /// The name it is grouped under; empty when none is known.
  public func name(for grouping: Grouping) -> String {
    switch grouping {
    case .commune: commune
    case .intercommunality: intercommunality
    case .centralOffice: centralOffice
    case .cabinet: cabinet
    case .lot: lot
    case .contractor: contractor
    }
  }
}
