public import FibreProgramme

extension Counter: Worded {
  public var phrase: Phrase {
    switch self {
    case .targeted: Phrase("ciblées", "targeted")
    case .studied: Phrase("étudiées", "studied")
    case .built: Phrase("construites", "built")
    case .handedOver: Phrase("livrées", "handed over")
    case .connectable: Phrase("raccordables", "connectable")
    case .connected: Phrase("raccordées", "connected")
    }
  }

  /// The name that programs read.
  var keyword: String {
    switch self {
    case .targeted: "targeted"
    case .studied: "studied"
    case .built: "built"
    case .handedOver: "handedOver"
    case .connectable: "connectable"
    case .connected: "connected"
    }
  }
}

extension Grouping: Worded {
  public var phrase: Phrase {
    switch self {
    case .commune: Phrase("commune", "commune")
    case .intercommunality: Phrase("EPCI", "association")
    case .centralOffice: Phrase("NRO", "NRO")
    case .cabinet: Phrase("SRO", "SRO")
    case .lot: Phrase("lot", "lot")
    case .contractor: Phrase("entreprise", "contractor")
    }
  }
}

extension GeographyGrouping: Worded {
  public var phrase: Phrase {
    switch self {
    case .commune: Phrase("commune", "commune")
    case .intercommunality: Phrase("EPCI", "association")
    case .department: Phrase("département", "département")
    }
  }
}
