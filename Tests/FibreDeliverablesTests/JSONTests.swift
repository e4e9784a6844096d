import FibreModel
import Foundation
import Testing

@testable import FibreDeliverables

@Suite struct JSONTests {
  /// Foundation's reader is the judge of what is written.
  private func read(_ value: JSONValue) throws -> NSObject? {
    try JSONSerialization.jsonObject(with: Data(value.text.utf8), options: .fragmentsAllowed) as? NSObject
  }

  @Test func aDocumentReadsBackAsWritten() throws {
    let value = JSONValue.object([
      "z": .null, "a": .array([.bool(true), .bool(false), .integer(-3)]), "": .object([:]),
      "text": .string("é \" \\ \n\r\t \u{1} 🔌"), "nested": .array([.object(["n": .number("1.50")]), .array([])]),
    ])
    let expected: [String: Any] = [
      "z": NSNull(), "a": [true, false, -3] as [Any], "": [String: Any](), "text": "é \" \\ \n\r\t \u{1} 🔌",
      "nested": [["n": 1.5], [Any]()] as [Any],
    ]
    #expect(try read(value) == expected as NSDictionary)
  }

  @Test func everyCharacterReadsBack() throws {
    let scalars = (0...0x10FFFF).lazy.compactMap { Unicode.Scalar($0) }
    var text = String.UnicodeScalarView()
    for scalar in scalars where scalar.value < 0x3000 || scalar.value % 97 == 0 { text.append(scalar) }
    #expect(try read(.string(String(text))) == String(text) as NSString)
  }

  @Test func lengthsAndLossesKeepEveryDigit() {
    #expect(JSONValue.metres(Length(millimetres: 10_432_100)) == .number("10432.1"))
    #expect(JSONValue.metres(Length(millimetres: -812_000)) == .number("-812.0"))
    #expect(JSONValue.decibels(Loss(microdecibels: 1)) == .number("0.000001"))
  }

  @Test(arguments: [Int64(0), 1, -1, 999, 1000, -1500, 123_456_789, .max, .min])
  func exactDecimalsReadBack(units: Int64) throws {
    #expect(try #require(Decimal(string: Decimals.exact(units, scale: 3))).units(scale: 3) == units)
  }

  @Test(arguments: [("1e99", nil), ("-1e30", nil), ("0.0004", 0), ("0.0005", 1), ("-0.0005", -1), ("1e2", 100_000)])
  func numbersAreRoundedToTheUnitOrRefused(text: String, units: Int64?) throws {
    #expect(try #require(Decimal(string: text)).units(scale: 3) == units)
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
