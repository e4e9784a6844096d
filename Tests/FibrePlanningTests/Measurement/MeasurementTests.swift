import FibreModel
import FibreTestSupport
import Testing

@testable import FibrePlanning

@Suite struct MeasurementTests {
  typealias Seen = MeasuredLine.Seen

  let line: MeasuredLine

  init() throws { line = try MeasuredLine() }

  private func outward(_ b: Double = 0.05, _ e: Double = 0.05, nanometres: Int = 1550, total: Double = 0) -> OTDRTrace {
    MeasuredLine.trace(
      from: "A", [Seen(metres: 5000, loss: b), Seen(metres: 12_000, loss: e)], nanometres: nanometres, total: total)
  }

  private func back(_ b: Double = 0.05, _ e: Double = 0.05, nanometres: Int = 1550, total: Double = 0) -> OTDRTrace {
    MeasuredLine.trace(
      from: "z", [Seen(metres: 1000, loss: e), Seen(metres: 8000, loss: b)], nanometres: nanometres, total: total)
  }

  // MARK: Averages

  @Test func theLossIsTheMeanOfBothDirections() throws {
    let found = try #require(line.measured(outward(0.31, 0.02), back(-0.11, 0.08)).wavelengths.first)
    #expect(found.events.map(\.loss) == [Loss(decibels: 0.1), Loss(decibels: 0.05)])
    #expect(found.events.map { $0.expected?.code } == ["B", "E"])
    #expect(found.events.allSatisfy(\.isSeenFromBothEnds) && found.missing.isEmpty)
    #expect(found.meanSplice == Loss(decibels: 0.075))
  }

  /// The oracle adds and halves; the order of traces makes no difference.
  @Test(arguments: 0..<40) func anyLossesAreAveragedEventByEvent(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let losses = (0..<4).map { _ in Double(Int.random(in: -300...900, using: &random)) / 1000 }
    let traces = [outward(losses[0], losses[1]), back(losses[2], losses[3])]
    for pair in [traces, traces.reversed()] {
      let found = try #require(line.measured(pair[0], pair[1]).wavelengths.first)
      let means = [(losses[0], losses[2]), (losses[1], losses[3])].map {
        (Loss(decibels: $0.0) + Loss(decibels: $0.1)).microdecibels / 2
      }
      #expect(found.events.map(\.loss.microdecibels) == means, "seed \(seed)")
    }
  }

  @Test func wavelengthsAreKeptApart() {
    let measured = line.measured(outward(0.1, 0.1), outward(0.3, 0.1, nanometres: 1310))
    #expect(measured.wavelengths.map(\.wavelength.nanometres) == [1310, 1550])
    #expect(measured.wavelengths.map { $0.events[0].loss } == [Loss(decibels: 0.3), Loss(decibels: 0.1)])
  }

  // MARK: Places

