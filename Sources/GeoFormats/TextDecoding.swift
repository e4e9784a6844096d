import CGDAL

/// Bytes of unknown or doubtful encoding to text.
enum TextDecoding {
  /// The bytes as UTF-8, and the first line and number of lines that were Windows-1252.
  ///
  /// Line by line, because files pasted together from two sources exist: a line that is valid UTF-8 is UTF-8, any
  /// other is Windows-1252. A byte order mark is dropped; UTF-16 with a mark is understood.
  static func utf8(_ bytes: [UInt8]) -> (bytes: [UInt8], notUTF8: (first: Int, lines: Int)?) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes), nil) }
    return utf8(lines: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
  }

  /// The same for lines of a file without a mark.
  static func utf8(lines body: [UInt8]) -> (bytes: [UInt8], notUTF8: (first: Int, lines: Int)?) {
    guard !isUTF8(body) else { return (body, nil) }
    var result: [UInt8] = []
    result.reserveCapacity(body.count + body.count / 8)
    var first = 0
    var lines = 0
    for (offset, line) in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if offset > 0 { result.append(UInt8(ascii: "\n")) }
      if isUTF8(line) {
        result.append(contentsOf: line)
      } else {
        if lines == 0 { first = offset + 1 }
        lines += 1
        result.append(contentsOf: windows1252(line).utf8)
      }
    }
    return (result, (first, lines))
  }

  static func isUTF8(_ bytes: some Collection<UInt8>) -> Bool {
    let isASCII = bytes.withContiguousStorageIfAvailable { !hasOtherThanASCII($0) }
    return isASCII == true || String(validating: bytes, as: UTF8.self) != nil
  }

  static func hasOtherThanASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let block = UnsafeRawBufferPointer(bytes)
    let words = block.count / 8
    var all: UInt64 = 0
    for word in 0..<words { all |= block.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self) }
    return all & 0x8080_8080_8080_8080 != 0 || block[(8 * words)...].contains { $0 >= 0x80 }
  }

  /// Windows-1252 as browsers read it: its five unused bytes are control characters.
  static func windows1252(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let isSpecial = (0x80..<0xA0).contains(byte)
      text.append(isSpecial ? specials[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  /// The text of bytes in a named encoding, or nothing when GDAL doesn't know the name.
  static func decode(_ bytes: [UInt8], from encoding: String) -> String? {
    guard !bytes.isEmpty else { return "" }
    return (bytes + [0]).withUnsafeBytes { buffer in
      CPLErrorReset()
      let recoded = CPLRecode(buffer.bindMemory(to: CChar.self).baseAddress, encoding, "UTF-8")
      defer { VSIFree(recoded) }
      // An unknown name is only a warning, and the answer is then the text as it was.
      return CPLGetLastErrorType() == CE_None ? String(cString: recoded) : nil
    }
  }

  static func utf16(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { offset in
      let (low, high) = isLittle ? (bytes[offset], bytes[offset + 1]) : (bytes[offset + 1], bytes[offset])
      return UInt16(high) << 8 | UInt16(low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static let specials = Array(
    "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}"
      .unicodeScalars)
}
