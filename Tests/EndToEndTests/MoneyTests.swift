import Foundation
import Testing

/// `epissure money` as people run it.
@Suite struct MoneyTests {
  private func json(_ words: [String]) throws -> [String: Any] {
    let answer = try Program.run(words + ["--json"])
    #expect(answer.code == 0, "\(answer.remarks)")
    return try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  @Test func aLoanIsWorkedOutToTheCent() throws {
    let loan = try json(["money", "loan", "--principal", "400000", "--rate", "3", "--years", "15", "--period", "month"])
    #expect(loan["instalment"] as? String == "2762.33")
    #expect(loan["lastInstalment"] as? String == "2761.52")
    #expect(loan["totalInterest"] as? String == "97218.59")
    #expect(loan["perYear"] as? String == "33147.96")
    let schedule = try #require(loan["schedule"] as? [[String: Any]])
    #expect(schedule.count == 180 && schedule[1]["interest"] as? String == "995.59")
    let euro = try json([
      "money", "loan", "--principal", "400000", "--rate", "3", "--years", "15", "--period", "month", "--round", "euro",
    ])
    #expect(euro["perYear"] as? String == "33144.00")
  }

  @Test func theBaseOfARefundIsChecked() throws {
    let refund = try json(["money", "fctva", "--spending-incl-tax", "1560000", "--declared", "213200"])
    #expect(refund["refund"] as? String == "255902.40" && refund["excess"] as? String == "-42702.40")
    let findings = try #require(refund["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["refund.base-without-tax"])
    let right = try json(["money", "fctva", "--spending-incl-tax", "1560000,00"])
    #expect((right["findings"] as? [Any])?.isEmpty == true && right["declared"] is NSNull)
  }

  @Test func lateInterestHasItsFixedSum() throws {
    let late = try json(["money", "late", "--amount", "120000", "--days", "18", "--rate", "12"])
    #expect(late["interest"] as? String == "710.14" && late["total"] as? String == "750.14")
  }

  @Test func theLotsOfTheMinutesAreWithinTheirEstimate() throws {
    let file = repository.appendingPathComponent("data/programme/lots.csv").path
    let folder = try Folder()
    let lots = try json(["money", "lots", file, "--csv", folder.path("lots.csv")])
    #expect(lots["gap"] as? String == "261640.60" && lots["awardPercent"] as? String == "81.31")
    let rows = try #require(lots["lots"] as? [[String: Any]])
    #expect(rows.map { $0["retention"] as? String } == ["9374.93", "28032.12", "30894.51"])
    #expect(try String(contentsOfFile: folder.path("lots.csv"), encoding: .utf8).contains("total;;;1138359.40"))
    let text = try Program.run(["money", "lots", file])
    #expect(text.output.contains("1\u{a0}138\u{a0}359,40\u{a0}€"))
  }

  @Test(arguments: [
    (["loan", "--principal", "400000", "--rate", "3", "--years", "15", "--period", "month"], "2\u{a0}762,33\u{a0}€"),
    (
      ["loan", "--principal", "9", "--rate", "3", "--years", "2", "--period", "half", "--deferred", "1"], "différé de 1"
    ),
    (["fctva", "--spending-incl-tax", "1560000", "--declared", "213200"], "dépense HT"),
    (["late", "--amount", "120000", "--days", "18", "--rate", "12"], "750,14\u{a0}€"),
  ])
  func peopleReadFrench(words: [String], says: String) throws {
    let answer = try Program.run(["money"] + words)
    #expect(answer.code == 0 && answer.output.contains(says), "\(answer)")
  }

  // MARK: Bad input

  @Test(arguments: [
    (["loan", "--principal", "-5", "--rate", "3", "--years", "15", "--period", "month"], "-5.00"),
    (["loan", "--principal", "5", "--rate", "101", "--years", "15", "--period", "month"], "101"),
    (["loan", "--principal", "5", "--rate", "3", "--years", "0", "--period", "month"], "0 ans"),
    (["loan", "--principal", "5", "--rate", "3", "--years", "1", "--period", "year", "--deferred", "1"], "différé"),
    (["loan", "--principal", "5", "--rate", "3", "--years", "1", "--period", "year", "--rent", "-1"], "-1.00"),
    (["fctva", "--spending-incl-tax", "-1"], "-1.00"), (["fctva", "--spending-incl-tax", "1", "--rate", "-2"], "-2"),
    (["late", "--amount", "-1", "--days", "1", "--rate", "1"], "-1.00"),
    (["late", "--amount", "1", "--days", "-1", "--rate", "1"], "-1 jours"),
    (["late", "--amount", "1", "--days", "1", "--rate", "200"], "200"),
  ])
  func whatCanNotBeIsRefused(words: [String], says: String) throws {
    let answer = try Program.run(["money"] + words)
    #expect(answer.code == 1 && answer.output.isEmpty && answer.remarks.contains(says), "\(answer)")
  }

  @Test(arguments: [
    ["loan", "--principal", "beaucoup", "--rate", "3", "--years", "15", "--period", "month"],
    ["loan", "--principal", "5.001", "--rate", "3", "--years", "15", "--period", "month"],
    ["loan", "--principal", "5", "--rate", "3", "--years", "15", "--period", "week"],
    ["loan", "--principal", "5"], ["late", "--amount", "1"], ["lots"], ["fctva"],
  ])
  func wrongWordsAreWrongArguments(words: [String]) throws {
    let answer = try Program.run(["money"] + words)
    #expect(answer.code == 64 && answer.output.isEmpty && !answer.remarks.isEmpty)
  }

  @Test func aLoanAtNoInterestIsPaidBack() throws {
    let loan = try json(["money", "loan", "--principal", "1000", "--rate", "0", "--years", "1", "--period", "month"])
    #expect(loan["instalment"] as? String == "83.33" && loan["totalInterest"] as? String == "0.00")
    #expect(loan["lastInstalment"] as? String == "83.37")
  }

  @Test func filesOfLotsThatCanNotBe() throws {
    let folder = try Folder()
    func run(_ text: String) throws -> Program.Answer {
      try Data(text.utf8).write(to: folder.url.appendingPathComponent("l.csv"))
      return try Program.run(["money", "lots", folder.path("l.csv")])
    }
    #expect(try Program.run(["money", "lots", folder.path("absent.csv")]).code == 2)
    #expect(try run("").code == 2)
    #expect(try run("a;b\n1;2\n").remarks.contains("kind"))
    #expect(try run("kind;code;amountExcludingTax\nlot;1;5\n").remarks.contains("estimation"))
    #expect(try run("kind;code;amountExcludingTax\nestimate;;5\n").remarks.contains("aucun lot"))
    let bad = try run("kind;code;amountExcludingTax\nestimate;;5\nlot;1;5\nlot;2;-3\nlot;3;x\nbid;4;1\nestimate;;6\n")
    #expect(bad.code == 1)
    for text in ["-3", "x n'est pas", "bid n'est", "N'en garder"] { #expect(bad.output.contains(text), "\(text)") }
  }
}
