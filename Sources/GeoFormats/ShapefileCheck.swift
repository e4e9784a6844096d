import Foundation

/// What GDAL passes over in silence: parts that are missing or cut short, counts that differ, NUL bytes in text.
struct ShapefileCheck {
  /// What the `.cpg` says, if there is one.
  let encoding: String?
  /// How many columns the `.dbf` describes; GDAL leaves out those that don't fit in a record.
  let columnCount: Int
  /// Records, from 1, with text behind a NUL byte, which GDAL would cut off.
  let recordsWithNUL: [(record: Int, text: String)]

  init(_ path: String) throws(FormatError) {
    let stem = String(path.dropLast(4))
    let isDBFAlone = path.lowercased().hasSuffix(".dbf")
    let upper = path.hasSuffix("SHP") || path.hasSuffix("DBF")
    func part(_ suffix: String) -> String { "\(stem).\(upper ? suffix.uppercased() : suffix)" }
    let dbfPath = isDBFAlone ? path : part("dbf")
    let dbf = try FileBytes.read(dbfPath)
    let records = try Self.recordCount(dbf, dbfPath)
    if !isDBFAlone {
      try Self.checkLength(try FileBytes.read(path), path)
      let index = try FileBytes.read(part("shx"))
      try Self.checkLength(index, part("shx"))
      let shapes = (index.count - 100) / 8
      guard shapes == records else { throw .countsDiffer(path: path, shapes: shapes, records: records) }
    }
    let cpg = part("cpg")
    encoding =
      FileManager.default.fileExists(atPath: cpg)
      ? String(decoding: try FileBytes.read(cpg), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) : nil
    let widths = Self.columnWidths(dbf)
    columnCount = widths.count
    recordsWithNUL = Self.recordsWithNUL(dbf, records: records, widths: widths)
  }

  /// A `.shp` or `.shx` states its length in its bytes 24 to 27, in 16-bit words, most significant byte first.
  private static func checkLength(_ bytes: [UInt8], _ path: String) throws(FormatError) {
    guard bytes.count >= 100 else { throw .truncated(path: path, expectedBytes: 100, foundBytes: bytes.count) }
    let expected = 2 * bytes[24..<28].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= expected else {
      throw .truncated(path: path, expectedBytes: expected, foundBytes: bytes.count)
    }
  }

  /// The record count of a DBF header, checked against the length of the file.
  private static func recordCount(_ bytes: [UInt8], _ path: String) throws(FormatError) -> Int {
    guard bytes.count >= 33 else { throw .truncated(path: path, expectedBytes: 33, foundBytes: bytes.count) }
    let count = bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    let expected = headerLength(bytes) + count * recordLength(bytes)
    guard bytes.count >= expected else {
      throw .truncated(path: path, expectedBytes: expected, foundBytes: bytes.count)
    }
    return count
  }

  private static func headerLength(_ bytes: [UInt8]) -> Int { Int(bytes[8]) | Int(bytes[9]) << 8 }
  private static func recordLength(_ bytes: [UInt8]) -> Int { Int(bytes[10]) | Int(bytes[11]) << 8 }

  /// A DBF describes each column in 32 bytes, of which byte 16 is its width, up to a carriage return.
  private static func columnWidths(_ bytes: [UInt8]) -> [Int] {
    stride(from: 32, to: headerLength(bytes) - 31, by: 32).prefix { bytes[$0] != 0x0D }.map { Int(bytes[$0 + 16]) }
  }

  private static func recordsWithNUL(
    _ bytes: [UInt8], records: Int, widths: [Int]
  ) -> [(record: Int, text: String)] {
    let start = headerLength(bytes)
    let length = recordLength(bytes)
    guard length > 0, bytes[start...].contains(0) else { return [] }
    var found: [(record: Int, text: String)] = []
    for record in 0..<records {
      let bytes = bytes[(start + record * length)..<(start + (record + 1) * length)]
      var offset = bytes.startIndex + 1
      var isCut = false
      for width in widths {
        // Some programs pad with NUL instead of spaces, which loses nothing.
        let text = bytes[min(offset, bytes.endIndex)..<min(offset + width, bytes.endIndex)].drop { $0 != 0 }
        isCut = isCut || text.contains { $0 != 0 && $0 != UInt8(ascii: " ") }
        offset += width
      }
      if isCut { found.append((record + 1, TextDecoding.windows1252(bytes.dropFirst()))) }
    }
    return found
  }
}
