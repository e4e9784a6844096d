import FibreDiagrams
public import FibreModel
public import FibrePlanning

/// Everything that `plan migration` writes: the plan, its certificate, splice lists, the drawing of the migration.
public struct PlanFolder: Sendable {
  private let checked: CheckedPlan
  public let certificate: PlanCertificate
  private let language: Language

  /// Judges the optics of every service; arranges nothing yet.
  public init(_ checked: CheckedPlan, _ language: Language) {
    self.checked = checked
    certificate = PlanCertificate(checked)
    self.language = language
  }

  /// Whether a file has the name of a list, or of the sheet, for one night, which the next plan for the folder makes anew or not at all.
  public static func isList(_ name: String) -> Bool {
    name.wholeMatch(of: /(splices|patching)-night-\d+-.+\.(csv|xlsx|pdf)|(notices-)?night-\d+\.pdf/) != nil
  }

  /// All files, in the language of their readers: `plan.json`, the certificate, the optics of every service, lists by
  /// closure and night, the overview of the lists, notices to operators and clients, and the drawing of the migration.
  public func deliverables() throws -> [Deliverable] {
    var files = [Deliverable(name: "plan.json", text: PlanFile.text(of: checked))]
    files += try certificate.deliverables(in: language)
    let sheet = SpliceSheet(checked: checked)
    files += try sheet.deliverables(in: language, formats: [.csv, .xlsx, .pdf])
    files.append(try sheet.overview(in: language))
    files += try NoticeSheet(checked, certificate.optics).deliverables(in: language)
    let dot = MigrationDiagram(checked.plan, on: checked.network, language).dot
    for format in [DrawingFormat.dot, .svg, .pdf] {
      files.append(Deliverable(name: "migration.\(format.rawValue)", bytes: try Graphviz.render(dot, as: format)))
    }
    return files
  }
}
