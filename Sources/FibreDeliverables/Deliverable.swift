import Foundation

/// A file that people receive: its name and its bytes.
public struct Deliverable: Hashable, Sendable {
  /// Below the folder it is written to; parts of a path are parted by `/`.
  public let name: String
  public let bytes: [UInt8]

  /// Makes a file of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a file of UTF-8 text.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// Writes the file into a folder, which is made when it is not there.
  public func write(to folder: String) throws(DeliverableError) { try [self].write(to: folder) }

  /// Writes the bytes to a file of another name, down to the disk; errors name the file that it is to become.
  func write(to folder: String, as draft: String) throws(DeliverableError) {
    let path = folder + "/" + name
    try Self.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw .failed(.open, path: path, errno: errno) }
    defer { close(file) }
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw .failed(.write, path: path, errno: errno) }
      start += written
    }
    guard fsync(file) == 0 else { throw .failed(.flush, path: path, errno: errno) }
  }

  private static func makeFolder(_ path: String) throws(DeliverableError) {
    var isFolder: ObjCBool = false
    guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue else { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .failed(.makeFolder, path: path, errno: errno)
    }
  }

  /// A part of a file name for a code: letters, digits, `.`, `_` and `-` as they are, all else as `~` and its number in
  /// hexadecimal, so that two codes never share a name.
  static func fileName(_ code: String) -> String {
    var name = ""
    for scalar in code.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": name.unicodeScalars.append(scalar)
      default: name += "~" + String(scalar.value, radix: 16)
      }
    }
    return name
  }
}

extension [Deliverable] {
  /// Writes the files into a folder, which is made when it is not there; other files in it stay.
  ///
  /// All bytes go to files beside them, to the disk, and only then under their names: when the disk is full, or the
  /// process dies before that, no file has changed.
  public func write(to folder: String) throws(DeliverableError) {
    guard !folder.isEmpty, allSatisfy({ !$0.name.isEmpty && $0.name.last != "/" }) else { throw .noName }
    var drafts: [(draft: String, path: String)] = []
    let isNew = !FileManager.default.fileExists(atPath: folder)
    do throws(DeliverableError) {
      for file in self {
        let path = folder + "/" + file.name
        drafts.append((path + ".part", path))
        try file.write(to: folder, as: path + ".part")
      }
      for (draft, path) in drafts {
        guard rename(draft, path) == 0 else { throw .failed(.rename, path: path, errno: errno) }
      }
    } catch {
      for (draft, _) in drafts { unlink(draft) }
      // Nothing happens to a folder that holds something.
      if isNew { rmdir(folder) }
      throw error
    }
  }
}

/// Why a file could not be made.
public enum DeliverableError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Operation: String, Hashable, Sendable {
    case makeFolder, open, write, flush, rename, read
    /// libxlsxwriter, cairo or pango could not make the document.
    case compose
  }

  /// `errno` is the system's number for the reason; for `compose` that of the library.
  case failed(Operation, path: String, errno: Int32)
  /// The name of the folder or of a file is empty.
  case noName
}
