import FibreModel
import Foundation
import GRDB
import Synchronization

/// Reads the image of a store on another core, while its other rows are read on this one.
///
/// It has a connection, and so a transaction, of its own. An image lives for one revision, and goes with the first edit
/// from outside: the reader of the rows has the same one before it when it sees one at the same revision.
final class ImageReading: Sendable {
  /// Of a revision; strands are nothing when there is no image.
  private typealias Answer = Result<(revision: Int, strands: NumberedStrands?), any Error>

  private let answer = Mutex<Answer?>(nil)
  private let done = DispatchSemaphore(value: 0)

  /// Starts to read.
  init(path: String) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let read = Answer {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read {
          (try HistoryTable.revision($0), try StrandImageTable(database: $0).strands())
        }
      }
      answer.withLock { $0 = read }
      done.signal()
    }
  }

  /// What the image held, when it was that of a revision: waits for the end. Asked once.
  ///
  /// - Throws: `StrandImageFault` when the image is not whole. Where the second connection failed the answer is nothing,
  ///   as where it came to another revision: the caller can read the image itself.
  func strands(at revision: Int) throws(StrandImageFault) -> NumberedStrands? {
    done.wait()
    switch answer.withLock({ $0.take() }) {
    case .success(let read): return read.revision == revision ? read.strands : nil
    case .failure(let fault as StrandImageFault): throw fault
    case .failure, nil: return nil
    }
  }
}
