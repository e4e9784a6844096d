import FibreExchange
import FibreModel
import FibreTestSupport
import Testing

@Suite struct SORReaderTests {
  /// A file with something in every field.
  static func sample(_ version: Int) -> SORFileWriter {
    var file = SORFileWriter()
    file.version = version
    file.general.language = "FR"
    file.general.cableID = "CAB-SF-04/2"
    file.general.fibreID = "13"
    file.general.fibreType = version == 2 ? 652 : nil
    file.general.locationA = "POP-AMI-SF"
    file.general.locationB = "Mairie d'Écouis"
    file.general.cableCode = "L1083"
    file.general.condition = "RC"
    file.general.userOffset = 24_466
    file.general.operatorName = "J. Dupré"
    file.general.comment = "après bascule"
    file.supplier.name = "Essai"
    file.supplier.moduleSerial = "0042"
    file.acquisition.secondsSince1970 = 1_799_712_000
    file.acquisition.unit = "mt"
    file.acquisition.offset = -367
    file.acquisition.pulses = [OTDRTrace.Pulse(nanoseconds: 30, spacing: 2_499_999, sampleCount: 4)]
    file.acquisition.groupIndex = 146_770
    file.acquisition.backscatter = 815
    file.acquisition.averages = 30_000
    file.acquisition.range = 3_933_334
    file.acquisition.lossThreshold = Loss(decibels: 0.02)
    file.acquisition.reflectanceThreshold = Loss(decibels: -65)
    file.acquisition.endThreshold = Loss(decibels: 3)
    file.acquisition.kind = version == 2 ? .reversed : .standard
    file.events = [
      OTDRTrace.Event(
        number: 1, time: 24_466, loss: Loss(decibels: 0.31), reflectance: Loss(decibels: -58.1), reflection: .reflective
      ),
      OTDRTrace.Event(
        number: 2, time: 130_632, slope: Attenuation(decibelsPerKilometre: 0.201), loss: Loss(decibels: -0.043),
        origin: .moved, technique: "2P", comment: "BPE-AMI-003"),
      OTDRTrace.Event(
        number: 3, time: 839_632, slope: Attenuation(decibelsPerKilometre: 0.198), loss: Loss(decibels: 22.82),
        reflectance: Loss(decibels: -14.2), reflection: .saturated, origin: .end),
    ]
    file.summary = OTDRTrace.Summary(
      loss: Loss(decibels: 16.39), lossFrom: -367, lossTo: 839_632, returnLoss: Loss(decibels: 32.392),
      returnLossFrom: -367, returnLossTo: 839_632)
    file.samples = [OTDRTrace.Samples(scale: 1000, values: [65_535, 12_000, 0, 41])]
    return file
  }

