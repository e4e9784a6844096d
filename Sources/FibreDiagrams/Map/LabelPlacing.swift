/// A straight line on the page.
struct PageLine {
  let start: PagePoint
  let end: PagePoint

  func point(at share: Double) -> PagePoint { start + (end - start).scaled(share) }

  /// Whether the line meets a box: clipped against its four sides (Liang and Barsky, 1984).
  func meets(_ box: PageBox) -> Bool {
    let way = end - start
    var (first, last) = (0.0, 1.0)
    for (step, offset, half) in [
      (way.x, start.x - box.centre.x, box.width / 2), (way.y, start.y - box.centre.y, box.height / 2),
    ] {
      for (direction, room) in [(-step, offset + half), (step, half - offset)] {
        if direction == 0 {
          if room < 0 { return false }
        } else if direction < 0 {
          first = max(first, room / direction)
        } else {
          last = min(last, room / direction)
        }
      }
    }
    return first <= last
  }

  /// The part of the line outside both boxes, near enough.
  func between(_ a: PageBox, _ b: PageBox) -> PageLine {
    let shares = stride(from: 0.0, through: 1.0, by: 0.02)
    let start = shares.first { !a.contains(point(at: $0)) } ?? 0.5
    let end = shares.reversed().first { !b.contains(point(at: $0)) } ?? 0.5
    return start < end ? PageLine(start: point(at: start), end: point(at: end)) : self
  }
}

extension PageLine {
  /// The corner of a way round the first of the boxes that the line would run through, on the side where it meets fewer
  /// others; nothing when the way is free, or no freer round the box.
  func corner(around boxes: [PageBox]) -> PagePoint? {
    let met = boxes.filter { meets($0.shrunk(by: 3)) }
    let length = (end - start).length
    guard let box = met.first, length > 0 else { return nil }
    let across = PagePoint(x: -(end.y - start.y) / length, y: (end.x - start.x) / length)
    let reach = abs(across.x) * box.width / 2 + abs(across.y) * box.height / 2 + 8
    let offset = (start.x - box.centre.x) * across.x + (start.y - box.centre.y) * across.y
    let corners = (offset < 0 ? [-reach, reach] : [reach, -reach]).map { box.centre + across.scaled($0) }
    let best = corners.min { collisions(by: $0, with: boxes) < collisions(by: $1, with: boxes) }
    return best.flatMap { collisions(by: $0, with: boxes) < met.count ? $0 : nil }
  }

  private func collisions(by corner: PagePoint, with boxes: [PageBox]) -> Int {
    let legs = [PageLine(start: start, end: corner), PageLine(start: corner, end: end)]
    return boxes.count { box in legs.contains { $0.meets(box.shrunk(by: 3)) } }
  }
}

extension PageBox {
  func shrunk(by margin: Double) -> PageBox {
    PageBox(centre: centre, width: max(0, width - 2 * margin), height: max(0, height - 2 * margin))
  }

  func contains(_ point: PagePoint) -> Bool {
    abs(point.x - centre.x) <= width / 2 && abs(point.y - centre.y) <= height / 2
  }
}

/// Finds a place for the label of each line: on it or near it, on no other label or place, on few other lines.
struct LabelPlacing {
  let obstacles: [PageBox]
  let lines: [PageLine]

  /// Boxes of the given sizes, one for each line in order; short lines choose first, since they have least room.
  func placed(_ sizes: [(width: Double, height: Double)]) -> [PageBox] {
    var taken = obstacles
    var result = [PageBox?](repeating: nil, count: lines.count)
    let order = lines.indices.sorted {
      ((lines[$0].end - lines[$0].start).length, $0) < ((lines[$1].end - lines[$1].start).length, $1)
    }
    for line in order {
      let box = best(for: line, sizes[line], taken)
      taken.append(box)
      result[line] = box
    }
    return result.compactMap { $0 }
  }

  private func best(for line: Int, _ size: (width: Double, height: Double), _ taken: [PageBox]) -> PageBox {
    var best = PageBox(centre: lines[line].point(at: 0.5), width: size.width, height: size.height)
    var least = Double.infinity
    for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9] {
      for offset in Self.offsets {
        let way = PagePoint(x: offset.x * (size.width / 2 + 3), y: offset.y * (size.height / 2 + 3))
        let box = PageBox(centre: lines[line].point(at: share) + way, width: size.width, height: size.height)
        let cost = way.length / 2 + abs(share - 0.5) * 10 + cost(of: box, on: line, taken, limit: least)
        if cost < least { (best, least) = (box, cost) }
      }
    }
    return best
  }

  /// On the line, then beside it, then farther.
  private static let offsets: [PagePoint] =
    [PagePoint(x: 0, y: 0)]
    + [1.0, 2, 3, 5].flatMap { far in
      [(0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)].map { x, y in
        PagePoint(x: Double(x) * far, y: Double(y) * far)
      }
    }

  private func cost(of box: PageBox, on line: Int, _ taken: [PageBox], limit: Double) -> Double {
    var cost = 0.0
    for other in taken {
      if let overlap = box.overlap(other, margin: 2) { cost += 200 + overlap.x * overlap.y }
      if cost > limit { return cost }
    }
    for other in lines.indices where other != line && lines[other].meets(box) { cost += 5 }
    return cost
  }
}
