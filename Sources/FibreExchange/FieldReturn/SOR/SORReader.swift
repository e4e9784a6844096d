public import FibreModel

extension OTDRTrace {
  /// Reads a reflectometer file of version 1 or 2 (`.sor`, Telcordia SR-4731, before it Bellcore GR-196).
  ///
  /// The bytes are not trusted: every count, length and offset is checked against the file before it is used. Blocks of
  /// instrument makers are passed over. O(bytes).
  ///
  /// - Throws: what is wrong, and where; files with a checksum that differs are read all the same, see `checksum`.
  public init(sor bytes: [UInt8]) throws(SORFault) {
    let map = try SORMap(bytes)
    var general = try General(map)
    let acquisition = try Acquisition(map, nominal: general.wavelength)
    if general.wavelength.nanometres == 0 { general.wavelength = acquisition.wavelength }
    let (events, summary) = try Self.keyEvents(map)
    self.init(
      version: map.version, general: general, supplier: try Supplier(map), acquisition: acquisition, events: events,
      summary: summary, samples: try Self.samples(map), checksum: try Self.checksum(map, of: bytes))
  }

  // MARK: Events

  private static func keyEvents(_ map: SORMap) throws(SORFault) -> (events: [Event], summary: Summary?) {
    guard var block = try map.block("KeyEvents") else { return ([], nil) }
    let count = try block.unsigned16("count")
    var events: [Event] = []
    for _ in 0..<count { events.append(try Event(&block, version: map.version)) }
    // Some instruments leave the summary out.
    return (events, block.left == 0 ? nil : try Summary(&block))
  }

  // MARK: Samples

  private static func samples(_ map: SORMap) throws(SORFault) -> [Samples] {
    guard var block = try map.block("DataPts") else { return [] }
    _ = try block.unsigned32("count")
    let lists = try block.unsigned16("lists")
    var samples: [Samples] = []
    for _ in 0..<lists {
      let count = try block.unsigned32("points")
      let scale = try block.unsigned16("scale")
      samples.append(Samples(scale: scale, values: try block.unsigned16s("values", count: count)))
    }
    return samples
  }

  // MARK: Checksum

  /// CRC-16 with polynomial 0x1021 and start 0xFFFF over all that stands before the sum.
  private static func checksum(_ map: SORMap, of bytes: [UInt8]) throws(SORFault) -> Checksum {
    guard var block = try map.block("Cksum") else { return .absent }
    let computed = crc16(bytes[..<block.offset])
    let stated = try block.unsigned16("sum")
    return stated == computed ? .agrees : .differs(stated: stated, computed: computed)
  }

  private static func crc16(_ bytes: some Sequence<UInt8>) -> Int {
    var sum: UInt16 = 0xFFFF
    for byte in bytes {
      sum ^= UInt16(byte) << 8
      for _ in 0..<8 { sum = sum & 0x8000 == 0 ? sum << 1 : sum << 1 ^ 0x1021 }
    }
    return Int(sum)
  }
}
