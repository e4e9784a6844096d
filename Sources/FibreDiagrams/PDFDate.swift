/// Takes the moment and the time zone of drawing out of a PDF, which cairo 1.16 writes into every file.
///
/// A zone other than UTC takes five bytes more, so the offsets that follow it are put right too.
/// Source: ISO 32000-1, 7.5.4 (a line of the cross-reference table starts with ten digits) and 7.9.4 (dates).
enum PDFDate {
  private static let mark = Array("/CreationDate (D:".utf8)
  private static let date = Array("20000101000000Z".utf8)

  /// The same file with a fixed date; a file that has no such date, or no plain table of offsets, stays as it is.
  static func fixed(in bytes: [UInt8]) -> [UInt8] {
    guard let found = last(mark, in: bytes), let table = last(Array("\nxref\n".utf8), in: bytes),
      let trailer = last(Array("\nstartxref\n".utf8), in: bytes), found < table, table < trailer
    else { return bytes }
    let start = found + mark.count
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")), end - start >= date.count else { return bytes }
    let surplus = end - start - date.count
    var result = Array(bytes[..<start]) + date + bytes[end..<table]
    for line in bytes[table..<trailer].split(separator: 10, omittingEmptySubsequences: false).dropFirst() {
      result.append(10)
      result += moved(line, by: surplus, after: start)
    }
    let tail = bytes[(trailer + 11)...]
    let offset = number(tail.prefix { $0 != 10 }) ?? table + 1
    result += Array("\nstartxref\n\(offset - surplus)".utf8) + tail.drop { $0 != 10 }
    return result
  }

  /// A line of the table with the offset it has once `surplus` bytes are gone; other lines stay.
  private static func moved(_ line: ArraySlice<UInt8>, by surplus: Int, after start: Int) -> [UInt8] {
    guard line.count == 19, line.dropFirst(10).first == UInt8(ascii: " "), let offset = number(line.prefix(10)),
      offset > start
    else { return Array(line) }
    let digits = String(offset - surplus)
    return Array((String(repeating: "0", count: 10 - digits.count) + digits).utf8) + line.dropFirst(10)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }

  private static func last(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    return (0...bytes.count - wanted.count).last {
      bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
