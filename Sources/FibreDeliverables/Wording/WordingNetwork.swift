public import FibreModel

// What the things of a network are called.

extension SiteKind: Worded {
  public var phrase: Phrase {
    switch self {
    case .pop: Phrase("PoP", "PoP")
    case .centralOffice: Phrase("NRO", "central office")
    case .cabinet: Phrase("SRO", "cabinet")
    case .client: Phrase("site client", "client site")
    case .other: Phrase("site technique", "technical site")
    }
  }
}

extension BoxKind: Worded {
  public var phrase: Phrase {
    switch self {
    case .spliceClosure: Phrase("boîtier (BPE)", "splice closure")
    case .distributionPoint: Phrase("PBO", "distribution point")
    case .outlet: Phrase("prise (PTO)", "outlet")
    }
  }
}

extension CassetteKind: Worded {
  public var phrase: Phrase {
    switch self {
    case .coiling: Phrase("lovage", "coiling")
    case .splice: Phrase("épissures", "splices")
    case .splitter: Phrase("coupleurs", "splitters")
    case .connector: Phrase("connecteurs", "connectors")
    }
  }
}

extension CableKind: Worded {
  public var phrase: Phrase {
    switch self {
    case .cable: Phrase("câble", "cable")
    case .breakout: Phrase("éclatement", "breakout")
    case .patchCord: Phrase("jarretière", "patch cord")
    }
  }
}

extension LengthSource: Worded {
  public var phrase: Phrase {
    switch self {
    case .asLaid: Phrase("longueur réelle", "as laid")
    case .statedLine: Phrase("longueur du cheminement", "stated line")
    case .drawnLine: Phrase("mesurée sur la carte", "measured on the map")
    case .unknown: Phrase("inconnue", "unknown")
    }
  }
}

extension JointKind: Worded {
  public var phrase: Phrase {
    switch self {
    case .splice: Phrase("épissure", "splice")
    case .connector: Phrase("connecteur", "connector")
    case .pigtail: Phrase("pigtail", "pigtail")
    case .passage: Phrase("passage", "passage")
    case .parked: Phrase("en attente", "parked")
    case .splitter: Phrase("coupleur", "splitter")
    }
  }
}

extension JointTechnique: Worded {
  /// Connector types have the same name everywhere.
  public var phrase: Phrase {
    switch self {
    case .unstated: Phrase("non précisé", "not stated")
    case .fusion: Phrase("fusion", "fusion")
    case .mechanical: Phrase("mécanique", "mechanical")
    case .e2000APC: Phrase("E2000/APC", "E2000/APC")
    case .e2000UPC: Phrase("E2000/UPC", "E2000/UPC")
    case .e2000PC: Phrase("E2000/PC", "E2000/PC")
    case .fcAPC: Phrase("FC/APC", "FC/APC")
    case .fcUPC: Phrase("FC/UPC", "FC/UPC")
    case .fcPC: Phrase("FC/PC", "FC/PC")
    case .lcAPC: Phrase("LC/APC", "LC/APC")
    case .lcUPC: Phrase("LC/UPC", "LC/UPC")
    case .lcPC: Phrase("LC/PC", "LC/PC")
    case .muAPC: Phrase("MU/APC", "MU/APC")
    case .muUPC: Phrase("MU/UPC", "MU/UPC")
    case .muPC: Phrase("MU/PC", "MU/PC")
    case .scAPC: Phrase("SC/APC", "SC/APC")
    case .scUPC: Phrase("SC/UPC", "SC/UPC")
    case .scPC: Phrase("SC/PC", "SC/PC")
    case .stUPC: Phrase("ST/UPC", "ST/UPC")
    case .stPC: Phrase("ST/PC", "ST/PC")
    case .mpo: Phrase("MPO", "MPO")
    }
  }
}

extension JointClaim: Worded {
  public var phrase: Phrase {
    switch self {
    case .held: Phrase("en place", "held")
    case .displaced: Phrase("position déjà prise", "slot taken by another")
    case .contested: Phrase("fibre déjà raccordée", "fibre end taken by another")
    }
  }
}

extension ServiceClass: Worded {
  public var phrase: Phrase {
    switch self {
    case .vital: Phrase("vital", "vital")
    case .standard: Phrase("standard", "standard")
    case .ftth: Phrase("FTTH", "FTTH")
    }
  }
}

extension Finding.Severity: Worded {
  public var phrase: Phrase {
    switch self {
    case .info: Phrase("information", "info")
    case .warning: Phrase("avertissement", "warning")
    case .error: Phrase("erreur", "error")
    }
  }
}
