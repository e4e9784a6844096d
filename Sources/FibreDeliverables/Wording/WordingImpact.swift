public import FibrePlanning

// What can be cut, and what a service loses by it.

extension CutElement.Kind: Worded {
  public var phrase: Phrase {
    switch self {
    case .fibre: Phrase("fibre", "fibre")
    case .section: Phrase("tronçon de câble", "cable section")
    case .cable: Phrase("câble", "cable")
    case .joint: Phrase("raccordement", "joint")
    case .port: Phrase("port", "port")
    case .cassette: Phrase("cassette", "cassette")
    case .closure: Phrase("boîtier (BPE)", "splice closure")
    case .distributionPoint: Phrase("PBO", "distribution point")
    case .outlet: Phrase("prise (PTO)", "outlet")
    case .panel: Phrase("tiroir", "panel")
    case .rack: Phrase("baie", "rack")
    case .room: Phrase("local technique", "room")
    case .site: Phrase("site", "site")
    case .technicalPoint: Phrase("point technique", "technical point")
    case .duct: Phrase("conduite", "duct")
    case .pathway: Phrase("cheminement", "pathway")
    }
  }
}

extension Impact.Loss: Worded {
  public var phrase: Phrase {
    switch self {
    case .onlyLeg: Phrase("sans secours", "unprotected")
    case .bothLegs: Phrase("les deux chemins sont coupés", "both legs are cut")
    case .lastLeg: Phrase("l'autre chemin était déjà hors service", "the other leg was down already")
    }
  }
}
