import FibreModel
import FibreProgramme

extension MoneyReview {
  /// Every table of the money, in the order of the text; amounts with a point.
  var tables: [DataTable] { [contractTable, creditTable, grantTable, invoiceTable, lateTable] }

  var contractTable: DataTable {
    DataTable(
      name: "contracts",
      header: [
        "lot", "object", "holder", "notified", "amended", "amendedPercent", "ordered", "stated", "statedPercent",
        "retainedInclTax", "lateOrders", "penalties", "openReserves",
      ],
      rows: contracts.map { line in
        [
          line.lot.code, line.lot.object, line.lot.holder, line.lot.amountExcludingTax.description,
          line.amount.description, line.amendedShare?.percentText(decimals: 2) ?? "", line.ordered.description,
          line.stated.description, Rate(line.stated, of: line.amount)?.percentText(decimals: 2) ?? "",
          line.retained.description, "\(line.lateOrders)", line.penalties.description, "\(line.openReserves)",
        ]
      })
  }

  private var creditTable: DataTable {
    DataTable(
      name: "credits",
      header: [
        "authorisation", "year", "authorised", "committed", "leftToCommit", "credits", "paid", "available",
        "executionPercent",
      ],
      rows: authorisations.flatMap { name, state in
        let whole = [state.amount.description, state.committed.description, state.leftToCommit.description]
        let years = state.years.map { year in
          [name, "\(year.year)", "", "", ""]
            + [year.credits, year.paid, year.credits - year.paid].map(\.description)
            + [year.executionRate?.percentText(decimals: 2) ?? ""]
        }
        let (credits, paid) = (state.years.map(\.credits).total(), state.years.map(\.paid).total())
        let total =
          [name, "total"] + whole + [credits, paid, credits - paid].map(\.description)
          + [Rate(paid, of: credits)?.percentText(decimals: 2) ?? ""]
        return years + [total]
      })
  }

  private var grantTable: DataTable {
    DataTable(
      name: "grants",
      header: [
        "grant", "ratePercent", "capPerPlug", "agreed", "eligibleCost", "earned", "received", "claimable", "state",
      ],
      rows: grants.map { line in
        let amounts = [line.grant.agreedAmount, line.eligibleCost, line.earned, line.received, line.claimable]
        return [
          line.grant.name, line.grant.rate.percentText(decimals: 2), line.grant.capPerPlug?.description ?? "",
        ] + amounts.map(\.description) + [line.state.map { "\($0)" } ?? ""]
      })
  }

  private var invoiceTable: DataTable {
    DataTable(
      name: "invoices", header: ["step", "count", "daysP50", "daysP85", "waiting", "waitingInclTax"],
      rows: Invoice.Step.allCases.dropFirst().map { step in
        let days = invoices.stepDays[step] ?? []
        return ["\(step)", "\(days.count)"] + [50, 85].map { days.percentile($0).map(String.init) ?? "" }
          + ["\(invoices.waiting[step]?.count ?? 0)", (invoices.waiting[step]?.amount ?? .zero).description]
      })
  }

  private var lateTable: DataTable {
    DataTable(
      name: "late_payments",
      header: [
        "invoice", "contractor", "amountInclTax", "dueOn", "awaits", "daysLate", "ratePercent", "interest", "fixedSum",
        "total",
      ],
      rows: invoices.late.map { late in
        [
          late.invoice.code, late.invoice.contractor, late.invoice.amountIncludingTax.description,
          late.invoice.dueOn.map { "\($0)" } ?? "", late.awaited.map { "\($0)" } ?? "", "\(late.payment.daysLate)",
          late.payment.rate.percentText(decimals: 4), late.payment.interest.description,
          late.payment.fixedSum.description, late.payment.total.description,
        ]
      })
  }
}
