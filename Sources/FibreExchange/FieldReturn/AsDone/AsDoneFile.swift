public import FibreModel
import GeoFormats

/// A splice list as it came back from the field, in whatever form spreadsheets gave it.
public struct AsDoneFile: Hashable, Sendable {
  /// In the order of the file.
  public let lines: [AsDoneLine]
  /// What could not be read; by place.
  public let findings: [Finding]

  /// Reads a `.csv`, `.xlsx`, `.xlsm` or `.ods` file.
  ///
  /// The row that holds the headings may stand anywhere, columns in any order among others, on any sheet; headings are
  /// those of the CSV, or of workbooks in French or English. Cells of night, closure, revision and tray that are empty
  /// are taken from the row above, which is how merged cells come. Formulas count as what they last came to.
  ///
  /// - Parameter name: What findings call the file.
  public init(reading path: String, name: String) throws(AsDoneFileError) {
    let file: SheetFile
    do throws(FormatError) {
      file = try SheetFile(reading: path)
    } catch {
      throw AsDoneFileError(error, path: path)
    }
    var reader = AsDoneReader(name: name)
    for defect in file.defects { reader.report(defect) }
    for sheet in file.sheets { reader.read(sheet, isOnly: file.sheets.count == 1) }
    if !reader.hasHeader { reader.reportNoHeader() }
    lines = reader.lines
    findings = reader.findings.sorted(by: Finding.inOrder)
  }
}

/// Why a file can't be read as a list at all.
public enum AsDoneFileError: Error, Hashable, Sendable {
  case missing(path: String)
  /// Neither CSV nor a workbook that is known here.
  case unknownFormat(path: String)
  /// The file is damaged, or is not what its name says.
  case unreadable(path: String)

  init(_ error: FormatError, path: String) {
    switch error {
    case .missingFile: self = .missing(path: path)
    case .unknownFormat: self = .unknownFormat(path: path)
    default: self = .unreadable(path: path)
    }
  }
}
