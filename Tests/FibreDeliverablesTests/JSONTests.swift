import FibreModel
import Testing

@testable import FibreDeliverables

@Suite struct JSONTests {
  @Test func aDocumentReadsBackAsWritten() throws {
    let value = JSONValue.object([
      "z": .null, "a": .array([.bool(true), .bool(false), .integer(-3)]), "": .object([:]),
      "text": .string("é \" \\ \n\r\t \u{1} 🔌"), "nested": .array([.object(["n": .number("1.50")]), .array([])]),
    ])
    #expect(try JSONValue(reading: Array(value.text.utf8)) == value)
  }

  @Test func escapesAreRead() throws {
    let text = #"["\u00e9\ud83d\udd0c\/\b\f"]"#
    #expect(try JSONValue(reading: Array(text.utf8)) == .array([.string("é🔌/\u{8}\u{c}")]))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "01", "1.", "-", "+1", ".5", "1e", "nul", "\"a", "\"\\x\"", "\"\\u12g4\"",
    "\"\\ud800\"",
    "[1] 2", "{\"a\":1,}", "\"\u{1}\"", "{1:2}",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: JSONFault.self) { try JSONValue(reading: Array(text.utf8)) }
  }

  @Test func brokenUTF8AndBottomlessNestingAreRefused() {
    #expect(throws: JSONFault.self) { try JSONValue(reading: [0x22, 0xC3, 0x22]) }
    #expect(throws: JSONFault.self) { try JSONValue(reading: Array(String(repeating: "[", count: 100_000).utf8)) }
  }

  @Test func lengthsAndLossesKeepEveryDigit() {
    #expect(JSONValue.metres(Length(millimetres: 10_432_100)) == .number("10432.1"))
    #expect(JSONValue.metres(Length(millimetres: -812_000)) == .number("-812.0"))
    #expect(JSONValue.decibels(Loss(microdecibels: 1)) == .number("0.000001"))
  }

  @Test(arguments: [Int64(0), 1, -1, 999, 1000, -1500, 123_456_789, .max, .min])
  func exactDecimalsReadBack(units: Int64) {
    #expect(Decimals.units(Decimals.exact(units, scale: 3), scale: 3) == units)
  }

  @Test(arguments: [
    (Int64(10_432_149), 1, "10432,1"), (10_432_150, 1, "10432,2"), (-50, 1, "-0,1"), (-49, 1, "0,0"),
    (999_500, 0, "1000"),
    (5, 3, "0,005"),
  ])
  func decimalsAreRoundedHalfAwayFromZero(units: Int64, decimals: Int, text: String) {
    #expect(Decimals.rounded(units, scale: 3, decimals: decimals, separator: ",") == text)
  }
}
