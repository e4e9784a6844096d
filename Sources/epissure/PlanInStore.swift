import ArgumentParser
import FibreDeliverables
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// A plan read from its file, and where a store stands in it.
struct PlanInStore {
  let plan: MigrationPlan
  let checked: CheckedPlan
  /// Nights of this plan that the store already holds.
  let applied: [Int]
  let revision: Int
  private let mark: String
  /// What the file's certificate states otherwise than the proof; nothing while nights of it are applied, for then the
  /// proof counts what is left.
  let falseClaims: [PlanClaim]

  /// Reads a plan, finds how much of it a store holds, and proves the rest on what the store holds now.
  init(planFile: String, store: Store, _ windows: WindowsOption) throws {
    let bytes = try PlanFiles.bytes(planFile)
    var plan = try PlanFiles.plan(planFile, bytes)
    let mark = PlanFiles.mark(bytes)
    let network = try windows.applied(to: try store.snapshot())
    let standing = try store.history().filter(\.isStanding)
    let applied = standing.filter { $0.note.plan == mark }.compactMap(\.note.night)
    let foreign = standing.filter { $0.revision > plan.revision && $0.note.plan != mark }
    try PlanFiles.refuseOther(plan, planFile, than: store)
    guard foreign.isEmpty else {
      throw CommandFailure.movedOn(plan: planFile, from: plan.revision, since: foreign)
    }
    // The store may have come back to the plan's revision by undoing; its content counts, not its number.
    plan.revision = network.revision
    plan.digest = try store.digest(of: network.revision)
    if let last = applied.max() {
      checked = try PlanChecker.check(plan, on: network, from: last + 1)
    } else {
      checked = try PlanChecker.check(plan, on: network)
    }
    falseClaims = applied.isEmpty ? try PlanFiles.falseClaims(planFile, bytes, against: checked.certificate) : []
    self.plan = plan
    self.mark = mark
    self.applied = applied
    revision = network.revision
  }

  /// What the history says of a night of this plan.
  func note(night: Int) -> HistoryNote { HistoryNote("plan \(mark) night \(night)", plan: mark, night: night) }
}
