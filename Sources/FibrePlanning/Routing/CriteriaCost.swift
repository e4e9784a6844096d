import FibreModel

/// What a piece of a path costs by each criterion.
struct CriteriaCost: Hashable {
  var splices = 0
  var closures = 0
  var tubes = 0
  var length = Length.zero
  var loss = Loss.zero
}

/// Packs costs into one number, so that comparing numbers compares first by the first criterion, and so on.
///
/// Counts have 24 bits each, lengths 30 bits of decimetres (107,374 km), losses 26 bits of thousandths of a decibel:
/// 128 in all. A path would need more than the network has to reach a limit.
struct CriteriaScale {
  private var shifts: [PathCriterion: Int] = [:]

  init(_ order: [PathCriterion]) {
    var shift = 128
    for criterion in order {
      shift -= Self.bits(of: criterion)
      shifts[criterion] = shift
    }
  }

  func number(_ cost: CriteriaCost) -> UInt128 {
    part(.splices, cost.splices) + part(.closures, cost.closures) + part(.tubes, cost.tubes)
      + part(.length, Int((cost.length.millimetres + 50) / 100)) + part(.loss, Int(cost.loss.microdecibels / 1000))
  }

  private func part(_ criterion: PathCriterion, _ value: Int) -> UInt128 {
    let most = UInt128(1) << Self.bits(of: criterion) - 1
    return min(most, UInt128(max(0, value))) << (shifts[criterion] ?? 0)
  }

  private static func bits(of criterion: PathCriterion) -> Int {
    switch criterion {
    case .splices, .closures, .tubes: 24
    case .length: 30
    case .loss: 26
    }
  }
}
