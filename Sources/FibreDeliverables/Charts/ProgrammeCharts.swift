public import FibreModel
public import FibreProgramme
import FibreDiagrams

/// The charts of a programme, as files.
public struct ProgrammeCharts: Sendable {
  private let review: ProgrammeReview
  private let geography: Geography?

  /// Prepares the charts of a review; communes are drawn as circles where the geography has no outlines.
  public init(_ review: ProgrammeReview, geography: Geography? = nil) {
    self.review = review
    self.geography = geography
  }

  /// What is drawn, by the names of the files.
  enum Kind: String, CaseIterable {
    case burnUp = "burn-up"
    case value = "s-curve"
    case flow = "cumulative-flow"
    case throughput
    case ageing
    case failures = "failures"
    case communes
  }

  /// Each chart as SVG and as PNG.
  public func deliverables(in language: Language) throws(DeliverableError) -> [Deliverable] {
    var files: [Deliverable] = []
    for kind in Kind.allCases {
      let drawing = drawing(kind, language, width: 785, height: 430)
      files.append(
        Deliverable(name: kind.rawValue + ".svg", text: Drawing.svg([drawing], title: review.programme.name)))
      files.append(Deliverable(name: kind.rawValue + ".png", bytes: try Drawing.png([drawing])))
    }
    return files
  }

  func drawing(_ kind: Kind, _ language: Language, width: Double, height: Double) -> Drawing {
    switch kind {
    case .burnUp: BurnUpChart(review, language).drawing(width: width, height: height)
    case .value: ValueChart(review, language).drawing(width: width, height: height)
    case .flow: FlowChart(review, language).drawing(width: width, height: height)
    case .throughput: ThroughputChart(review, language).drawing(width: width, height: height)
    case .ageing: AgeingChart(review, language).drawing(width: width, height: height)
    case .failures: ParetoChart(review, language).drawing(width: width, height: height)
    case .communes: TerritoryChart(review, geography, language).drawing(width: width, height: height)
    }
  }
}
