import FibreModel

extension Report.Table {
  /// A table of texts, the first columns to the left and the rest to the right.
  init(
    _ titles: [Phrase], texts: Int, widths: [Double] = [], rows: [[String]], strongLast: Bool = false,
    in language: Language
  ) {
    self.init(
      columns: titles.enumerated().map { offset, title in
        Report.Column(
          title: title[language], width: offset < widths.count ? widths[offset] : 10, isNumeric: offset >= texts)
      },
      rows: rows.enumerated().map { row, cells in
        cells.map { Report.Cell($0, isStrong: strongLast && row == rows.count - 1) }
      })
  }
}

extension Int {
  /// A count of plugs.
  func plugs(_ language: Language) -> String {
    let isOne = language == .french ? (-1...1).contains(self) : self == 1
    return Phrase("\(text(language)) prise\(isOne ? "" : "s")", "\(text(language)) plug\(isOne ? "" : "s")")[language]
  }
}
