/// The columns of a splice list, in order. Their names head the CSV in every language, so that the file comes back.
enum SpliceColumn: String, CaseIterable, Worded {
  case night, closure, revision, cassette, face, slot, action
  case cableA, capacityA, tubeA, tubeColourA, fibreInTubeA, fibreColourA, fibreA
  case cableB, capacityB, tubeB, tubeColourB, fibreInTubeB, fibreColourB, fibreB
  case joint, state, farEndA, farEndB, service
  case serviceClass = "class"
  case protects, before, expectedLossDecibels, limitDecibels
  case done, doneBy, doneAt, measuredLossDecibels, remark

  /// Its rank among the columns, from 0.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The heading in workbooks and PDF.
  var phrase: Phrase { sideWords ?? otherWords }

  /// Width in a workbook, in characters: as little as lets all columns be read on one sheet of A4; longer texts wrap.
  var width: Double {
    switch self {
    case .night, .revision, .face, .slot, .tubeA, .tubeB, .fibreInTubeA, .fibreInTubeB, .done: 5
    case .fibreA, .fibreB, .capacityA, .capacityB, .doneBy, .doneAt, .expectedLossDecibels, .limitDecibels,
      .measuredLossDecibels:
      6
    case .serviceClass, .fibreColourA, .fibreColourB: 8
    case .action, .joint, .state, .tubeColourA, .tubeColourB, .closure, .cassette, .cableA, .cableB, .farEndA, .farEndB,
      .service, .protects, .before, .remark:
      10
    }
  }

  var isNumeric: Bool {
    switch self {
    case .night, .revision, .slot, .capacityA, .capacityB, .tubeA, .tubeB, .fibreInTubeA, .fibreInTubeB, .fibreA,
      .fibreB, .expectedLossDecibels, .limitDecibels, .measuredLossDecibels:
      true
    default: false
    }
  }

  private var sideWords: Phrase? {
    switch self {
    case .cableA: Phrase("Câble A", "Cable A")
    case .capacityA: Phrase("Capacité A", "Capacity A")
    case .tubeA: Phrase("Tube A", "Tube A")
    case .tubeColourA: Phrase("Couleur tube A", "Tube colour A")
    case .fibreInTubeA: Phrase("N° dans tube A", "No. in tube A")
    case .fibreColourA: Phrase("Couleur fibre A", "Fibre colour A")
    case .fibreA: Phrase("Fibre A", "Fibre A")
    case .cableB: Phrase("Câble B", "Cable B")
    case .capacityB: Phrase("Capacité B", "Capacity B")
    case .tubeB: Phrase("Tube B", "Tube B")
    case .tubeColourB: Phrase("Couleur tube B", "Tube colour B")
    case .fibreInTubeB: Phrase("N° dans tube B", "No. in tube B")
    case .fibreColourB: Phrase("Couleur fibre B", "Fibre colour B")
    case .fibreB: Phrase("Fibre B", "Fibre B")
    case .farEndA: Phrase("Extrémité A", "Far end A")
    case .farEndB: Phrase("Extrémité B", "Far end B")
    default: nil
    }
  }

  private var otherWords: Phrase {
    switch self {
    case .night: Phrase("Nuit", "Night")
    case .closure: Phrase("Boîtier", "Closure")
    case .revision: Phrase("Rév.", "Rev.")
    case .cassette: Phrase("Cassette", "Tray")
    case .face: Phrase("Face", "Face")
    case .slot: Phrase("Pos.", "Slot")
    case .action: Phrase("Action", "Action")
    case .joint: Phrase("Raccord", "Joint")
    case .state: Phrase("État", "State")
    case .service: Phrase("Service", "Service")
    case .serviceClass: Phrase("Classe", "Class")
    case .protects: Phrase("Protection", "Protection")
    case .before: Phrase("Avant", "Before")
    case .expectedLossDecibels: Phrase("Prévu dB", "Expected dB")
    case .limitDecibels: Phrase("Limite dB", "Limit dB")
    case .done: Phrase("Fait", "Done")
    case .doneBy: Phrase("Par", "By")
    case .doneAt: Phrase("Heure", "At")
    case .measuredLossDecibels: Phrase("Mesuré dB", "Measured dB")
    case .remark: Phrase("Remarque", "Remark")
    default: preconditionFailure("\(self) has no words")
    }
  }
}
