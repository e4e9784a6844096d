/// A defect that a delivery holds on purpose.
public struct PlantedDefect: Hashable, Sendable {
  /// The rule that finds it: at the import for `code.duplicate` and `reference.unknown`, later for the others.
  public enum Rule: String, CaseIterable, Sendable {
    case duplicatePort = "port.duplicate"
    case colourCode = "section.colour-code"
    case splicedPassage = "joint.passage-spliced"
    case duplicateCode = "code.duplicate"
    case unknownReference = "reference.unknown"
    case capacity = "cable.capacity-differs"
  }
  public var rule: Rule
  /// The code of what is wrong: a panel, a section, a cassette, a dwelling.
  public var code: String
}

extension PlantedDefect.Rule {
  /// Plugs for each defect of one kind.
  static let plugsPerDefect = 40_000

  /// The offices, by rank, where each kind is planted: one kind in one office at most once.
  static func plan(offices: Int, plugs: Int, seed: UInt64) -> [[PlantedDefect.Rule]] {
    var random = SeededGenerator(seed: seed, subject: 14)
    var plan = [[PlantedDefect.Rule]](repeating: [], count: offices)
    for rule in allCases {
      let ranks = random.shuffled(Array(0..<offices))
      for office in ranks.prefix(max(1, plugs / plugsPerDefect)) { plan[office].append(rule) }
    }
    return plan
  }
}

extension Draft {
  /// Plants defects among the lines of one office.
  ///
  /// - Returns: Those that found a place: a very small network may have no passage, for one.
  mutating func plant(_ rules: [PlantedDefect.Rule], _ random: inout SeededGenerator) -> [PlantedDefect] {
    rules.compactMap { rule in
      let code: String? =
        switch rule {
        case .duplicatePort: doublePort(&random)
        case .colourCode: changeColours(&random)
        case .splicedPassage: splicePassage(&random)
        case .duplicateCode: rows.repeatDwelling(random.below(rows.count(of: .premises)))
        case .unknownReference: rows.loseZone(random.below(rows.count(of: .premises)))
        case .capacity: misstateCapacity(&random)
        }
      return code.map { PlantedDefect(rule: rule, code: $0) }
    }
  }

  /// Records an idle fibre of a distribution panel on the port of its neighbour.
  private mutating func doublePort(_ random: inout SeededGenerator) -> String? {
    let places = joints.indices.dropFirst().filter { index in
      guard case .panel(let panel) = joints[index].place, joints[index - 1].place == joints[index].place else {
        return false
      }
      let fibre = joints[index].second.map { cables[$0.cable].level } ?? ""
      return fibre == "DI" && panels[panel].rack.hasSuffix("-2") && joints[index].first == nil
        && joints[index - 1].first == nil
    }
    guard !places.isEmpty else { return nil }
    let chosen = places[random.below(places.count)]
    guard case .panel(let panel) = joints[chosen].place else { return nil }
    joints[chosen].slot = joints[chosen - 1].slot
    return panels[panel].code
  }

  private mutating func changeColours(_ random: inout SeededGenerator) -> String? {
    let places = cables.indices.filter { cables[$0].level == "DI" && cables[$0].capacity > 1 }
    guard !places.isEmpty else { return nil }
    let chosen = places[random.below(places.count)]
    cables[chosen].colours = .fotag
    return cables[chosen].code
  }

  /// Records one uncut tube with a way of splicing.
  private mutating func splicePassage(_ random: inout SeededGenerator) -> String? {
    let places = joints.indices.filter { joints[$0].kind == .passage && (joints[$0].slot - 1) % 12 == 0 }
    guard !places.isEmpty else { return nil }
    let chosen = places[random.below(places.count)]
    for index in chosen..<chosen + 12 { joints[index].kind = .passageFoundSpliced }
    guard case .cassette(let box, _) = joints[chosen].place else { return nil }
    return boxes[box].code
  }

  /// States more fibres for a drop than it has.
  private mutating func misstateCapacity(_ random: inout SeededGenerator) -> String? {
    let places = cables.indices.filter { cables[$0].level == "RA" }
    guard !places.isEmpty else { return nil }
    let chosen = places[random.below(places.count)]
    cables[chosen].statedCapacity = 2
    return cables[chosen].code
  }
}

extension DeliveryRows {
  /// Writes a dwelling's row a second time; returns its code.
  fileprivate mutating func repeatDwelling(_ row: Int) -> String {
    repeatRow(row, of: .premises)
    return cell("sf_code", row, of: .premises)
  }

  /// Lets a dwelling name a zone that there is not; returns its code.
  fileprivate mutating func loseZone(_ row: Int) -> String {
    set("sf_zp_code", row, of: .premises, to: cell("sf_zp_code", row, of: .premises) + "X")
    return cell("sf_code", row, of: .premises)
  }
}
