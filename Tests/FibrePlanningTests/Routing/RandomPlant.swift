import FibreModel
import FibreTestSupport
import Testing

/// A few sites and closures in which chance decides what is joined, taken and laid together.
///
/// The ends are `A` and `Z`; `M` is a site on the way, with patch cords. Lengths are whole hundreds of metres, so that
/// no rounding hides a difference.
struct RandomPlant {
  let network: Network

  /// Draws one.
  ///
  /// - Parameters:
  ///   - emptyPorts: Ports at most that hold nothing, in each site.
  ///   - hasServices: Whether some strands are taken.
  init(seed: Int, emptyPorts: Int = 3, hasServices: Bool = true) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var text = PlantText(&random)
    text.addSections(&random)
    text.joinInBoxes(&random)
    text.addPorts(emptyPorts, &random)
    if hasServices { text.addServices(&random) }
    var builder = try sketchBuilder(text.lines.joined(separator: "\n"))
    var pathways: [Index<Pathway>] = []
    for number in 1...6 {
      let row = Pathway(
        code: Code("PW\(number)"), nodeA: nil, nodeB: nil, line: Polyline([]), street: "Rue \(number % 3)",
        length: .zero)
      pathways.append(try added(builder.add(row)))
    }
    for number in 1...7 {
      let sections = builder.network.sections.indices.filter { _ in random.next() % 5 == 0 }
      let row = Duct(
        code: Code("D\(number)"), pathways: pathways.filter { _ in random.next() % 4 == 0 }, sections: sections)
      _ = try added(builder.add(row))
    }
    network = builder.build()
  }
}

/// The lines of a sketch as they are drawn.
private struct PlantText {
  private(set) var lines: [String]
  private let boxes: [String]
  private let sites = ["A", "Z", "M"]
  private var ends: [String: [String]] = [:]
  private var sections: [(name: String, from: String, to: String, fibres: Int)] = []
  private var ports: [String] = []

  init(_ random: inout SeededGenerator) {
    boxes = (1...Int.random(in: 2...5, using: &random)).map { "B\($0)" }
    lines = sites.map { "pop \($0)" } + boxes.map { "bpe \($0)" }
  }

  mutating func addSections(_ random: inout SeededGenerator) {
    let places = sites + boxes
    // A chain over all places, then some more.
    let chain = ["A"] + (boxes + ["M"]).shuffled(using: &random) + ["Z"]
    for (from, to) in zip(chain, chain.dropFirst()) where random.next() % 5 > 0 { add(from, to, &random) }
    for _ in 0..<Int.random(in: 2...5, using: &random) {
      let pair = places.shuffled(using: &random)
      add(pair[0], pair[1], &random)
    }
  }

  private mutating func add(_ from: String, _ to: String, _ random: inout SeededGenerator) {
    let number = sections.count + 1
    // Every third section goes on with the cable before it.
    let name = number % 3 == 0 ? "C\(number - 1)/2" : "C\(number)"
    let fibres = Int.random(in: 2...5, using: &random)
    let metres = 100 * Int.random(in: 1...30, using: &random)
    lines.append("\(from) ─ \(name):\(fibres):\(Int.random(in: 2...3, using: &random))@\(metres) ─ \(to)")
    sections.append((name, from, to, fibres))
    for fibre in 1...fibres { for place in [from, to] { ends[place, default: []].append("\(name).\(fibre)") } }
  }

  mutating func joinInBoxes(_ random: inout SeededGenerator) {
    for box in boxes {
      joinWhole(box, &random)
      var left = (ends[box] ?? []).shuffled(using: &random)
      while left.count >= 2 {
        let one = left.removeLast()
        switch Int.random(in: 0..<8, using: &random) {
        case 0: lines.append("park \(box) \(one)")
        case 1: lines.append("passage \(box) \(one) = \(left.removeLast())")
        case 2: lines.append("mechanical \(box) \(one) = \(left.removeLast())")
        case 3: lines.append("splice \(box) \(one) = \(left.removeLast())")
        default: break
        }
      }
    }
  }

  /// Fibre by fibre from one section to another one, as networks are built.
  private mutating func joinWhole(_ box: String, _ random: inout SeededGenerator) {
    let here = sections.filter { $0.from == box || $0.to == box }.shuffled(using: &random)
    guard here.count >= 2, random.next() % 3 > 0 else { return }
    let count = min(here[0].fibres, here[1].fibres)
    let word = random.next() % 2 == 0 ? "splice" : "passage"
    lines.append("\(word) \(box) \(here[0].name).1-\(count) = \(here[1].name).1-\(count)")
    let taken = Set((1...count).flatMap { ["\(here[0].name).\($0)", "\(here[1].name).\($0)"] })
    ends[box]?.removeAll { taken.contains($0) }
  }

  mutating func addPorts(_ most: Int, _ random: inout SeededGenerator) {
    for site in sites {
      let all = ends[site] ?? []
      let behind = all.filter { _ in random.next() % 3 > 0 }
      lines.append("panel \(site) T\(site) \(behind.count + Int.random(in: 0...most, using: &random))")
      for (offset, fibre) in behind.enumerated() { lines.append("port \(site) T\(site).\(offset + 1) = \(fibre)") }
      ports += behind.indices.map { "T\(site).\($0 + 1)" }
      if behind.count >= 4, random.next() % 2 == 0 {
        lines.append("cord \(site) T\(site).1 = T\(site).\(Int.random(in: 2...behind.count, using: &random))")
      }
    }
  }

  mutating func addServices(_ random: inout SeededGenerator) {
    for number in 0..<Int.random(in: 0...2, using: &random) where ports.count > 2 {
      let two = ports.shuffled(using: &random)
      lines.append("service S\(number) std \(two[0]) = \(two[1])")
    }
    if random.next() % 3 == 0, let one = sections.randomElement(using: &random) {
      lines.append("route R \(one.name).1")
    }
  }
}
