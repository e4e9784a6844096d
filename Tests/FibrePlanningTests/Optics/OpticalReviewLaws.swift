import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// The review traces networks; the checker adds up its own replay: both must say the same of every service.
@Suite struct OpticalReviewLaws {
  private func checked(seed: UInt64) throws -> CheckedPlan {
    let network = try RandomMigration.network(seed: seed)
    let request = MigrationRequest(from: Code("OLD"), to: Code("NEW"), iterations: 1)
    return try PlanChecker.check(try MigrationPlanner().plan(request, on: network), on: network)
  }

  @Test(arguments: UInt64(1)...24) func everyStateHasTheFiguresThatTheCheckerReplayed(seed: UInt64) throws {
    let checked = try checked(seed: seed)
    let outcomes = Dictionary(
      uniqueKeysWithValues: OpticalReview(checked).outcomes.map { ($0.service, $0.states) })
    #expect(outcomes.count == checked.network.services.count, "seed \(seed)")
    for move in checked.plan.services {
      let states = try #require(outcomes[move.service])
      let (first, last) = (try #require(states.first), try #require(states.last))
      #expect(first.moment == .before && last.moment == .after, "seed \(seed) \(move.service)")
      #expect(first.check.loss == move.before.loss && first.check.length == move.before.length)
      #expect(last.check.loss == move.after.loss && last.check.length == move.after.length)
      #expect(last.check.verdict == move.verdict, "seed \(seed) \(move.service)")
    }
    for night in checked.nights {
      for route in night.tieRoutes {
        let state = outcomes[route.service]?.first { $0.moment == .overTie(night: night.night.night) }
        #expect(state?.check.loss == route.figures.loss && state?.check.length == route.figures.length)
        #expect(state?.check.verdict == route.verdict, "seed \(seed) \(route.service)")
      }
    }
  }

  @Test(arguments: UInt64(1)...24) func aMendMakesItsServiceWellAndOnlyTheSickGetOne(seed: UInt64) throws {
    let checked = try checked(seed: seed)
    let network = checked.network
    for outcome in OpticalReview(checked).outcomes {
      let last = try #require(outcome.states.last)
      if last.check.verdict == .ok { #expect(outcome.mends.isEmpty, "seed \(seed) \(outcome.service)") }
      for mend in outcome.mends {
        switch mend {
        case .attenuator(let value):
          let loss = last.check.loss + value
          #expect(loss >= last.check.optics.minimumLoss)
          #expect(last.check.optics.budget - loss >= network.rules.optical.comfortableMargin)
        case .optics(let codes):
          for code in codes {
            let optics = try #require(network.optics[code])
            let loss = try #require(last.losses.first { $0.wavelength == optics.wavelength }?.loss)
            #expect(loss >= optics.minimumLoss)
            #expect(optics.budget - loss >= network.rules.optical.comfortableMargin)
          }
        case .closure(let code, let check):
          #expect(network.boxes.index(of: code) != nil && check.verdict == .ok)
        }
      }
    }
  }

  /// Two closures on one link, a new cable to each: the plan takes one, and the review tells what the other gives.
  @Test func anotherClosureIsJudgedAsIfThePlanHadTakenIt() throws {
    var seen = 0
    for seed in UInt64(1)...60 {
      let checked = try checked(seed: seed)
      for outcome in OpticalReview(checked).outcomes {
        for case .closure(let code, let check) in outcome.mends where try isAlone(outcome.service, checked.network) {
          seen += 1
          let after = try lengthAndLoss(of: outcome.service, cutAt: code, in: checked.network)
          #expect(check.length == after.length, "seed \(seed) \(outcome.service)")
          #expect(abs(check.loss.microdecibels - after.loss.microdecibels) <= 10, "seed \(seed) \(outcome.service)")
        }
      }
    }
    #expect(seen > 0, "no seed has a service that another closure would mend")
  }

  /// Whether no cord prolongs a link in the old room.
  private func isAlone(_ service: Code<Service>, _ network: Network) throws -> Bool {
    let index = try #require(network.services.index(of: service))
    let route = try #require(Tracer(network).links(of: index).first?.route)
    return route.hops.first?.joint == network.services[index].endA.first.flatMap { network.joint(at: $0) }
  }

  /// By hand: new cable, its splice, and what lies behind the closure, for a link that is patched to no other.
  private func lengthAndLoss(
    of service: Code<Service>, cutAt closure: Code<Box>, in network: Network
  ) throws -> (length: Length, loss: Loss) {
    let index = try #require(network.services.index(of: service))
    let box = try #require(network.boxes.index(of: closure))
    let tracer = Tracer(network)
    let route = try #require(tracer.links(of: index).first?.route)
    let hop = try #require(route.hops.last { network.box(of: $0.joint) == box })
    let cable = try #require(
      network.sections.rows.first { $0.code.rawValue.hasPrefix("N") && $0.nodeB == network.boxes[box].node })
    let length = cable.length + route.length - hop.runningLength
    let behind = route.hops.drop { $0.joint != hop.joint }.dropFirst()
    let optics = try #require(network.services[index].optics.flatMap { network.optics[$0] })
    let optical = network.rules.optical
    let attenuation = try #require(optical.attenuations[optics.wavelength])
    let splices = behind.count { network.joints[$0.joint].kind == .splice } + 1
    let glass = attenuation.over(length)
    return (
      length,
      (0..<splices).reduce(glass + optical.connector + optical.connector) { sum, _ in sum + optical.fusionSplice }
    )
  }
}
