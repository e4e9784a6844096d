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
      throw .notJSON(message: whatIsWrong(with: data) ?? error.localizedDescription)
    }
  }

  private static func kind(of type: Any.Type) -> PlanValueKind {
    type == String.self ? .text : type == [Any].self ? .array : .object
  }

  /// What Foundation's other reader, which knows the place, says of a text that its decoder refused.
  private static func whatIsWrong(with data: Data) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return nil
    } catch {
      return (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
    }
  }
}

/// The member that tells what a file is.
struct FormatMember: Decodable {
  let format: String?
}
