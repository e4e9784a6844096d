public import FibreModel

/// What a measured route is held to.
public enum MeasurementRules {
  /// All of them, in the order of the manual.
  public static let all: [Rule<MeasuredRoute>] = lossRules + eventRules + traceRules
}

extension MeasuredRoute {
  /// Every breach of the rules, by rule and message.
  public func findings() -> [Finding] {
    MeasurementRules.all.flatMap { $0.findings(in: self) }.sorted(by: Finding.inOrder)
  }
}

extension RuleReport {
  fileprivate mutating func add(_ route: MeasuredRoute, _ message: Sentence, severity: Finding.Severity? = nil) {
    add("route", route.start, message, severity: severity)
  }
}

// MARK: - Losses

extension MeasurementRules {
  static let lossRules: [Rule<MeasuredRoute>] = [
    Rule("measurement.splice-loss", .error, "A splice loses more than it may.") { route, report in
      for (found, event, expected) in losses(of: route) where expected.isSplice {
        report.add(
          route,
          """
          \(event.whereabouts) (\(found.wavelength.nanometres) nm): the splice loses \(event.loss.decibelsSentence) dB, \
          \(expected.limit.decibelsSentence) dB are allowed. Make it again.
          """)
      }
    },
    Rule("measurement.connector-loss", .warning, "A connector or splitter loses more than it may.") { route, report in
      for (found, event, expected) in losses(of: route) where !expected.isSplice {
        report.add(
          route,
          """
          \(event.whereabouts) (\(found.wavelength.nanometres) nm): connectors, splitters and splices lose \
          \(event.loss.decibelsSentence) dB, \(expected.limit.decibelsSentence) dB are allowed. Clean the connectors \
          first.
          """)
      }
    },
    Rule("measurement.mean-splice", .warning, "The splices of a route lose more on average than they may.") {
      route, report in
      for found in route.wavelengths {
        guard let mean = found.meanSplice, mean > route.limits.meanSplice else { continue }
        report.add(
          route,
          """
          At \(found.wavelength.nanometres) nm the splices lose \(mean.decibelsSentence) dB on average, \
          \(route.limits.meanSplice.decibelsSentence) dB are allowed. Make the worst ones again.
          """)
      }
    },
    Rule("measurement.total-loss", .warning, "A route loses more from end to end than is expected.") { route, report in
      for found in route.wavelengths {
        guard let loss = found.loss, loss > found.expected.loss else { continue }
        report.add(
          route,
          """
          At \(found.wavelength.nanometres) nm the route loses \(loss.decibelsSentence) dB, \
          \(found.expected.loss.decibelsSentence) dB are expected. Look at its worst events.
          """)
      }
    },
  ]

  /// Events at joints that lose more than allowed, and not by a bend.
  private static func losses(
    of route: MeasuredRoute
  ) -> [(found: MeasuredWavelength, event: MeasuredEvent, expected: ExpectedEvent)] {
    route.wavelengths.flatMap { found in
      found.events.compactMap { event in
        event.expected.flatMap { expected in
          event.loss > expected.limit && lossBeforeBend(event, found, route) == nil ? (found, event, expected) : nil
        }
      }
    }
  }
}

// MARK: - Events

extension MeasurementRules {
  static let eventRules: [Rule<MeasuredRoute>] = [
    Rule("measurement.reflectance", .warning, "A connector throws back more light than it may.") { route, report in
      for (found, event) in events(of: route) where event.expected.map({ !$0.isSplice }) ?? false {
        guard event.reflectance < .zero, event.reflectance > route.limits.reflectance else { continue }
        report.add(
          route,
          """
          \(event.whereabouts) (\(found.wavelength.nanometres) nm): the reflection is \
          \(event.reflectance.decibelsSentence) dB, \(route.limits.reflectance.decibelsSentence) dB are allowed. Clean \
          the connectors, and look for a straight polish on an angled one.
          """)
      }
    },
    Rule("measurement.gainer", .warning, "A splice seems to gain light.", gainers),
    Rule("measurement.missing", .warning, "A joint of the route is not seen.", missingEvents),
    Rule("measurement.unexpected", .warning, "Something is seen where the inventory has no joint.") { route, report in
      for (found, event) in events(of: route) where event.expected == nil {
        report.add(
          route,
          """
          \(event.whereabouts) (\(found.wavelength.nanometres) nm): \(event.loss.decibelsSentence) dB are lost where no \
          joint is known. Look for a bend, or complete the inventory.
          """)
      }
    },
    Rule("measurement.bend", .warning, "A place loses more at long wavelengths than at short ones.", bends),
  ]

  private static func events(of route: MeasuredRoute) -> [(found: MeasuredWavelength, event: MeasuredEvent)] {
    route.wavelengths.flatMap { found in found.events.map { (found, $0) } }
  }

