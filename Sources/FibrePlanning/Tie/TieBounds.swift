/// Weights that every order puts on the link, for graphs too large to try all sets.
///
/// For each number k of moved nodes the cut is at least the larger of two figures: by degrees (each moved node keeps at
/// most its k - 1 heaviest edges inside; the k smallest remainders are added up), and by the spectrum (the second
/// smallest eigenvalue of the Laplacian times k(n - k)/n; Fiedler 1973, Mohar 1991). The largest bounds the peak, and
/// their sum the sum. For the sum there is a third: a node's edges are at best 1, 1, 2, 2, 3… places long, the heaviest
/// shortest (each edge is counted at both ends).
struct TieBounds {
  let graph: TieGraph

  func bound(_ goal: TieGoal) -> Int {
    let count = graph.nodeCount
    guard count > 1 else { return 0 }
    let connectivity = max(0, secondEigenvalue())
    let cuts = (1..<count).map { moved -> Int in
      let spectral = connectivity * Double(moved) * Double(count - moved) / Double(count)
      let byDegree = max(degreeBound(moved), degreeBound(count - moved))
      return max(byDegree, Int((spectral - 1e-6).rounded(.up)))
    }
    switch goal {
    case .peak: return max(cuts.max() ?? 0, ((graph.degrees.max() ?? 0) + 1) / 2)
    case .sum: return max(cuts.reduce(0, +), lengthBound())
    }
  }

  private func heaviestFirst(_ node: Int) -> [Int] {
    graph.weights[node * graph.nodeCount..<(node + 1) * graph.nodeCount].sorted(by: >)
  }

  private func degreeBound(_ moved: Int) -> Int {
    let rests = (0..<graph.nodeCount).map { graph.degrees[$0] - heaviestFirst($0).prefix(moved - 1).reduce(0, +) }
    return rests.sorted().prefix(moved).reduce(0, +)
  }

  private func lengthBound() -> Int {
    let twice = (0..<graph.nodeCount).reduce(0) { sum, node in
      sum + heaviestFirst(node).enumerated().reduce(0) { $0 + $1.element * ($1.offset / 2 + 1) }
    }
    return (twice + 1) / 2
  }

  /// The second smallest eigenvalue of the Laplacian, by Jacobi's rotations, less what rounding may have added.
  private func secondEigenvalue() -> Double {
    let count = graph.nodeCount
    var matrix = graph.weights.map { -Double($0) }
    for node in 0..<count { matrix[node * count + node] = Double(graph.degrees[node]) }
    let scale = Double(max(1, graph.degrees.max() ?? 1))
    for _ in 0..<60 {
      var off = 0.0
      for row in 0..<count {
        for column in row + 1..<max(row + 1, count) {
          let entry = matrix[row * count + column]
          off = max(off, abs(entry))
          if abs(entry) > 1e-14 * scale { Self.rotate(&matrix, count, row, column) }
        }
      }
      if off <= 1e-13 * scale { break }
    }
    let values = (0..<count).map { matrix[$0 * count + $0] }.sorted()
    // What is left beside the diagonal moves no eigenvalue by more than the sum of a row (Gershgorin).
    let rest =
      (0..<count).map { row in
        (0..<count).reduce(0.0) { $1 == row ? $0 : $0 + abs(matrix[row * count + $1]) }
      }.max() ?? 0
    return values[1] - rest - 1e-9 * scale
  }

  private static func rotate(_ matrix: inout [Double], _ count: Int, _ p: Int, _ q: Int) {
    let theta = (matrix[q * count + q] - matrix[p * count + p]) / (2 * matrix[p * count + q])
    let tangent = (theta >= 0 ? 1.0 : -1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for other in 0..<count {
      let (a, b) = (matrix[other * count + p], matrix[other * count + q])
      matrix[other * count + p] = cosine * a - sine * b
      matrix[other * count + q] = sine * a + cosine * b
    }
    for other in 0..<count {
      let (a, b) = (matrix[p * count + other], matrix[q * count + other])
      matrix[p * count + other] = cosine * a - sine * b
      matrix[q * count + other] = sine * a + cosine * b
    }
  }
}