  @Test(arguments: [1, 2]) func everyFieldThatWasWrittenIsRead(version: Int) throws {
    let file = Self.sample(version)
    let trace = try OTDRTrace(sor: file.bytes())
    #expect(
      trace
        == OTDRTrace(
          version: version, general: file.general, supplier: file.supplier, acquisition: file.acquisition,
          events: file.events, summary: file.summary, samples: file.samples, checksum: .agrees))
  }

  @Test func aTimeIsALengthOfFibre() throws {
    var trace = try OTDRTrace(sor: Self.sample(2).bytes())
    trace.acquisition.groupIndex = 146_800
    // 10 µs one way at c / 1.468.
    #expect(trace.length(ofTime: 100_000) == Length(millimetres: 2_042_182))
    #expect(trace.length(ofTime: -100_000) == Length(millimetres: -2_042_182))
  }

  @Test func textsAreReadInEitherEncodingAndCannotSteerATerminal() throws {
    var file = Self.sample(2)
    file.general.comment = "a\u{1B}[31mb"
    #expect(try OTDRTrace(sor: file.bytes()).general.comment == "a [31mb")
    let bytes = Self.sample(2).bytes()
    let utf8 = Array("Dupré".utf8)
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: utf8) })
    // One byte for é, one blank more: as long as before.
    let latin = Array(bytes[..<at]) + Array("Dupr".utf8) + [0xE9, 0x20] + bytes[(at + utf8.count)...]
    #expect(try OTDRTrace(sor: latin).general.operatorName == "J. Dupré")
  }

  @Test func whatAnInstrumentLeavesOutIsEmpty() throws {
    var file = Self.sample(2)
    (file.hasChecksum, file.summary, file.general.wavelength) = (false, nil, Wavelength(nanometres: 0))
    file.acquisition.groupIndex = 0
    let trace = try OTDRTrace(sor: file.bytes())
    #expect(trace.checksum == .absent && trace.summary == nil)
    #expect(trace.general.wavelength == Wavelength(nanometres: 1550) && trace.acquisition.groupIndex == 146_800)
  }

  @Test(arguments: [1, 2]) func blocksOfMakersArePassedOver(version: Int) throws {
    var file = Self.sample(version)
    file.extras = [("Maker2", [1, 2, 3])]
    #expect(try OTDRTrace(sor: file.bytes()).events.count == 3)
  }

  // MARK: Damage

  @Test func anotherSumIsToldAndTheRestRead() throws {
    var bytes = Self.sample(2).bytes()
    let sum = SORFileWriter.crc(bytes.dropLast(2))
    bytes[bytes.count - 2] ^= 0xFF
    let trace = try OTDRTrace(sor: bytes)
    #expect(trace.checksum == .differs(stated: sum ^ 0xFF, computed: sum))
    #expect(trace.events.count == 3)
  }

  @Test func theFaultSaysWhereItIs() {
    func fault(_ bytes: [UInt8]) -> SORFault? {
      do throws(SORFault) {
        _ = try OTDRTrace(sor: bytes)
        return nil
      } catch { return error }
    }
    let whole = Self.sample(2).bytes()
    #expect(fault(Array("splice;list".utf8)) == .notSOR)
    #expect(fault([]) == .cutShort(block: "Map", field: "edition", offset: 0, needed: 2, left: 0))
    let short = Array(whole.dropLast(20))
    #expect(
      fault(short)
        == .blockBeyondFile(block: "DataPts", offset: whole.count - 8 - 28, size: 28, fileSize: short.count))
    var file = Self.sample(2)
    file.acquisition.groupIndex = 1
    if case .impossible(let block, let field, _, let value)? = fault(file.bytes()) {
      #expect((block, field, value) == ("FxdParams", "group index", 1))
    } else {
      Issue.record("a group index of 0.00001 was read")
    }
    file = Self.sample(2)
    file.extras = [("GenParams", [])]
    if case .blockRepeated(let block, _)? = fault(file.bytes()) {
      #expect(block == "GenParams")
    } else {
      Issue.record("a block was read twice")
    }
  }

  @Test(arguments: [1, 2]) func aCutFileIsRefused(version: Int) {
    for fault in Faults.truncations(of: Self.sample(version).bytes()) {
      #expect(throws: SORFault.self, "\(fault)") { try OTDRTrace(sor: fault.bytes) }
    }
  }

  /// A flip is refused, or told by the checksum: never missed, and never a trap.
  @Test(arguments: [1, 2]) func noFlippedByteIsTakenForSoundWithItsChecksum(version: Int) {
    let whole = Self.sample(version).bytes()
    for position in whole.indices {
      for mask: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
        var bytes = whole
        bytes[position] ^= mask
        do throws(SORFault) {
          let trace = try OTDRTrace(sor: bytes)
          #expect(trace.checksum != .agrees, "byte \(position) ^ \(mask)")
        } catch { continue }
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func scatteredDamageNeverTraps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = Self.sample(Int(seed % 2) + 1).bytes()
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 2...12, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(SORFault) {
        let trace = try OTDRTrace(sor: bytes)
        // Whatever was read can be reckoned with.
        #expect(trace.events.allSatisfy { trace.length(ofTime: $0.time) >= .zero })
      } catch { continue }
    }
  }
}
