import FibreDiagrams
import FibreModel

/// What a document says, before it is text, PDF or a workbook: all three are made from this value.
struct Report {
  var title: String
  var facts: [Fact]
  var sections: [Section]
  /// On every page: what this is and of which revision.
  var footer: String
  var language: Language
  var isLandscape = false
  /// The size of print in tables on paper; nothing for what the count of columns asks for.
  var cellSize: Double?
  /// Seconds since 1970 that stand as the date of making, so that the same plan gives the same bytes.
  var date: Int

  /// A label and what it says.
  struct Fact {
    let label: String
    let value: String
  }

  /// A part under a heading; any of its contents may be missing.
  struct Section {
    var heading: String?
    /// On paper it begins a page.
    var startsPage = false
    /// On paper it stands in a half of the page; neighbours on the other side stand beside it.
    var side: Side?
    var notes: [String] = []
    var facts: [Fact] = []
    /// On paper only.
    var drawing: Drawing?
    var table: Table?
  }

  /// A half of a page.
  enum Side {
    case left, right
  }

  struct Table {
    let columns: [Column]
    let rows: [[Cell]]
    /// Headings that run over all columns, by the row that they stand before.
    var bands: [Int: String] = [:]
    /// The least height of a row on paper, where something is to be written by hand.
    var rowHeight = 0.0
  }

  struct Column {
    let title: String
    /// Share of the width, in characters of the common cell.
    let width: Double
    var isNumeric = false
  }

  struct Cell {
    let text: String
    /// The number that the text shows, for programs that add up.
    var number: Double?
    var decimals = 0
    /// The colour of the fibre or tube that it names.
    var paint: Paint?
    var isStrong = false
    /// A box to tick by hand, on paper.
    var isBox = false

    /// A box to tick.
    static let box: Cell = {
      var cell = Cell("")
      cell.isBox = true
      return cell
    }()

    init(_ text: String, paint: Paint? = nil, isStrong: Bool = false) {
      self.text = text
      self.paint = paint
      self.isStrong = isStrong
    }

    init(_ number: Int?) {
      text = number.map(String.init) ?? ""
      self.number = number.map(Double.init)
    }

    init(_ text: String, number: Double, decimals: Int) {
      self.text = text
      self.number = number
      self.decimals = decimals
    }
  }
}
