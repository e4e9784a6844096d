public import FibreModel

/// Reconciles what came back from the field with what was planned and what the inventory holds.
public enum AsDone {
  /// Holds lines against plan and network. Nothing is changed: what the lines change is in the answer, by night.
  ///
  /// A line that contradicts the plan, the inventory or another line is refused, and changes nothing; all others are
  /// applied in the order of the plan. Lines that the inventory holds already change nothing, so that lists may come
  /// back in parts, and twice. When every line of a night is done as planned the changes make the network that applying
  /// the night makes. O(network + lines × joints of a tray).
  public static func reconcile(
    _ lines: [AsDoneLine], of plan: MigrationPlan, on network: Network
  ) -> AsDoneReconciliation {
    var reconciler = AsDoneReconciler(lines, of: plan, on: network)
    return reconciler.reconciled()
  }
}
