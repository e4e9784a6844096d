/// A rectangle on the page that must not cover another: a place with its label, or the label of a cable.
struct PageBox {
  var centre: PagePoint
  let width: Double
  let height: Double

  /// How far two boxes reach into each other on each axis, a margin included; nothing when they don't touch.
  func overlap(_ other: PageBox, margin: Double) -> (x: Double, y: Double)? {
    let x = (width + other.width) / 2 + margin - abs(centre.x - other.centre.x)
    let y = (height + other.height) / 2 + margin - abs(centre.y - other.centre.y)
    return x > 0.01 && y > 0.01 ? (x, y) : nil
  }

  /// Whether another box lies beside this one rather than above or below, in widths and heights of both.
  func liesBeside(_ other: PageBox) -> Bool {
    abs(centre.x - other.centre.x) * (height + other.height) > abs(centre.y - other.centre.y) * (width + other.width)
  }
}

extension [PageBox] {
  /// Boxes moved apart until none covers another, or 400 rounds have passed; O(n²) a round.
  ///
  /// - Parameter isCrowd: Two boxes of a crowd part to the side on which they lie, measured in widths and heights of
  ///   boxes, so that a town of them grows evenly; otherwise they part along the shorter way, and nearly all keep their
  ///   places.
  func spread(margin: Double, isCrowd: Bool = false) -> [PageBox] {
    var boxes = self
    for _ in 0..<400 {
      var hasMoved = false
      for one in boxes.indices {
        for other in boxes.indices.dropFirst(one + 1) {
          guard let overlap = boxes[one].overlap(boxes[other], margin: margin) else { continue }
          hasMoved = true
          let way = boxes[other].centre - boxes[one].centre
          let push =
            (isCrowd ? boxes[one].liesBeside(boxes[other]) : overlap.x < overlap.y)
            ? PagePoint(x: way.x < 0 ? -overlap.x : overlap.x, y: 0)
            : PagePoint(x: 0, y: way.y < 0 ? -overlap.y : overlap.y)
          boxes[one].centre = boxes[one].centre - push.scaled(0.5)
          boxes[other].centre = boxes[other].centre + push.scaled(0.5)
        }
      }
      if !hasMoved { break }
    }
    return boxes
  }
}

/// The size of text in DejaVu Sans, near enough to keep labels apart.
enum TextSize {
  /// Width and height of a text in points. Source: advance widths of DejaVu Sans, in thousandths of the size.
  static func points(_ text: String, size: Double, isBold: Bool = false) -> (width: Double, height: Double) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let widest = lines.map { $0.unicodeScalars.reduce(0.0) { $0 + advance($1) } }.max() ?? 0
    return (widest * size * (isBold ? 1.12 : 1), Double(lines.count) * size * 1.2)
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "'", "|": 0.29
    case " ", ",", ".", "f", "t", "r", "-", ":", ";", "(", ")", "/": 0.36
    case "m", "M", "w", "W", "@", "%", "–", "—": 0.95
    case "A"..."Z": 0.70
    default: 0.63
    }
  }
}
