import Foundation
import RouteEngine

/// The files of one graph with its queries and, where there are, its nodes' places.
struct GraphFiles {
  let graph: String
  let queries: String
  let places: String?

  /// The graph's file name without its ending.
  var name: String {
    let file = URL(fileURLWithPath: graph).lastPathComponent
    return file.hasSuffix(".gr") ? String(file.dropLast(3)) : file
  }

  /// Reads and builds the graph, a block of text at a time.
  func loadGraph() throws(GraphTaskFault) -> CSRGraph {
    var reader = DIMACSGraphReader()
    do {
      try forEachBlock(of: graph) { block throws(DIMACSFault) in try reader.read(block) }
      return try reader.graph()
    } catch let fault as DIMACSFault {
      throw .text(file: graph, fault)
    } catch {
      throw .unreadable(file: graph, Self.obstacle(at: graph))
    }
  }

  func loadQueries(nodeCount: Int) throws(GraphTaskFault) -> [(source: UInt32, target: UInt32)] {
    let queries = try load(queries) { text throws(DIMACSFault) in
      try DIMACSLists.queries(text, nodeCount: nodeCount)
    }
    if queries.isEmpty { throw .noQuery(file: self.queries) }
    return queries
  }

  /// The nodes' places in tenths of a metre on a plane that fits their middle latitude.
  func loadPlaces(nodeCount: Int) throws(GraphTaskFault) -> [PlanePoint]? {
    guard let places else { return nil }
    let globe = try load(places) { text throws(DIMACSFault) in try DIMACSLists.places(text, nodeCount: nodeCount) }
    let middle = globe.reduce(0.0) { $0 + Double($1.latitude) } / Double(max(1, globe.count)) * 1e-6
    let north = 1.113_2
    let east = north * cos(middle * .pi / 180)
    return globe.map {
      PlanePoint(x: Int32(Double($0.longitude) * east), y: Int32(Double($0.latitude) * north))
    }
  }

  private func load<Value>(
    _ file: String, _ parse: (Span<UInt8>) throws(DIMACSFault) -> Value
  ) throws(GraphTaskFault) -> Value {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw .unreadable(file: file, Self.obstacle(at: file))
    }
    do {
      return try parse(bytes.span)
    } catch {
      throw .text(file: file, error)
    }
  }

  /// Why a file can't be read, in words.
  private static func obstacle(at path: String) -> String {
    var isFolder: ObjCBool = false
    if path.isEmpty { return "no file is named" }
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "there is no such file" }
    return isFolder.boolValue ? "this is a folder, not a file" : "the file can't be read"
  }

  /// Hands out a file in blocks that end with a line.
  private func forEachBlock(of file: String, _ body: (Span<UInt8>) throws -> Void) throws {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    defer { handle.closeFile() }
    var pending: [UInt8] = []
    while let data = try handle.read(upToCount: 1 << 18), !data.isEmpty {
      let newline = UInt8(ascii: "\n")
      guard let first = data.firstIndex(of: newline), let last = data.lastIndex(of: newline) else {
        pending += data
        continue
      }
      pending += data[...first]
      try body(pending.span)
      if first < last { try body(data.span.extracting((first + 1)..<(last + 1))) }
      pending = Array(data[(last + 1)...])
    }
    if !pending.isEmpty { try body(pending.span) }
  }
}
