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
      return format == .pdf ? PDFDate.fixed(in: bytes) : bytes
    }
  }

  /// Draws a DOT text that is held as bytes.
  public static func render(_ text: [UInt8], as format: DrawingFormat) throws(GraphvizError) -> [UInt8] {
    format == .dot ? text : try render(String(decoding: text, as: UTF8.self), as: format)
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
}

/// What Graphviz said during the drawing under way; it comes in pieces (`Error`, `: `, text).
private let capturedMessage = Mutex("")
