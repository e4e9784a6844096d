import FibreModel
import FibrePlanning

/// The work in one closure, or one room, on one night.
struct SpliceList: Hashable, Sendable {
  let place: String
  /// What people call the place beyond its code.
  let placeName: String
  let isRoom: Bool
  let night: Int
  let date: CalendarDate
  let window: WorkWindow?
  let revision: Int
  let rollBackMinutes: Int
  let crews: [Crew]
  /// Uncut tubes that are opened: cable, tube and its marks.
  let tubesToOpen: [OpenedTube]
  /// In order of tray and slot.
  let lines: [SpliceLine]
  /// What a crew needs beside them; nothing for a room.
  var facts: ClosureFacts?
  /// How the cords of a room are taken back; nothing for a closure, or where the night has no window.
  var roomWayBack: RoomWayBack?

  /// What one crew does.
  struct Crew: Hashable, Sendable {
    let number: Int
    let minutes: Int
    /// The trays in which it works.
    let trays: [String]
  }

  struct OpenedTube: Hashable, Sendable {
    let section: String
    let tube: Int
    let mark: ColourMark
  }

  func count(_ action: SpliceAction) -> Int { lines.count { $0.action == action } }

  /// Services of the positions that are worked on.
  var servicesTouched: Set<String> {
    Set(lines.filter { $0.action != .leave && !$0.service.isEmpty }.map(\.service))
  }
}
