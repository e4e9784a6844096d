import FibreModel
import FibrePlanning

/// The parts of a package that are tables, for paper and workbook alike.
extension SpliceList {
  func cableSection(_ facts: ClosureFacts, _ language: Language) -> Report.Section {
    let columns: [(PackageTerm, Double, Bool)] = [
      (.cable, 22, false), (.capacity, 12, false), (.tubes, 14, false), (.tubeColours, 24, false),
      (.fibreColours, 24, false), (.towards, 22, false), (.length, 12, false), (.coil, 9, false), (.part, 24, false),
      (.fibresWorked, 14, true),
    ]
    let rows = facts.cables.map { cable in
      [
        Report.Cell(cable.section, isStrong: cable.part != .untouched), Report.Cell("\(cable.capacity) FO"),
        Report.Cell("\(cable.tubeCount) × \(cable.modulo)"), Report.Cell(cable.tubeCode.label(language)),
        Report.Cell(cable.fibreCode.label(language)), Report.Cell(cable.far),
        Report.Cell("\(cable.length.metresText(language, decimals: 0)) m"),
        Report.Cell(cable.coil.map { "\($0.metresText(language, decimals: 0)) m" } ?? "–"),
        Report.Cell(cable.part.label(language)), Report.Cell(cable.worked),
      ]
    }
    return Report.Section(
      heading: PackageTerm.cables.label(language),
      table: Report.Table(columns: Self.columns(columns, language), rows: rows))
  }

  func workSection(_ language: Language) -> Report.Section {
    Report.Section(
      heading: PackageTerm.workTable.label(language),
      notes: [PackageTerm.leaveHint, .boxHint].map { $0.label(language) }, table: workTable(language))
  }

  /// Runs of fibres of one kept tube with what they are joined to before and after.
  func beforeAfterSection(_ language: Language) -> Report.Section {
    let columns: [(PackageTerm, Double, Bool)] = [
      (.keptFibres, 40, false), (.beforeJoint, 50, false), (.afterJoint, 50, false), (.service, 40, false),
    ]
    let rows = keptRuns.map { run in
      [
        Report.Cell(run.kept, isStrong: true), Report.Cell(run.before), Report.Cell(run.after),
        Report.Cell(run.services),
      ]
    }
    return Report.Section(
      heading: PackageTerm.beforeAfter.label(language),
      table: Report.Table(columns: Self.columns(columns, language), rows: rows))
  }

  private var keptRuns: [(kept: String, before: String, after: String, services: String)] {
    var cutPlaces: [String: SpliceLine] = [:]
    for line in lines where line.action == .cut {
      if let a = line.a { cutPlaces["\(a.owner):\(a.number)"] = line }
    }
    var runs: [[SpliceLine]] = []
    for line in lines where line.action == .splice || line.action == .move {
      if let last = runs.last?.last, last.b?.owner == line.b?.owner, last.b?.glass?.tube == line.b?.glass?.tube,
        last.a?.owner == line.a?.owner, last.cassette == line.cassette, last.a?.glass?.tube == line.a?.glass?.tube
      {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
    }
    return runs.map { run in
      let former = run.compactMap { cutPlaces[$0.before] }
      return (
        Self.fibres(run.map(\.b)),
        Self.place(PrintedLine.ranges(run.map(\.before)), former),
        Self.place(PrintedLine.ranges(run.compactMap { $0.a.map { "\($0.owner):\($0.number)" } }), run),
        PrintedLine.ranges(run.map(\.service))
      )
    }
  }

  private static func fibres(_ ends: [SpliceEnd?]) -> String {
    let tube = ends.compactMap { $0?.glass?.tube }.first.map { " T\($0)" } ?? ""
    return PrintedLine.ranges(ends.compactMap { $0.map { "\($0.owner):\($0.number)" } }) + tube
  }

  /// `CAB-IT-001:397–404 (CS-AMI-001-84 · 1–8)`.
  private static func place(_ fibres: String, _ lines: [SpliceLine]) -> String {
    let places = PrintedLine.ranges(lines.compactMap { line in line.slot.map { "\(line.cassette):\($0)" } })
    return places.isEmpty ? fibres : "\(fibres) (\(places))"
  }

  static func columns(_ columns: [(PackageTerm, Double, Bool)], _ language: Language) -> [Report.Column] {
    columns.map { Report.Column(title: $0.0.label(language), width: $0.1, isNumeric: $0.2) }
  }
}

// MARK: - The end of a package

extension SpliceList {
  func totalsSection(_ facts: ClosureFacts, _ language: Language) -> Report.Section {
    let actions = SpliceAction.allCases.map { ($0.label(language), count($0)) }.filter { $0.1 > 0 }
    let classes = ServiceClass.allCases.map { grade in
      (
        "\(PackageTerm.servicesTouched.label(language)), \(grade.label(language))",
        facts.checks.count { $0.service.serviceClass == grade }
      )
    }.filter { $0.1 > 0 }
    let crews = self.crews.map {
      ("\(PackageTerm.crew.label(language)) \($0.number), \(PackageTerm.minutes.label(language))", $0.minutes)
    }
    let figures = actions + [(Term.lines.label(language), lines.count)] + classes + crews
    return Report.Section(
      heading: PackageTerm.totals.label(language),
      facts: figures.map { Report.Fact(label: $0.0, value: String($0.1)) })
  }

  func signSection(_ language: Language) -> Report.Section {
    let columns: [(PackageTerm, Double, Bool)] = [
      (.role, 30, false), (.name, 36, false), (.dateAndTime, 30, false), (.signature, 50, false),
      (.reservations, 60, false),
    ]
    let rows = [PackageTerm.chief, .controller].map {
      [Report.Cell($0.label(language))] + [Report.Cell](repeating: Report.Cell(""), count: 4)
    }
    return Report.Section(
      heading: PackageTerm.signOff.label(language),
      table: Report.Table(columns: Self.columns(columns, language), rows: rows, rowHeight: 46))
  }
}
