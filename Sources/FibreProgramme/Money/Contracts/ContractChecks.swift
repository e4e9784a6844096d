public import FibreModel

extension Contract {
  /// What is wrong with a contract's dates and amounts on a day, in order of its records.
  public func findings(on date: CalendarDate) -> [Finding] {
    let code = lot.code
    var findings: [Finding] = []
    func report(_ rule: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: .error, place: "contract", code: code, message: message))
    }
    if lot.amountExcludingTax.isNegative {
      report("contract.negative", "The amount \(lot.amountExcludingTax.description) is negative. Correct it.")
    }
    for amendment in amendments where amendment.signedOn < notifiedOn {
      report(
        "contract.date",
        "An amendment of \(amendment.signedOn) is older than the notification of \(notifiedOn). Correct a date.")
    }
    for order in orders {
      if order.amount.isNegative {
        report("contract.negative", "The amount of order \(order.code) is negative. Correct it.")
      }
      if order.orderedOn < notifiedOn {
        report(
          "contract.date",
          "Order \(order.code) of \(order.orderedOn) is older than the notification of \(notifiedOn). Correct a date.")
      }
    }
    for order in orders {
      if let accepted = order.acceptedOn, accepted < order.orderedOn {
        report(
          "contract.date",
          "Order \(order.code) of \(order.orderedOn) is accepted on \(accepted), before it. Correct a date.")
      }
    }
    if amount(on: date).isNegative {
      report(
        "contract.negative", "With its amendments the contract is \(amount(on: date).description). Correct them.")
    }
    return findings + sumFindings(on: date)
  }

  /// Papers that come twice, and sums that pass the contract.
  private func sumFindings(on date: CalendarDate) -> [Finding] {
    let code = lot.code
    var findings: [Finding] = []
    func report(_ rule: String, _ message: Sentence) {
      findings.append(Finding(rule: rule, severity: .error, place: "contract", code: code, message: message))
    }
    for code in repeatedElements(orders.map(\.code)) {
      report("contract.order-repeated", "Order \(code) comes twice. Remove one.")
    }
    for number in repeatedElements(situations.map(\.number)) {
      report("contract.situation-repeated", "Statement of work \(number) comes twice. Remove one.")
    }
    let (amount, stated, ordered) = (amount(on: date), stated(on: date), ordered(on: date))
    if ordered > amount {
      report(
        "contract.ordered-above",
        "Orders of \(ordered.description) pass the contract's \(amount.description). An amendment is needed.")
    }
    if stated > amount {
      report(
        "contract.stated-above",
        "Work of \(stated.description) is stated on a contract of \(amount.description). Check the statements.")
    }
    return findings
  }
}

/// What stands more than once in a list, each said once, in order.
func repeatedElements<Element: Hashable & Comparable>(_ elements: [Element]) -> [Element] {
  Dictionary(elements.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.keys.sorted()
}
