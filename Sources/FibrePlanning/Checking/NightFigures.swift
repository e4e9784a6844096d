import FibreModel

extension CheckedPlan {
  /// The moves with the figures of their own night: a link that begins or ends it over the tie is longer, and loses
  /// more, than before and after the plan.
  public func movesOnTheirNight() -> [ServiceMove] {
    var moves: [ServiceMove] = []
    var evening: [Code<Service>: TieRoute] = [:]
    for night in nights {
      let morning = Dictionary(night.tieRoutes.map { ($0.service, $0) }, uniquingKeysWith: { first, _ in first })
      for var move in plan.services where move.night == night.night.night {
        if let route = evening[move.service] { move.before = route.figures }
        if let route = morning[move.service] { (move.after, move.verdict) = (route.figures, route.verdict) }
        moves.append(move)
      }
      evening = morning
    }
    return moves
  }
}
