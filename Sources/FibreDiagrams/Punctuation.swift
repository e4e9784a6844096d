import FibreModel

extension Language {
  /// What stands between a label and its value.
  var colon: String { self == .french ? " : " : ": " }
  /// What stands between two remarks.
  var semicolon: String { self == .french ? " ; " : "; " }
}
