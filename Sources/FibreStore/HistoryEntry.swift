/// What a revision is for, in the words of whoever makes it.
public struct HistoryNote: Hashable, Sendable {
  public var text: String
  /// A mark of the plan that is carried out; empty when there is none.
  public var plan: String
  public var night: Int?

  /// Makes a note.
  public init(_ text: String, plan: String = "", night: Int? = nil) {
    self.text = text
    self.plan = plan
    self.night = night
  }
}

/// One revision of a store.
public struct HistoryEntry: Hashable, Sendable {
  /// How a revision came to be.
  public enum Operation: String, Hashable, Sendable {
    case importing = "import"
    case apply
    case undo
  }

  public let revision: Int
  public let operation: Operation
  public let note: HistoryNote
  /// For `undo`: the revision that was taken back.
  public let undoes: Int?
  /// The revision that took this one back, if one did.
  public let undoneBy: Int?
  /// How many rows it changed; for an import, nothing.
  public let changeCount: Int

  /// Whether what it did is still in the store: neither taken back, nor taking back.
  public var isStanding: Bool { operation != .undo && undoneBy == nil }
}
