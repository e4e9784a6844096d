public import FibreModel

// What an edit of a network does, on one line.

extension NetworkChange: Worded {
  public var phrase: Phrase {
    switch self {
    case .addJoint(let joint): Phrase("+ \(joint.text(.french))", "+ \(joint.text(.english))")
    case .removeJoint(let joint): Phrase("− \(joint.text(.french))", "− \(joint.text(.english))")
    case .replaceJoint(let old, let new):
      Phrase(
        "± \(old.text(.french)) → \(new.text(.french))", "± \(old.text(.english)) → \(new.text(.english))")
    case .addCord(let cord): Phrase("+ jarretière \(cord.code)", "+ cord \(cord.code)")
    case .removeCord(let cord): Phrase("− jarretière \(cord.code)", "− cord \(cord.code)")
    case .moveService(let service, let from, let to):
      Phrase("± service \(service) : \(list(from)) → \(list(to))", "± service \(service): \(list(from)) → \(list(to))")
    case .redeclareRoute(let route, let from, let to):
      Phrase(
        "± route déclarée \(route) : \(from.count) fibres → \(to.count)",
        "± declared route \(route): \(from.count) fibres → \(to.count)")
    case .setFreeTrays(let closure, let from, let to):
      Phrase(
        "± boîtier \(closure) : cassettes libres \(from) → \(to)", "± closure \(closure): free trays \(from) → \(to)")
    }
  }

  private func list(_ ports: [PortName]) -> String {
    ports.map { "\($0.panel):\($0.number)" }.joined(separator: ", ")
  }
}

extension JointRecord {
  /// `épissure CAB-1:3 – CAB-2:5, cassette CS-1, 4`.
  fileprivate func text(_ language: Language) -> String {
    let ends = [first, second].compactMap { $0 }.map { "\($0.section):\($0.number)" }.joined(separator: " – ")
    let slot = number.map { ", \($0)" } ?? ""
    return "\(kind.label(language)) \(ends), \(holder.label(language))\(slot)"
  }
}
