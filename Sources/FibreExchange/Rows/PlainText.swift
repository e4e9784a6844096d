/// Text without what senders write in different ways: capitals without accents, single blanks.
enum PlainText {
  /// `Déployé`, in UTF-8 or Latin-1, becomes `DEPLOYE`; `raccordable  demande` becomes `RACCORDABLE DEMANDE`; signs that
  /// join words (`_`, `-`, `'`) are blanks.
  static func upper(_ bytes: some Sequence<UInt8>) -> String {
    var letters: [UInt8] = []
    var previous: UInt8 = 0
    for byte in bytes {
      defer { previous = byte }
      switch byte {
      case 0x61...0x7A: letters.append(byte - 0x20)
      case 0x30...0x39, 0x41...0x5A: letters.append(byte)
      // The second byte of a letter in UTF-8 is 0x40 less than the letter in Latin-1.
      case 0x80...0xBF where previous == 0xC3: letters.append(plain(byte + 0x40) ?? UInt8(ascii: "?"))
      case 0xC3: break
      case 0xC0...0xFF: letters.append(plain(byte) ?? UInt8(ascii: "?"))
      default: if let last = letters.last, last != 0x20 { letters.append(0x20) }
      }
    }
    if letters.last == 0x20 { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The letter under an accent, for the letters of Latin-1 that French has.
  private static func plain(_ latin: UInt8) -> UInt8? {
    switch latin | 0x20 {
    case 0xE0...0xE5: UInt8(ascii: "A")
    case 0xE7: UInt8(ascii: "C")
    case 0xE8...0xEB: UInt8(ascii: "E")
    case 0xEC...0xEF: UInt8(ascii: "I")
    case 0xF2...0xF6: UInt8(ascii: "O")
    case 0xF9...0xFC: UInt8(ascii: "U")
    default: nil
    }
  }

  /// The text of bytes that are UTF-8, or else Latin-1.
  static func text(_ bytes: some Collection<UInt8>) -> (text: String, isUTF8: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, true) }
    return (String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })), false)
  }
}
