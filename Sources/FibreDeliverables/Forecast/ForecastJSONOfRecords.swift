import FibreModel
import FibreProgramme

extension ForecastSheet {
  var studies: JSONValue {
    .members([
      ("all", Self.json(review.studies)),
      (
        "byContractor",
        .array(
          review.contractors.map {
            .members([("contractor", .string($0.contractor)), ("figures", Self.json($0.studies))])
          })
      ),
    ])
  }

  private static func json(_ figures: StudyFigures) -> JSONValue {
    .object([
      "firstPass": json(figures.firstPass), "refusedVersions": json(figures.refusedVersions),
      "acceptedAtVersion": .array(figures.acceptedAtVersion.map { .integer($0) }),
      "meanVersions": figures.meanVersions.map { .number($0.text(decimals: 2)) } ?? .null,
      "contractorDaysP50": days(figures.contractorDays, 50), "contractorDaysP85": days(figures.contractorDays, 85),
      "ownerDaysP50": days(figures.ownerDays, 50), "ownerDaysP85": days(figures.ownerDays, 85),
      "findingsPerThousandPlugs": figures.findingsPerThousandPlugs.map { .number($0.text(decimals: 2)) } ?? .null,
    ])
  }

  private static func days(_ days: [Int], _ hundredths: Int) -> JSONValue {
    days.percentile(hundredths).map { .integer($0) } ?? .null
  }

  /// Count and total, the share and its Wilson interval.
  private static func json(_ proportion: Proportion) -> JSONValue {
    func percent(_ share: Double) -> JSONValue {
      .number(Decimals.rounded(Int64((share * 10_000).rounded()), scale: 2, decimals: 2, separator: "."))
    }
    return .object([
      "count": .integer(proportion.count), "of": .integer(proportion.total), "percent": .percent(proportion.share, 2),
      "lowPercent": proportion.interval.map { percent($0.low) } ?? .null,
      "highPercent": proportion.interval.map { percent($0.high) } ?? .null,
    ])
  }

  var handovers: JSONValue {
    let figures = review.handover
    return .object([
      "presented": .integer(figures.presented), "accepted": .integer(figures.accepted),
      "refused": .integer(figures.refused), "waiting": .integer(figures.waiting),
      "secondPresentations": .integer(figures.secondPresentations),
      "waitingDays": .array(figures.waitingDays.map { .integer($0) }),
      "takenBack": .array(figures.takenBack.map { .string($0) }),
    ])
  }

  var failures: JSONValue {
    .members([
      ("failed", Self.json(review.failures.failures)), ("imputable", Self.json(review.failures.imputable)),
      ("repeated", Self.json(review.failures.repeated)), ("served", Self.json(review.failures.served)),
      (
        "pareto",
        .array(
          review.failures.pareto.map { .object(["code": .string($0.key.text), "count": .integer($0.count)]) })
      ),
      (
        "cohorts",
        .array(
          review.cohorts.map { cohort in
            .members([
              ("contractor", .string(cohort.contractor)), ("year", cohort.year.map { .integer($0) } ?? .null),
              ("quarter", cohort.quarter.map { .integer($0) } ?? .null), ("failed", Self.json(cohort.failures)),
            ])
          })
      ),
    ])
  }

  var contracts: JSONValue {
    .array(
      review.money.contracts.map { line in
        .object([
          "lot": .string(line.lot.code), "holder": .string(line.lot.holder), "amount": .money(line.amount),
          "amendedPercent": .percent(line.amendedShare, 2), "ordered": .money(line.ordered),
          "stated": .money(line.stated), "retainedInclTax": .money(line.retained),
          "lateOrders": .integer(line.lateOrders), "penalties": .money(line.penalties),
          "openReserves": .integer(line.openReserves),
        ])
      })
  }

  var authorisations: JSONValue {
    .array(
      review.money.authorisations.map { name, state in
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

  var grants: JSONValue {
    .array(
      review.money.grants.map { line in
        .object([
          "grant": .string(line.grant.name), "agreed": .money(line.grant.agreedAmount),
          "eligibleCost": .money(line.eligibleCost), "earned": .money(line.earned), "received": .money(line.received),
          "claimable": .money(line.claimable),
        ])
      })
  }

  var invoices: JSONValue {
    let figures = review.money.invoices
    return .object([
      "count": .integer(figures.count), "late": .integer(figures.lateCount),
      "latePercent": .percent(figures.lateShare, 2), "atRisk": .money(figures.atRisk),
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
}
