import Foundation
import Testing

@testable import FibreDiagrams

@Suite struct GraphvizTests {
  private static let drawing = "graph \"small\" { node [fontname=\"DejaVu Sans\"]; a -- \"é\" }"

  @Test(arguments: DrawingFormat.allCases) func theSameTextGivesTheSameBytes(_ format: DrawingFormat) throws {
    let first = try Graphviz.render(Self.drawing, as: format)
    // Past the next second, so that a time stamp would show.
    Thread.sleep(forTimeInterval: format == .pdf ? 1.1 : 0)
    #expect(try Graphviz.render(Self.drawing, as: format) == first)
  }

  @Test(arguments: [
    (DrawingFormat.svg, Array("<?xml".utf8)), (.pdf, Array("%PDF".utf8)), (.png, [0x89, 0x50, 0x4e, 0x47]),
  ])
  func aDrawingStartsAsItsFormatDoes(_ format: DrawingFormat, _ start: [UInt8]) throws {
    #expect(try Graphviz.render(Self.drawing, as: format).starts(with: start))
  }

  @Test func whatIsNoDOTIsRefusedAndTheNextDrawingStillWorks() throws {
    #expect {
      try Graphviz.render("graph { a -- ", as: .svg)
    } throws: { error in
      guard case GraphvizError.unreadable(let message) = error else { return false }
      return message.contains("syntax error")
    }
    #expect(try Graphviz.render(Self.drawing, as: .svg).starts(with: Array("<?xml".utf8)))
  }

  @Test(arguments: [
    "graph \"c\" { a [color=\"nosuchcolour\"] }", "graph \"h\" { a [label=<<TABLE><TR></TABLE>>] }",
    "graph \"l\" { layout=\"nosuchengine\"; a }",
  ])
  func whatGraphvizOnlyWarnsOfIsRefusedWithItsMessage(_ text: String) {
    #expect {
      try Graphviz.render(text, as: .svg)
    } throws: { error in
      switch error {
      case GraphvizError.noLayout(_, let message), GraphvizError.notDrawn(_, let message): !message.isEmpty
      default: false
      }
    }
  }

  @Test func manyThreadsMayDrawAtOnce() async throws {
    let expected = try Graphviz.render(Self.drawing, as: .svg)
    let drawings = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          do { return try Graphviz.render(Self.drawing, as: .svg) == expected } catch { return false }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(drawings.count == 16 && drawings.allSatisfy { $0 })
  }

  // MARK: Dates in PDF

  /// A file of three objects, the second with the date, and its table of offsets.
  private func file(date: String) -> [UInt8] {
    var text = "%PDF-1.5\n"
    var offsets: [Int] = []
    for body in ["<< /Type /Pages >>", "<< /Producer (x)\n   /CreationDate (D:\(date))\n>>", "<< /Type /Catalog >>"] {
      offsets.append(text.utf8.count)
      text += "\(offsets.count) 0 obj\n\(body)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 4\n0000000000 65535 f \n"
    for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    return Array((text + "trailer\n<< /Size 4 >>\nstartxref\n\(table)\n%%EOF\n").utf8)
  }

  @Test(arguments: ["20261121084328Z", "20261121094328+01'00", "20001231235959-09'30"])
  func theMomentAndTheZoneOfDrawingDoNotShow(_ date: String) {
    #expect(PDFDate.fixed(in: file(date: date)) == file(date: "20000101000000Z"))
  }

  @Test func aFileWithoutADateStaysAsItIs() {
    let bytes = Array("%PDF-1.5\nno date here\n".utf8)
    #expect(PDFDate.fixed(in: bytes) == bytes)
  }
}
