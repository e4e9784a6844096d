import CGraphviz
import Synchronization

/// What a drawing can be written as.
public enum DrawingFormat: String, Hashable, Sendable, CaseIterable {
  case dot, svg, pdf, png
}

/// Why Graphviz drew nothing; the message is Graphviz' own.
public enum GraphvizError: Error, Hashable, Sendable {
  /// The text is no DOT.
  case unreadable(message: String)
  case noLayout(engine: String, message: String)
  case notDrawn(format: DrawingFormat, message: String)
}

/// Draws DOT text with the Graphviz library.
///
/// Graphviz keeps state of its own and crashes when two threads use it, so that drawings wait for one another.
public enum Graphviz {
  private static let turn = Mutex(())

  /// Draws a DOT text, with the layout engine that the text names (`layout=neato`), else with `dot`.
  ///
  /// The same text gives the same bytes. What Graphviz only warns of, such as an unknown colour, is refused too.
  public static func render(_ text: String, as format: DrawingFormat) throws(GraphvizError) -> [UInt8] {
    guard format != .dot else { return Array(text.utf8) }
    return try turn.withLock { (_) throws(GraphvizError) -> [UInt8] in
      let previous = agseterrf { piece in
        if let piece { capturedMessage.withLock { $0 += String(cString: piece) } }
        return 0
      }
      defer { agseterrf(previous) }
      capturedMessage.withLock { $0 = "" }
      let bytes = try draw(text, format)
      return format == .pdf ? withoutDate(bytes) : bytes
    }
  }

  private static func draw(_ text: String, _ format: DrawingFormat) throws(GraphvizError) -> [UInt8] {
    guard let graph = agmemread(text) else { throw .unreadable(message: message()) }
    defer { agclose(graph) }
    guard let context = gvContext() else { throw .noLayout(engine: "", message: message()) }
    defer { gvFreeContext(context) }
    let engine = epissure_graph_attribute(graph, "layout").map { String(cString: $0) } ?? ""
    let laidOut = gvLayout(context, graph, engine.isEmpty ? "dot" : engine)
    guard laidOut == 0, message().isEmpty else {
      if laidOut == 0 { gvFreeLayout(context, graph) }
      throw .noLayout(engine: engine, message: message())
    }
    defer { gvFreeLayout(context, graph) }
    var data: UnsafeMutablePointer<CChar>?
    var count: UInt32 = 0
    let drawn = gvRenderData(context, graph, format.rawValue, &data, &count)
    defer { if let data { gvFreeRenderData(data) } }
    guard drawn == 0, message().isEmpty, let data, count > 0 else {
      throw .notDrawn(format: format, message: message())
    }
    return UnsafeRawBufferPointer(start: data, count: Int(count)).map { $0 }
  }

  private static func message() -> String { capturedMessage.withLock { $0 } }

  /// Cairo 1.16 writes the moment of drawing into a PDF; another date of the same length keeps every offset right.
  private static func withoutDate(_ bytes: [UInt8]) -> [UInt8] {
    let mark = Array("/CreationDate (D:".utf8)
    let limit = bytes.count - mark.count
    guard limit > 0, let start = (0..<limit).last(where: { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) })
    else { return bytes }
    var result = bytes
    var position = start + mark.count
    for digit in "20000101000000".utf8 where position < result.count && (0x30...0x39).contains(result[position]) {
      result[position] = digit
      position += 1
    }
    // The zone of the machine that drew it: `Z`, or `+01'00`.
    while position < result.count, result[position] != UInt8(ascii: ")") {
      if (0x30...0x39).contains(result[position]) { result[position] = UInt8(ascii: "0") }
      if result[position] == UInt8(ascii: "-") { result[position] = UInt8(ascii: "+") }
      position += 1
    }
    return result
  }
}

/// What Graphviz said during the drawing under way; it comes in pieces (`Error`, `: `, text).
private let capturedMessage = Mutex("")
