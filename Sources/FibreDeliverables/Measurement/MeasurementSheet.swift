public import FibreModel
public import FibrePlanning

/// Measured routes as people and programs read them.
public struct MeasurementSheet: Sendable {
  private let review: MeasurementReview
  private let files: Int
  private let findings: FindingReport

  /// Arranges what traces say.
  ///
  /// - Parameter files: How many files were read.
  public init(_ review: MeasurementReview, files: Int) {
    self.review = review
    self.files = files
    findings = FindingReport(review.findings)
  }

  public var errorCount: Int { findings.errorCount }

  // MARK: Text

  /// Each route with its events, then what was found.
  public func text(in language: Language) -> String {
    let routes = review.routes.map { ([head($0, language)] + $0.wavelengths.flatMap { lines($0, language) }) }
    return routes.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n") + (routes.isEmpty ? "" : "\n")
      + findings.text(in: language)
  }

  private func head(_ route: MeasuredRoute, _ language: Language) -> String {
    "\(route.start) → \(route.finish) · \(route.route.length.kilometresText(language)) km"
  }

  private func lines(_ found: MeasuredWavelength, _ language: Language) -> [String] {
    let loss = found.loss.map { Phrase("\(dB($0, .french)) mesurés", "\(dB($0, .english)) measured")[language] }
    let expected = Phrase(
      "\(dB(found.expected.loss, .french)) prévus", "\(dB(found.expected.loss, .english)) expected")[language]
    let mean = found.meanSplice.map {
      Phrase("épissures \(dB($0, .french)) en moyenne", "splices \(dB($0, .english)) on average")[language]
    }
    let parts = ["\(found.wavelength.nanometres) nm", loss, expected, mean].compactMap { $0 }
    return ["", parts.joined(separator: " · ")] + found.traces.map { "  " + trace($0, language) }
      + Report.lines(table(found, language)).map { "  " + $0 }
  }

  private func dB(_ loss: Loss, _ language: Language) -> String { "\(loss.decibelsText(language)) dB" }

  private func trace(_ trace: TraceOnRoute, _ language: Language) -> String {
    let direction = trace.direction.label(language)
    let length = trace.length.map { "\($0.kilometresText(language)) km" } ?? "–"
    return "\(direction) · \(length) · \(trace.source)"
  }

  private func table(_ found: MeasuredWavelength, _ language: Language) -> Report.Table {
    let columns = MeasurementColumn.allCases.map {
      Report.Column(title: $0.label(language), width: 10, isNumeric: $0 != .place)
    }
    return Report.Table(columns: columns, rows: found.events.map { row($0, language) })
  }

  private func row(_ event: MeasuredEvent, _ language: Language) -> [Report.Cell] {
    func loss(_ loss: Loss?) -> Report.Cell { Report.Cell(loss?.decibelsText(language, decimals: 3) ?? "–") }
    return [
      Report.Cell(event.position.kilometresText(language)), Report.Cell(place(event, language)), loss(event.outward),
      loss(event.back), loss(event.loss), loss(event.expected?.loss), loss(event.expected?.limit),
      Report.Cell(event.reflectance == .zero ? "–" : event.reflectance.decibelsText(language, decimals: 1)),
    ]
  }

  private func place(_ event: MeasuredEvent, _ language: Language) -> String {
    if let code = event.expected?.code { return code }
    let metres = Int((event.place.distance.metres).magnitude.rounded())
    let before = event.place.distance < .zero
    return Phrase(
      "\(metres) m \(before ? "avant" : "après") \(event.place.code)",
      "\(metres) m \(before ? "before" : "after") \(event.place.code)")[language]
  }

  // MARK: JSON

  /// As every import reports, and each route with its events.
  public var json: JSONValue {
    .object([
      "read": .object(["files": .integer(files), "routes": .integer(review.routes.count)]),
      "routes": .array(review.routes.map(json)), "findings": .array(findings.findings.map { .finding($0) }),
      "errors": .integer(findings.errorCount), "warnings": .integer(findings.warningCount),
    ])
  }

  private func json(_ route: MeasuredRoute) -> JSONValue {
    .object([
      "from": .string(route.start), "to": .string(route.finish), "status": .string(route.route.status.rawValue),
      "lengthMetres": .metres(route.route.length), "wavelengths": .array(route.wavelengths.map(json)),
    ])
  }

  private func json(_ found: MeasuredWavelength) -> JSONValue {
    .members([
      ("wavelengthNanometres", .integer(found.wavelength.nanometres)),
      ("traces", .array(found.traces.map(json))), ("events", .array(found.events.map(json))),
      (
        "missing",
        .array(found.missing.map { .object(["place": .string($0.code), "positionMetres": .metres($0.position)]) })
      ),
      ("decibels", found.loss.map { .decibels($0) }), ("expectedDecibels", .decibels(found.expected.loss)),
      ("meanSpliceDecibels", found.meanSplice.map { .decibels($0) }),
    ])
  }

  private func json(_ trace: TraceOnRoute) -> JSONValue {
    .members([
      ("file", .string(trace.source)), ("direction", .string(trace.direction.rawValue)),
      ("directionGuessed", .bool(trace.isDirectionGuessed)), ("lengthMetres", trace.length.map { .metres($0) }),
      ("decibels", trace.loss.map { .decibels($0) }),
    ])
  }

  private func json(_ event: MeasuredEvent) -> JSONValue {
    .members([
      ("positionMetres", .metres(event.position)), ("nearest", .string(event.place.code)),
      ("metresAfterNearest", .metres(event.place.distance)), ("place", event.expected.map { .string($0.code) }),
      ("outwardDecibels", event.outward.map { .decibels($0) }), ("backDecibels", event.back.map { .decibels($0) }),
      ("decibels", .decibels(event.loss)), ("expectedDecibels", event.expected.map { .decibels($0.loss) }),
      ("limitDecibels", event.expected.map { .decibels($0.limit) }),
      ("reflectanceDecibels", event.reflectance == .zero ? nil : .decibels(event.reflectance)),
    ])
  }
}
