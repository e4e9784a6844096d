import FibreModel
import FibreTestSupport

extension RuleCase {
  static let joints: [RuleCase] = [
    RuleCase(
      "error joint.contested joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 9, .splice, .fusion, "C1.1b", "C2.2a") },
      sound: { try $0.join("J", in: "B-1", 9, .splice, .fusion, "C1.2b", "C2.2a") }),
    RuleCase(
      "error joint.contested joint J", "error joint.contested joint J",
      on: link + "splice B C1.2 = C2.2",
      broken: { try $0.join("J", in: "B-1", 9, .splice, .fusion, "C1.1b", "C2.2a") },
      sound: { try $0.join("J", in: "B-1", 9, .splice, .fusion, "C1.3b", "C2.3a") }),
    RuleCase(
      "error joint.self-joined joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 2, .splice, .fusion, "C1.2b", "C1.2b") },
      sound: { try $0.join("J", in: "B-1", 2, .splice, .fusion, "C1.2b", "C1.3b") }),
    RuleCase(
      "info joint.repeated joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 1, .splice, .fusion, "C1.1b", "C2.1a") },
      sound: { try $0.join("J", in: "B-1", 2, .splice, .fusion, "C1.2b", "C2.2a") }),
    RuleCase(
      "warning joint.without-fibre joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 2, .splice, .fusion, nil, nil) },
      sound: { try $0.join("J", in: "B-1", 2, .splice, .fusion, "C1.2b", "C2.2a") }),
    RuleCase(
      "warning joint.one-sided joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 2, .splice, .fusion, "C1.2b", nil) },
      sound: { try $0.join("J", in: "B-1", 2, .parked, .unstated, "C1.2b", nil) }),
    RuleCase(
      "error joint.unknown-holder joint J", on: link,
      broken: { try $0.join("J", in: "nowhere", 2, .splice, .fusion, "C1.2b", "C2.2a") },
      sound: { try $0.join("J", in: "B-1", 2, .splice, .fusion, "C1.2b", "C2.2a") }),
    RuleCase(
      "error joint.far-from-cable joint D-1/1",
      broken: link + "bpe B ─ C3:12 ─ bpe D\nsplice D C1.2b = C3.2",
      sound: link + "bpe B ─ C3:12 ─ bpe D\nsplice B C1.2 = C3.2"),
    // A chamber and its closure may have a node each; within a metre they are one place.
    RuleCase(
      "error joint.far-from-cable joint D-1/1",
      broken: link + "bpe B ─ C3:12 ─ bpe D\nsplice D C1.2b = C3.2\nat B 650000 6970000\nat D 650001.5 6970000",
      sound: link + "bpe B ─ C3:12 ─ bpe D\nsplice D C1.2b = C3.2\nat B 650000 6970000\nat D 650000.5 6970000"),
  ]

  static let uncut = """
    pop A ─ C1:24 ─ bpe B ─ C2:24 ─ pop Z
    passage B C1.13 = C2.13

    """
  static let split = """
    nro A ─ T:12 ─ bpe B ─ D:12 ─ pto P
    tray B K 12 splitter
    tray B L 12 splitter
    splitter B/K T.1 = D.1-2

    """
  static let statesAndSplitters: [RuleCase] = [
    RuleCase(
      "error joint.passage-spliced joint J2", on: uncut,
      broken: {
        // Two fibres of one tube are one breach.
        try $0.join("J2", in: "B-0", 2, .passage, .fusion, "C1.14b", "C2.14a")
        try $0.join("J3", in: "B-0", 3, .passage, .scAPC, "C1.15b", "C2.15a")
      },
      sound: {
        try $0.join("J2", in: "B-0", 2, .passage, .unstated, "C1.14b", "C2.14a")
        try $0.join("J3", in: "B-0", 3, .passage, .unstated, "C1.15b", "C2.15a")
      }),
    RuleCase(
      "warning joint.technique-mismatch joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 2, .splice, .scAPC, "C1.2b", "C2.2a") },
      sound: { try $0.join("J", in: "B-1", 2, .splice, .mechanical, "C1.2b", "C2.2a") }),
    RuleCase(
      "warning joint.technique-mismatch joint J", on: link,
      broken: { try $0.join("J", in: "B-1", 2, .connector, .fusion, "C1.2b", "C2.2a") },
      sound: { try $0.join("J", in: "B-1", 2, .connector, .scAPC, "C1.2b", "C2.2a") }),
    RuleCase(
      "warning tube.mixed-state section C1",
      broken: uncut + "splice B C1.14 = C2.1", sound: uncut + "splice B C1.1 = C2.1"),
    RuleCase(
      "warning splitter.scattered splitter K/1", on: split,
      broken: { try $0.join("J", in: "L", 3, .splitter, .unstated, "T.1b", "D.3a") },
      sound: { try $0.join("J", in: "K", 3, .splitter, .unstated, "T.1b", "D.3a") }),
    RuleCase(
      "warning splitter.without-input splitter J", on: split,
      broken: { try $0.join("J", in: "L", 1, .splitter, .unstated, nil, "D.3a") },
      sound: { try $0.join("J", in: "L", 1, .splitter, .unstated, "T.2b", "D.3a") }),
  ]
}
