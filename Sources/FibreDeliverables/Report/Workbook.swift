import CXlsxWriter
import FibreModel
import Foundation

/// A workbook in the making; formats belong to it and are made once each.
final class Workbook {
  typealias Handle = UnsafeMutablePointer<lxw_workbook>
  typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  private let path: String
  private let handle: Handle
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var sheetNames: Set<String> = []

  /// How a cell looks.
  struct CellStyle: Hashable {
    var background: UInt32?
    var text: UInt32 = 0
    var isStrong = false
    var isHeading = false
    var isTitle = false
    var isRight = false
    var hasBorder = false
    /// Decimals shown; nothing for text.
    var decimals: Int?
  }

  /// Starts a workbook in a file of the system's temporary folder; the library writes to files only.
  init(title: String, date: Int) throws(DeliverableError) {
    precondition(date > 0, "the library takes 0 for the time of the clock")
    path = FileManager.default.temporaryDirectory.appendingPathComponent("epissure-\(UUID().uuidString).xlsx").path
    guard let handle = workbook_new(path) else { throw .failed(.compose, path: path, errno: errno) }
    self.handle = handle
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(date)
      workbook_set_properties(handle, &properties)
    }
  }

  /// Ends the workbook and gives its bytes. It must not be used afterwards.
  func bytes() throws(DeliverableError) -> [UInt8] {
    let result = workbook_close(handle)
    defer { unlink(path) }
    guard result == LXW_NO_ERROR else {
      throw .failed(.compose, path: path, errno: Int32(bitPattern: result.rawValue))
    }
    guard let data = FileManager.default.contents(atPath: path) else { throw .failed(.read, path: path, errno: errno) }
    return Array(data)
  }

  /// Adds a sheet; its name is cut and mended to what spreadsheets accept.
  func addSheet(_ name: String) throws(DeliverableError) -> Sheet {
    var mended = String(name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(28))
    var number = 2
    while !sheetNames.insert(mended.lowercased()).inserted {
      mended = String(mended.prefix(25)) + "~\(number)"
      number += 1
    }
    guard let sheet = workbook_add_worksheet(handle, mended) else { throw .failed(.compose, path: path, errno: errno) }
    return sheet
  }

  /// The format of a style.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(handle) else { return nil }
    // Arial, or what has its widths, is found on every desk.
    format_set_font_name(format, "Arial")
    format_set_font_size(format, style.isTitle ? 14 : 9)
    if style.hasBorder || style.isHeading { format_set_text_wrap(format) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.isTitle || style.isHeading || style.isStrong { format_set_bold(format) }
    if style.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if style.hasBorder || style.isHeading { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let background = style.background {
      format_set_bg_color(format, background)
      // The library takes 0 for "not set".
      format_set_font_color(format, style.text == 0 ? 0x000001 : style.text)
    }
    if let decimals = style.decimals {
      format_set_num_format(format, decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals))
    }
    formats[style] = format
    return format
  }
}
