public import FibreModel

/// What the name of an operators' list says of it: `IPE_80_20261115.csv`.
public enum IPEFileName {
  /// The last day in a name, written `20261115` or `2026-11-15`; nothing when there is none.
  public static func date(in path: String) -> CalendarDate? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let words = name.split { !$0.isNumber && $0 != "-" }
    return words.reversed().lazy.compactMap { word in
      let digits = word.filter(\.isNumber)
      let isPlain = digits.count == word.count || word.filter { $0 == "-" }.count == 2
      return isPlain && digits.count == 8 ? IPEWords.date(ArraySlice(word.utf8)) : nil
    }.first
  }
}
