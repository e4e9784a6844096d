import CQREncode
import FibreDiagrams
import FibreModel

/// By which a sheet is known: revision, night and place, and a fingerprint of the work that it asks for.
///
/// Two sheets with the same mark ask for the same work, whatever their language.
struct RevisionMark: Hashable {
  /// `R1-N13-BPE-AMI-001-7F3A09C2`.
  let text: String

  /// Makes the mark of a list: FNV-1a (32 bits) over its lines.
  init(of list: SpliceList) {
    var hash: UInt32 = 0x811c_9dc5
    for byte in list.csvLines(.english).utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(hash, radix: 16, uppercase: true)
    text =
      "R\(list.revision)-N\(list.night)-\(list.place)-" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// The mark as a QR code of a side in points, its quiet zone of four modules included.
  ///
  /// Level M: a sheet with a raindrop of 15 % on the code can still be read (ISO/IEC 18004).
  func code(side: Double) throws(DeliverableError) -> Drawing {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      throw .failed(.compose, path: text, errno: 0)
    }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    let module = side / Double(width + 8)
    var drawing = Drawing(width: side, height: side)
    drawing.add(.box(Frame(x: 0, y: 0, width: side, height: side), fill: 0xffffff, pen: nil))
    for row in 0..<width {
      var column = 0
      while column < width {
        var end = column
        while end < width, code.pointee.data[row * width + end] & 1 == 1 { end += 1 }
        if end > column {
          let frame = Frame(
            x: Double(column + 4) * module, y: Double(row + 4) * module, width: Double(end - column) * module,
            height: module)
          drawing.add(.box(frame, fill: 0, pen: nil))
        }
        column = max(end, column + 1)
      }
    }
    return drawing
  }
}
