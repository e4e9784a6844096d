public import FibreModel

/// What lines from the field are held to.
public enum AsDoneRules {
  /// All of them, in the order of the manual.
  public static let all: [Rule<AsDoneReconciliation>] = planRules + inventoryRules + remarkRules
}

extension AsDoneReconciliation {
  /// What was refused, and what somebody should know; by place, rule and code.
  public func findings() -> [Finding] {
    AsDoneRules.all.flatMap { $0.findings(in: self) }.sorted(by: Finding.inOrder)
  }
}

// MARK: - Contradictions

extension AsDoneRules {
  static let planRules: [Rule<AsDoneReconciliation>] = [
    Rule("asdone.outdated", .error, "A list shows a closure that has changed since.", outdatedLists),
    Rule("asdone.no-work", .error, "A line names a place or night without work in the plan.") {
      refused("asdone.no-work", $0, &$1)
    },
    Rule("asdone.not-planned", .error, "A line says done, and the plan has no such work.") {
      refused("asdone.not-planned", $0, &$1)
    },
    Rule("asdone.untouchable", .error, "A line that was to be left shows something else.") {
      refused("asdone.untouchable", $0, &$1)
    },
    Rule("asdone.repeated", .error, "Two lines speak of the same work.") { refused("asdone.repeated", $0, &$1) },
    Rule("asdone.otherwise-unsaid", .error, "A line says otherwise, and names only what was planned.") {
      refused("asdone.otherwise-unsaid", $0, &$1)
    },
    Rule("asdone.cut-denied", .error, "A fibre was spliced that another line says was not cut.") {
      refused("asdone.cut-denied", $0, &$1)
    },
  ]

  static let inventoryRules: [Rule<AsDoneReconciliation>] = [
    Rule("asdone.fibre-unknown", .error, "A line names a fibre that no cable has.") {
      refused("asdone.fibre-unknown", $0, &$1)
    },
    Rule("asdone.fibre-elsewhere", .error, "A line names a fibre that has no end in the closure.") {
      refused("asdone.fibre-elsewhere", $0, &$1)
    },
    Rule("asdone.fibre-in-use", .error, "A line uses a fibre that something else is joined to.") {
      refused("asdone.fibre-in-use", $0, &$1)
    },
    Rule("asdone.not-joined", .error, "Fibres that were to be cut apart were not joined.") {
      refused("asdone.not-joined", $0, &$1)
    },
    Rule("asdone.tray-unknown", .error, "A line names a tray that the closure does not have.") {
      refused("asdone.tray-unknown", $0, &$1)
    },
    Rule("asdone.slot", .error, "A line names a slot that the tray does not have.") { refused("asdone.slot", $0, &$1) },
    Rule("asdone.slot-taken", .error, "A line uses a slot that holds something else.") {
      refused("asdone.slot-taken", $0, &$1)
    },
    Rule("asdone.port", .error, "A line names a port without a fibre, or one that holds a cord already.") {
      refused("asdone.port", $0, &$1)
    },
    Rule("asdone.no-cord", .error, "A line takes a cord away that is not there.") {
      refused("asdone.no-cord", $0, &$1)
    },
    Rule("asdone.refused", .error, "The inventory refuses a line.") { refused("asdone.refused", $0, &$1) },
  ]

  private static func refused(_ rule: String, _ found: AsDoneReconciliation, _ report: inout RuleReport) {
    for (line, verdict) in zip(found.lines, found.verdicts) {
      guard case .refused(let fault) = verdict, fault.rule == rule else { continue }
      report.add(line.place, line.closure, fault.sentence)
    }
  }

  /// Once a list: all of its lines are refused for the same reason.
  private static func outdatedLists(_ found: AsDoneReconciliation, _ report: inout RuleReport) {
    var told: Set<[String]> = []
    for (line, verdict) in zip(found.lines, found.verdicts) {
      guard case .refused(let fault) = verdict, fault.rule == "asdone.outdated",
        told.insert([line.sheet, line.closure]).inserted
      else { continue }
      report.add(line.place, line.closure, fault.sentence)
    }
  }
}

