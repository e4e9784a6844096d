/// What a cut-over plan is judged by, the most important first; less is better.
public struct CutoverObjectives: Hashable, Sendable {
  /// Weight of the changes against a plan that is already announced; 0 where there is none.
  public var changes = 0
  /// The last window used, counted from 1.
  public var windows = 0
  /// Crews at work, summed over the windows.
  public var crewNights = 0
  /// Minutes of outage summed over the services, those of vital ones three times.
  public var weightedOutage = 0
  public var splices = 0
  /// Metres of new cable from the new site to the splice, summed over the spliced fibres.
  public var newFibreMetres = 0
  /// Most tie fibres in use after any window.
  public var peakTie = 0
  /// Tubes cut where they pass uncut.
  public var passages = 0

  public init() {}

  /// The figures in order of weight.
  public var values: [Int] {
    [changes, windows, crewNights, weightedOutage, splices, newFibreMetres, peakTie, passages]
  }
}

extension CutoverObjectives: Comparable {
  public static func < (a: Self, b: Self) -> Bool {
    a.values.lexicographicallyPrecedes(b.values)
  }
}
