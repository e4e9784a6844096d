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
  private var splices = 0
  private var closures = 0
  private var tubes = 0
  private var length = 0
  private var loss = 0

  init(_ order: [PathCriterion]) {
    var shift = 128
    for criterion in order {
      shift -= Self.bits(of: criterion)
      switch criterion {
      case .splices: splices = shift
      case .closures: closures = shift
      case .tubes: tubes = shift
      case .length: length = shift
      case .loss: loss = shift
      }
    }
  }

  func number(_ cost: CriteriaCost) -> UInt128 {
    Self.part(.splices, cost.splices, splices) + Self.part(.closures, cost.closures, closures)
      + Self.part(.tubes, cost.tubes, tubes)
      + Self.part(.length, Int((cost.length.millimetres + 50) / 100), length)
      + Self.part(.loss, Int(cost.loss.microdecibels / 1000), loss)
  }

  private static func part(_ criterion: PathCriterion, _ value: Int, _ shift: Int) -> UInt128 {
    let most = UInt128(1) << bits(of: criterion) - 1
    return min(most, UInt128(max(0, value))) << shift
  }

  private static func bits(of criterion: PathCriterion) -> Int {
    switch criterion {
    case .splices, .closures, .tubes: 24
    case .length: 30
    case .loss: 26
    }
  }
}
