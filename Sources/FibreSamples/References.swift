/// Hardware references, one for each design met.
struct References {
  private(set) var designs: [(kind: String, design: String)] = []
  private var codes: [String: String] = [:]

  /// The code of a design of a kind of `l_reference_type`.
  mutating func code(_ kind: String, _ design: String) -> String {
    if let known = codes["\(kind) \(design)"] { return known }
    designs.append((kind, design))
    let code = "RF-" + padded(designs.count, 3)
    codes["\(kind) \(design)"] = code
    return code
  }
}

/// A whole number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  let missing = width - digits.utf8.count
  return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}

/// A length as hundredths, written with a decimal point.
func hundredths(_ metres: Double) -> String {
  let whole = Int((metres * 100).rounded())
  return "\(whole / 100).\(padded(whole % 100, 2))"
}
