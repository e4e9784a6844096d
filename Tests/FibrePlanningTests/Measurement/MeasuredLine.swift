import FibreModel
import FibrePlanning
import FibreTestSupport
import Testing

/// A line of 13 km with a splice, a passage and a splice, and traces of its fibre 1.
struct MeasuredLine {
  let network: Network
  let tracer: Tracer
  let route: OpticalRoute

  static let sketch = """
    pop A ─ C1:12@5000 ─ bpe B ─ C2:12@3000 ─ bpe D ─ C3:12@4000 ─ bpe E ─ C4:12@1000 ─ client Z
    port A TA.1-2 = C1.1-2
    splice B C1.1-2 = C2.1-2
    passage D C2.1-2 = C3.1-2
    splice E C3.1-2 = C4.1-2
    port Z TZ.1-2 = C4.1-2
    service S std TA.1 = TZ.1
    route R C1.2 C2.2 C3.2 C4.2
    """

  init() throws {
    network = try FibreTestSupport.sketch(Self.sketch)
    tracer = Tracer(network)
    route = try tracer.route(named: "TA:1")
  }

  /// What is seen at some metres from where the instrument stands.
  struct Seen {
    var metres: Double
    var loss: Double
    var reflectance: Double?
  }

  /// A trace taken at one end of the line: events in metres from that end, the far end of the fibre at the last of them.
  static func trace(
    from: String, to: String = "", _ seen: [Seen], end: Double = 13_000, nanometres: Int = 1550, launch: Double = 0,
    groupIndex: Int = 146_800, total: Double = 0
  ) -> OTDRTrace {
    var general = OTDRTrace.General(wavelength: Wavelength(nanometres: nanometres))
    (general.cableID, general.fibreID, general.locationA, general.locationB) = ("C1", "1", from, to)
    var acquisition = OTDRTrace.Acquisition(wavelength: general.wavelength)
    acquisition.groupIndex = groupIndex
    func time(_ metres: Double) -> Int { Int((metres * Double(groupIndex) / 2997.92458).rounded()) }
    general.userOffset = time(launch)
    var events = seen.enumerated().map { rank, one in
      OTDRTrace.Event(
        number: rank + 1, time: time(launch + one.metres), loss: Loss(decibels: one.loss),
        reflectance: Loss(decibels: one.reflectance ?? 0), reflection: one.reflectance == nil ? .none : .reflective)
    }
    events.append(
      OTDRTrace.Event(
        number: events.count + 1, time: time(launch + end), loss: Loss(decibels: 20), reflectance: Loss(decibels: -15),
        reflection: .reflective, origin: .end))
    let summary = OTDRTrace.Summary(
      loss: Loss(decibels: total), lossFrom: 0, lossTo: time(launch + end), returnLoss: .zero, returnLossFrom: 0,
      returnLossTo: 0)
    return OTDRTrace(
      version: 2, general: general, acquisition: acquisition, events: events, summary: summary)
  }

  func measured(_ traces: OTDRTrace...) -> MeasuredRoute {
    tracer.measured(
      route, by: traces.enumerated().map { (source: "trace-\($0.offset + 1).sor", trace: $0.element) },
      limits: MeasurementLimits(network.rules.optical))
  }

  /// What is found, as `severity rule`, the remark apart that there is one direction only.
  func found(_ traces: OTDRTrace...) -> [String] {
    let route = tracer.measured(
      route, by: traces.enumerated().map { (source: "trace-\($0.offset + 1).sor", trace: $0.element) },
      limits: MeasurementLimits(network.rules.optical))
    return route.findings().filter { $0.rule != "measurement.one-direction" }.map { "\($0.severity) \($0.rule)" }
  }
}
