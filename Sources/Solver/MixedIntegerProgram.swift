/// A linear objective over bounded variables, some of them whole numbers, under linear rows.
///
/// ```swift
/// var program = MixedIntegerProgram()
/// let x = program.addVariable(0...10, cost: -3, isInteger: true)
/// let y = program.addVariable(0...10, cost: -2)
/// program.addRow([(x, 2), (y, 1)], in: -.infinity...9)
/// let outcome = try program.minimise()
/// ```
public struct MixedIntegerProgram: Sendable {
  /// A variable of one program; another program's variable is a defect and may trap.
  public struct Variable: Hashable, Sendable {
    public let offset: Int
  }

  struct Column {
    let bounds: ClosedRange<Double>
    let cost: Double
    let isInteger: Bool

    /// Whether what it adds to the objective has a least value.
    var isBoundedBelow: Bool { cost == 0 || (cost > 0 ? bounds.lowerBound : bounds.upperBound).isFinite }
  }

  struct Row {
    let terms: [(column: Int, factor: Double)]
    let bounds: ClosedRange<Double>
  }

  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []

  /// Starts with nothing.
  public init() {}

  public var variableCount: Int { columns.count }
  public var rowCount: Int { rows.count }

  /// Adds a variable; a bound may be infinite where going there does not lower the objective.
  ///
  /// - Parameter cost: What one unit of it adds to the objective.
  public mutating func addVariable(
    _ bounds: ClosedRange<Double>, cost: Double = 0, isInteger: Bool = false
  ) -> Variable {
    columns.append(Column(bounds: bounds, cost: cost, isInteger: isInteger))
    return Variable(offset: columns.count - 1)
  }

  /// Adds a variable that is 0 or 1.
  public mutating func addBinary(cost: Double = 0) -> Variable { addVariable(0...1, cost: cost, isInteger: true) }

  /// Adds a row: the sum of its terms lies within its bounds. A variable that comes twice counts with both factors.
  public mutating func addRow(_ terms: [(Variable, Double)], in bounds: ClosedRange<Double>) {
    var factors: [Int: Double] = [:]
    for (variable, factor) in terms {
      precondition(columns.indices.contains(variable.offset), "a variable of another program")
      factors[variable.offset, default: 0] += factor
    }
    rows.append(Row(terms: factors.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, bounds: bounds))
  }

  /// Adds a row whose sum is at most a number.
  public mutating func addRow(_ terms: [(Variable, Double)], atMost limit: Double) {
    addRow(terms, in: -.infinity...limit)
  }

  /// Adds a row whose sum is at least a number.
  public mutating func addRow(_ terms: [(Variable, Double)], atLeast limit: Double) {
    addRow(terms, in: limit...(.infinity))
  }

  /// Adds a row whose sum is one number.
  public mutating func addRow(_ terms: [(Variable, Double)], equalTo value: Double) {
    addRow(terms, in: value...value)
  }
}

/// When the search gives up.
public struct SolverLimits: Hashable, Sendable {
  /// Seconds of wall clock. A search ended by it may end elsewhere next time.
  public var seconds: Double
  /// Nodes of the search tree. A search ended by it ends at the same place each time.
  public var nodes: Int
  /// How far above the bound a solution may be and still count as optimal.
  public var gap: Double

  /// Makes limits.
  public init(seconds: Double = 60, nodes: Int = 1_000_000, gap: Double = 0) {
    self.seconds = seconds
    self.nodes = nodes
    self.gap = gap
  }
}

/// Values that satisfy every row.
public struct Solution: Hashable, Sendable {
  public let objective: Double
  /// One value a variable, whole ones rounded.
  public let values: [Double]

  public subscript(_ variable: MixedIntegerProgram.Variable) -> Double { values[variable.offset] }

  /// Whether a binary variable is 1.
  public func isSet(_ variable: MixedIntegerProgram.Variable) -> Bool { values[variable.offset] > 0.5 }
}

/// How a search ended.
public enum SolverOutcome: Hashable, Sendable {
  /// No solution is better, but for the allowed gap.
  case optimal(Solution)
  /// A limit was met; no solution is below the bound.
  case feasible(Solution, bound: Double)
  case infeasible
  /// A limit was met before any solution was found; no solution is below the bound.
  case stopped(bound: Double)

  /// The best solution found, or nothing.
  public var solution: Solution? {
    switch self {
    case .optimal(let solution), .feasible(let solution, _): solution
    case .infeasible, .stopped: nil
    }
  }
}
