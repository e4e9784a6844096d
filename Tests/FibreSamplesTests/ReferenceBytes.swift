import FibreSamples
import Foundation
import GeoFormats
import Testing

/// What is written is the same, byte for byte, each time and everywhere.
@Suite struct ReferenceBytes {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("data/rip80").path

  @Test func theCommittedFolderIsWhatSeedOneGives() throws {
    let files = try RecordedNetwork.of(seed: 1).made.files()
    let committed = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(committed == files.map(\.name).sorted())
    for file in files {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(file.name)"))
      #expect(Array(bytes) == file.bytes, "\(file.name)")
    }
    let size = files.reduce(0) { $0 + $1.bytes.count }
    #expect((10_000_000...15_000_000).contains(size))
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
