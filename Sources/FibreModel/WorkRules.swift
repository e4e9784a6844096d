/// A night, or another span of time, in which live links may be cut.
public struct WorkWindow: Hashable, Sendable {
  /// From 1, in order of date.
  public var number: Int
  public var date: CalendarDate
  /// Minutes after midnight at which it opens.
  public var startMinute: Int
  public var minutes: Int
  /// Minutes at its end that stay free for the way back.
  public var reserveMinutes: Int
  public var crews: Int

  /// Makes a window.
  public init(number: Int, date: CalendarDate, startMinute: Int, minutes: Int, reserveMinutes: Int, crews: Int) {
    self.number = number
    self.date = date
    self.startMinute = startMinute
    self.minutes = minutes
    self.reserveMinutes = reserveMinutes
    self.crews = crews
  }
}

/// Days on which a client's links must not be touched, both ends included.
public struct ForbiddenPeriod: Hashable, Sendable {
  public var client: String
  public var from: CalendarDate
  public var to: CalendarDate
  public var reason: String

  /// Makes a forbidden period.
  public init(client: String, from: CalendarDate, to: CalendarDate, reason: String) {
    self.client = client
    self.from = from
    self.to = to
    self.reason = reason
  }
}

/// What working in one closure takes.
public struct ClosureWork: Hashable, Sendable {
  public var closure: Code<Box>
  public var setupMinutes: Int
  public var closeMinutes: Int
  /// Crews that fit in it at once.
  public var maximumCrews: Int
  /// Trays that are free, as stated on site.
  public var freeTrays: Int

  /// Makes the conditions of a closure.
  public init(closure: Code<Box>, setupMinutes: Int, closeMinutes: Int, maximumCrews: Int, freeTrays: Int) {
    self.closure = closure
    self.setupMinutes = setupMinutes
    self.closeMinutes = closeMinutes
    self.maximumCrews = maximumCrews
    self.freeTrays = freeTrays
  }
}

/// The day on which a cable, or one section of it, has been accepted; it may be used on later days.
public struct Acceptance: Hashable, Sendable {
  /// A cable's code, or a section's.
  public var cable: String
  public var acceptedOn: CalendarDate

  /// Makes an acceptance.
  public init(cable: String, acceptedOn: CalendarDate) {
    self.cable = cable
    self.acceptedOn = acceptedOn
  }
}

/// How long work takes and how much of it a night may hold. Defaults: trade conventions for trained crews.
public struct MigrationParameters: Hashable, Sendable {
  public var spliceMinutes = 5
  public var testMinutes = 2
  public var tubeOpeningMinutes = 10
  /// Services of one operator that may be touched in one window.
  public var operatorQuota = 40
  /// Windows that must lie between the two legs of a protected pair: 1 = not in the same window.
  public var soakWindows = 1
  /// Fibres of the temporary tie between the old and the new room.
  public var tieFibres = 0
  public var closuresPerCrewAndWindow = 1
  public var noticeWorkingDays = 10
  /// Setup and closing of closures that have no row of their own.
  public var defaultSetupMinutes = 45
  public var defaultCloseMinutes = 15

  /// Makes the defaults.
  public init() {}
}

/// Losses used to compute a route. Defaults: design values of French practice.
public struct OpticalParameters: Hashable, Sendable {
  /// By wavelength in nanometres, in order.
  public var attenuations: [Wavelength: Attenuation] = [
    Wavelength(nanometres: 1310): Attenuation(decibelsPerKilometre: 0.35),
    Wavelength(nanometres: 1490): Attenuation(decibelsPerKilometre: 0.25),
    Wavelength(nanometres: 1550): Attenuation(decibelsPerKilometre: 0.25),
    Wavelength(nanometres: 1625): Attenuation(decibelsPerKilometre: 0.28),
  ]
  public var fusionSplice = Loss(decibels: 0.1)
  public var mechanicalSplice = Loss(decibels: 0.3)
  /// A fusion splice measured above this is made again. Source: Objectif fibre guides, one-way OTDR maximum.
  public var fusionSpliceLimit = Loss(decibels: 0.2)
  /// A port passed, its pigtail included.
  public var connector = Loss(decibels: 0.25)
  /// Kept free for later repairs.
  public var repairReserve = Loss.zero
  /// Chromatic dispersion at 1550 nm, in ps/(nm·km); near zero at 1310.
  public var dispersionPerKilometre = 17
  /// Margin from which a link is held to be safe.
  public var comfortableMargin = Loss(decibels: 1.5)

  /// Makes the defaults.
  public init() {}

  /// Greatest loss of a splitter by ratio, excess included; from 128 on, 24.5 dB and more.
  ///
  /// Source: planning table of PLC splitters, upper values.
  public static func splitterLoss(ratio: Int) -> Loss {
    let table: [(ratio: Int, decibels: Double)] = [
      (2, 3.8), (4, 7.2), (8, 10.8), (16, 14.5), (32, 17.5), (64, 21.0), (128, 24.5),
    ]
    return Loss(decibels: table.first { $0.ratio >= ratio }?.decibels ?? 28.0)
  }
}

/// What the delivery says about when and how work may be done.
public struct WorkRules: Hashable, Sendable {
  /// In order of number.
  public var windows: [WorkWindow] = []
  public var forbidden: [ForbiddenPeriod] = []
  public var closures: [ClosureWork] = []
  public var acceptances: [Acceptance] = []
  public var parameters = MigrationParameters()
  public var optical = OpticalParameters()

  /// Makes rules that say nothing beyond the defaults.
  public init() {}

  /// States that nothing can be done in a closure: it has no free tray.
  public mutating func shut(_ closure: Code<Box>) {
    let known = closures.first { $0.closure == closure }
    let shut = ClosureWork(
      closure: closure, setupMinutes: known?.setupMinutes ?? parameters.defaultSetupMinutes,
      closeMinutes: known?.closeMinutes ?? parameters.defaultCloseMinutes, maximumCrews: known?.maximumCrews ?? 1,
      freeTrays: 0)
    closures = [shut] + closures.filter { $0.closure != closure }
  }

  /// States another number of free trays for a closure; of several statements the first is changed, which is the one
  /// that counts.
  ///
  /// - Throws: `ChangeRefusal.unknownClosureWork` when nothing is stated about the closure, and `freeTraysDiffer` when
  ///   something else than `from` is, or `to` is negative; nothing is changed then.
  public mutating func setFreeTrays(of closure: Code<Box>, from: Int, to: Int) throws(ChangeRefusal) {
    guard let row = closures.firstIndex(where: { $0.closure == closure }) else { throw .unknownClosureWork(closure) }
    guard closures[row].freeTrays == from, to >= 0 else { throw .freeTraysDiffer(closure) }
    closures[row].freeTrays = to
  }
}
