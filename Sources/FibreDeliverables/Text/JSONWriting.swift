extension JSONValue {
  /// The document as text: keys in order, two blanks a level, what holds no further level on one line; a line end at the end.
  ///
  /// One fact a line keeps a plan of thousands of steps readable, and its differences short.
  public var text: String {
    var output = ""
    write(into: &output, indent: 0)
    return output + "\n"
  }

  private var isFlat: Bool {
    switch self {
    case .array(let items): !items.contains { $0.isNested }
    case .object(let members): !members.values.contains { $0.isNested }
    default: true
    }
  }

  private var isNested: Bool {
    switch self {
    case .array(let items): !items.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }

  private func write(into output: inout String, indent: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .number(let digits): output += digits
    case .string(let text): Self.quote(text, into: &output)
    case .array(let items):
      Self.block("[", "]", items, flat: isFlat, indent, &output) { $1.write(into: &$0, indent: indent + 1) }
    case .object(let members):
      Self.block("{", "}", members.sorted { $0.key < $1.key }, flat: isFlat, indent, &output) { output, member in
        Self.quote(member.key, into: &output)
        output += ":"
        member.value.write(into: &output, indent: indent + 1)
      }
    }
  }

  private static func block<Item>(
    _ opening: String, _ closing: String, _ items: [Item], flat: Bool, _ indent: Int, _ output: inout String,
    write: (inout String, Item) -> Void
  ) {
    let lineEnd = { (depth: Int) in flat ? "" : "\n" + String(repeating: "  ", count: depth) }
    output += opening
    for (position, item) in items.enumerated() {
      output += (position == 0 ? "" : flat ? ", " : ",") + lineEnd(indent + 1)
      write(&output, item)
    }
    output += lineEnd(indent) + closing
  }

  private static func quote(_ text: String, into output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
