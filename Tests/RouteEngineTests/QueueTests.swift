import FibreTestSupport
import Testing

@testable import RouteEngine

@Suite struct QueueTests {
  @Test func nodesComeOutInOrderOfTheirLowestKeys() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<50 {
      var queue = NodeQueue(nodeCount: 40)
      var truth: [UInt32: UInt32] = [:]
      for _ in 0..<200 {
        let node = UInt32.random(in: 0..<40, using: &generator)
        let key = min(truth[node] ?? .max, UInt32.random(in: 0..<1000, using: &generator))
        if Bool.random(using: &generator) || truth.isEmpty {
          truth[node] = key
          queue.push(node, key)
        } else {
          let least = queue.pop()
          #expect(truth[least.node] == least.key)
          #expect(least.key == truth.values.min())
          truth[least.node] = nil
        }
        let isSound = queue.checkInvariants()
        #expect(isSound)
        #expect(queue.count == truth.count)
      }
      queue.removeAll()
      let isSound = queue.checkInvariants() && queue.isEmpty
      #expect(isSound)
    }
  }

  @Test(arguments: [0, 3, 5000, 1_000_000, UInt32.max - 1])
  func keysComeOutInOrderWhateverTheLongestStep(longest: UInt32) {
    var generator = SeededGenerator(seed: UInt64(longest))
    var queue = MonotoneQueue()
    for _ in 0..<5 {
      queue.start(longest: longest)
      var truth: [UInt32] = [0]
      queue.push(0, 0)
      var last: UInt32 = 0
      for step in 0..<300 {
        if Bool.random(using: &generator) || truth.isEmpty {
          let (key, isPast) = last.addingReportingOverflow(.random(in: 0...longest, using: &generator))
          if isPast { continue }
          truth.append(key)
          queue.push(7, key)
        } else {
          let least = queue.leastKey()
          last = queue.pop().key
          #expect(last == least)
          #expect(last == truth.min())
          truth.remove(at: truth.firstIndex(of: last) ?? 0)
        }
        if step % 60 == 0 {
          let isSound = queue.checkInvariants()
          #expect(isSound)
        }
      }
      #expect(queue.isEmpty == truth.isEmpty)
    }
  }
}
