/// Why a program could not be solved at all.
public enum SolverFailure: Error, Hashable, Sendable {
  /// A cost or factor is infinite or not a number, or a bound is not a number.
  case notFinite
  /// A variable lowers the objective without end on its own: give it a bound.
  case costWithoutBound
  /// CBC gave no model.
  case noMemory
  /// CBC gave up for numerical reasons.
  case abandoned
}
