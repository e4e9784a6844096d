import FibreModel
import FibreProgramme

extension ProgrammeFiles {
  static func moneyRows(of table: ProgrammeTable, _ programme: Programme) -> [[String]] {
    switch table {
    case .contracts:
      programme.contracts.map {
        [$0.lot.code, $0.lot.object, $0.lot.holder, $0.lot.amountExcludingTax.description, "\($0.notifiedOn)"]
      }
    case .contractPapers: programme.contracts.flatMap(papers)
    case .invoices: programme.invoices.map(invoice)
    case .authorisations: programme.authorisations.flatMap(authorisation)
    case .grants:
      programme.grants.map { grant in
        [
          grant.name, grant.rate.percentText(decimals: 4), grant.capPerPlug?.description ?? "",
          grant.agreedAmount.description, "\(grant.eligibleFrom)", "\(grant.eligibleUntil)",
        ]
      }
    case .grantSteps:
      programme.grants.flatMap { grant in
        grant.steps.map { [grant.name, "\($0.date)", "\($0.state)", $0.amount == .zero ? "" : $0.amount.description] }
      }
    default: []
    }
  }

  private static func papers(of contract: Contract) -> [[String]] {
    let code = contract.lot.code
    let amendments = contract.amendments.map {
      [code, "amendment", "", "\($0.signedOn)", $0.change.description, "", "", $0.reason]
    }
    let orders = contract.orders.map {
      [code, "order", $0.code, "\($0.orderedOn)", $0.amount.description, day($0.dueOn), day($0.acceptedOn), ""]
    }
    let situations = contract.situations.map {
      [
        code, $0.isAdvance ? "advance" : "situation", "\($0.number)", "\($0.date)", $0.amount.description, "", "", "",
      ]
    }
    return amendments + orders + situations
  }

  private static func invoice(_ invoice: Invoice) -> [String] {
    [invoice.code, invoice.contractor, invoice.amountIncludingTax.description]
      + Invoice.Step.allCases.map { day(invoice.dates[$0]) }
      + [day(invoice.suspendedFrom), day(invoice.suspendedUntil)]
  }

  private static func authorisation(_ authorisation: Authorisation) -> [[String]] {
    let votes = authorisation.votes.flatMap { vote in
      [[authorisation.name, "vote", "\(vote.date)", "", vote.amount.description, vote.reason]]
        + vote.credits.sorted { $0.key < $1.key }.map { year, amount in
          [authorisation.name, "credit", "\(vote.date)", "\(year)", amount.description, ""]
        }
    }
    return votes
      + authorisation.entries.map {
        [authorisation.name, $0.stage.rawValue, "\($0.date)", "", $0.amount.description, $0.object]
      }
  }
}
