import FibreDeliverables
import FibreModel

/// A night that was carried out in a store or taken back, as it is reported.
struct AppliedNight {
  enum Deed: String {
    case applied, undone
  }

  /// How much was changed: edits of a plan, or rows of the store that were put back.
  enum Extent {
    case changes(Int)
    case rows(Int)

    var phrase: Phrase {
      switch self {
      case .changes(let count): Phrase("\(count) modifications", "\(count) changes")
      case .rows(let count): Phrase("\(count) lignes remises", "\(count) rows put back")
      }
    }

    var member: (key: String, value: JSONValue?) {
      switch self {
      case .changes(let count): ("changes", .integer(count))
      case .rows(let count): ("rows", .integer(count))
      }
    }
  }

  let night: Int
  let extent: Extent
  /// What would be changed, edit by edit, when it is only tried.
  var difference: [Phrase] = []
  /// Nothing when it was only tried.
  let revision: Int?

  /// Says what was done, night by night.
  static func report(_ nights: [AppliedNight], _ deed: Deed, dryRun: Bool, _ output: OutputOptions) {
    if output.json {
      let rows = nights.map { night in
        JSONValue.members([
          ("night", .integer(night.night)), night.extent.member,
          ("difference", dryRun ? .array(night.difference.map { .string($0[output.lang]) }) : nil),
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
        dryRun
        ? Phrase("Nuit \(night.night)", "Night \(night.night)")
        : deed == .applied
          ? Phrase("Nuit \(night.night) inscrite", "Night \(night.night) applied")
          : Phrase("Nuit \(night.night) défaite", "Night \(night.night) undone")
      let end =
        night.revision.map { Phrase("révision \($0)", "revision \($0)") }
        ?? Phrase("essai, rien n'est écrit", "dry run, nothing is written")
      let parts = [done, night.extent.phrase, end].map { $0[output.lang] }
      Output.result("\(parts[0])\(output.lang == .french ? " :" : ":") \(parts[1]), \(parts[2]).")
      for line in night.difference { Output.result("  \(line[output.lang])") }
    }
  }
}
