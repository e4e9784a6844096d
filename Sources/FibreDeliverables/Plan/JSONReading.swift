import Foundation

/// Decodes documents with Foundation, and says of what is wrong where it stands.
enum JSONReading {
  static func decode<Part: Decodable>(_ type: Part.Type, _ data: Data) throws(PlanFileError) -> Part {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as PlanFileError {
      throw error
    } catch DecodingError.keyNotFound(let key, let place) {
      throw .missing(path: (place.codingPath + [key]).text)
    } catch DecodingError.valueNotFound(_, let place) {
      throw .missing(path: place.codingPath.text)
    } catch DecodingError.typeMismatch(let type, let place) {
      throw .wrongType(path: place.codingPath.text, expected: kind(of: type))
    } catch {
      throw .notJSON(placeOfFault(in: data))
    }
  }

  private static func kind(of type: Any.Type) -> PlanValueKind {
    type == String.self ? .text : type == [Any].self ? .array : .object
  }

  /// Where a text that the decoder refused is wrong: Foundation's other reader knows, but says so in an English sentence,
  /// `… around character 10.` or `… around line 2, column 3.`, of which only the numbers are taken.
  private static func placeOfFault(in data: Data) -> TextPlace? {
    let message: String?
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return nil
    } catch {
      message = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
    }
    let words = (message ?? "").split { " .,".contains($0) }
    func number(after word: Substring) -> Int? {
      words.firstIndex(of: word).flatMap { $0 + 1 < words.count ? Int(words[$0 + 1]) : nil }
    }
    if let line = number(after: "line"), let column = number(after: "column") {
      return TextPlace(line: line, column: column + 1)
    }
    return number(after: "character").map { place(ofByte: $0, in: data) }
  }

  private static func place(ofByte offset: Int, in data: Data) -> TextPlace {
    let before = data.prefix(offset)
    let lineEnd = UInt8(ascii: "\n")
    let lineStart = before.lastIndex(of: lineEnd).map { $0 + 1 } ?? before.startIndex
    return TextPlace(line: before.count { $0 == lineEnd } + 1, column: before.endIndex - lineStart + 1)
  }
}

/// The member that tells what a file is.
struct FormatMember: Decodable {
  let format: String?
}
