public import FibreModel

/// One night of a plan, proved, as edits of the inventory.
public struct CheckedNight: Hashable, Sendable {
  public let night: PlanNight
  /// What the night does to the inventory, in order; `changes.inverse` is the way back.
  public let changes: [NetworkChange]
  /// Most minutes that undoing the night takes any of its crews.
  public let rollBackMinutes: Int
}

/// What a check counted; the figures add up: `servicesBefore = servicesMoved + unchanged`.
public struct Certificate: Hashable, Sendable {
  /// Services of the whole network before the plan.
  public let servicesBefore: Int
  public let servicesMoved: Int
  /// Services whose route is the same before and after.
  public let unchanged: Int
  /// Every moved service ends at the same port and on the same kept fibres as before.
  public let sameFarEnd: Bool
  /// Intermediate states of the inventory that were verified, one after each step.
  public let statesReplayed: Int
  /// Fibres of the old side that carry nothing afterwards.
  public let deadFibres: Int
}

/// A plan that was replayed on its network and found right. Only `PlanChecker` can make one.
public struct CheckedPlan: Sendable {
  public let plan: MigrationPlan
  /// The network before the plan.
  public let network: Network
  /// The network after it.
  public let networkAfter: Network
  public let nights: [CheckedNight]
  public let certificate: Certificate

  fileprivate init(
    plan: MigrationPlan, network: Network, networkAfter: Network, nights: [CheckedNight], certificate: Certificate
  ) {
    self.plan = plan
    self.network = network
    self.networkAfter = networkAfter
    self.nights = nights
    self.certificate = certificate
  }
}
