public import FibreProgramme

extension Loan.Period: Worded {
  public var phrase: Phrase {
    switch self {
    case .month: Phrase("mensuelle", "monthly")
    case .quarter: Phrase("trimestrielle", "quarterly")
    case .half: Phrase("semestrielle", "half-yearly")
    case .year: Phrase("annuelle", "yearly")
    }
  }
}

extension Loan.Rounding: Worded {
  public var phrase: Phrase {
    switch self {
    case .cent: Phrase("au centime", "to the cent")
    case .euro: Phrase("à l'euro", "to the euro")
    }
  }
}

extension Loan.PeriodicRate: Worded {
  public var phrase: Phrase {
    switch self {
    case .proportional: Phrase("proportionnel", "proportional")
    case .equivalent: Phrase("équivalent", "equivalent")
    }
  }
}

extension Loan.Repayment: Worded {
  public var phrase: Phrase {
    switch self {
    case .constantInstalment: Phrase("échéances constantes", "constant instalments")
    case .constantPrincipal: Phrase("amortissement constant", "constant principal")
    }
  }
}
