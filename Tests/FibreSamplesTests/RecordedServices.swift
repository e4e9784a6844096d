/// The services of a delivery, each walked fibre by fibre.
struct RecordedServices {
  struct Service {
    var code: String
    var kind: String
    var level: String
    var client: String
    var operatorCode: String
    var protects: String?
    var maxOutageMinutes: Int
    var optics: String
    var fibres: Int
    /// Nothing for a fibre that doesn't lead from one end to the other.
    var links: [WalkedLink?]
    var startsInOldRoom: Bool
  }

  var services: [Service] = []

  init(_ delivery: RecordedDelivery, _ graph: FibreGraph) {
    for row in delivery.companion("services.csv") {
      let starts = Self.ports(row["endA"] ?? "")
      let ends = Self.ports(row["endB"] ?? "")
      services.append(
        Service(
          code: row["service"] ?? "", kind: row["kind"] ?? "", level: row["class"] ?? "", client: row["client"] ?? "",
          operatorCode: row["operator"] ?? "", protects: row["protects"],
          maxOutageMinutes: Int(row["maxOutageMinutes"] ?? "") ?? 0, optics: row["optics"] ?? "",
          fibres: Int(row["fibres"] ?? "") ?? 0,
          links: zip(starts, ends).map { graph.walk(from: $0, to: $1) },
          startsInOldRoom: starts.allSatisfy { $0.panel.hasPrefix("TI-SF-") }))
    }
  }

  /// `TI-X:5-6` as two ports.
  static func ports(_ text: String) -> [RecordedPort] {
    let parts = text.split(separator: ":")
    guard parts.count == 2 else { return [] }
    let numbers = parts[1].split(separator: "-").compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last else { return [] }
    return (first...last).map { RecordedPort(panel: String(parts[0]), number: $0) }
  }

  var moving: [Service] { services.filter(\.startsInOldRoom) }
}
