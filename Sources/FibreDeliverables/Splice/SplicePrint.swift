import FibreModel

extension SpliceList {
  /// A room's list on paper: cords have ports instead of fibres, and no tray, colour or loss.
  func roomTable(_ language: Language) -> Report.Table {
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
}
