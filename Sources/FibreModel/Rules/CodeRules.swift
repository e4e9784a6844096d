extension NetworkRules {
  static let codeRules: [Rule<Network>] = [
    Rule("code.blank", .warning, "A code is empty, or starts or ends with a blank.", blankCodes),
    Rule(
      "code.shared", .warning, "A panel and a section have one code, so that `CODE:1` names a port and a fibre.",
      sharedCodes),
  ]

  @Sendable private static func blankCodes(_ network: Network, _ report: inout RuleReport) {
    func check(_ place: String, _ codes: [String]) {
      for code in codes where code.isEmpty || code.first == " " || code.last == " " {
        report.add(place, code, "The code \"\(code)\" can't be typed safely. Remove the blanks, or give a code.")
      }
    }
    check("site", network.sites.rows.map(\.code.rawValue))
    check("panel", network.panels.rows.map(\.code.rawValue))
    check("closure", network.boxes.rows.map(\.code.rawValue))
    check("cassette", network.cassettes.rows.map(\.code.rawValue))
    check("section", network.sections.rows.map(\.code.rawValue))
    check("service", network.services.rows.map(\.code.rawValue))
  }

  @Sendable private static func sharedCodes(_ network: Network, _ report: inout RuleReport) {
    for panel in network.panels.rows where network.sections.index(of: Code(panel.code.rawValue)) != nil {
      report.add("panel", panel.code.rawValue, "A section of cable has this code too. Change one of them.")
    }
  }
}
