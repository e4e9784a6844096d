public import FibreModel

/// Why a store cannot do what is asked. Every case names the file.
public enum StoreError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Operation: String, Hashable, Sendable {
    case open, read, write
  }

  case missing(path: String)
  /// A folder, an empty file, another kind of file, or a database that is no store of ours.
  case notAStore(path: String)
  /// Written by a newer version of this program.
  case newerVersion(path: String, found: Int, known: Int)
  /// Another process holds the file.
  case locked(path: String, Operation)
  case readOnly(path: String)
  case diskFull(path: String)
  /// The system broke a write off for another reason than a full disk: a quota, a limit on file sizes, a failing disk.
  case writeFailed(path: String)
  /// The system lets the file, or the folder it is to stand in, not be opened: it is not there, or permissions forbid it.
  case notAccessible(path: String)
  /// A cell does not hold what the model needs; another program wrote it.
  case damaged(path: String, table: String, column: String)
  /// The store holds another revision than the one the edits were made for; what came since, oldest first.
  case stale(path: String, expected: Int, found: Int, since: [HistoryEntry])
  /// An edit does not fit what the store holds.
  case refused(path: String, ChangeRefusal)
  /// There is no such revision, or it made no edits that can be taken back.
  case notUndoable(path: String, revision: Int)
  /// The revision was taken back already, by this one.
  case alreadyUndone(path: String, revision: Int, by: Int)
  /// Later revisions changed the same rows; take them back first.
  case overwritten(path: String, revision: Int, by: [Int])
  /// The system or SQLite refused; `reason` is their own wording.
  case failed(path: String, Operation, reason: String)
}
