import CPangoCairo
import FibreDiagrams
import Foundation

/// A PDF in the making: text and boxes in points, from the top left corner of each page.
final class PDFCanvas {
  /// How a text looks and how wide it may run.
  struct TextStyle {
    var size: Double
    var isBold = false
    var isRight = false
    /// `0xRRGGBB`.
    var colour: UInt32 = 0
  }

  private final class Output {
    var bytes: [UInt8] = []
  }

  /// A text set in type; its colour is that of the moment it is drawn.
  private struct Setting: Hashable {
    let text: String
    let size: Double
    let isBold: Bool
    let isRight: Bool
    /// Nothing for a text on one line.
    let width: Double?
  }

  private let output: Output
  private let surface: OpaquePointer
  let context: OpaquePointer
  private let fonts: [Bool: OpaquePointer]
  /// Tables say the same words over and over: setting each once saves a quarter of the time (9 190 splice lines).
  private var layouts: [Setting: (layout: OpaquePointer, height: Double)] = [:]

  /// Starts a document.
  ///
  /// - Parameter date: Seconds since 1970 that stand as the date of making.
  convenience init(width: Double, height: Double, title: String, date: Int) throws(DeliverableError) {
    let output = Output()
    let target = Unmanaged.passUnretained(output).toOpaque()
    let surface = cairo_pdf_surface_create_for_stream(Self.append, target, width, height)
    try self.init(surface, output, title: title)
    let stamp = Date(timeIntervalSince1970: TimeInterval(date)).ISO8601Format()
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, stamp)
  }

  /// Starts a picture on white paper.
  ///
  /// - Parameter scale: Dots a point.
  convenience init(pictureWidth width: Double, height: Double, scale: Double) throws(DeliverableError) {
    let size = (width: Int32((width * scale).rounded(.up)), height: Int32((height * scale).rounded(.up)))
    try self.init(cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height), Output(), title: "PNG")
    cairo_scale(context, scale, scale)
    fill(0xffffff, x: 0, y: 0, width: width, height: height)
  }

  private init(_ surface: OpaquePointer?, _ output: Output, title: String) throws(DeliverableError) {
    guard let surface, let context = cairo_create(surface),
      let plain = pango_font_description_from_string("DejaVu Sans"),
      let bold = pango_font_description_from_string("DejaVu Sans Bold")
    else { throw .failed(.compose, path: title, errno: errno) }
    self.output = output
    self.surface = surface
    self.context = context
    fonts = [false: plain, true: bold]
  }

  private static let append: cairo_write_func_t = { target, data, count in
    guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<Output>.fromOpaque(target).takeUnretainedValue().bytes
      .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }

  deinit {
    for font in fonts.values { pango_font_description_free(font) }
    for set in layouts.values { fn_layout_free(set.layout) }
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Ends the document and gives its bytes. It must not be used afterwards.
  func bytes() throws(DeliverableError) -> [UInt8] {
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(.compose, path: "PDF", errno: Int32(bitPattern: status.rawValue))
    }
    return output.bytes
  }

  /// Ends the picture and gives it as PNG. It must not be used afterwards.
  func png() throws(DeliverableError) -> [UInt8] {
    let status = cairo_surface_write_to_png_stream(surface, Self.append, Unmanaged.passUnretained(output).toOpaque())
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(.compose, path: "PNG", errno: Int32(bitPattern: status.rawValue))
    }
    return output.bytes
  }

  func endPage() { cairo_show_page(context) }

  /// The height of a text broken to a width.
  func height(of text: String, style: TextStyle, width: Double) -> Double {
    text.isEmpty ? 0 : set(text, style: style, width: width)?.height ?? 0
  }

  /// Writes a text broken to a width; what passes the height ends in an ellipsis.
  func write(_ text: String, style: TextStyle, x: Double, y: Double, width: Double, height: Double) {
    guard !text.isEmpty, let set = set(text, style: style, width: width) else { return }
    setColour(style.colour)
    cairo_move_to(context, x, y)
    // A hair of tolerance, or the last line of a text that just fits would go.
    let isTooHigh = set.height > height + 0.5
    if isTooHigh { pango_layout_set_height(set.layout, Int32(height * Double(PANGO_SCALE))) }
    pango_cairo_show_layout(context, set.layout)
    if isTooHigh { pango_layout_set_height(set.layout, Int32.max) }
  }

  /// Writes a text of a drawing on one line.
  func write(_ text: DrawnText) {
    let style = TextStyle(size: text.size, isBold: text.isBold)
    guard !text.text.isEmpty, let set = set(text.text, style: style, width: nil) else { return }
    setColour(text.colour)
    var size = (width: Int32(0), height: Int32(0))
    pango_layout_get_size(set.layout, &size.width, &size.height)
    let width = Double(size.width) / Double(PANGO_SCALE)
    let shift: Double =
      switch text.anchor {
      case .start: 0
      case .middle: width / 2
      case .end: width
      }
    let base = Double(pango_layout_get_baseline(set.layout)) / Double(PANGO_SCALE)
    cairo_move_to(context, text.spot.x - shift, text.spot.y - base)
    pango_cairo_show_layout(context, set.layout)
  }

  /// Fills a box.
  func fill(_ colour: UInt32, x: Double, y: Double, width: Double, height: Double) {
    setColour(colour)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
  }

  /// Draws boxes side by side with hair lines, in one stroke; `edges` are their left edges and the last right one.
  func frame(edges: [Double], y: Double, height: Double) {
    setColour(0x808080)
    cairo_set_line_width(context, 0.4)
    for (left, right) in zip(edges, edges.dropFirst()) { cairo_rectangle(context, left, y, right - left, height) }
    cairo_stroke(context)
  }

  private func set(_ text: String, style: TextStyle, width: Double?) -> (layout: OpaquePointer, height: Double)? {
    let key = Setting(text: text, size: style.size, isBold: style.isBold, isRight: style.isRight, width: width)
    if let known = layouts[key] { return known }
    guard let font = fonts[style.isBold], let layout = pango_cairo_create_layout(context) else { return nil }
    // Points, not the points of a screen of 96 dots an inch.
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_layout_set_alignment(layout, style.isRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
    pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1)
    pango_layout_set_height(layout, Int32.max)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_ellipsize(layout, width == nil ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END)
    if width == nil { pango_layout_set_single_paragraph_mode(layout, 1) }
    // A hyphen put into a broken code would make another code of it.
    fn_layout_set_no_hyphens(layout)
    pango_layout_set_text(layout, text, -1)
    var size = (width: Int32(0), height: Int32(0))
    pango_layout_get_size(layout, &size.width, &size.height)
    layouts[key] = (layout, Double(size.height) / Double(PANGO_SCALE))
    return layouts[key]
  }

  func setColour(_ colour: UInt32) {
    let part = { (shift: UInt32) in Double(colour >> shift & 0xFF) / 255 }
    cairo_set_source_rgb(context, part(16), part(8), part(0))
  }
}
