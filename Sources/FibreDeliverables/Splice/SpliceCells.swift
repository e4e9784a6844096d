import FibreModel

extension SpliceList {
  /// What stands in a column of a line.
  ///
  /// - Parameter coded: Whether programs read it: then actions and classes are words that never change.
  func cell(_ column: SpliceColumn, _ line: SpliceLine, _ language: Language, coded: Bool) -> Report.Cell {
    switch column {
    case .night: Report.Cell(night)
    case .closure: Report.Cell(place)
    case .revision: Report.Cell(revision)
    case .cassette: Report.Cell(line.cassette)
    case .face: Report.Cell(line.face)
    case .slot: Report.Cell(line.slot)
    case .action:
      Report.Cell(coded ? line.action.rawValue : line.action.label(language), isStrong: line.action != .leave)
    case .cableA, .capacityA, .tubeA, .tubeColourA, .fibreInTubeA, .fibreColourA, .fibreA:
      line.a?.cell(column, language) ?? Report.Cell("")
    case .cableB, .capacityB, .tubeB, .tubeColourB, .fibreInTubeB, .fibreColourB, .fibreB:
      line.b?.cell(column, language) ?? Report.Cell("")
    case .joint: Report.Cell(line.joint?.label(language) ?? "")
    case .state: Report.Cell(line.state.label(language))
    case .farEndA: Report.Cell(line.farEndA)
    case .farEndB: Report.Cell(line.farEndB)
    case .service: Report.Cell(line.service, isStrong: line.action != .leave)
    case .serviceClass:
      Report.Cell((coded ? line.serviceClass?.rawValue : line.serviceClass?.label(language)) ?? "")
    case .protects: Report.Cell(line.protects)
    case .before: Report.Cell(line.before)
    case .expectedLossDecibels: Self.cell(line.expectedLoss, language)
    case .limitDecibels: Self.cell(line.limit, language)
    case .done, .doneBy, .doneAt, .measuredLossDecibels, .remark: Report.Cell("")
    }
  }

  private static func cell(_ loss: Loss?, _ language: Language) -> Report.Cell {
    loss.map { Report.Cell($0.decibelsText(language), number: $0.decibels, decimals: 2) } ?? Report.Cell("")
  }

  /// The records of the list without a header.
  func csvLines(_ language: Language) -> String {
    lines.map { line in
      CSVText.line(SpliceColumn.allCases.map { cell($0, line, language, coded: true).text })
    }.joined()
  }

  /// The list as a file: mark, English header, records with the decimals and colours of the language.
  func csv(_ language: Language) -> String {
    CSVText.mark + CSVText.line(SpliceColumn.allCases.map(\.rawValue)) + csvLines(language)
  }

  /// Every column under its heading, for a workbook.
  func rows(_ language: Language) -> [[Report.Cell]] {
    lines.map { line in SpliceColumn.allCases.map { cell($0, line, language, coded: false) } }
  }

  static func columns(_ language: Language) -> [Report.Column] {
    SpliceColumn.allCases.map {
      Report.Column(title: $0.label(language), width: $0.width, isNumeric: $0.isNumeric)
    }
  }
}

extension SpliceEnd {
  /// What stands in a column of this side; a port has no tube and no colour.
  fileprivate func cell(_ column: SpliceColumn, _ language: Language) -> Report.Cell {
    switch column {
    case .cableA, .cableB: Report.Cell(owner)
    case .capacityA, .capacityB: Report.Cell(glass?.capacity)
    case .tubeA, .tubeB: Report.Cell(glass?.tube)
    case .tubeColourA, .tubeColourB: Self.cell(glass?.tubeMark, language)
    case .fibreInTubeA, .fibreInTubeB: Report.Cell(glass?.rankInTube)
    case .fibreColourA, .fibreColourB: Self.cell(glass?.fibreMark, language)
    case .fibreA, .fibreB: Report.Cell(number)
    default: preconditionFailure("\(column) is no column of a side")
    }
  }

  static func cell(_ mark: ColourMark?, _ language: Language) -> Report.Cell {
    mark.map { Report.Cell($0.label(language), paint: $0.colour.paint) } ?? Report.Cell("")
  }
}
