import FibreModel
import FibrePlanning
import Testing

extension PlantOracle {
  func route(_ answer: PathAnswer) -> [OracleStep] {
    var here = answer.steps.first.map { name($0.from) } ?? ""
    return answer.steps.map { step in
      let isForward = isCord(step.section) ? true : place(step.section, .a) == here
      here = name(step.to)
      return OracleStep(section: step.section, side: isForward ? .a : .b)
    }
  }

  /// The ends by which each track enters its fibres. A cord is entered by the end that something is joined to.
  private func tracks(_ answer: PathAnswer) -> [[FibreEnd]] {
    let route = route(answer)
    return answer.starts.indices.map { track in
      var ends: [FibreEnd] = []
      for (position, step) in answer.steps.enumerated() {
        var end = FibreEnd(step.fibres[track], route[position].side)
        if let before = ends.last, isCord(step.section), existingJoint(before.opposite, end) == nil {
          end = end.opposite
        }
        ends.append(end)
      }
      return ends
    }
  }

  /// Whether an answer can be built as it says, with the figures that it gives.
  func check(_ answer: PathAnswer, fibres: Int, from: String, to: String) {
    #expect(answer.steps.first.map { name($0.from) } == from)
    #expect(answer.steps.last.map { name($0.to) } == to)
    for (one, next) in zip(answer.steps, answer.steps.dropFirst()) { #expect(one.to == next.from) }
    for step in answer.steps {
      #expect(step.fibres.count == fibres && step.joins.count == fibres)
      #expect(step.fibres.allSatisfy { network.section(of: $0) == step.section && free.contains($0) })
    }
    let all = answer.steps.flatMap(\.fibres)
    #expect(Set(all).count == all.count, "no fibre twice")
    let tracks = tracks(answer)
    var joins: [(place: String, join: PathJoin)] = []
    var losses: [Loss] = []
    for (track, ends) in tracks.enumerated() {
      var own = [answer.starts[track]]
      checkTerminal(answer.starts[track], ends[0], at: from)
      for position in ends.indices {
        let join = answer.steps[position].joins[track]
        own.append(join)
        if position + 1 < ends.count {
          checkJoin(join, ends[position].opposite, ends[position + 1])
        } else {
          checkTerminal(join, ends[position].opposite, at: to)
        }
      }
      joins += zip([from] + answer.steps.map { name($0.to) }, own).map { ($0, $1) }
      losses.append(own.reduce(.zero) { $0 + loss(of: $1) })
    }
    for (site, starts) in [(from, answer.starts), (to, answer.steps.last?.joins ?? [])] where !isBox(site) {
      #expect(starts.count { $0 == .newPigtail } <= emptyPorts(site))
    }
    #expect(answer.newSplices == joins.count { $0.join == .newSplice || $0.join == .newPigtail })
    #expect(answer.cutPassageCount == cutPassages(answer, tracks))
    #expect(answer.newCords == joins.count { $0.join == .newCord })
    let opened = Set(joins.filter { isBox($0.place) && isWork($0.join) }.map(\.place))
    #expect(Set(answer.openedClosures.map { network.boxes[$0].code.rawValue }) == opened)
    #expect(answer.openedClosures.count == opened.count)
    let length = answer.steps.reduce(Length.zero) { $0 + network.sections[$1.section].length }
    #expect(answer.length == length)
    for (wavelength, attenuation) in network.rules.optical.attenuations {
      #expect(answer.loss(at: wavelength) == losses.max().map { $0 + attenuation.over(length) })
    }
  }

  /// Passages that the tracks enter or leave otherwise than by going through; the ends of the path cut them too.
  private func cutPassages(_ answer: PathAnswer, _ tracks: [[FibreEnd]]) -> Int {
    var cut: Set<Index<Joint>> = []
    for ends in tracks {
      for (position, end) in ends.enumerated() {
        for (side, neighbour) in [
          (end, position > 0 ? ends[position - 1].opposite : nil),
          (end.opposite, position + 1 < ends.count ? ends[position + 1] : nil),
        ] {
          guard let joint = network.joints.joint(of: side), network.joints[joint].kind == .passage else { continue }
          if neighbour == nil || network.joints[joint].partner(of: side) != neighbour { cut.insert(joint) }
        }
      }
    }
    return cut.count
  }

  private func checkTerminal(_ join: PathJoin, _ end: FibreEnd, at place: String) {
    switch join {
    case .leftReady: #expect(isBox(place))
    case .port(let one): #expect(port(end) == one && network.panels[one.panel].code.rawValue == "T\(place)")
    case .newPigtail: #expect(!isBox(place) && port(end) == nil && !isCord(network.section(of: end.fibre)))
    default: Issue.record("\(join) at an end")
    }
  }

  private func checkJoin(_ join: PathJoin, _ left: FibreEnd, _ entered: FibreEnd) {
    switch join {
    case .existing(let joint): #expect(existingJoint(left, entered) == joint)
    case .newCord: #expect(port(left) != nil && port(entered) != nil)
    case .newSplice:
      #expect(canBeSpliced(left, entered))
    default: Issue.record("\(join) on the way")
    }
  }

  private func isWork(_ join: PathJoin) -> Bool {
    switch join {
    case .newSplice, .newPigtail, .leftReady: true
    default: false
    }
  }

  private func loss(of join: PathJoin) -> Loss {
    let optical = network.rules.optical
    switch join {
    case .port: return optical.connector
    case .newPigtail: return optical.connector + optical.fusionSplice
    case .leftReady: return .zero
    case .existing(let joint): return loss(of: joint)
    case .newSplice: return optical.fusionSplice
    case .newCord: return optical.connector + optical.connector
    }
  }
}
