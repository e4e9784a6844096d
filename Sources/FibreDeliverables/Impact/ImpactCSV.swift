import FibreModel
import FibrePlanning

extension ImpactSheet {
  static let csvHeader = [
    "night", "record", "service", "class", "kind", "client", "operator", "cutFibres", "lost", "stillUp", "sro", "plugs",
    "patched", "services", "dark", "legLost",
  ]

  /// A line for each service, then one for each sharing point with plugs dark, then one for each operator; `record` says
  /// which: `dark`, `legLost`, `downBefore`, `passing`, `plugs`, `operator`; `patched` is of an operator the dark plugs
  /// that one of its services lights. The header is the same in every language.
  public var csv: String { CSVText.mark + CSVText.line(Self.csvHeader) + csvLines(night: "") }

  func csvLines(night: String) -> String {
    var rows: [[String]] = []
    rows += impact.dark.map { facts("dark", $0.service) + ["\($0.cutFibres)", $0.loss.rawValue] }
    rows += impact.legLost.map { lost in
      facts("legLost", lost.service) + ["\(lost.cutFibres)", "", lost.stillUp.map { code($0) }.joined(separator: " ")]
    }
    rows += impact.downBefore.map { facts("downBefore", $0) }
    rows += impact.passing.map { facts("passing", $0) }
    rows += impact.plugs.map { count in
      ["plugs"] + blanks(8) + [label(count.site) ?? "", "\(count.plugs)", "\(count.patched)"]
    }
    rows += impact.operators.map { count in
      ["operator"] + blanks(4) + [count.name] + blanks(5)
        + ["\(count.plugs)", "\(count.services)", "\(count.dark)", "\(count.legLost)"]
    }
    return rows.map { CSVText.line([night] + $0 + blanks(Self.csvHeader.count - 1 - $0.count)) }.joined()
  }

  private func facts(_ record: String, _ index: Index<Service>) -> [String] {
    let service = network.services[index]
    return [
      record, service.code.rawValue, service.serviceClass.rawValue, service.kind, service.client, service.operatorName,
    ]
  }

  private func blanks(_ count: Int) -> [String] { [String](repeating: "", count: count) }
}
