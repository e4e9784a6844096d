/// What a crew was to do at a position.
public enum AsDoneAction: String, Hashable, Sendable, CaseIterable {
  case cut = "CUT"
  case splice = "SPLICE"
  case move = "MOVE"
  case leave = "LEAVE"
  case park = "PARK"
  case patch = "PATCH"
  case unpatch = "UNPATCH"
}

/// What a crew says of a line.
public enum AsDoneOutcome: Hashable, Sendable {
  case done
  case notDone
  /// Done, but not as written: with another fibre, or in another slot.
  case otherwise
  /// The cell is empty.
  case unstated
}

/// A fibre `CAB-SF-04/2:13` or a port `TI-SF-01:13` as a sheet names it.
public struct AsDoneEnd: Hashable, Sendable {
  /// The code of the section, or of the panel.
  public var owner: String
  /// From 1.
  public var number: Int

  /// Makes an end.
  public init(owner: String, number: Int) {
    self.owner = owner
    self.number = number
  }
}

/// One line of a splice list as it came back from the field.
public struct AsDoneLine: Hashable, Sendable {
  /// File and line: `splices-night-01-BPE-AMI-003.csv:14`.
  public var place: String
  public var night: Int
  /// The closure, or for cords the site.
  public var closure: String
  /// The revision that the sheet was made for; nothing when it doesn't say.
  public var revision: Int?
  /// The tray, or for cords the panel.
  public var cassette: String
  public var slot: Int?
  public var action: AsDoneAction
  public var a: AsDoneEnd?
  public var b: AsDoneEnd?
  public var outcome: AsDoneOutcome
  public var doneBy = ""
  public var doneAt = ""
  public var measuredLoss: Loss?
  public var remark = ""

  /// Makes a line that says no more than what was done.
  public init(
    place: String, night: Int, closure: String, revision: Int?, cassette: String, slot: Int?, action: AsDoneAction,
    a: AsDoneEnd?, b: AsDoneEnd?, outcome: AsDoneOutcome
  ) {
    self.place = place
    self.night = night
    self.closure = closure
    self.revision = revision
    self.cassette = cassette
    self.slot = slot
    self.action = action
    self.a = a
    self.b = b
    self.outcome = outcome
  }
}
