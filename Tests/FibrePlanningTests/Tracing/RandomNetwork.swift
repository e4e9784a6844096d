import FibreModel
import FibreTestSupport
import Testing

/// A network in which chance decides what is joined to what; it keeps the rules of the model and no other.
func randomNetwork(seed: Int, hasSplitters: Bool, hasContests: Bool = false) throws -> Network {
  var random = SeededGenerator(seed: UInt64(seed))
  var lines = ["bpe B", "tray B K 9999", "pop R", "panel R T 9999"]
  for section in 1...Int.random(in: 3...9, using: &random) {
    let fibres = Int.random(in: 1...5, using: &random)
    lines.append("B ─ C\(section):\(fibres)@\(Int.random(in: 10...5000, using: &random)) ─ B")
  }
  var builder = try sketchBuilder(lines.joined(separator: "\n"))
  var ends = (0..<UInt32(2 * builder.network.fibres.count)).map { FibreEnd(rawValue: $0) }.shuffled(using: &random)
  var number = 0
  let tray = try #require(builder.network.cassettes.index(of: Code("K")))
  let panel = try #require(builder.network.panels.index(of: Code("T")))
  func add(_ kind: JointKind, _ first: FibreEnd?, _ second: FibreEnd?) throws {
    number += 1
    let technique: JointTechnique = kind == .splice ? (number % 5 == 0 ? .mechanical : .fusion) : .unstated
    let holder = kind == .connector ? SlotHolder.panel(panel) : .cassette(tray)
    let joint = Joint(holder: holder, number: number, kind: kind, technique: technique, first: first, second: second)
    _ = try added(builder.add(joint, code: Code("P\(number)")))
  }
  let all = ends
  while ends.count >= 6 {
    let end = ends.removeLast()
    switch Int.random(in: 0..<12, using: &random) {
    case 0: try add(.parked, end, nil)
    case 1: try add(.connector, nil, end)
    case 2: break
    case 3 where hasSplitters, 4 where hasSplitters:
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        try add(.splitter, end, Bool.random(using: &random) ? ends.removeLast() : nil)
      }
    case 5: try add(.connector, end, ends.removeLast())
    case 6: try add(.passage, end, ends.removeLast())
    default: try add(.splice, end, ends.removeLast())
    }
  }
  if hasContests {
    for _ in 0..<2 { try add(.splice, all.randomElement(using: &random), all.randomElement(using: &random)) }
  }
  return builder.build()
}

/// The index of a row that must have been added.
func added<T>(_ index: T?) throws -> T { try #require(index) }
