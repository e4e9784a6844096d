import FibreModel
import FibreProgramme

extension ProgrammeReading {
  /// A vote with its rows of credits, which stand after it.
  private struct Vote {
    let row: ProgrammeRow
    let date: CalendarDate
    let amount: Money
    let reason: String
    var credits: [Int: Money] = [:]
  }

  /// The authorisations in order of their first vote.
  mutating func authorisations() throws(ProgrammeFolderError) -> [Authorisation] {
    var votes: [String: [Vote]] = [:]
    var entries: [String: [Authorisation.Entry]] = [:]
    var order: [String] = []
    try each(.authorisations) { row throws(RowFault) in
      let (kind, date) = (row.text("entry"), try row.day("date"))
      let amount = try row.amount("amount", mayBeNegative: kind != "vote" && kind != "credit")
      if kind == "vote" {
        if votes[row.name] == nil { order.append(row.name) }
        votes[row.name, default: []].append(Vote(row: row, date: date, amount: amount, reason: row.text("object")))
      } else if kind == "credit" {
        guard let last = votes[row.name]?.indices.last else { throw .unknown(column: "authorisation") }
        votes[row.name]?[last].credits[try row.count("year")] = amount
      } else {
        guard votes[row.name] != nil else { throw .unknown(column: "authorisation") }
        entries[row.name, default: []].append(
          Authorisation.Entry(date: date, stage: try row.word("entry"), amount: amount, object: row.text("object")))
      }
    }
    return order.compactMap { authorisation($0, votes[$0] ?? [], entries[$0] ?? []) }
  }

  /// Votes that break a rule are findings; those that stay are held against what was committed by then.
  private mutating func authorisation(
    _ name: String, _ votes: [Vote], _ entries: [Authorisation.Entry]
  ) -> Authorisation? {
    guard let first = votes.first else { return nil }
    var authorisation = Authorisation(name: name, vote: Self.vote(first), entries: entries)
    for vote in votes.dropFirst() {
      do throws(Authorisation.Refusal) { try authorisation.revise(Self.vote(vote)) } catch {
        add(vote.row.finding(.refused(error.sentence)))
      }
    }
    return authorisation
  }

  private static func vote(_ vote: Vote) -> Authorisation.Vote {
    Authorisation.Vote(date: vote.date, amount: vote.amount, credits: vote.credits, reason: vote.reason)
  }
}
