/// Rows for programs: a CSV file with a header, named after what it lists.
struct DataTable {
  /// The file's name without its ending.
  let name: String
  let header: [String]
  let rows: [[String]]

  var csv: String { CSVText.mark + ([header] + rows).map { CSVText.line($0) }.joined() }
}

extension [DataTable] {
  /// A file for each.
  var deliverables: [Deliverable] { map { Deliverable(name: $0.name + ".csv", text: $0.csv) } }
}
