extension NetworkRules {
  static let cableRules: [Rule<Network>] = [
    Rule("section.without-ends", .error, "A section of cable has an end at no known place.", sectionsWithoutEnds),
    Rule("section.ends-equal", .warning, "Both ends of a section are at one node.", sectionsInPlace),
    Rule("section.without-length", .warning, "Nothing tells how long a section is.", sectionsWithoutLength),
    Rule("section.capacity-mismatch", .warning, "A section has more fibres than stated.", wrongCapacities),
    Rule(
      "section.colour-code", .error, "A section's fibres follow another colour code than its reference.",
      wrongColourCodes),
    Rule("fibre.colour-rank", .error, "A fibre's colour is not that of its rank in the tube.", wrongRanks),
    Rule("cable.without-section", .warning, "A cable has no section.", emptyCables),
  ]

  /// Sections other than patch cords, which need no ends and no length.
  private static func laid(_ network: Network) -> [CableSection] {
    network.sections.rows.filter { network.cables[$0.cable].kind != .patchCord }
  }

  @Sendable private static func sectionsWithoutEnds(_ network: Network, _ report: inout RuleReport) {
    for section in laid(network) where section.nodeA == nil || section.nodeB == nil {
      let message: Sentence =
        if section.nodeA != nil {
          "End B is at no known node; state it or draw the line up to one."
        } else if section.nodeB != nil {
          "End A is at no known node; state it or draw the line up to one."
        } else {
          "Both ends are at no known node; state them or draw the line up to one."
        }
      report.add("section", section.code.rawValue, message)
    }
  }

  @Sendable private static func sectionsInPlace(_ network: Network, _ report: inout RuleReport) {
    for section in laid(network) where section.nodeA != nil && section.nodeA == section.nodeB {
      report.add("section", section.code.rawValue, "It starts and ends at one node. Correct one end.")
    }
  }

  @Sendable private static func sectionsWithoutLength(_ network: Network, _ report: inout RuleReport) {
    for section in laid(network) where section.lengthSource == .unknown {
      report.add(
        "section", section.code.rawValue, "No length is stated and no line drawn; it counts as 0 m. State its length.")
    }
  }

  @Sendable private static func wrongCapacities(_ network: Network, _ report: inout RuleReport) {
    for section in network.sections.rows {
      guard let stated = section.statedCapacity, stated != section.fibreCount else { continue }
      report.add(
        "section", section.code.rawValue,
        "\(stated) fibres are stated, \(section.fibreCount) are described. Correct one of them.")
    }
  }

  @Sendable private static func wrongColourCodes(_ network: Network, _ report: inout RuleReport) {
    for section in network.sections.rows {
      guard let named = section.referenceCode, named != section.fibreCode else { continue }
      report.add(
        "section", section.code.rawValue,
        """
        Its fibres are recorded in the \(section.fibreCode.rawValue) code, its reference names \(named.rawValue). Look \
        at the cable.
        """
      )
    }
  }

  @Sendable private static func wrongRanks(_ network: Network, _ report: inout RuleReport) {
    for section in laid(network) where section.fibreCount > 0 {
      let wrong = (1...section.fibreCount).filter { number in
        let stated = Int(network.fibres.statedRanks[section.fibre(number).offset])
        return stated != 0 && stated != (section.rankInTube(ofFibre: number) - 1) % 12 + 1
      }
      guard !wrong.isEmpty else { continue }
      report.add(
        "section", section.code.rawValue,
        """
        The colours of fibres \(ranged(wrong)) are not those of their rank in tubes of \(section.modulo). Look at the \
        cable.
        """
      )
    }
  }

  @Sendable private static func emptyCables(_ network: Network, _ report: inout RuleReport) {
    for index in network.cables.indices where network.sections(of: index).isEmpty {
      report.add("cable", network.cables[index].code.rawValue, "It has no section. Describe one, or remove it.")
    }
  }
}
