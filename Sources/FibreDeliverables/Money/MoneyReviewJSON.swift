import FibreModel
import FibreProgramme

extension MoneyReview {
  /// Contracts, authorisations, grants and invoices, by the names of their members.
  var members: [(key: String, value: JSONValue?)] {
    [
      ("contracts", contractsJSON), ("authorisations", authorisationsJSON), ("grants", grantsJSON),
      ("invoices", invoicesJSON),
    ]
  }

  private var contractsJSON: JSONValue {
    .array(
      contracts.map { line in
        .object([
          "lot": .string(line.lot.code), "holder": .string(line.lot.holder), "amount": .money(line.amount),
          "amendedPercent": .percent(line.amendedShare, 2), "ordered": .money(line.ordered),
          "stated": .money(line.stated), "retainedInclTax": .money(line.retained),
          "lateOrders": .integer(line.lateOrders), "penalties": .money(line.penalties),
          "openReserves": .integer(line.openReserves),
        ])
      })
  }

  private var authorisationsJSON: JSONValue {
    .array(
      authorisations.map { name, state in
        .object([
          "name": .string(name), "amount": .money(state.amount), "committed": .money(state.committed),
          "leftToCommit": .money(state.leftToCommit), "paid": .money(state.paid),
          "years": .array(
            state.years.map {
              .object([
                "year": .integer($0.year), "credits": .money($0.credits), "paid": .money($0.paid),
                "executionPercent": .percent($0.executionRate, 2),
              ])
            }),
        ])
      })
  }

  private var grantsJSON: JSONValue {
    .array(
      grants.map { line in
        .object([
          "grant": .string(line.grant.name), "agreed": .money(line.grant.agreedAmount),
          "eligibleCost": .money(line.eligibleCost), "earned": .money(line.earned), "received": .money(line.received),
          "claimable": .money(line.claimable),
        ])
      })
  }

  private var invoicesJSON: JSONValue {
    let figures = invoices
    return .object([
      "count": .integer(figures.count), "late": .integer(figures.lateCount),
      "latePercent": .percent(figures.lateShare, 2), "atRisk": .money(figures.atRisk),
      "latePayments": .array(figures.late.map(Self.json)),
      "waiting": .array(
        Invoice.Step.allCases.compactMap { step in
          figures.waiting[step].map {
            .object([
              "step": .string("\(step)"), "count": .integer($0.count), "amount": .money($0.amount),
            ])
          }
        }),
    ])
  }

  private static func json(_ late: InvoiceFigures.LateInvoice) -> JSONValue {
    .object([
      "invoice": .string(late.invoice.code), "contractor": .string(late.invoice.contractor),
      "amountInclTax": .money(late.invoice.amountIncludingTax), "dueOn": .text(late.invoice.dueOn.map { "\($0)" }),
      "awaits": .text(late.awaited.map { "\($0)" }), "daysLate": .integer(late.payment.daysLate),
      "ratePercent": .percent(late.payment.rate, 4), "interest": .money(late.payment.interest),
      "fixedSum": .money(late.payment.fixedSum), "total": .money(late.payment.total),
    ])
  }
}
