/// A reflectometer's measurement of one fibre, from one end, at one wavelength.
///
/// Positions are one-way travel times in units of 100 ps, as instruments store them; `length(ofTime:)` turns them into
/// lengths of fibre.
public struct OTDRTrace: Hashable, Sendable {
  /// 1 or 2: the edition of the format it was read from.
  public var version: Int
  public var general: General
  public var supplier: Supplier
  public var acquisition: Acquisition
  /// In the order of the file, which need not be that of the fibre.
  public var events: [Event]
  /// Loss from end to end as the instrument reckons it; nothing when it gives no events.
  public var summary: Summary?
  /// The curve, one list for each pulse width.
  public var samples: [Samples]
  public var checksum: Checksum

  /// Makes a trace.
  public init(
    version: Int, general: General, supplier: Supplier = Supplier(), acquisition: Acquisition, events: [Event] = [],
    summary: Summary? = nil, samples: [Samples] = [], checksum: Checksum = .absent
  ) {
    self.version = version
    self.general = general
    self.supplier = supplier
    self.acquisition = acquisition
    self.events = events
    self.summary = summary
    self.samples = samples
    self.checksum = checksum
  }

  /// The length of fibre that light travels in a one-way time, to the millimetre below; negative for negative times.
  ///
  /// `time · 100 ps · c / n`, with c = 299 792 458 m/s and n the group index of the acquisition.
  public func length(ofTime time: Int) -> Length {
    Length(millimetres: Int64(time) * 299_792_458 / (100 * Int64(acquisition.groupIndex)))
  }
}

extension OTDRTrace {
  /// What the technician entered.
  public struct General: Hashable, Sendable {
    public var language = ""
    public var cableID = ""
    public var fibreID = ""
    /// The ITU-T recommendation of the fibre (652, 657); nothing when the file does not say.
    public var fibreType: Int?
    public var wavelength: Wavelength
    /// Where the instrument stands.
    public var locationA = ""
    /// The other end.
    public var locationB = ""
    public var cableCode = ""
    /// `BC` as built, `CC` as current, `RC` as repaired, `NC` new, `OT` other.
    public var condition = ""
    /// The launch fibre, as a time.
    public var userOffset = 0
    public var operatorName = ""
    public var comment = ""

    /// Makes parameters that say nothing but a wavelength.
    public init(wavelength: Wavelength) { self.wavelength = wavelength }
  }

  /// The instrument.
  public struct Supplier: Hashable, Sendable {
    public var name = ""
    public var mainframe = ""
    public var mainframeSerial = ""
    public var module = ""
    public var moduleSerial = ""
    public var software = ""
    public var other = ""

    /// Makes an unknown instrument.
    public init() {}
  }

  /// How a trace came to be: one way, or worked on afterwards.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case standard = "ST"
    /// Turned round, so that its start is the end of the one that was measured.
    case reversed = "RT"
    case difference = "DT"
    case reference = "RF"
    case bidirectional = "BT"
  }

  /// One pulse width of an acquisition.
  public struct Pulse: Hashable, Sendable {
    public var nanoseconds: Int
    /// One-way time between samples, in 10⁻¹⁴ s.
    public var spacing: Int
    public var sampleCount: Int

    /// Makes a pulse.
    public init(nanoseconds: Int, spacing: Int, sampleCount: Int) {
      self.nanoseconds = nanoseconds
      self.spacing = spacing
      self.sampleCount = sampleCount
    }
  }

  /// How it was measured.
  public struct Acquisition: Hashable, Sendable {
    /// Seconds since 1 January 1970, as the instrument's clock had them.
    public var secondsSince1970 = 0
    /// `mt`, `km`, `ft`, `kf`, `mi`: what the instrument showed; no value here depends on it.
    public var unit = ""
    public var wavelength: Wavelength
    /// Time from the panel to the first sample.
    public var offset = 0
    public var pulses: [Pulse] = []
    /// Group index of the fibre times 100 000.
    public var groupIndex = 146_800
    /// In tenths of a decibel below, as stored: 800 is −80 dB.
    public var backscatter = 0
    public var averages = 0
    /// Greatest time measured.
    public var range = 0
    public var frontPanelOffset = 0
    /// Losses below it are no events.
    public var lossThreshold = Loss.zero
    /// Reflections weaker than it are no events; negative.
    public var reflectanceThreshold = Loss.zero
    /// A loss above it is the end of the fibre.
    public var endThreshold = Loss.zero
    public var kind = Kind.standard

    /// Makes an acquisition that says nothing but a wavelength.
    public init(wavelength: Wavelength) { self.wavelength = wavelength }
  }

  /// Whether an event throws light back.
  public enum Reflection: String, Hashable, Sendable, CaseIterable {
    case none = "0"
    case reflective = "1"
    /// More than the receiver takes.
    case saturated = "2"
  }

  /// Who says that there is an event.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    case found = "F"
    case added = "A"
    case moved = "M"
    case end = "E"
    case outOfRange = "O"
    case movedEnd = "D"
  }

  /// Something on the fibre that the instrument lists.
  public struct Event: Hashable, Sendable {
    public var number: Int
    public var time: Int
    /// Loss per kilometre of the fibre that leads to it.
    public var slope: Attenuation
    /// Negative where the curve rises.
    public var loss: Loss
    /// Negative; zero when there is no reflection.
    public var reflectance: Loss
    public var reflection: Reflection
    public var origin: Origin
    /// `LS` least squares, `2P` two points.
    public var technique: String
    public var comment: String

    /// Makes an event.
    public init(
      number: Int, time: Int, slope: Attenuation = Attenuation(decibelsPerKilometre: 0), loss: Loss,
      reflectance: Loss = .zero, reflection: Reflection = .none, origin: Origin = .found, technique: String = "LS",
      comment: String = ""
    ) {
      self.number = number
      self.time = time
      self.slope = slope
      self.loss = loss
      self.reflectance = reflectance
      self.reflection = reflection
      self.origin = origin
      self.technique = technique
      self.comment = comment
    }

    public var isEnd: Bool { origin == .end || origin == .movedEnd }
  }

  /// Loss and return loss between two times.
  public struct Summary: Hashable, Sendable {
    public var loss: Loss
    public var lossFrom: Int
    public var lossTo: Int
    public var returnLoss: Loss
    public var returnLossFrom: Int
    public var returnLossTo: Int

    /// Makes a summary.
    public init(
      loss: Loss, lossFrom: Int, lossTo: Int, returnLoss: Loss, returnLossFrom: Int, returnLossTo: Int
    ) {
      self.loss = loss
      self.lossFrom = lossFrom
      self.lossTo = lossTo
      self.returnLoss = returnLoss
      self.returnLossFrom = returnLossFrom
      self.returnLossTo = returnLossTo
    }
  }

  /// The points of a curve.
  public struct Samples: Hashable, Sendable {
    /// What a value is multiplied by, times 1000.
    public var scale: Int
    /// Thousandths of a decibel below full scale, before the scale.
    public var values: [UInt16]

    /// Makes a list of points.
    public init(scale: Int, values: [UInt16]) {
      self.scale = scale
      self.values = values
    }
  }

  /// What the sum at the end of the file says.
  public enum Checksum: Hashable, Sendable {
    case absent
    case agrees
    /// The file was damaged, or its instrument reckons otherwise than most do.
    case differs(stated: Int, computed: Int)
  }
}
