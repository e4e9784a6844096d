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
    var before = checked.network
    for night in checked.nights {
      let after = Self.apply(night.changes, to: before)
      let builder = SpliceListBuilder(checked: night, before: before, after: after, plan: plan)
      lists += builder.lists()
      before = after
    }
    self.init(plan: plan, network: checked.network, lists: lists)
  }

  /// Codes of closures and rooms in which there is work, in order.
  public var places: [String] { Set(lists.map(\.place)).sorted() }

  /// A proved night fits the network of the night before; anything else is a defect.
  private static func apply(_ changes: [NetworkChange], to network: Network) -> Network {
    do throws(ChangeRefusal) {
      return try network.applying(changes)
    } catch {
      preconditionFailure("a proved night does not apply: \(error)")
    }
  }
}
