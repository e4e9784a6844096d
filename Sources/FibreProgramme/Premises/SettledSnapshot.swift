public import FibreModel

/// A list as it may be kept: held against the one before it, so that what it does not say stays as it was known, and
/// what can't be is not taken.
public struct SettledSnapshot: Hashable, Sendable {
  /// The list with what was known put in; without addresses that can't be taken.
  public let snapshot: AddressSnapshot
  /// Lines that were not taken.
  public let leftOutCount: Int
  public let findings: [Finding]
  /// The list must not be kept.
  public let isRefused: Bool

  /// Losses beyond both are those of a list that was cut off, not of a network.
  private static let mostVanished = 20
  private static let mostVanishedHundredths = 10

  /// Settles a list. O(lines).
  ///
  /// - A state that the matrix of ``TransitionVerdict`` refuses is not taken: the address keeps its former one, and a new
  ///   address stays out, until a list brings a possible one.
  /// - A number of plugs, commune or cabinet that the list does not tell is the one known before. A new address without a
  ///   number of plugs stays out, since unknown is not zero.
  /// - A list without a line, or from which more than 20 addresses and 10 % have vanished, is refused.
  ///
  /// - Parameters:
  ///   - before: The lines of the list before it, in order of address.
  ///   - isFirst: There is no list before it; addresses may come in any state.
  ///   - acceptsLosses: Somebody has checked that the vanished addresses are gone.
  public init(
    _ read: AddressSnapshot, gaps: SnapshotGaps, after before: [AddressLine], isFirst: Bool, acceptsLosses: Bool = false
  ) {
    var settling = Settling(read, gaps, isFirst: isFirst)
    settling.walk(along: before)
    snapshot = AddressSnapshot(date: read.date, source: read.source, lines: settling.lines)
    leftOutCount = read.lines.count - settling.lines.count
    let known = before.count { $0.state != .abandoned }
    let isCutOff = Self.isMany(settling.vanished, of: known)
    let isUnknown = !read.lines.isEmpty && settling.withoutNumber > 0 && settling.lines.isEmpty
    isRefused = read.lines.isEmpty || isUnknown || (isCutOff && !acceptsLosses)
    var findings: [Finding] = []
    func report(_ rule: String, _ severity: Finding.Severity, _ message: Sentence) {
      findings.append(
        Finding(rule: rule, severity: severity, place: read.source, code: read.date.description, message: message))
    }
    if read.lines.isEmpty {
      report("snapshot.empty", .error, "It has no address. Nothing is stored; ask for the whole file.")
    } else if isCutOff, acceptsLosses {
      report(
        "snapshot.cut-off", .warning,
        "\(settling.vanished) of \(known) addresses are not in it any more. It is stored, since that was asked for.")
    } else if isCutOff {
      report(
        "snapshot.cut-off", .error,
        """
        \(settling.vanished) of \(known) addresses are not in it any more, as in a file that was cut off. Nothing is \
        stored; ask for the whole file, or store it with --accept-losses.
        """)
    }
    if settling.kept > 0 {
      report(
        "snapshot.plugs-kept", .warning,
        "\(settling.kept) addresses have no number of plugs; that of the list before is kept. Ask for it.")
    }
    if settling.withoutNumber > 0 {
      report(
        "snapshot.plugs-unknown", .error,
        "Of \(settling.withoutNumber) addresses no list tells the number of plugs; they are left out. Ask for it.")
    }
    self.findings = findings + (isRefused ? [] : settling.findings)
  }

  private static func isMany(_ count: Int, of all: Int) -> Bool {
    count > mostVanished && count * 100 > all * mostVanishedHundredths
  }
}

/// A list on its way along the one before it.
private struct Settling {
  private let read: AddressSnapshot
  private let gaps: SnapshotGaps
  private let isFirst: Bool
  private(set) var lines: [AddressLine] = []
  private(set) var findings: [Finding] = []
  private(set) var vanished = 0
  private(set) var kept = 0
  private(set) var withoutNumber = 0

  init(_ read: AddressSnapshot, _ gaps: SnapshotGaps, isFirst: Bool) {
    self.read = read
    self.gaps = gaps
    self.isFirst = isFirst
    lines.reserveCapacity(read.lines.count)
  }

  mutating func walk(along before: [AddressLine]) {
    var next = 0
    for line in read.lines {
      while next < before.count, before[next].address < line.address {
        pass(before[next])
        next += 1
      }
      let old = next < before.count && before[next].address == line.address ? before[next] : nil
      if old != nil { next += 1 }
      take(line, after: old)
    }
    for line in before[next...] { pass(line) }
  }

  private mutating func pass(_ line: AddressLine) { if line.state != .abandoned { vanished += 1 } }

  private mutating func take(_ line: AddressLine, after old: AddressLine?) {
    let isOpen = gaps.missing.contains(.plugs) || gaps.withoutPlugs.contains(line.address)
    if isOpen {
      guard old != nil else {
        withoutNumber += 1
        return
      }
      kept += 1
    }
    guard let state = state(of: line, after: old) else { return }
    guard let old, isOpen || !gaps.missing.isEmpty || line.commune.isEmpty || state != line.state else {
      lines.append(line)
      return
    }
    lines.append(line.filled(from: old, gaps.missing, state: state, keepsPlugs: isOpen))
  }

  /// The state that the address may be taken in, or nothing.
  private mutating func state(of line: AddressLine, after old: AddressLine?) -> AddressState? {
    guard TransitionVerdict(from: old?.state, to: line.state) == .refused, old != nil || !isFirst else {
      return line.state
    }
    let message: Sentence =
      if let old {
        """
        It goes from \(old.state.code) to \(line.state.code), which can't be; it stays \(old.state.code) until a list \
        brings a possible state. Ask the sender.
        """
      } else {
        """
        It comes in as \(line.state.code), which can't be; it is left out until a list brings a possible state. Ask the \
        sender.
        """
      }
    findings.append(
      Finding(
        rule: "address.transition", severity: .error, place: read.source, code: line.address, message: message))
    return old?.state
  }
}

extension AddressLine {
  /// The same address with the parts that its list does not tell as they were before.
  fileprivate func filled(
    from old: AddressLine, _ missing: Set<SnapshotGaps.Part>, state: AddressState, keepsPlugs: Bool
  ) -> AddressLine {
    AddressLine(
      address: address, state: state, plugs: keepsPlugs ? old.plugCount : plugCount,
      commune: missing.contains(.commune) || commune.isEmpty ? old.commune : commune,
      cabinet: missing.contains(.cabinet) ? old.cabinet : cabinet,
      cabinetState: missing.contains(.cabinetState) ? old.cabinetState : cabinetState,
      cabledOn: missing.contains(.cabledOn) ? old.cabledOn : cabledOn,
      availableOn: missing.contains(.availableOn) ? old.availableOn : availableOn,
      opensOn: missing.contains(.opensOn) ? old.opensOn : opensOn)
  }
}
