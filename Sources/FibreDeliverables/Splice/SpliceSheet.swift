import FibreModel
public import FibrePlanning

/// The lists by which a proved plan is carried out: one for each closure, and each room, on each night.
///
/// Only what was proved can become a list: it is made from a `CheckedPlan` and from nothing else.
public struct SpliceSheet: Sendable {
  let plan: MigrationPlan
  /// The network before the first night: places, which no night changes.
  let network: Network
  /// In order of night; closures in order of code, then rooms.
  let lists: [SpliceList]
}

extension SpliceSheet {
  /// Arranges the work of a proved plan. O(nights · (fibres + joints)).
  public init(checked: CheckedPlan) {
    var lists: [SpliceList] = []
    var plan = checked.plan
    plan.services = checked.movesOnTheirNight()
    for state in checked.states {
      lists += SpliceListBuilder(checked: state.night, before: state.before, after: state.after, plan: plan).lists()
    }
    self.init(plan: plan, network: checked.network, lists: lists)
  }

  /// Codes of closures and rooms in which there is work, in order.
  public var places: [String] { Set(lists.map(\.place)).sorted() }
}
