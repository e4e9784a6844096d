public import FibreModel

/// How a closure is found and where its cables go: the pathways around it to scale, north up, and its neighbours by
/// number, told below the map.
public struct PlaceSketch {
  private let network: Network
  private let box: Index<Box>
  private let language: Language
  private let centre: Point?
  private let neighbours: [Neighbour]

  /// A place to which cables lead, with those cables.
  struct Neighbour {
    let name: String
    let position: Point?
    let sections: [Index<CableSection>]
  }

  /// Looks for what is near; `box` is one of the network's. O(pathways + cables of the closure).
  public init(_ network: Network, _ box: Index<Box>, _ language: Language) {
    self.network = network
    self.box = box
    self.language = language
    centre = network.boxes[box].node.flatMap { network.nodes[$0].position }
    neighbours = Self.neighbours(of: box, network)
  }

  /// The sketch in a frame of a size in points.
  public func drawing(width: Double, height: Double) -> Drawing {
    var drawing = Drawing(width: width, height: height)
    let list = NeighbourList(entries, width: width, most: height * 0.45, language)
    let frame = Frame(x: 0, y: 0, width: width, height: height - list.height - 4)
    drawing.add(.box(frame, fill: 0xffffff, pen: nil))
    if let centre {
      var map = SketchMap(frame, around: centre, radius: radius(around: centre))
      map.paint(network, neighbours, label: network.boxes[box].label, language)
      drawing.add(map.drawing, at: Spot(0, 0))
    } else {
      drawing.add(
        .text(
          DrawnText(
            Word.noPosition.text(language), Spot(width / 2, frame.height / 2), size: 9, anchor: .middle)))
    }
    drawing.add(.box(frame, fill: nil, pen: Pen(0x1a1a1a, 1)))
    list.paint(on: &drawing, top: frame.bottom + 4)
    return drawing
  }

  /// `BPE-AMI-005 : CAB-SF-01/2 (432), 890 m`.
  private var entries: [String] {
    neighbours.map { neighbour in
      let cables = neighbour.sections.map { section in
        let row = network.sections[section]
        return "\(row.code) (\(row.statedCapacity ?? row.fibreCount) FO, \(Figures.length(row.length, language)))"
      }
      return "\(neighbour.name) : \(cables.joined(separator: ", "))"
    }
  }

  /// Half the side of the map in metres: as little as shows a neighbour, in round numbers.
  private func radius(around centre: Point) -> Double {
    let nearest = neighbours.compactMap { $0.position?.distance(to: centre).metres }.min() ?? 0
    let steps = [100.0, 150, 200, 300, 400, 500, 750, 1000, 1500]
    return steps.first { $0 >= nearest * 1.15 } ?? 1500
  }

  /// In order of name; cables of one place together.
  private static func neighbours(of box: Index<Box>, _ network: Network) -> [Neighbour] {
    guard let node = network.boxes[box].node else { return [] }
    var sections: [Index<Node>?: [Index<CableSection>]] = [:]
    for section in network.sections(at: node) {
      let row = network.sections[section]
      guard network.cables[row.cable].kind != .patchCord else { continue }
      sections[row.nodeA == node ? row.nodeB : row.nodeA, default: []].append(section)
    }
    return sections.map { far, sections in
      Neighbour(
        name: far.map { network.placeName(of: $0) } ?? "?", position: far.flatMap { network.nodes[$0].position },
        sections: sections.sorted { network.sections[$0].code < network.sections[$1].code })
    }.sorted { ($0.name, $0.sections.first?.offset ?? 0) < ($1.name, $1.sections.first?.offset ?? 0) }
  }
}

/// Neighbours by number, below the map.
private struct NeighbourList {
  private let lines: [(text: String, number: Int?)]
  private static let size = 8.0
  private static let leading = 10.0
  private static let indent = 20.0

  /// Breaks entries to a width; those that find no room are counted on the last line.
  init(_ entries: [String], width: Double, most: Double, _ language: Language) {
    let room = max(1, Int(most / Self.leading))
    var lines: [(text: String, number: Int?)] = []
    for (rank, entry) in entries.enumerated() {
      let broken = TextWrap.lines(entry, width: width - Self.indent, size: Self.size)
      let isLast = rank == entries.count - 1
      guard lines.count + broken.count + (isLast ? 0 : 1) <= room else {
        lines.append((Word.moreCables.text(language).replacing("%", with: "\(entries.count - rank)"), nil))
        break
      }
      lines += broken.enumerated().map { ($0.element, $0.offset == 0 ? rank + 1 : nil) }
    }
    self.lines = lines
  }

  var height: Double { Double(lines.count) * Self.leading + 3 }

  func paint(on drawing: inout Drawing, top: Double) {
    for (rank, line) in lines.enumerated() {
      let base = top + Self.leading * (Double(rank) + 0.8)
      if let number = line.number {
        drawing.add(.text(DrawnText("\(number)", Spot(15, base), size: Self.size, isBold: true, anchor: .end)))
      }
      drawing.add(.text(DrawnText(line.text, Spot(Self.indent, base), size: Self.size)))
    }
  }
}
