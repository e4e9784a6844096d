import CGDAL
import Foundation

/// The bytes of a file in pieces, so that a large one never stands in memory as a whole.
///
/// A file compressed as ZIP or gzip is read as what is in it; a ZIP must hold one file.
public final class ByteStream {
  private let path: String
  private let handle: UnsafeMutablePointer<VSILFILE>

  /// Opens a file.
  public init(reading path: String) throws(FormatError) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingFile(path: path) }
    self.path = path
    handle = try GDALLibrary.quietly { () throws(FormatError) in
      let inner = try Self.uncompressed(path)
      guard let handle = VSIFOpenL(inner, "rb") else { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
      return handle
    }
  }

  /// The next bytes, at most so many; none at the end.
  public func read(_ count: Int) throws(FormatError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let (read, hasFailed) = GDALLibrary.quietly {
      let read = bytes.withUnsafeMutableBytes { VSIFReadL($0.baseAddress, 1, count, handle) }
      return (read, GDALLibrary.hasFailed)
    }
    guard !hasFailed else { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
    bytes.removeLast(count - read)
    return bytes
  }

  /// The name under which GDAL finds the content.
  private static func uncompressed(_ path: String) throws(FormatError) -> String {
    guard let plain = VSIFOpenL(path, "rb") else { throw .unreadable(path: path, reason: GDALLibrary.lastMessage) }
    defer { VSIFCloseL(plain) }
    var mark = [UInt8](repeating: 0, count: 4)
    let read = mark.withUnsafeMutableBytes { VSIFReadL($0.baseAddress, 1, 4, plain) }
    if read == 4, mark == [0x50, 0x4B, 0x03, 0x04] { return try onlyFile(inZip: path) }
    if read >= 2, mark[0] == 0x1F, mark[1] == 0x8B { return "/vsigzip/" + path }
    return path
  }

  private static func onlyFile(inZip path: String) throws(FormatError) -> String {
    let root = "/vsizip/{\(path)}"
    let list = VSIReadDirRecursive(root)
    defer { CSLDestroy(list) }
    let names = (0..<Int(CSLCount(list))).compactMap { list?[$0].map { String(cString: $0) } }
    let files = names.filter { !$0.hasSuffix("/") }
    guard files.count == 1 else { throw .severalFiles(path: path, count: files.count) }
    return root + "/" + files[0]
  }

  deinit {
    VSIFCloseL(handle)
  }
}
