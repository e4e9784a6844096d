/// Why bytes are not an index of a graph.
public enum IndexFault: Error, Hashable, Sendable {
  /// They don't start as an index does.
  case noIndex
  /// They are an index of another kind than the one wanted.
  case otherKind
  /// They are of a version that this program doesn't read.
  case otherVersion(UInt32)
  /// They are an index of another graph.
  case otherGraph
  /// There are fewer or more bytes than the head says.
  case wrongLength(said: Int, found: Int)
  /// What is inside is not what was written.
  case wrongChecksum
  /// The parts don't fit each other or the graph, though the checksum holds.
  case unsound
}
