import FibreModel
import FibrePlanning
import FibreTestSupport

/// A small network in which chance decides what is joined, with services, pairs, plugs, ducts and pathways.
func randomServices(seed: Int) throws -> Network {
  var random = SeededGenerator(seed: UInt64(seed))
  let sites = ["P", "Q", "S"]
  let boxes = ["B1", "B2", "B3", "B4"]
  var lines = ["pop P", "pop Q", "sro S", "pto O1", "pto O2"] + boxes.map { "bpe \($0)" }
  var ends: [String: [String]] = [:]
  func addCable(_ number: Int, _ from: String, _ to: String, fibres: Int) {
    lines.append("\(from) ─ C\(number):\(fibres) ─ \(to)")
    for fibre in 1...fibres { for place in [from, to] { ends[place, default: []].append("C\(number).\(fibre)") } }
  }
  for number in 1...9 {
    let from = (sites + boxes).randomElement(using: &random) ?? "P"
    let to = (number < 5 ? boxes : sites + boxes).filter { $0 != from }.randomElement(using: &random) ?? "Q"
    addCable(number, from, to, fibres: Int.random(in: 1...4, using: &random))
  }
  addCable(10, "S", "O1", fibres: 1)
  addCable(11, boxes.randomElement(using: &random) ?? "B1", "O2", fibres: 2)
  for box in boxes {
    var left = (ends[box] ?? []).shuffled(using: &random)
    while left.count >= 2 {
      let one = left.removeLast()
      switch Int.random(in: 0..<10, using: &random) {
      case 0: lines.append("park \(box) \(one)")
      case 1: break
      case 2: lines.append("splitter \(box) \(one) = \(left.removeLast())")
      case 3...5: lines.append("passage \(box) \(one) = \(left.removeLast())")
      default: lines.append("splice \(box) \(one) = \(left.removeLast())")
      }
    }
  }
  var ports: [String] = []
  for site in sites {
    let fibres = ends[site] ?? []
    for (offset, fibre) in fibres.enumerated() { lines.append("port \(site) T\(site).\(offset + 1) = \(fibre)") }
    ports += fibres.indices.map { "T\(site).\($0 + 1)" }
    if fibres.count >= 4, Bool.random(using: &random) { lines.append("cord \(site) T\(site).1 = T\(site).3") }
  }
  for number in 1...8 where ports.count >= 2 {
    let one = ports.randomElement(using: &random) ?? ports[0]
    let two = ports.randomElement(using: &random) ?? ports[1]
    let peer = number % 2 == 0 ? " protects=V\(number - 1)" : ""
    lines.append("service V\(number) std \(one) = \(two) operator=OP\(number % 3)\(peer)")
  }
  return try withServicesThatReach(lines.joined(separator: "\n"), &random)
}

/// Adds services along routes that are there, since few ports drawn by chance lie on one, then civil works.
private func withServicesThatReach(_ text: String, _ random: inout SeededGenerator) throws -> Network {
  var lines = [text]
  let drawn = try sketch(text)
  var number = 0
  for route in Tracer(drawn).allRoutes() {
    let ports = route.hops.compactMap { drawn.port(of: $0.joint) }.map { drawn.name(of: $0).replacing(":", with: ".") }
    guard ports.count >= 2, let first = ports.first, let last = ports.last, first != last else { continue }
    number += 1
    let peer = number % 2 == 0 && Int.random(in: 0..<4, using: &random) > 0 ? " protects=W\(number - 1)" : ""
    lines.append("service W\(number) vital \(first) = \(last) operator=OP\(peer)")
  }
  var builder = try sketchBuilder(lines.joined(separator: "\n"))
  let nodes = builder.network.nodes.indices
  for number in 0..<6 {
    let line = Polyline([])
    let pathway = Pathway(
      code: Code("CM\(number)"), nodeA: nodes.randomElement(using: &random), nodeB: nodes.randomElement(using: &random),
      line: line, length: .zero)
    let index = try added(builder.add(pathway))
    let sections = builder.network.sections.indices.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    let parent = number > 3 ? "CD\(number - 3)" : ""
    let duct = Duct(code: Code("CD\(number)"), parent: parent, pathways: [index], sections: sections)
    _ = try added(builder.add(duct))
  }
  for (number, node) in nodes.enumerated() where number % 2 == 0 {
    let point = TechnicalPoint(code: Code("PT\(number)"), kind: .chamber, node: node)
    _ = try added(builder.add(point))
  }
  return builder.build()
}
