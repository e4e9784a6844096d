import FibreModel
import FibreTestSupport

extension RuleCase {
  /// Two links of three cables between two clients.
  private static let links = """
    client A ─ C1:12 ─ bpe B ─ C2:12 ─ bpe D ─ C3:12 ─ client Z
    splice B C1.1-2 = C2.1-2
    port A TA.1-2 = C1.1-2
    port Z TZ.1-2 = C3.1-2

    """
  private static let whole = links + "splice D C2.1-2 = C3.1-2\n"
  private static let ring = """
    bpe B1 ─ C1:1 ─ bpe B2 ─ C2:1 ─ bpe B3 ─ C3:1 ─ bpe B1
    splice B2 C1.1 = C2.1
    splice B3 C2.1 = C3.1

    """
  /// Two fibres between a PoP and a client.
  static let pairOfSites = """
    pop A ─ C1:12 ─ client Z
    port A TA.1-2 = C1.1-2
    port Z TZ.1-2 = C1.1-2

    """

  static let routes: [RuleCase] = [
    RuleCase(
      "error route.declared-differs declaredRoute R",
      broken: whole + "route R C1.1 C2.1 C3.2", sound: whole + "route R C1.1 C2.1 C3.1"),
    // What is declared backwards, or in part from one end, is no gap.
    RuleCase(
      "warning route.declared-incomplete declaredRoute R",
      broken: whole + "route R C1.1 C3.1", sound: whole + "route R C3.1 C2.1 C1.1\nroute Q C1.2 C2.2"),
    RuleCase(
      "error service.far-end-differs service S",
      broken: whole + "service S std TA.1 = TZ.2", sound: whole + "service S std TA.1 = TZ.1"),
    RuleCase(
      "error service.route-open service S",
      broken: links + "splice D C2.2 = C3.2\nservice S std TA.1 = TZ.1",
      sound: links + "splice D C2.1 = C3.1\nservice S std TA.1 = TZ.1"),
    RuleCase(
      "warning fibre.live-without-service panel TA:2",
      broken: pairOfSites + "service S std TA.1 = TZ.1", sound: pairOfSites + "service S std TA.1-2 = TZ.1-2"),
    // A line patched in a cabinet is a subscriber's.
    RuleCase(
      "warning fibre.live-without-service panel TA:2",
      broken: pairOfSites + "service S std TA.1 = TZ.1",
      sound: pairOfSites + """
        service S std TA.1-2 = TZ.1-2
        sro K ─ C9:12 ─ client Y
        port K TK.1 = C9.1
        port Y TY.1 = C9.1
        """),
    RuleCase(
      "info fibre.live-without-service site A",
      broken: tie + "service S std TA.1 = TZ.1", sound: tie + "service S std TA.1-3 = TZ.1-3"),
    RuleCase("error route.loop fibre C1:1", broken: ring + "splice B1 C3.1b = C1.1a", sound: ring),
    RuleCase(
      "warning route.ambiguous fibre C1:1", "warning route.ambiguous fibre C2:1",
      "warning route.ambiguous fibre C2:3", "error joint.contested joint J", on: whole,
      broken: { try $0.join("J", in: "B-1", 3, .splice, .fusion, "C1.1b", "C2.3a") },
      sound: { try $0.join("J", in: "B-1", 3, .splice, .fusion, "C1.3b", "C2.3a") }),
  ]

  private static let tie = """
    pop A ─ C1:12 ─ pop Z
    port A TA.1-3 = C1.1-3
    port Z TZ.1-3 = C1.1-3

    """
}

// MARK: - What two legs share

extension RuleCase {
  /// Four ways from A to Z: tubes 1 and 2 of C1 through B, C3 through B as well, C5 through D.
  private static let ways = """
    pop A ─ C1:24 ─ bpe B ─ C2:24 ─ pop Z
    A ─ C3:12 ─ B ─ C4:12 ─ Z
    A ─ C5:12 ─ bpe D ─ C6:12 ─ Z
    splice B C1.1-2 = C2.1-2
    splice B C1.13 = C2.13
    splice B C3.1 = C4.1
    splice D C5.1 = C6.1

    """

  static let protection: [RuleCase] = [
    RuleCase("error protection.shared-tube service S2", broken: legs("C1.1", "C1.2"), sound: legs("C1.1", "C5.1")),
    RuleCase("warning protection.shared-cable service S2", broken: legs("C1.1", "C1.13"), sound: legs("C3.1", "C5.1")),
    RuleCase("info protection.shared-closure service S2", broken: legs("C1.1", "C3.1"), sound: legs("C1.13", "C5.1")),
  ]

  /// Two services, the second of which protects the first, on the links that start with two fibres.
  private static func legs(_ one: String, _ two: String) -> String {
    let far = ["C1": "C2", "C3": "C4", "C5": "C6"]
    let ports = [one, two].enumerated().map { offset, fibre in
      let other = (far[String(fibre.prefix(2))] ?? "") + fibre.dropFirst(2)
      return "port A TA.\(offset + 1) = \(fibre)\nport Z TZ.\(offset + 1) = \(other)\n"
    }
    return ways + ports.joined() + "service S1 vital TA.1 = TZ.1\nservice S2 vital TA.2 = TZ.2 protects=S1"
  }
}
