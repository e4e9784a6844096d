import FibreModel

extension OTDRTrace.General {
  /// What version 1 lacks: the type of fibre, and the user offset as a distance.
  init(_ map: SORMap) throws(SORFault) {
    var block = try map.requiredBlock("GenParams")
    let language = try block.text("language", bytes: 2)
    let cableID = try block.text("cable ID")
    let fibreID = try block.text("fibre ID")
    let fibreType = map.version == 2 ? try block.unsigned16("fibre type") : 0
    let offset = block.offset
    let nanometres = SORUnits.nanometres(try block.unsigned16("wavelength"))
    guard nanometres == 0 || SORUnits.wavelengths.contains(nanometres) else {
      throw .impossible(block: "GenParams", field: "wavelength", offset: offset, value: nanometres)
    }
    self.init(wavelength: Wavelength(nanometres: nanometres))
    self.language = language
    self.cableID = cableID
    self.fibreID = fibreID
    self.fibreType = fibreType == 0 ? nil : fibreType
    locationA = try block.text("location A")
    locationB = try block.text("location B")
    cableCode = try block.text("cable code")
    condition = try block.text("condition", bytes: 2)
    userOffset = try block.signed32("user offset")
    if map.version == 2 { _ = try block.signed32("user offset distance") }
    operatorName = try block.text("operator")
    comment = try block.text("comment")
  }
}

extension OTDRTrace.Supplier {
  init(_ map: SORMap) throws(SORFault) {
    self.init()
    guard var block = try map.block("SupParams") else { return }
    name = try block.text("supplier")
    mainframe = try block.text("mainframe")
    mainframeSerial = try block.text("mainframe serial")
    module = try block.text("module")
    moduleSerial = try block.text("module serial")
    software = try block.text("software")
    other = try block.text("other")
  }
}

extension OTDRTrace.Acquisition {
  /// What version 1 lacks: offsets and range as distances, the averaging time, the kind of trace, the window shown.
  init(_ map: SORMap, nominal: Wavelength) throws(SORFault) {
    let isSecond = map.version == 2
    var block = try map.requiredBlock("FxdParams")
    self.init(wavelength: nominal)
    secondsSince1970 = try block.unsigned32("time")
    unit = try block.text("unit", bytes: 2)
    let wavelengthOffset = block.offset
    let nanometres = SORUnits.nanometres(try block.unsigned16("wavelength"))
    guard SORUnits.wavelengths.contains(nanometres) || nanometres == 0 && nominal.nanometres > 0 else {
      throw .impossible(block: "FxdParams", field: "wavelength", offset: wavelengthOffset, value: nanometres)
    }
    if nanometres > 0 { wavelength = Wavelength(nanometres: nanometres) }
    offset = try block.signed32("acquisition offset")
    if isSecond { _ = try block.signed32("acquisition offset distance") }
    pulses = try Self.pulses(&block)
    try readFibre(&block)
    averages = try block.unsigned32("averages")
    if isSecond { _ = try block.unsigned16("averaging time") }
    range = try block.unsigned32("range")
    if isSecond { _ = try block.unsigned32("range distance") }
    frontPanelOffset = try block.signed32("front panel offset")
    try readThresholds(&block)
    if isSecond { kind = Kind(rawValue: try block.text("kind", bytes: 2)) ?? .standard }
  }

  private typealias Kind = OTDRTrace.Kind

  /// All widths, then all spacings, then all counts.
  private static func pulses(_ block: inout SORCursor) throws(SORFault) -> [OTDRTrace.Pulse] {
    let offset = block.offset
    let count = try block.unsigned16("pulses")
    guard 10 * count <= block.left else {
      throw .impossible(block: "FxdParams", field: "pulses", offset: offset, value: count)
    }
    var pulses: [OTDRTrace.Pulse] = []
    for _ in 0..<count {
      pulses.append(OTDRTrace.Pulse(nanoseconds: try block.unsigned16("pulse width"), spacing: 0, sampleCount: 0))
    }
    for position in pulses.indices { pulses[position].spacing = try block.unsigned32("spacing") }
    for position in pulses.indices { pulses[position].sampleCount = try block.unsigned32("points") }
    return pulses
  }

  private mutating func readFibre(_ block: inout SORCursor) throws(SORFault) {
    let offset = block.offset
    let index = try block.unsigned32("group index")
    // Glass has 1.44 to 1.50; instruments that know nothing write 0.
    guard index == 0 || (100_000...200_000).contains(index) else {
      throw .impossible(block: "FxdParams", field: "group index", offset: offset, value: index)
    }
    if index > 0 { groupIndex = index }
    backscatter = try block.unsigned16("backscatter")
  }

  private mutating func readThresholds(_ block: inout SORCursor) throws(SORFault) {
    _ = try block.unsigned16("noise floor")
    _ = try block.unsigned16("noise scale")
    _ = try block.unsigned16("power offset")
    lossThreshold = SORUnits.loss(thousandths: try block.unsigned16("loss threshold"))
    reflectanceThreshold = SORUnits.loss(thousandths: -(try block.unsigned16("reflectance threshold")))
    endThreshold = SORUnits.loss(thousandths: try block.unsigned16("end threshold"))
  }
}

extension OTDRTrace.Event {
  /// What version 1 lacks: five marks of where the curve was fitted.
  init(_ block: inout SORCursor, version: Int) throws(SORFault) {
    let number = try block.unsigned16("event number")
    let time = try block.unsigned32("event time")
    let slope = try block.signed16("event slope")
    let loss = try block.signed16("event loss")
    let reflectance = try block.signed32("event reflectance")
    let code = try block.letters("event code", 6)
    let technique = try block.text("event technique", bytes: 2)
    if version == 2 { for _ in 0..<5 { _ = try block.unsigned32("event mark") } }
    self.init(
      number: number, time: time, slope: Attenuation(decibelsPerKilometre: Double(slope) / 1000),
      loss: SORUnits.loss(thousandths: loss), reflectance: SORUnits.loss(thousandths: reflectance),
      reflection: OTDRTrace.Reflection(rawValue: code[0]) ?? .none,
      origin: OTDRTrace.Origin(rawValue: code[1]) ?? .found,
      technique: technique, comment: try block.text("event comment"))
  }
}

extension OTDRTrace.Summary {
  init(_ block: inout SORCursor) throws(SORFault) {
    self.init(
      loss: SORUnits.loss(thousandths: try block.signed32("total loss")),
      lossFrom: try block.signed32("loss start"), lossTo: try block.unsigned32("loss end"),
      returnLoss: SORUnits.loss(thousandths: try block.unsigned16("return loss")),
      returnLossFrom: try block.signed32("return loss start"), returnLossTo: try block.unsigned32("return loss end"))
  }
}

/// What numbers of a file mean.
enum SORUnits {
  /// Wavelengths that fibre is measured at, in nanometres.
  static let wavelengths = 600...1700

  static func loss(thousandths: Int) -> Loss { Loss(microdecibels: Int64(thousandths) * 1000) }

  /// The wavelength of a number: tenths of a nanometre by the format, whole ones by some instruments.
  static func nanometres(_ value: Int) -> Int { value > 5000 ? (value + 5) / 10 : value }
}
