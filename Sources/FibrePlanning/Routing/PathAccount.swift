import FibreModel

/// Works out what the tracks of a path mean: what is joined how, opened, spliced and lost.
struct PathAccount {
  private let tracer: Tracer
  private let map: PlaceMap
  private let steps: [StrandClass.Step]
  private let tracks: [[FibreEnd]]
  private let from: PathTerminal
  private let to: PathTerminal
  private let question: PathQuestion
  private var network: Network { tracer.network }

  init(_ finder: PathFinder, _ steps: [StrandClass.Step], _ tracks: [[FibreEnd]], _ question: PathQuestion) {
    tracer = finder.tracer
    map = finder.map
    self.steps = steps
    self.tracks = tracks
    from = question.from
    to = question.to
    self.question = question
  }

  func answer(touching services: [Index<Service>]) -> PathAnswer {
    let starts = tracks.compactMap { $0.first.map { end(at: $0, from) } }
    let joins = steps.indices.map { step in tracks.map { join(behind: step, of: $0) } }
    let rows = steps.enumerated().map { position, step in
      PathStep(
        section: step.section, from: map[map.place(of: step.section, step.side)],
        to: map[map.place(of: step.section, step.side.other)], fibres: tracks.map { $0[position].fibre },
        joins: joins[position], cutPassages: cutPassages(behind: position, joins[position]))
    }
    let firsts = tracks.compactMap(\.first)
    return PathAnswer(
      steps: rows, starts: starts, startPassages: passages(at: firsts),
      newSplices: ([starts] + joins).joined().count { $0 == .newSplice || $0 == .newPigtail },
      newCords: joins.joined().count { $0 == .newCord },
      openedClosures: openedClosures(starts, rows), extraTubes: extraTubes(starts, rows),
      length: steps.reduce(.zero) { $0 + tracer.length(of: $1.section) }, losses: losses(starts, rows),
      touchedServices: services)
  }

  private func end(at end: FibreEnd, _ terminal: PathTerminal) -> PathJoin {
    if terminal.panels == nil { return .leftReady }
    return terminal.port(of: end, network).map { .port($0) } ?? .newPigtail
  }

  private func join(behind step: Int, of track: [FibreEnd]) -> PathJoin {
    let last = track[step].opposite
    guard step + 1 < track.count else { return end(at: last, to) }
    if case .end(let next) = tracer.table.next(after: last.rawValue), next == track[step + 1].rawValue,
      let joint = network.joints.joint(of: last)
    {
      let kept = CriteriaCost(loss: network.passingLoss(of: network.joints[joint]))
      return splices(ratherThan: kept, behind: step, of: track) ? .newSplice : .existing(joint)
    }
    let arePorts = network.freePort(at: last) != nil && network.freePort(at: track[step + 1]) != nil
    return arePorts ? .newCord : .newSplice
  }

  /// The passages of both fibres of each join that is new.
  private func cutPassages(behind step: Int, _ joins: [PathJoin]) -> [Index<Joint>] {
    passages(
      at: zip(tracks, joins).flatMap { track, join -> [FibreEnd] in
        if case .existing = join { return [] }
        return [track[step].opposite] + track.dropFirst(step + 1).prefix(1)
      })
  }

  /// The joints at some ends where fibres run through uncut, each once.
  private func passages(at ends: [FibreEnd]) -> [Index<Joint>] {
    let joints = ends.compactMap { network.joints.joint(of: $0) }
    return Set(joints.filter { network.joints[$0].kind == .passage }).sorted()
  }

  private func splices(ratherThan other: CriteriaCost, behind step: Int, of track: [FibreEnd]) -> Bool {
    let (left, entered) = (track[step].opposite, track[step + 1])
    return network.footing(of: left).canBeSpliced(to: network.footing(of: entered))
      && question.splices(ratherThan: other, at: steps[step + 1])
  }

  private func openedClosures(_ starts: [PathJoin], _ rows: [PathStep]) -> [Index<Box>] {
    let places =
      rows.prefix(1).filter { _ in starts.contains { $0.isWork } }.map(\.from)
      + rows.filter { $0.joins.contains { $0.isWork } }.map(\.to)
    var seen: Set<Index<Box>> = []
    return places.compactMap { if case .box(let box) = $0, seen.insert(box).inserted { box } else { nil } }
  }

  /// Counted where tracks are taken up anew: at the start, and behind new splices and cords.
  private func extraTubes(_ starts: [PathJoin], _ rows: [PathStep]) -> Int {
    rows.indices.reduce(0) { sum, position in
      guard position == 0 || rows[position - 1].joins.contains(where: \.isWork) else { return sum }
      let section = network.sections[rows[position].section]
      let tubes = Set(rows[position].fibres.map { section.tube(ofFibre: network.number(of: $0)) })
      return sum + tubes.count - 1
    }
  }

  private func losses(_ starts: [PathJoin], _ rows: [PathStep]) -> [LossAtWavelength] {
    let attenuations = network.rules.optical.attenuations
    return attenuations.keys.sorted().compactMap { wavelength in
      guard let attenuation = attenuations[wavelength] else { return nil }
      let glass = steps.reduce(Loss.zero) { $0 + attenuation.over(tracer.length(of: $1.section)) }
      let worst = tracks.indices.map { track in
        rows.reduce(loss(of: starts[track])) { $0 + loss(of: $1.joins[track]) }
      }.max()
      return LossAtWavelength(wavelength: wavelength, loss: glass + (worst ?? .zero))
    }
  }

  private func loss(of join: PathJoin) -> Loss {
    let optical = network.rules.optical
    switch join {
    case .port: return optical.connector
    case .newPigtail: return optical.connector + optical.fusionSplice
    case .leftReady: return .zero
    case .existing(let joint): return network.passingLoss(of: network.joints[joint])
    case .newSplice: return optical.fusionSplice
    case .newCord: return optical.connector + optical.connector
    }
  }
}

extension PathJoin {
  /// Whether somebody must go there.
  fileprivate var isWork: Bool {
    switch self {
    case .newSplice, .newPigtail, .newCord, .leftReady: true
    case .port, .existing: false
    }
  }
}
