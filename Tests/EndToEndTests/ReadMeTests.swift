import Foundation
import Testing

/// The walk in `README.md`, walked.
@Suite struct ReadMeTests {
  /// A command as shown, and the lines shown under it.
  struct Shown {
    let words: [String]
    var lines: [String]
  }

  private func walk() throws -> [Shown] {
    let text = try String(contentsOf: repository.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "\n```\n").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    var walk: [Shown] = []
    for line in blocks.flatMap({ $0.components(separatedBy: "\n") }) {
      if line.hasPrefix("$ epissure ") {
        walk.append(Shown(words: line.split(separator: " ").dropFirst(2).map(String.init), lines: []))
      } else if !walk.isEmpty {
        walk[walk.count - 1].lines.append(line)
      }
    }
    return walk
  }

  @Test func everyCommandOfTheWalkSaysWhatIsShown() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("data"), withDestinationURL: repository.appendingPathComponent("data"))
    let walk = try walk()
    #expect(walk.count >= 8)
    for step in walk {
      let answer = try Program.run(step.words, in: folder.url)
      #expect(answer.code == (step.words[0] == "check" ? 1 : 0), "\(step.words): \(answer.remarks)")
      expect(step.lines, in: answer.output, of: step.words)
    }
  }

  /// Each shown line is a line of the output, in order; `…` stands for anything.
  private func expect(_ shown: [String], in output: String, of words: [String]) {
    var rest = output.components(separatedBy: "\n")[...]
    for line in shown {
      let parts = line.components(separatedBy: "…")
      guard parts.contains(where: { !$0.trimmingCharacters(in: .whitespaces).isEmpty }) else { continue }
      guard let found = rest.firstIndex(where: { $0.hasPrefix(parts[0]) && (parts.count > 1 || $0 == line) }) else {
        Issue.record("\(words.joined(separator: " ")) does not say: \(line)")
        return
      }
      rest = rest[(found + 1)...]
    }
  }
}