  /// Fibres of different mode field gain from one end what they lose from the other: the mean is the loss (ITU-T L.12).
  private static func gainers(_ route: MeasuredRoute, _ report: inout RuleReport) {
    for (found, event) in events(of: route) {
      guard let gain = [event.outward, event.back].compactMap({ $0 }).min(),
        gain.microdecibels < -route.limits.gain.microdecibels
      else { continue }
      if event.isSeenFromBothEnds {
        report.add(
          route,
          """
          \(event.whereabouts) (\(found.wavelength.nanometres) nm): \(gain.decibelsSentence) dB from one end, \
          \(event.loss.decibelsSentence) dB as the mean of both, which counts.
          """, severity: .info)
      } else {
        report.add(
          route,
          """
          \(event.whereabouts) (\(found.wavelength.nanometres) nm): \(gain.decibelsSentence) dB from one end. Measure \
          from the other end too, since the mean of both is the loss.
          """)
      }
    }
  }

  /// A good splice may be too small to be seen; a connector or splitter is not.
  private static func missingEvents(_ route: MeasuredRoute, _ report: inout RuleReport) {
    for found in route.wavelengths {
      for event in found.missing {
        report.add(
          route,
          """
          \(event.whereabouts) (\(found.wavelength.nanometres) nm): no trace shows the joint. A splice may be too good \
          to be seen; else the fibre takes another way.
          """, severity: event.isSplice ? .info : .warning)
      }
    }
  }

  private static func bends(_ route: MeasuredRoute, _ report: inout RuleReport) {
    guard let short = shortest(route) else { return }
    for long in route.wavelengths {
      for event in long.events {
        guard let before = lossBeforeBend(event, long, route) else { continue }
        report.add(
          route,
          """
          \(event.whereabouts): \(event.loss.decibelsSentence) dB at \(long.wavelength.nanometres) nm, \
          \(before.decibelsSentence) dB at \(short.wavelength.nanometres) nm. Look for a tight bend before making a \
          splice again.
          """)
      }
    }
  }

  private static func shortest(_ route: MeasuredRoute) -> MeasuredWavelength? {
    route.wavelengths.first { $0.wavelength.nanometres < 1400 }
  }

  /// What a place loses at the short wavelength, where it loses so much more at a long one that it must be a bend;
  /// splices lose the same at all.
  private static func lossBeforeBend(
    _ event: MeasuredEvent, _ long: MeasuredWavelength, _ route: MeasuredRoute
  ) -> Loss? {
    guard long.wavelength.nanometres >= 1500, let short = shortest(route) else { return nil }
    let tolerance = MeasurementLimits.placeTolerance(at: event.position, of: long.expected.length)
    let twin = short.events.min { distance($0, event) < distance($1, event) }
    let before = twin.flatMap { distance($0, event) <= tolerance.millimetres ? $0.loss : nil } ?? .zero
    return event.loss - before > route.limits.bend ? before : nil
  }

  private static func distance(_ a: MeasuredEvent, _ b: MeasuredEvent) -> Int64 {
    abs(a.position.millimetres - b.position.millimetres)
  }
}

// MARK: - Traces

extension MeasurementRules {
  static let traceRules: [Rule<MeasuredRoute>] = [
    Rule("measurement.length", .error, "A fibre is not as long as its route.") { route, report in
      for found in route.wavelengths {
        for trace in found.traces where !trace.isLengthRight {
          guard let length = trace.length else { continue }
          report.add(
            trace.source, route.start,
            """
            The fibre is \(length.kilometresSentence) km long, its route \(found.expected.length.kilometresSentence) km. \
            It is another fibre, or cut, or the group index is wrong.
            """)
        }
      }
    },
    Rule("measurement.no-end", .warning, "A trace shows no end of the fibre.") { route, report in
      for found in route.wavelengths {
        for trace in found.traces where trace.length == nil {
          report.add(
            trace.source, route.start, "The trace shows no end of the fibre. Measure again with a greater range.")
        }
      }
    },
    Rule("measurement.one-direction", .warning, "A route was measured from one end only.") { route, report in
      for found in route.wavelengths where found.directions.count == 1 {
        report.add(
          route,
          """
          At \(found.wavelength.nanometres) nm the route was measured from one end only. Measure from the other end: \
          only the mean of both is the loss of a splice.
          """)
      }
    },
    Rule("measurement.direction-guessed", .info, "The events of a trace had to tell from which end it was taken.") {
      route, report in
      for trace in route.wavelengths.flatMap(\.traces) where trace.isDirectionGuessed {
        let end = trace.direction == .outward ? route.start : route.finish
        report.add(
          trace.source, route.start,
          "The locations in the file name no end of the route; by its events the trace was taken from \(end).")
      }
    },
    Rule("measurement.checksum", .warning, "The checksum of a trace is not that of its bytes.") { route, report in
      for trace in route.wavelengths.flatMap(\.traces) {
        guard case .differs(let stated, let computed) = trace.checksum else { continue }
        report.add(
          trace.source, route.start,
          """
          The file states the checksum \(stated), its bytes have \(computed): the file is damaged, or its instrument \
          reckons otherwise. Export it again when values look odd.
          """)
      }
    },
  ]
}
