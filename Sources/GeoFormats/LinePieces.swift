import Foundation

/// The text of a file in pieces of whole lines, as UTF-8, so that a large file never stands in memory as a whole.
///
/// A line that is not UTF-8 is Windows-1252: files pasted together from two sources exist. A byte order mark is dropped;
/// UTF-16 with a mark is understood, in one piece.
struct LinePieces {
  private let path: String
  private let file: FileHandle
  /// The bytes of the file.
  let size: Int
  private var rest: [UInt8] = []
  private var isAtStart = true
  private var isAtEnd = false
  /// Lines that were handed out.
  private var lineCount = 0
  /// The lines that were Windows-1252.
  private(set) var notUTF8: (first: Int, lines: Int)?

  private static let pieceSize = 1 << 21
  private static let lineFeed = UInt8(ascii: "\n")

  init(_ path: String) throws(FormatError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingFile(path: path) }
    self.path = path
    do {
      file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      size = Int(try file.seekToEnd())
      try file.seek(toOffset: 0)
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }

  /// The next lines; nothing at the end.
  mutating func next() throws(FormatError) -> [UInt8]? {
    while !isAtEnd {
      let bytes = try read(Self.pieceSize)
      isAtEnd = bytes.isEmpty
      rest += bytes
      if isAtStart, rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) {
        isAtStart = false
        return TextDecoding.utf16(rest + (try remainder()))
      }
      let end = isAtEnd ? rest.count : rest.lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
      guard end > 0 else { continue }
      var piece = Array(rest[..<end])
      rest.removeFirst(end)
      if isAtStart, piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece.removeFirst(3) }
      isAtStart = false
      return decoded(piece)
    }
    return nil
  }

  private mutating func decoded(_ piece: [UInt8]) -> [UInt8] {
    let (text, found) = TextDecoding.utf8(lines: piece)
    if let found {
      notUTF8 = (notUTF8?.first ?? lineCount + found.first, (notUTF8?.lines ?? 0) + found.lines)
    }
    lineCount += piece.count { $0 == Self.lineFeed }
    return text
  }

  private mutating func remainder() throws(FormatError) -> [UInt8] {
    var all: [UInt8] = []
    while !isAtEnd {
      let bytes = try read(Self.pieceSize)
      isAtEnd = bytes.isEmpty
      all += bytes
    }
    return all
  }

  private func read(_ count: Int) throws(FormatError) -> [UInt8] {
    do {
      return [UInt8](try file.read(upToCount: count) ?? Data())
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }
}
