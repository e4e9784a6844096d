import CGDAL
import Foundation

/// A workbook as GDAL is to open it: an OpenDocument one that has merged cells as a copy of its content in memory, with
/// the cells that others cover made plain empty ones; any other as it is.
///
/// GDAL 3.6 counts a run of covered cells as one, so that all cells behind it in the row come under wrong headings.
struct WorkbookForGDAL: ~Copyable {
  /// What GDAL opens.
  let path: String
  private let copy: String?

  /// Greatest content that is read, unpacked; a million cells take a tenth of it.
  private static let limit: GIntBig = 1 << 30
  private static let covered = Array("table:covered-table-cell".utf8)
  /// As long; blanks may stand behind the name of an element.
  private static let plain = Array("table:table-cell        ".utf8)

  init(_ path: String) throws(FormatError) {
    copy = path.lowercased().hasSuffix(".ods") ? try Self.mendedCopy(of: path) : nil
    self.path = copy.map { "ODS:" + $0 } ?? path
  }

  deinit {
    if let copy { VSIUnlink(copy) }
  }

  /// The name of a mended copy; nothing for a workbook without merged cells.
  private static func mendedCopy(of path: String) throws(FormatError) -> String? {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count: vsi_l_offset = 0
    guard VSIIngestFile(nil, "/vsizip/{\(path)}/content.xml", &bytes, &count, limit) != 0, let bytes else {
      throw .unreadable(path: path, reason: GDALLibrary.lastMessage)
    }
    guard uncover(in: UnsafeMutableBufferPointer(start: bytes, count: Int(count))) else {
      VSIFree(bytes)
      return nil
    }
    let copy = "/vsimem/epissure-\(UUID().uuidString)/content.xml"
    guard let handle = VSIFileFromMemBuffer(copy, bytes, count, 1) else {
      VSIFree(bytes)
      throw .unreadable(path: path, reason: GDALLibrary.lastMessage)
    }
    VSIFCloseL(handle)
    return copy
  }

  /// Makes covered cells plain ones, in place; whether there were any.
  private static func uncover(in content: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    var isChanged = false
    var place = 0
    while place + covered.count <= content.count {
      if content[place] == covered[0], content[place..<place + covered.count].elementsEqual(covered) {
        for (offset, byte) in plain.enumerated() { content[place + offset] = byte }
        isChanged = true
        place += covered.count
      } else {
        place += 1
      }
    }
    return isChanged
  }
}
