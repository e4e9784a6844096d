import GeoFormats

/// A cable laid through boxes of its own, and those boxes.
struct BoxedRun {
  var sections: [Int]
  var boxes: [Int]
  var first: Int { sections.first ?? 0 }
  var last: Int { sections.last ?? 0 }
}

/// What a cable through evenly spread boxes is to be.
struct BoxedRunRequest {
  var code: String
  var capacity: Int
  var level: String
  var from: Int
  var to: Int
  var boxStem: String
  var boxCount: Int
  /// The whole length, or nothing for 1.35 times the straight distances.
  var metres: Int?
  var street: String
}

extension Draft {
  /// Lays a cable with boxes spread along it.
  mutating func lay(_ request: BoxedRunRequest) -> BoxedRun {
    let (start, end) = (nodes[request.from].point, nodes[request.to].point)
    let straight = start.distance(to: end)
    var run = BoxedRun(sections: [], boxes: [])
    for rank in 0..<request.boxCount {
      let share = Double(rank + 1) / Double(request.boxCount + 1)
      let offset = shapes.fraction(-0.08, 0.08) / Double(request.boxCount + 1)
      let point = Coordinate(
        x: start.x + share * (end.x - start.x) - offset * (end.y - start.y),
        y: start.y + share * (end.y - start.y) + offset * (end.x - start.x))
      run.boxes.append(
        addClosure("\(request.boxStem)-\(padded(rank + 1, 2))", at: point, street: request.street))
    }
    precondition(straight > 0, "\(request.code) goes nowhere")
    let path = [request.from] + run.boxes.map { boxes[$0].node } + [request.to]
    run.sections = lay(
      CableRun(
        code: request.code, capacity: request.capacity, level: request.level, nodes: path,
        metres: request.metres.map { share($0, along: path) } ?? naturalMetres(path), street: request.street))
    return run
  }

  /// Parts a length among the sections of a path, by their straight distances; the parts add up to it.
  private func share(_ total: Int, along path: [Int]) -> [Int] {
    let straight = zip(path, path.dropFirst()).map { nodes[$0].point.distance(to: nodes[$1].point) }
    let sum = straight.reduce(0, +)
    var (walked, given) = (0.0, 0)
    return straight.map { part in
      walked += part
      let reached = Int((Double(total) * walked / sum).rounded())
      defer { given = reached }
      return reached - given
    }
  }

  /// Joins the sections of a cable in its boxes: tubes with a live fibre are spliced, the others go through.
  ///
  /// - Parameter uncut: Ranks of boxes, from zero, where every tube goes through.
  mutating func joinSections(of run: BoxedRun, uncut: Set<Int> = []) {
    for (rank, box) in run.boxes.enumerated() {
      let (from, to) = (run.sections[rank], run.sections[rank + 1])
      for tube in 1...cables[from].capacity / 12 {
        if isLive(tube, of: from) && !uncut.contains(rank) {
          spliceTube(tube, from: from, to: to, in: box)
        } else {
          passTube(tube, from: from, to: to, in: box)
        }
      }
    }
  }

  /// True when a strand ends with a fibre of the tube.
  func isLive(_ tube: Int, of cable: Int) -> Bool {
    Self.fibres(ofTube: tube).contains { strandAtFibre[FibreReference(cable: cable, number: $0)] != nil }
  }
}
