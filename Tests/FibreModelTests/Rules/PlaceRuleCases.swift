import FibreModel
import FibreTestSupport

extension RuleCase {
  static let slots: [RuleCase] = [
    RuleCase(
      "error slot.duplicate joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 1, .splice, .fusion, "C1.2b", "C2.2a") },
      sound: { try $0.join("J", in: "B-1", 2, .splice, .fusion, "C1.2b", "C2.2a") }),
    RuleCase(
      "error port.duplicate panel TA", on: link,
      broken: { try $0.join("J", in: "TA", 1, .connector, .scAPC, nil, "C1.2a") },
      sound: { try $0.join("J", in: "TA", 2, .connector, .scAPC, nil, "C1.2a") }),
    RuleCase(
      "error port.out-of-range panel TX",
      broken: link + "panel A TX 12\nport A TX.13 = C1.2", sound: link + "panel A TX 12\nport A TX.12 = C1.2"),
    RuleCase(
      "error port.out-of-range panel TA", on: link,
      broken: { try $0.join("J", in: "TA", 0, .connector, .scAPC, nil, "C1.2a") },
      sound: { try $0.join("J", in: "TA", 2, .connector, .scAPC, nil, "C1.2a") }),
    // Too many joints, one of them without a number; then a slot that does not exist.
    RuleCase(
      "error cassette.over-capacity cassette K", on: link + "tray B K 1\nsplice B/K C1.2 = C2.2",
      broken: { try $0.join("J", in: "K", nil, .splice, .fusion, "C1.3b", "C2.3a") },
      sound: { try $0.join("J", in: "B-1", nil, .splice, .fusion, "C1.3b", "C2.3a") }),
    RuleCase(
      "error cassette.over-capacity cassette K", on: link + "tray B K 6",
      broken: { try $0.join("J", in: "K", 7, .splice, .fusion, "C1.3b", "C2.3a") },
      sound: { try $0.join("J", in: "K", 6, .splice, .fusion, "C1.3b", "C2.3a") }),
    RuleCase(
      "warning cassette.without-box cassette K", on: link,
      broken: { _ = $0.add(Cassette(code: Code("K"), box: nil, number: 2)) },
      sound: { _ = $0.add(Cassette(code: Code("K"), box: Index(0), number: 2)) }),
    RuleCase(
      "warning cassette.number-duplicate cassette K", on: link,
      broken: { _ = $0.add(Cassette(code: Code("K"), box: Index(0), number: 1, face: "A")) },
      sound: { _ = $0.add(Cassette(code: Code("K"), box: Index(0), number: 1, face: "B")) }),
    RuleCase(
      "warning panel.without-site panel TX", on: link,
      broken: { _ = $0.add(Panel(code: Code("TX"), rack: nil)) },
      sound: { _ = $0.add(Panel(code: Code("TX"), rack: Index(0))) }),
  ]

  static let boxes: [RuleCase] = [
    RuleCase(
      "error box.over-capacity closure B",
      broken: link + "capacity B 1\ntray B K 12", sound: link + "capacity B 2\ntray B K 12"),
    // A coiling plate takes no place of a tray.
    RuleCase(
      "error box.over-capacity closure B",
      broken: link + "capacity B 1\ntray B K 12 splitter", sound: link + "capacity B 1\ntray B K 12 coiling"),
    RuleCase(
      "warning box.without-node closure X", on: link,
      broken: { _ = $0.add(Box(code: Code("X"), kind: .outlet, housing: .unknown, node: nil)) },
      sound: { _ = $0.add(Box(code: Code("X"), kind: .outlet, housing: .unknown, node: Index(0))) }),
    // Of three places, one tray is in use: one empty tray and one empty place are free.
    RuleCase(
      "error closure.free-trays-mismatch closure B", on: link + "capacity B 3\ntray B K 12",
      broken: { $0.setRules(closures([("B", 3)])) }, sound: { $0.setRules(closures([("B", 2)])) }),
    RuleCase(
      "error closure.unknown closure X", on: link,
      broken: { $0.setRules(closures([("X", 0)])) }, sound: { $0.setRules(closures([("B", 0)])) }),
    // Plans find the conditions by the code alone, so a label is as good as nothing.
    RuleCase(
      "error closure.unknown closure Gare", on: link,
      broken: {
        _ = $0.add(Box(code: Code("X"), name: "Gare", kind: .spliceClosure, housing: .unknown, node: Index(0)))
        $0.setRules(closures([("Gare", 0)]))
      },
      sound: {
        _ = $0.add(Box(code: Code("X"), name: "Gare", kind: .spliceClosure, housing: .unknown, node: Index(0)))
        $0.setRules(closures([("X", 0)]))
      }),
    RuleCase(
      "warning closure.duplicate closure B", on: link,
      broken: { $0.setRules(closures([("B", 0), ("B", 0)])) }, sound: { $0.setRules(closures([("B", 0)])) }),
  ]

  private static func closures(_ freeTrays: [(code: String, free: Int)]) -> WorkRules {
    var rules = WorkRules()
    rules.closures = freeTrays.map {
      ClosureWork(closure: Code($0.code), setupMinutes: 45, closeMinutes: 15, maximumCrews: 1, freeTrays: $0.free)
    }
    return rules
  }

  static let codes: [RuleCase] = [
    RuleCase(
      "warning code.blank panel TX ", on: link,
      broken: { _ = $0.add(Panel(code: Code("TX "), rack: Index(0))) },
      sound: { _ = $0.add(Panel(code: Code("T X"), rack: Index(0))) }),
    RuleCase(
      "warning code.blank closure ", on: link,
      broken: { _ = $0.add(Box(code: Code(""), kind: .outlet, housing: .unknown, node: Index(0))) },
      sound: { _ = $0.add(Box(code: Code("-"), kind: .outlet, housing: .unknown, node: Index(0))) }),
    RuleCase(
      "warning code.shared panel C1",
      broken: link + "port A C1.2 = C1.2", sound: link + "port A C1-TETE.2 = C1.2"),
  ]
}
