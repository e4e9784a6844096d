import FibreDeliverables
import FibreModel

/// A night that was carried out in a store or taken back, as it is reported.
struct AppliedNight {
  enum Deed: String {
    case applied, undone
  }

  let night: Int
  let changeCount: Int
  /// Nothing when it was only tried.
  let revision: Int?

  /// Says what was done, night by night.
  static func report(_ nights: [AppliedNight], _ deed: Deed, dryRun: Bool, _ output: OutputOptions) {
    if output.json {
      let rows = nights.map { night in
        JSONValue.members([
          ("night", .integer(night.night)), ("changes", .integer(night.changeCount)),
          ("revision", night.revision.map { .integer($0) }),
        ])
      }
      Output.result(JSONValue.object([deed.rawValue: .array(rows), "dryRun": .bool(dryRun)]).text)
      return
    }
    if nights.isEmpty {
      Output.result(both("Rien à faire : toutes les nuits y sont.", "Nothing to do: all nights are in."))
    }
    for night in nights {
      let done =
        deed == .applied
        ? Phrase("Nuit \(night.night) inscrite", "Night \(night.night) applied")
        : Phrase("Nuit \(night.night) défaite", "Night \(night.night) undone")
      let count = Phrase("\(night.changeCount) modifications", "\(night.changeCount) changes")
      let end =
        night.revision.map { Phrase("révision \($0)", "revision \($0)") }
        ?? Phrase("essai, rien n'est écrit", "dry run, nothing is written")
      let parts = [done, count, end].map { $0[output.lang] }
      Output.result("\(parts[0])\(output.lang == .french ? " :" : ":") \(parts[1]), \(parts[2]).")
    }
  }
}
