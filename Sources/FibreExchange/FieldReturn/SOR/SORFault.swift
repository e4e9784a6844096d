/// Why bytes are no reflectometer file that can be read: what is wrong, in which block, and at which byte of the file.
public enum SORFault: Error, Hashable, Sendable {
  /// The file begins neither with the map of version 2 nor with the number of version 1.
  case notSOR
  /// A field would go beyond its block, or beyond the file.
  case cutShort(block: String, field: String, offset: Int, needed: Int, left: Int)
  /// A text has no end in its block.
  case textNotEnded(block: String, field: String, offset: Int)
  /// The map announces more than the file holds, or less than nothing.
  case blockBeyondFile(block: String, offset: Int, size: Int, fileSize: Int)
  case blockRepeated(block: String, offset: Int)
  case blockMissing(block: String)
  /// In version 2 each block begins with its name.
  case otherBlockName(block: String, offset: Int, found: String)
  /// A value that no measurement has.
  case impossible(block: String, field: String, offset: Int, value: Int)
}
