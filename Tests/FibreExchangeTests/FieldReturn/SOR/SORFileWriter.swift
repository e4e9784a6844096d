import FibreModel

/// Writes reflectometer files field by field from the published layout; shares nothing with the reader.
///
/// Version 1: the map begins with its edition, blocks without names, events of 22 bytes and a comment. Version 2: every
/// block begins with its name, and has the fields marked so below.
struct SORFileWriter {
  var version = 2
  var general = OTDRTrace.General(wavelength: Wavelength(nanometres: 1550))
  var supplier = OTDRTrace.Supplier()
  var acquisition = OTDRTrace.Acquisition(wavelength: Wavelength(nanometres: 1550))
  var events: [OTDRTrace.Event] = []
  var summary: OTDRTrace.Summary?
  var samples: [OTDRTrace.Samples] = []
  /// Blocks of the instrument's maker, by name.
  var extras: [(name: String, bytes: [UInt8])] = []
  var hasChecksum = true

  func bytes() -> [UInt8] {
    var blocks: [(name: String, body: [UInt8])] = [
      ("GenParams", generalBytes), ("SupParams", supplierBytes), ("FxdParams", acquisitionBytes),
      ("KeyEvents", eventBytes), ("DataPts", sampleBytes),
    ]
    blocks += extras.map { ($0.name, $0.bytes) }
    if hasChecksum { blocks.append(("Cksum", [0, 0])) }
    let named = blocks.map { (name: $0.name, bytes: (version == 2 ? zeroEnded($0.name) : []) + $0.body) }
    var file = map(named.map { ($0.name, $0.bytes.count) }) + named.flatMap(\.bytes)
    if hasChecksum { file.replaceSubrange((file.count - 2)..., with: two(Self.crc(file.dropLast(2)))) }
    return file
  }

  private func map(_ blocks: [(name: String, size: Int)]) -> [UInt8] {
    let edition = two(version * 100)
    let entries = blocks.flatMap { zeroEnded($0.name) + edition + four($0.size) }
    let head = version == 2 ? zeroEnded("Map") : []
    return head + edition + four(head.count + 8 + entries.count) + two(blocks.count + 1) + entries
  }

  private var generalBytes: [UInt8] {
    var out = Array(general.language.utf8) + zeroEnded(general.cableID) + zeroEnded(general.fibreID)
    if version == 2 { out += two(general.fibreType ?? 0) }
    out += two(general.wavelength.nanometres) + zeroEnded(general.locationA) + zeroEnded(general.locationB)
    out += zeroEnded(general.cableCode) + Array(general.condition.utf8) + four(general.userOffset)
    if version == 2 { out += four(0) }
    return out + zeroEnded(general.operatorName) + zeroEnded(general.comment)
  }

  private var supplierBytes: [UInt8] {
    [
      supplier.name, supplier.mainframe, supplier.mainframeSerial, supplier.module, supplier.moduleSerial,
      supplier.software, supplier.other,
    ].flatMap(zeroEnded)
  }

  private var acquisitionBytes: [UInt8] {
    var out = four(acquisition.secondsSince1970) + Array(acquisition.unit.utf8)
    out += two(acquisition.wavelength.nanometres * 10) + four(acquisition.offset)
    if version == 2 { out += four(0) }
    out += two(acquisition.pulses.count) + acquisition.pulses.flatMap { two($0.nanoseconds) }
    out += acquisition.pulses.flatMap { four($0.spacing) } + acquisition.pulses.flatMap { four($0.sampleCount) }
    out += four(acquisition.groupIndex) + two(acquisition.backscatter) + four(acquisition.averages)
    if version == 2 { out += two(150) }
    out += four(acquisition.range)
    if version == 2 { out += four(0) }
    out += four(acquisition.frontPanelOffset) + two(2340) + two(100) + two(0)
    out += two(thousandths(acquisition.lossThreshold)) + two(-thousandths(acquisition.reflectanceThreshold))
    out += two(thousandths(acquisition.endThreshold))
    if version == 2 { out += Array(acquisition.kind.rawValue.utf8) + four(0) + four(0) + four(0) + four(0) }
    return out
  }

  private var eventBytes: [UInt8] {
    two(events.count) + events.flatMap(bytes) + (summary.map(bytes) ?? [])
  }

  private func bytes(_ event: OTDRTrace.Event) -> [UInt8] {
    var out = two(event.number) + four(event.time) + two(Int(event.slope.microdecibelsPerKilometre / 1000))
    out += two(thousandths(event.loss)) + four(thousandths(event.reflectance))
    out += Array("\(event.reflection.rawValue)\(event.origin.rawValue)9999\(event.technique)".utf8)
    if version == 2 { for mark in 0..<5 { out += four(event.time + mark) } }
    return out + zeroEnded(event.comment)
  }

  private func bytes(_ summary: OTDRTrace.Summary) -> [UInt8] {
    four(thousandths(summary.loss)) + four(summary.lossFrom) + four(summary.lossTo)
      + two(thousandths(summary.returnLoss)) + four(summary.returnLossFrom) + four(summary.returnLossTo)
  }

  private var sampleBytes: [UInt8] {
    four(samples.reduce(0) { $0 + $1.values.count }) + two(samples.count)
      + samples.flatMap { four($0.values.count) + two($0.scale) + $0.values.flatMap { two(Int($0)) } }
  }

  // MARK: Fields, low byte first

  private func two(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private func four(_ value: Int) -> [UInt8] { two(value) + two(value >> 16) }

  private func zeroEnded(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }

  private func thousandths(_ loss: Loss) -> Int { Int(loss.microdecibels / 1000) }

  /// CRC-16/CCITT-FALSE bit by bit, as division of the message by x¹⁶ + x¹² + x⁵ + 1.
  static func crc(_ bytes: some Sequence<UInt8>) -> Int {
    var register = 0xFFFF
    for byte in bytes {
      for bit in (0..<8).reversed() {
        let isCarried = register >> 15 & 1 != Int(byte) >> bit & 1
        register = (register << 1) & 0xFFFF
        if isCarried { register ^= 0x1021 }
      }
    }
    return register
  }
}
