import FibreModel

extension SpliceList {
  /// The table on paper: the same order as in the files, with what belongs together in one column.
  ///
  /// Night, closure and revision stand in the header block.
  func printedTable(_ language: Language) -> Report.Table {
    isRoom ? roomTable(language) : trayTable(language)
  }

  private func trayTable(_ language: Language) -> Report.Table {
    let columns: [Report.Column] = [
      column(.cassette, 31, language), column(.face, 15, language), column(.slot, 15, language),
      column(.action, 27, language), column(.cableA, 34, language), column(.tubeA, 27, language),
      column(.fibreA, 33, language), column(.cableB, 34, language), column(.tubeB, 27, language),
      column(.fibreB, 33, language), column(.joint, 29, language), column(.state, 33, language),
      column(.farEndA, 31, language), column(.farEndB, 31, language), column(.service, 32, language),
      column(.serviceClass, 24, language), column(.protects, 33, language), column(.before, 30, language),
      column(.expectedLossDecibels, 20, language), column(.limitDecibels, 23, language), column(.done, 14, language),
      column(.doneBy, 16, language), column(.doneAt, 20, language), column(.measuredLossDecibels, 24, language),
      column(.remark, 34, language),
    ]
    return Report.Table(columns: columns, rows: lines.map { printedRow($0, language) })
  }

  /// Cords have ports instead of fibres, and no tray, colour or loss.
  private func roomTable(_ language: Language) -> Report.Table {
    let panel = { (side: String) in "\(Term.panel.label(language)) \(side)" }
    let port = { (side: String) in "\(Term.port.label(language)) \(side)" }
    let columns = [
      Report.Column(title: panel("A"), width: 30), Report.Column(title: port("A"), width: 14, isNumeric: true),
      column(.action, 28, language), Report.Column(title: panel("B"), width: 30),
      Report.Column(title: port("B"), width: 14, isNumeric: true), column(.farEndA, 40, language),
      column(.farEndB, 40, language), column(.service, 36, language), column(.serviceClass, 22, language),
      column(.protects, 36, language), column(.done, 16, language), column(.doneBy, 18, language),
      column(.doneAt, 18, language), column(.remark, 40, language),
    ]
    return Report.Table(
      columns: columns,
      rows: lines.map { line in
        [Report.Cell(line.a?.owner ?? ""), Report.Cell(line.a?.number), cell(.action, line, language, coded: false)]
          + [Report.Cell(line.b?.owner ?? ""), Report.Cell(line.b?.number)]
          + [.farEndA, .farEndB, .service, .serviceClass, .protects, .done, .doneBy, .doneAt, .remark].map {
            cell($0, line, language, coded: false)
          }
      })
  }

  private func column(_ column: SpliceColumn, _ width: Double, _ language: Language) -> Report.Column {
    let isNumeric = [.slot, .expectedLossDecibels, .limitDecibels, .measuredLossDecibels].contains(column)
    return Report.Column(title: column.label(language), width: width, isNumeric: isNumeric)
  }

  private func printedRow(_ line: SpliceLine, _ language: Language) -> [Report.Cell] {
    func plain(_ columns: SpliceColumn...) -> [Report.Cell] {
      columns.map { cell($0, line, language, coded: false) }
    }
    return plain(.cassette, .face, .slot, .action) + side(line.a, language) + side(line.b, language)
      + plain(
        .joint, .state, .farEndA, .farEndB, .service, .serviceClass, .protects, .before, .expectedLossDecibels,
        .limitDecibels, .done, .doneBy, .doneAt, .measuredLossDecibels, .remark)
  }

  /// Cable with capacity, tube with colour, fibre with place in the tube and colour.
  private func side(_ end: SpliceEnd?, _ language: Language) -> [Report.Cell] {
    guard let end else { return [Report.Cell(""), Report.Cell(""), Report.Cell("")] }
    guard let glass = end.glass else {
      return [Report.Cell(end.owner), Report.Cell(""), Report.Cell(String(end.number))]
    }
    return [
      Report.Cell("\(end.owner) (\(glass.capacity))"),
      Report.Cell("T\(glass.tube) \(glass.tubeMark.label(language))", paint: glass.tubeMark.colour.paint),
      Report.Cell(
        "F\(end.number) (\(glass.rankInTube)) \(glass.fibreMark.label(language))", paint: glass.fibreMark.colour.paint),
    ]
  }
}