  @Test func anEventIsToldFromTheNearestPlace() throws {
    let trace = MeasuredLine.trace(
      from: "A",
      [Seen(metres: 5003, loss: 0.05), Seen(metres: 8614, loss: 0.4), Seen(metres: 11_400, loss: 0.3)])
    let events = try #require(line.measured(trace).wavelengths.first).events
    #expect(events.map(\.place.code) == ["B", "D", "E"])
    #expect(events.map { $0.place.distance.metres.rounded() } == [0, 614, -600])
    let text = line.measured(trace).findings().first { $0.rule == "measurement.unexpected" }?.message.description
    #expect(
      text
        == "11.400 km: 600 m before E (1550 nm): 0.30 dB are lost where no joint is known. Look for a bend, or complete the inventory."
    )
  }

  /// A group index that is off by 1 % moves every event; both ends pin them down again.
  @Test(arguments: [145_400, 146_800, 148_200]) func theGroupIndexDoesNotMoveEvents(groupIndex: Int) throws {
    let scale = Double(groupIndex) / 146_800
    var trace = MeasuredLine.trace(
      from: "A", [Seen(metres: 5000 * scale, loss: 0.05), Seen(metres: 12_000 * scale, loss: 0.05)],
      end: 13_000 * scale)
    trace.acquisition.groupIndex = 146_800
    let found = try #require(line.measured(trace).wavelengths.first)
    #expect(found.traces[0].isLengthRight)
    #expect(found.events.map { $0.expected?.code } == ["B", "E"])
  }

  @Test(arguments: [true, false]) func launchFibresAreNoPartOfTheRoute(isDeclared: Bool) throws {
    let seen = [
      Seen(metres: 0, loss: 0.3, reflectance: -60), Seen(metres: 5000, loss: 0.05), Seen(metres: 12_000, loss: 0.05),
      Seen(metres: 13_000, loss: 0.4, reflectance: -58),
    ]
    var trace = MeasuredLine.trace(from: "A", seen, end: 13_500, launch: 500)
    if !isDeclared { trace.general.userOffset = 0 }
    let found = try #require(line.measured(trace).wavelengths.first)
    #expect(found.traces[0].isLengthRight)
    #expect(found.events.map { $0.expected?.code } == ["A", "B", "E", "Z"])
    #expect(found.events.map(\.loss.decibels) == [0.3, 0.05, 0.05, 0.4])
  }

  @Test func timesThatCountFromTheEndOfTheLaunchFibreAreUnderstood() throws {
    var trace = outward()
    trace.general.userOffset = 7475
    #expect(line.measured(trace).wavelengths[0].events.map { $0.expected?.code } == ["B", "E"])
  }

  // MARK: Directions

  @Test func locationsOrEventsTellTheDirection() {
    var unnamed = back()
    unnamed.general.locationA = "?"
    let traces = line.measured(outward(), back(), unnamed).wavelengths[0].traces
    #expect(traces.map(\.direction) == [.outward, .back, .back])
    #expect(traces.map(\.isDirectionGuessed) == [false, false, true])
    var turned = back()
    turned.acquisition.kind = .reversed
    #expect(line.measured(turned).wavelengths[0].traces[0].direction == .outward)
    let farNamed = MeasuredLine.trace(from: "", to: "TA:1", [])
    #expect(line.measured(farNamed).wavelengths[0].traces[0].direction == .back)
  }

  // MARK: Targets

  @Test func aTraceNamesItsFibre() throws {
    var trace = outward()
    let whole = try line.tracer.route(named: "S")
    for (cable, fibre) in [("C1", "1"), ("C1", "F001"), ("", "TA:1"), ("S", "x"), ("", "C4.1")] {
      (trace.general.cableID, trace.general.fibreID) = (cable, fibre)
      #expect(try line.tracer.route(of: trace).fibres.sorted() == whole.fibres.sorted(), "\(cable) \(fibre)")
    }
    #expect(try line.tracer.route(named: "R").fibres.count == 4)
    (trace.general.cableID, trace.general.fibreID) = ("C9", "1")
    #expect(throws: MeasurementRefusal.unknownFibre(cable: "C9", fibre: "1")) { try line.tracer.route(of: trace) }
    #expect(throws: MeasurementRefusal.severalRoutes("C1", count: 12)) { try line.tracer.route(named: "C1") }
  }

  // MARK: Findings

  @Test func aGoodRouteHasNoFinding() {
    #expect(line.found(outward(total: 3.3), back(total: 3.3)) == [])
    #expect(line.measured(outward()).findings().map(\.rule) == ["measurement.one-direction"])
  }

  @Test func everyRuleFindsItsBreach() {
    let cases: [(rule: String, found: [String])] = [
      ("error measurement.splice-loss", line.found(outward(0.05, 0.21), back(0.05, 0.21))),
      ("warning measurement.mean-splice", line.found(outward(0.19, 0.19), back(0.19, 0.19))),
      ("warning measurement.total-loss", line.found(outward(total: 9), back(total: 9))),
      ("info measurement.gainer", line.found(outward(-0.04), back())),
      ("warning measurement.gainer", line.found(outward(-0.04))),
      ("info measurement.missing", line.found(MeasuredLine.trace(from: "A", [Seen(metres: 5000, loss: 0.1)]))),
      ("error measurement.length", line.found(MeasuredLine.trace(from: "A", [], end: 9000))),
      ("info measurement.direction-guessed", line.found(MeasuredLine.trace(from: "", [Seen(metres: 5000, loss: 0.1)]))),
      ("warning measurement.bend", line.found(outward(0.05, 0.15), outward(0.05, -0.1, nanometres: 1310))),
    ]
    for (rule, found) in cases { #expect(found.contains(rule), "\(rule): \(found)") }
  }

  @Test func connectorsAreHeldToTheirOwnLimits() {
    let seen = [
      Seen(metres: 0, loss: 0.6, reflectance: -40), Seen(metres: 5000, loss: 0.05), Seen(metres: 12_000, loss: 0.05),
    ]
    #expect(
      line.found(MeasuredLine.trace(from: "A", seen, launch: 500)).sorted()
        == ["warning measurement.connector-loss", "warning measurement.reflectance"])
  }

  @Test func aTraceWithoutEndOrWithAnotherSumIsTold() {
    var trace = outward()
    trace.events.removeLast()
    trace.checksum = .differs(stated: 1, computed: 2)
    #expect(line.found(trace) == ["warning measurement.checksum", "warning measurement.no-end"])
  }

  /// Wild values are reported, never trapped on.
  @Test(arguments: 0..<200) func anyTraceIsMeasured(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var trace = outward()
    trace.general.userOffset = Int(Int32.random(in: .min ... .max, using: &random))
    trace.acquisition.groupIndex = Int.random(in: 100_000...200_000, using: &random)
    trace.events = (0..<Int.random(in: 0...9, using: &random)).map { number in
      OTDRTrace.Event(
        number: number, time: Int(UInt32.random(in: .min ... .max, using: &random)),
        loss: Loss(microdecibels: Int64(Int16.random(in: .min ... .max, using: &random)) * 1000),
        reflectance: Loss(microdecibels: Int64(Int32.random(in: .min ... .max, using: &random)) * 1000),
        reflection: .reflective, origin: Bool.random(using: &random) ? .end : .found)
    }
    let measured = line.measured(trace, trace)
    #expect(measured.wavelengths[0].traces.count == 2)
    #expect(measured.findings().count < 100, "seed \(seed)")
  }
}
