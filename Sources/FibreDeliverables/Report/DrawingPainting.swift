import CPangoCairo
import FibreDiagrams

extension PDFCanvas {
  /// Paints a drawing with its corner at a place of the page.
  func paint(_ drawing: Drawing, x: Double = 0, y: Double = 0) {
    cairo_save(context)
    cairo_translate(context, x, y)
    for mark in drawing.marks { paint(mark) }
    cairo_restore(context)
  }

  private func paint(_ mark: DrawingMark) {
    switch mark {
    case .line(let spots, let pen):
      trace(spots)
      stroke(pen)
    case .curve(let a, let b, let c, let d, let pen):
      cairo_move_to(context, a.x, a.y)
      cairo_curve_to(context, b.x, b.y, c.x, c.y, d.x, d.y)
      stroke(pen)
    case .box(let frame, let fill, let pen):
      cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height)
      finish(fill, pen)
    case .disc(let centre, let radius, let fill, let pen):
      cairo_new_sub_path(context)
      cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
      finish(fill, pen)
    case .area(let spots, let fill):
      trace(spots)
      cairo_close_path(context)
      finish(fill, nil)
    case .text(let text): write(text)
    }
  }

  private func trace(_ spots: [Spot]) {
    guard let first = spots.first else { return }
    cairo_move_to(context, first.x, first.y)
    for spot in spots.dropFirst() { cairo_line_to(context, spot.x, spot.y) }
  }

  private func finish(_ fill: UInt32?, _ pen: Pen?) {
    if let fill {
      setColour(fill)
      if pen == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let pen { stroke(pen) } else { cairo_new_path(context) }
  }

  private func stroke(_ pen: Pen) {
    setColour(pen.colour)
    cairo_set_line_width(context, pen.width)
    let dash = pen.dash.pattern.map { $0 * pen.width }
    cairo_set_dash(context, dash, Int32(dash.count), 0)
    cairo_stroke(context)
    cairo_set_dash(context, nil, 0, 0)
  }
}
