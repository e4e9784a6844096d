import FibreModel

/// Tubes and fibres as coloured cells; the number is always there, since colour alone may not be told apart.
enum TubeMark {
  /// `T03` on its colour, with a stroke for each ring; several tubes as a range without colour.
  static func cell(_ tubes: ClosedRange<Int>, of section: CableSection) -> String {
    guard tubes.count == 1 else {
      return Markup.cell(
        Markup.text("\(Figures.rank("T", tubes.lowerBound))–\(Figures.rank("T", tubes.upperBound))"),
        ["BGCOLOR": Style.shade])
    }
    return cell(Figures.rank("T", tubes.lowerBound), section.tubeMark(tubes.lowerBound))
  }

  /// The fibre's number in its tube on the fibre's colour.
  static func cell(ofFibre number: Int, in section: CableSection) -> String {
    cell("\(section.rankInTube(ofFibre: number))", section.fibreMark(number))
  }

  private static func cell(_ text: String, _ mark: ColourMark) -> String {
    let rings = String(repeating: "|", count: mark.rings)
    return Markup.cell(
      Markup.font(Markup.text(text + rings), colour: Style.text(on: mark.colour)),
      ["BGCOLOR": Style.fill(mark.colour), "BORDER": "1", "COLOR": Style.frame, "WIDTH": "32"])
  }
}
