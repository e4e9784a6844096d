import FibreModel

/// Lines of a list as they are printed: positions in a row that nothing is done to share one line.
struct PrintedLine: Hashable {
  /// One, or consecutive positions of a tray.
  var lines: [SpliceLine]

  var first: SpliceLine { lines[0] }

  /// Folds the lines of a list.
  static func fold(_ lines: [SpliceLine]) -> [PrintedLine] {
    var printed: [PrintedLine] = []
    for line in lines {
      if let last = printed.last?.lines.last, last.isContinued(by: line) {
        printed[printed.count - 1].lines.append(line)
      } else {
        printed.append(PrintedLine(lines: [line]))
      }
    }
    return printed
  }

  /// `TI-SF-01:121–132, TI-POP-ABB-COL:9`: what is at the far ends, numbers of one owner together.
  static func ranges(_ names: [String]) -> String {
    var numbers: [(owner: String, numbers: [Int])] = []
    for name in names where !name.isEmpty {
      guard let colon = name.lastIndex(of: ":"), let number = Int(name[name.index(after: colon)...]) else {
        if !numbers.contains(where: { $0.owner == name }) { numbers.append((name, [])) }
        continue
      }
      let owner = String(name[..<colon])
      if let place = numbers.firstIndex(where: { $0.owner == owner }) {
        numbers[place].numbers.append(number)
      } else {
        numbers.append((owner, [number]))
      }
    }
    return numbers.map { owner, numbers in
      numbers.isEmpty ? owner : "\(owner):\(ranges(numbers))"
    }.joined(separator: ", ")
  }

  /// `1–8, 12`.
  static func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, number <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...max(number, last.upperBound)
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

extension SpliceLine {
  /// Whether another line goes on where this one ends, with nothing done to either.
  fileprivate func isContinued(by next: SpliceLine) -> Bool {
    guard action == .leave, next.action == .leave, cassette == next.cassette, face == next.face, joint == next.joint,
      let slot, next.slot == slot + 1
    else { return false }
    return Self.continues(a, next.a) && Self.continues(b, next.b)
  }

  private static func continues(_ end: SpliceEnd?, _ next: SpliceEnd?) -> Bool {
    guard let end, let next else { return end == nil && next == nil }
    return end.owner == next.owner && next.number == end.number + 1 && end.glass?.tube == next.glass?.tube
  }
}