// MARK: - Remarks

extension AsDoneRules {
  /// Once a list: cells may hold formulas whose values the file doesn't keep.
  private static func unanswered(_ found: AsDoneReconciliation, _ report: inout RuleReport) {
    let lists = Dictionary(grouping: zip(found.lines, found.verdicts)) { $0.0.sheet }
    for (_, lines) in lists.sorted(by: { $0.key < $1.key }) {
      let verdicts = lines.map(\.1).filter { $0 != .untouched }
      guard !verdicts.isEmpty, verdicts.allSatisfy({ $0 == .unstated }), let first = lines.first?.0 else { continue }
      report.add(
        "closure", first.closure,
        """
        No line of the list for \(first.closure) says whether its work was done. If the column holds formulas, open \
        the workbook, save it with its values, and import it again.
        """)
    }
  }
}

extension AsDoneRules {
  static let remarkRules: [Rule<AsDoneReconciliation>] = [
    Rule("asdone.deviation", .info, "A line was done otherwise than planned, and applied.", deviations),
    Rule("asdone.loss-over-limit", .warning, "A measured loss is over its limit.") { found, report in
      for case .lossOverLimit(let loss, let limit, let place, let closure) in found.remarks {
        report.add(
          place, closure,
          """
          \(loss.decibelsSentence) dB were measured, \(limit.decibelsSentence) dB are allowed. The splice is applied; \
          make it again.
          """)
      }
    },
    Rule("asdone.not-ticked", .warning, "A loss was measured on a line that does not say done.") { found, report in
      for case .notTicked(let place) in found.remarks {
        report.add(place, "", "A loss was measured, but the line does not say done, and is not applied. Tick it.")
      }
    },
    Rule("asdone.cut-implied", .info, "A cut follows from a splice, though no line says it.") { found, report in
      for case .cutImplied(let end, let place) in found.remarks {
        report.add(place, end.name, "The fibre was cut, since what it was joined to is spliced; no line says so.")
      }
    },
    Rule("asdone.no-answer", .warning, "No line of a list says whether its work was done.", unanswered),
    Rule("asdone.line-missing", .info, "Work of a list that came back has no line in it.") { found, report in
      for case .lineMissing(let closure, let cassette, let slot, let night) in found.remarks {
        report.add(
          "closure", closure,
          "The work of night \(night) at slot \(slot ?? 0) of \(cassette) has no line, and counts as not done.")
      }
    },
    Rule("asdone.service-dark", .warning, "A service is cut and not joined again.", darkServices),
    Rule("asdone.other-ports", .warning, "A service starts at other ports than the plan says.") { found, report in
      for case .otherPorts(let service, let planned, let actual) in found.remarks {
        report.add(
          "service", service.rawValue,
          """
          The service starts at \(actual.names) instead of \(planned.names). Patch its equipment there, and plan what \
          is left of the migration again.
          """)
      }
    },
    Rule("asdone.other-far-end", .error, "A service ends where it did not before.") { found, report in
      for case .otherFarEnd(let service) in found.remarks {
        report.add(
          "service", service.rawValue, "The service ends elsewhere than before: fibres were crossed. Trace it.")
      }
    },
    Rule("asdone.cord-open", .warning, "A cord to another service was not laid anew.") { found, report in
      for case .cordOpen(let service) in found.remarks {
        report.add(
          "service", service.rawValue,
          "The cord that leads from the service to another one is not laid anew. Lay it, and return the list of the room."
        )
      }
    },
  ]

  private static func deviations(_ found: AsDoneReconciliation, _ report: inout RuleReport) {
    for (line, verdict) in zip(found.lines, found.verdicts) {
      guard case .deviates(let deviations) = verdict else { continue }
      for deviation in deviations { report.add(line.place, line.closure, deviation.sentence) }
    }
  }

  private static func darkServices(_ found: AsDoneReconciliation, _ report: inout RuleReport) {
    for case .serviceDark(let service) in found.remarks {
      report.add(
        "service", service.rawValue,
        "The service is cut and not joined again on all of its fibres. Join it, or take the cut back on site.")
    }
  }
}
