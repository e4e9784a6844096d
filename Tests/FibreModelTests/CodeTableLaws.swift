import FibreModel
import Testing

@Suite struct CodeTableLaws {
  @Test func everyCodeIsFoundAtItsFirstPosition() {
    var table = CodeTable()
    var first: [String: Int] = [:]
    for position in 0..<5000 {
      let code = "FO\(position * 7919 % 3001)"
      table.append(code)
      if first[code] == nil { first[code] = position }
    }
    for (code, position) in first { #expect(table.position(of: code) == position) }
    #expect(table.position(of: "FO") == nil)
    #expect(table.position(of: "FO99999") == nil)
  }

  @Test func everyPositionGivesItsText() {
    var table = CodeTable()
    let texts = ["", "é", "CAB-SF-01/2", "", String(repeating: "x", count: 300)]
    for text in texts { table.append(text) }
    #expect((0..<table.count).map { table[$0] } == texts)
  }

  @Test func anEmptyTextIsNoCode() {
    var table = CodeTable()
    table.append("")
    #expect(table.position(of: "") == nil)
  }
}
