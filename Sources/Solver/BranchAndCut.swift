import CCbc
import Synchronization

/// Held while CBC runs: its solver keeps parameters in static variables, so that two threads disturb each other.
private let turn = Mutex(())

extension MixedIntegerProgram {
  /// Searches for the least objective with CBC, in silence.
  ///
  /// One thread at a time: others wait. Time grows exponentially with the number of whole variables in the worst case; give limits.
  ///
  /// - Throws: `SolverFailure` when there is no answer of any kind.
  public func minimise(_ limits: SolverLimits = SolverLimits()) throws(SolverFailure) -> SolverOutcome {
    guard isFinite else { throw .notFinite }
    // CBC reports a program without a least value as infeasible, so none that might lack one is given to it.
    guard columns.allSatisfy(\.isBoundedBelow) else { throw .costWithoutBound }
    // CBC's presolve refuses a model without columns, so this trivial case is settled here.
    guard !columns.isEmpty else { return rows.allSatisfy { $0.bounds.contains(0) } ? .optimal(.empty) : .infeasible }
    return try turn.withLock { (_) throws(SolverFailure) in try solve(limits) }
  }

  private func solve(_ limits: SolverLimits) throws(SolverFailure) -> SolverOutcome {
    guard let model = Cbc_newModel() else { throw .noMemory }
    defer { Cbc_deleteModel(model) }
    load(into: model)
    apply(limits, to: model)
    _ = Cbc_solve(model)
    return try outcome(of: model)
  }

  private var isFinite: Bool {
    columns.allSatisfy { $0.cost.isFinite } && rows.allSatisfy { $0.terms.allSatisfy { $0.factor.isFinite } }
  }

  private func load(into model: UnsafeMutableRawPointer) {
    var starts: [Int32] = [0]
    var indices: [Int32] = []
    var values: [Double] = []
    var byColumn = [[(row: Int, factor: Double)]](repeating: [], count: columns.count)
    for (row, content) in rows.enumerated() {
      for term in content.terms { byColumn[term.column].append((row, term.factor)) }
    }
    for terms in byColumn {
      indices.append(contentsOf: terms.map { Int32($0.row) })
      values.append(contentsOf: terms.map(\.factor))
      starts.append(Int32(indices.count))
    }
    Cbc_loadProblem(
      model, Int32(columns.count), Int32(rows.count), starts, indices, values,
      columns.map(\.bounds.lowerBound), columns.map(\.bounds.upperBound), columns.map(\.cost),
      rows.map(\.bounds.lowerBound), rows.map(\.bounds.upperBound))
    for (column, content) in columns.enumerated() where content.isInteger { Cbc_setInteger(model, Int32(column)) }
    Cbc_setObjSense(model, 1)
  }

  private func apply(_ limits: SolverLimits, to model: UnsafeMutableRawPointer) {
    Cbc_setLogLevel(model, 0)
    Cbc_setParameter(model, "log", "0")
    Cbc_setParameter(model, "slog", "0")
    // One thread and a fixed seed: the same program gives the same answer.
    Cbc_setParameter(model, "threads", "0")
    Cbc_setParameter(model, "randomC", "1")
    // CBC counts its own processor seconds unless told, which pass slowly on a busy machine.
    Cbc_setParameter(model, "timeMode", "elapsed")
    Cbc_setMaximumSeconds(model, limits.seconds)
    Cbc_setMaximumNodes(model, Int32(clamping: limits.nodes))
    Cbc_setAllowableGap(model, limits.gap)
  }

  private func outcome(of model: UnsafeMutableRawPointer) throws(SolverFailure) -> SolverOutcome {
    if Cbc_isProvenInfeasible(model) != 0 || Cbc_isInitialSolveProvenPrimalInfeasible(model) != 0 {
      return .infeasible
    }
    let solution = bestSolution(of: model)
    if let solution, Cbc_isProvenOptimal(model) != 0 { return .optimal(solution) }
    if Cbc_isAbandoned(model) != 0 { throw .abandoned }
    // A search that never had a bound says 1e50.
    let best = Cbc_getBestPossibleObjValue(model)
    let bound = abs(best) < 1e49 ? best : -.infinity
    return solution.map { .feasible($0, bound: bound) } ?? .stopped(bound: bound)
  }

  private func bestSolution(of model: UnsafeMutableRawPointer) -> Solution? {
    // Without whole variables CBC keeps no "best" solution: the relaxation is the answer.
    guard let found = columns.contains(where: \.isInteger) ? bestWhole(of: model) : Cbc_getColSolution(model) else {
      return nil
    }
    let values = columns.indices.map { columns[$0].isInteger ? found[$0].rounded() : found[$0] }
    let objective = columns.indices.map { columns[$0].cost * values[$0] }.reduce(0, +)
    return Solution(objective: objective, values: values)
  }

  private func bestWhole(of model: UnsafeMutableRawPointer) -> UnsafePointer<Double>? {
    Cbc_bestSolution(model).map { UnsafePointer($0) }
  }
}

extension Solution {
  fileprivate static let empty = Solution(objective: 0, values: [])
}
