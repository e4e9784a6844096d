import FibrePlanning
import FibreTestSupport

/// Small instances of the cut-over problem, for tests.
enum SmallCutover {
  /// Two closures, four tubes, one protected pair, one cord, one passage; two crews and four windows.
  static func instance() -> CutoverInstance {
    var parameters = CutoverInstance.Parameters()
    parameters.operatorQuota = 3
    parameters.tieFibres = 2
    return CutoverInstance(
      name: "small", parameters: parameters, crewCount: 2, windowCount: 4,
      closures: [
        .init(id: "B1", maxCrews: 1, freeTrays: 3, setupMinutes: 45),
        .init(id: "B2", maxCrews: 1, freeTrays: 2, setupMinutes: 60),
      ],
      cables: [
        .init(id: "N1", closure: "B1", fibres: 36, modulo: 12), .init(id: "N2", closure: "B2", fibres: 24, modulo: 12),
      ],
      tubes: [
        .init(id: "T1", liveFibres: 10, candidates: [spliced("B1", "N1", 10), passage("B2", "N2", 10)]),
        .init(id: "T2", liveFibres: 6, candidates: [spliced("B1", "N1", 6)]),
        .init(id: "T3", liveFibres: 12, candidates: [spliced("B1", "N1", 12)]),
        .init(id: "T4", liveFibres: 8, candidates: [passage("B2", "N2", 8)]),
        .init(id: "T5", liveFibres: 0, candidates: [spliced("B2", "N2", 0)]),
      ],
      services: [
        service("S1", "T1", "C1", "OP1", 2, vital: true), service("S2", "T2", "C1", "OP1", 2, protects: "S1"),
        service("S3", "T3", "C2", "OP1", 4), service("S4", "T4", "C3", "OP2", 8),
      ],
      cords: [.init(a: "T2", b: "T4", fibres: 2), .init(a: "T1", b: "T3", fibres: 2)],
      refusals: [.init(client: "C3", windows: [1])])
  }

  /// A valid plan of it.
  static let plan = CutoverPlan(moves: [
    .init(tube: "T1", closure: "B1", window: 1, crew: 1), .init(tube: "T3", closure: "B1", window: 1, crew: 1),
    .init(tube: "T2", closure: "B1", window: 2, crew: 1), .init(tube: "T4", closure: "B2", window: 2, crew: 2),
  ])

  static func spliced(_ closure: String, _ cable: String, _ fibres: Int) -> CutoverInstance.Candidate {
    .init(
      closure: closure, cable: cable, isPassage: false, liveSplices: fibres, totalSplices: fibres, newMetres: 2_000)
  }

  static func passage(_ closure: String, _ cable: String, _ live: Int) -> CutoverInstance.Candidate {
    .init(closure: closure, cable: cable, isPassage: true, liveSplices: live, totalSplices: 12, newMetres: 3_000)
  }

  static func service(
    _ id: String, _ tube: String, _ client: String, _ name: String, _ fibres: Int, vital: Bool = false,
    protects: String? = nil
  ) -> CutoverInstance.Service {
    .init(
      id: id, tube: tube, client: client, operatorName: name, fibres: fibres, isVital: vital,
      maxOutageMinutes: vital ? 60 : 240, protects: protects)
  }

  /// A random instance, small enough to try everything.
  static func random(seed: Int) -> CutoverInstance {
    var random = SeededGenerator(seed: UInt64(seed))
    var parameters = CutoverInstance.Parameters()
    parameters.operatorQuota = Int.random(in: 2...4, using: &random)
    parameters.tieFibres = Int.random(in: 0...3, using: &random)
    parameters.windowMinutes = Int.random(in: 250...330, using: &random)
    let tubeCount = 4
    let live = (0..<tubeCount).map { _ in Int.random(in: 3...12, using: &random) }
    var tubes: [CutoverInstance.Tube] = []
    for tube in 0..<tubeCount {
      let closures = Bool.random(using: &random) && tube % 2 == 0 ? [1, 2] : [Int.random(in: 1...2, using: &random)]
      let candidates = closures.map { closure in
        Int.random(in: 0...3, using: &random) == 0
          ? passage("B\(closure)", "N\(closure)", live[tube]) : spliced("B\(closure)", "N\(closure)", live[tube])
      }
      tubes.append(.init(id: "T\(tube)", liveFibres: live[tube], candidates: candidates))
    }
    var services = (0..<tubeCount).map { tube in
      service("S\(tube)", "T\(tube)", "C\(tube)", "OP\(tube % 2)", 2, vital: Int.random(in: 0...5, using: &random) == 0)
    }
    services[1].protects = Bool.random(using: &random) ? "S0" : nil
    services[3].protects = Bool.random(using: &random) ? "S\(Int.random(in: 0...2, using: &random))" : nil
    return CutoverInstance(
      name: "random \(seed)", parameters: parameters, crewCount: Int.random(in: 1...2, using: &random), windowCount: 3,
      closures: (1...2).map {
        .init(
          id: "B\($0)", maxCrews: Int.random(in: 1...2, using: &random),
          freeTrays: Int.random(in: 2...4, using: &random), setupMinutes: 45)
      },
      cables: (1...2).map { .init(id: "N\($0)", closure: "B\($0)", fibres: 48, modulo: 12) }, tubes: tubes,
      services: services,
      cords: [
        .init(a: "T0", b: "T\(Int.random(in: 1...3, using: &random))", fibres: Int.random(in: 1...3, using: &random)),
        .init(a: "T2", b: "T3", fibres: Int.random(in: 1...2, using: &random)),
      ],
      refusals: [.init(client: "C\(Int.random(in: 0...3, using: &random))", windows: [1])])
  }
}
