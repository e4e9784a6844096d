/// What a list of addresses leaves open: it is unknown, which is not the same as none.
public struct SnapshotGaps: Hashable, Sendable {
  /// What a column tells of an address.
  public enum Part: Hashable, Sendable, CaseIterable {
    case plugs, commune, cabinet, cabinetState, cabledOn, availableOn, opensOn
  }

  /// Parts that the list has no column for.
  public var missing: Set<Part>
  /// Addresses whose number of plugs is not stated, or can't be read.
  public var withoutPlugs: Set<String>

  /// Makes gaps; a list that tells all has none.
  public init(missing: Set<Part> = [], withoutPlugs: Set<String> = []) {
    self.missing = missing
    self.withoutPlugs = withoutPlugs
  }
}
