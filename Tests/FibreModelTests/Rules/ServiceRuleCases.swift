import FibreTestSupport

extension RuleCase {
  private static let ports = """
    pop A ─ C1:12 ─ pop Z
    panel A TA 12
    port A TA.1-3 = C1.1-3
    port Z TZ.1-3 = C1.1-3

    """

  static let services: [RuleCase] = [
    RuleCase(
      "error service.unknown-port service S",
      broken: ports + "service S std TA.13 = TZ.1", sound: ports + "service S std TA.1 = TZ.1"),
    RuleCase(
      "error service.port-empty service S",
      broken: ports + "service S std TA.4 = TZ.1", sound: ports + "service S std TA.3 = TZ.3"),
    RuleCase(
      "error service.port-shared service S2",
      broken: ports + "service S1 std TA.1 = TZ.1\nservice S2 std TA.2 = TZ.1",
      sound: ports + "service S1 std TA.1 = TZ.1\nservice S2 std TA.2 = TZ.2"),
    RuleCase(
      "error service.fibre-count service S",
      broken: ports + "service S std TA.1-2 = TZ.1", sound: ports + "service S std TA.1-2 = TZ.1-2"),
    RuleCase(
      "error service.unknown-optics service S",
      broken: ports + "service S std TA.1 = TZ.1 optics=LX10",
      sound: ports + "service S std TA.1 = TZ.1 optics=LX10\noptics LX10 1310 6"),
    RuleCase(
      "error optics.unknown-wavelength optics SX",
      broken: ports + "optics SX 850 6", sound: ports + "optics SX 1310 6"),
    RuleCase(
      "error protection.unknown service S1",
      broken: ports + "service S1 std TA.1 = TZ.1 protects=S9\nservice S2 std TA.2 = TZ.2",
      sound: ports + "service S1 std TA.1 = TZ.1 protects=S2\nservice S2 std TA.2 = TZ.2"),
    RuleCase(
      "error protection.unknown service S1",
      broken: ports + "service S1 std TA.1 = TZ.1 protects=S1",
      sound: ports + "service S1 std TA.1 = TZ.1"),
    RuleCase(
      "error protection.not-mutual service S1",
      broken: three("protects=S2", "protects=S3", ""), sound: three("protects=S2", "protects=S1", "")),
    RuleCase(
      "error protection.not-mutual service S2",
      broken: three("protects=S3", "protects=S3", ""), sound: three("protects=S3", "", "protects=S1")),
    RuleCase(
      "warning route.fibre-repeated route R",
      broken: ports + "route R C1.1 C1.1", sound: ports + "route R C1.1"),
  ]

  private static func three(_ one: String, _ two: String, _ three: String) -> String {
    ports + """
      service S1 std TA.1 = TZ.1 \(one)
      service S2 std TA.2 = TZ.2 \(two)
      service S3 std TA.3 = TZ.3 \(three)
      """
  }
}
