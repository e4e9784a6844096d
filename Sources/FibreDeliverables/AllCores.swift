import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// What `body` makes of each element, in their order, made on all cores; for documents, which share nothing.
  ///
  /// - Throws: the error of the first element that has one, as if they had been made one after another.
  func mapOnAllCores<Result: Sendable>(
    _ body: @Sendable (Element) throws(DeliverableError) -> Result
  ) throws(DeliverableError) -> [Result] {
    let made = Mutex([Swift.Result<Result, DeliverableError>?](repeating: nil, count: count))
    withoutActuallyEscaping(body) { body in
      DispatchQueue.concurrentPerform(iterations: count) { position in
        let element = self[position]
        let result = Swift.Result { () throws(DeliverableError) in try body(element) }
        made.withLock { $0[position] = result }
      }
    }
    var results: [Result] = []
    for result in made.withLock({ $0 }) {
      if let result { results.append(try result.get()) }
    }
    return results
  }
}
