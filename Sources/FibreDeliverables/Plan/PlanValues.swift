import FibreModel
import FibrePlanning

import struct Foundation.Decimal

// The values of a plan file. Each says where it stands when it is wrong, which Foundation's decoder does not for numbers.

struct WholeNumber: Decodable {
  let value: Int

  init(from decoder: any Decoder) throws { value = try decoder.value(Int.self, .wholeNumber) }
}

struct Metres: Decodable {
  let length: Length

  init(from decoder: any Decoder) throws { length = Length(millimetres: try decoder.units(scale: 3)) }
}

struct Decibels: Decodable {
  let loss: Loss

  init(from decoder: any Decoder) throws { loss = Loss(microdecibels: try decoder.units(scale: 6)) }
}

struct DateText: Decodable {
  let date: CalendarDate

  init(from decoder: any Decoder) throws {
    date = try decoder.parsed(.date) { text in
      CalendarDate(text).flatMap { $0.description == text ? $0 : nil }
    }
  }
}

struct EndText: Decodable {
  let end: StepEnd

  init(from decoder: any Decoder) throws { end = try decoder.parsed(.fibreOrPort) { StepEnd($0) } }
}

/// A word of a fixed list.
struct Keyword<Word: RawRepresentable<String> & CaseIterable>: Decodable {
  let word: Word

  init(from decoder: any Decoder) throws {
    word = try decoder.parsed(.oneOf(Word.allCases.map(\.rawValue))) { Word(rawValue: $0) }
  }
}

extension Decoder {
  /// The one value that stands here.
  fileprivate func value<Value: Decodable>(_ type: Value.Type, _ expected: PlanValueKind) throws(PlanFileError) -> Value
  {
    do {
      return try singleValueContainer().decode(type)
    } catch DecodingError.valueNotFound {
      throw .missing(path: codingPath.text)
    } catch {
      throw .wrongType(path: codingPath.text, expected: expected)
    }
  }

  fileprivate func parsed<Value>(_ expected: PlanValueKind, _ parse: (String) -> Value?) throws(PlanFileError) -> Value
  {
    let text = try value(String.self, .text)
    guard let value = parse(text) else { throw .badValue(path: codingPath.text, text: text, expected: expected) }
    return value
  }

  /// A number times `10^scale`; further decimals are rounded. Decimal all the way, so that no digit is lost.
  fileprivate func units(scale: Int16) throws(PlanFileError) -> Int64 {
    let number = try value(Decimal.self, .number)
    guard let units = number.units(scale: scale) else { throw .wrongType(path: codingPath.text, expected: .number) }
    return units
  }
}

extension [any CodingKey] {
  /// The path to a place in a document: `$.nights[0].visits[2].crew`.
  var text: String {
    reduce("$") { path, key in path + (key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)") }
  }
}
