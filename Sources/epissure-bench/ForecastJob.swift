import FibreDeliverables
import FibreExchange
import FibreModel
import FibreProgramme

/// The forecast of a works programme: its draws, its review and the committee's pack.
struct ForecastJob {
  private let folder: ProgrammeFolder
  private let date: CalendarDate

  init(_ delivery: String) throws {
    folder = try ProgrammeFolder(reading: delivery)
    date = folder.history.steps.last?.date ?? .latest
  }

  func measurements(runs: Int) throws -> [Measurement] {
    let review = try review()
    let throughput = review.throughput
    let request = ForecastRequest(history: throughput.history, remaining: throughput.remaining, draws: 10_000)
    return [
      try Measurement.time("forecast of 10,000 draws", budget: Budgets.forecast, runs: runs) {
        _ = try Forecast(request)
      },
      try Measurement.time("review of a programme", budget: Budgets.review, runs: runs) { _ = try self.review() },
      try Measurement.time("the committee's pack", budget: Budgets.pack, runs: runs) {
        _ = try CommitteePack(review).pdf(in: .french)
      },
    ]
  }

  private func review() throws -> ProgrammeReview {
    try ProgrammeReview(of: folder.programme, folder.history, on: date)
  }
}
