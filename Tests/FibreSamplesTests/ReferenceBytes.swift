import FibreExchange
import FibreSamples
import Foundation
import GeoFormats
import Testing

/// What is written is the same, byte for byte, each time and everywhere.
@Suite struct ReferenceBytes {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("data/rip80").path

  /// Everything that is written for a seed, by its path in the folder.
  private func written(seed: UInt64) throws -> [String: [UInt8]] {
    let network = try RecordedNetwork.of(seed: seed).made.files().map { ($0.name, $0.bytes) }
    let sample = SampleProgramme(seed: seed)
    let programme = ProgrammeFiles(of: sample.programme, sample.snapshots).files.map {
      ("programme/" + $0.name, $0.bytes)
    }
    return Dictionary(uniqueKeysWithValues: network + programme)
  }

  @Test func theCommittedFolderIsWhatSeedOneGives() throws {
    let files = try written(seed: 1)
    let places = try #require(FileManager.default.enumerator(atPath: Self.folder)).compactMap { $0 as? String }
    #expect(places.filter { $0 != "programme" }.sorted() == files.keys.sorted())
    for (name, made) in files {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)"))
      #expect(Array(bytes) == made, "\(name)")
    }
    func size(_ isProgramme: Bool) -> Int {
      files.reduce(0) { $0 + ($1.key.hasPrefix("programme/") == isProgramme ? $1.value.count : 0) }
    }
    #expect((10_000_000...15_000_000).contains(size(false)))
    #expect((2_000_000...10_000_000).contains(size(true)))
  }

  @Test func theChecksumsAreThoseOfTheFolder() throws {
    let list = try String(contentsOfFile: Self.folder + ".sha256", encoding: .utf8).split(separator: "\n")
    let names = list.compactMap { $0.split(separator: " ").last?.dropFirst("rip80/".count) }.map(String.init)
    #expect(try written(seed: 1).keys.sorted() == names.sorted())
  }

  @Test func aSeedGivesTheSameBytesTwiceAndAnotherSeedOthers() throws {
    let first = try RecordedNetwork.of(seed: 2).made.files()
    #expect(try ReferenceNetwork(seed: 2).delivery().files() == first)
    let other = try RecordedNetwork.of(seed: 1).made.files()
    #expect(first.map(\.name) == other.map(\.name))
    #expect(first != other)
  }

  /// The rules of exchange: no separator in a value, and no quote around one.
  @Test func textFollowsTheRulesOfExchange() {
    for table in RecordedNetwork.of(seed: 1).made.tables {
      #expect(!table.cells.contains { $0.contains(";") || $0.contains("\"") || $0.contains("\n") }, "\(table.name)")
    }
  }
}
