import Foundation

/// A delivery's positions, and a plan's steps carried out on them by hand: no code of the program is used.
///
/// This is how another program can confirm a plan from the files and `plan.json` alone.
struct PositionReplay {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What meets at one position; a port's cord is its own fibre until it is patched anew.
  struct Place: Hashable {
    var fibres: [String]
    var port: String?
  }

  private(set) var places: [Int: Place] = [:]
  private var placesOfFibre: [String: Set<Int>] = [:]
  private var placeOfPort: [String: Int] = [:]
  private var fibreByName: [String: String] = [:]
  private var next = 0
  private var cords = 0
  let siteOfPanel: [String: String]

  init(delivery: String) throws {
    let fibres = try Self.rows("t_fibre", delivery)
    for row in fibres { fibreByName["\(row["fo_cb_code"] ?? ""):\(row["fo_nincab"] ?? "")"] = row["fo_code"] }
    let sites = Dictionary(
      uniqueKeysWithValues: try Self.rows("t_sitetech", delivery).map { ($0["st_code"], $0["st_codeext"]) })
    let rooms = Dictionary(
      uniqueKeysWithValues: try Self.rows("t_ltech", delivery).map { ($0["lt_code"], $0["lt_st_code"]) })
    let racks = Dictionary(
      uniqueKeysWithValues: try Self.rows("t_baie", delivery).map { ($0["ba_code"], $0["ba_lt_code"]) })
    var panels: [String: String] = [:]
    for row in try Self.rows("t_tiroir", delivery) {
      let site = racks[row["ti_ba_code"]].flatMap { rooms[$0] }.flatMap { sites[$0] } ?? nil
      panels[row["ti_code"] ?? ""] = site ?? ""
    }
    siteOfPanel = panels
    for row in try Self.rows("t_position", delivery) {
      let panel = row["ps_ti_code"] ?? ""
      let port = panel.isEmpty ? nil : "\(panel):\(row["ps_numero"] ?? "")"
      let fibres = [row["ps_1"] ?? "", row["ps_2"] ?? ""].filter { !$0.isEmpty }
      // A stored fibre is joined to nothing.
      if fibres.count == 2 || port != nil { add(fibres, port: port) }
    }
  }

  // MARK: Steps

  mutating func carryOut(_ action: String, _ a: String, _ b: String?) throws {
    switch action {
    case "open", "park": break
    case "cut": try cut(a, b ?? "")
    case "splice": try splice(a, b ?? "")
    case "unpatch": try unpatch(a, b ?? "")
    case "patch": try patch(a, b ?? "")
    default: throw Failure(description: "unknown action \(action)")
    }
  }

  private mutating func cut(_ a: String, _ b: String) throws {
    let (first, second) = try (fibre(a), fibre(b))
    guard let place = placesOfFibre[first]?.first(where: { places[$0]?.fibres.contains(second) == true }) else {
      throw Failure(description: "cut: \(a) and \(b) are not joined")
    }
    remove(place)
  }

  private mutating func splice(_ a: String, _ b: String) throws {
    let (first, second) = try (fibre(a), fibre(b))
    for one in [first, second] {
      let joined = (placesOfFibre[one] ?? []).filter { (places[$0]?.fibres.count ?? 0) > 1 || places[$0]?.port != nil }
      guard joined.count <= 1 else { throw Failure(description: "splice: \(one) is joined at both its ends") }
    }
    add([first, second], port: nil)
  }

  private mutating func unpatch(_ a: String, _ b: String) throws {
    guard let one = placeOfPort[a], let other = placeOfPort[b],
      let cord = places[one]?.fibres.first(where: { places[other]?.fibres.contains($0) == true })
    else { throw Failure(description: "unpatch: no cord between \(a) and \(b)") }
    for place in [one, other] {
      places[place]?.fibres.removeAll { $0 == cord }
      placesOfFibre[cord]?.remove(place)
    }
  }

  private mutating func patch(_ a: String, _ b: String) throws {
    cords += 1
    for port in [a, b] {
      guard let place = placeOfPort[port] else { throw Failure(description: "patch: nothing at port \(port)") }
      guard (places[place]?.fibres.count ?? 0) == 1 else { throw Failure(description: "patch: \(port) is taken") }
      places[place]?.fibres.append("cord \(cords)")
      placesOfFibre["cord \(cords)", default: []].insert(place)
    }
  }

  // MARK: Walking

  /// The first port in one of some sites that light from a far port reaches, and the fibres on the way.
  ///
  /// - Parameter port: A port that the plan does not touch; its cable fibre is the last one of its row.
  func walk(from port: String, toPortIn sites: Set<String>) throws -> (port: String?, fibres: [String]) {
    guard let start = placeOfPort[port] else { throw Failure(description: "nothing at port \(port)") }
    var place = start
    var fibres: [String] = []
    var fibre = places[start]?.fibres.last
    while let current = fibre {
      fibres.append(current)
      guard fibres.count < 10_000 else { throw Failure(description: "a loop behind \(port)") }
      guard let onward = placesOfFibre[current]?.first(where: { $0 != place }) else { return (nil, fibres) }
      place = onward
      if let here = places[place]?.port, sites.contains(siteOfPanel[Self.panel(of: here)] ?? "") {
        return (here, fibres)
      }
      fibre = places[onward]?.fibres.first { $0 != current }
    }
    return (places[place]?.port, fibres)
  }

  private static func panel(of port: String) -> String {
    String(port.prefix(upTo: port.lastIndex(of: ":") ?? port.endIndex))
  }

  // MARK: Rows

  private func fibre(_ name: String) throws -> String {
    guard let code = fibreByName[name] else { throw Failure(description: "unknown fibre \(name)") }
    return code
  }

  private mutating func add(_ fibres: [String], port: String?) {
    places[next] = Place(fibres: fibres, port: port)
    for fibre in fibres { placesOfFibre[fibre, default: []].insert(next) }
    if let port, placeOfPort[port] == nil { placeOfPort[port] = next }
    next += 1
  }

  private mutating func remove(_ place: Int) {
    for fibre in places[place]?.fibres ?? [] { placesOfFibre[fibre]?.remove(place) }
    places[place] = nil
  }

  /// The rows of a delivery's CSV table, without any quoting, as its format has it.
  static func rows(_ table: String, _ delivery: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: "\(delivery)/\(table).csv", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
