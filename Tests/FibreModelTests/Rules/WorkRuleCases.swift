import FibreModel
import FibreTestSupport
import Testing

extension RuleCase {
  static let work: [RuleCase] = [
    RuleCase(
      "error window.out-of-order window 1", on: link,
      broken: { try $0.setRules(windows(window(2, day: 12), window(1, day: 13))) },
      sound: { try $0.setRules(windows(window(1, day: 12), window(2, day: 13))) }),
    RuleCase(
      "error window.out-of-order window 2", on: link,
      broken: { try $0.setRules(windows(window(1, day: 13), window(2, day: 12))) },
      sound: { try $0.setRules(windows(window(1, day: 13), window(2, day: 14))) }),
    // The first night lasts from 22:00 to 04:00; the second starts at 03:00, or when it ends.
    RuleCase(
      "error window.overlapping window 2", on: link,
      broken: { try $0.setRules(windows(window(1, day: 12, start: 1320), window(2, day: 13, start: 180))) },
      sound: { try $0.setRules(windows(window(1, day: 12, start: 1320), window(2, day: 13, start: 240))) }),
    RuleCase(
      "warning window.unusable window 1", on: link,
      broken: { try $0.setRules(windows(window(1, day: 12, reserve: 360))) },
      sound: { try $0.setRules(windows(window(1, day: 12, reserve: 359))) }),
    RuleCase(
      "warning window.unusable window 1", on: link,
      broken: { try $0.setRules(windows(window(1, day: 12, crews: 0))) },
      sound: { try $0.setRules(windows(window(1, day: 12, crews: 1))) }),
    RuleCase(
      "error forbidden.reversed forbidden mairie", on: link + "service S std TA.1 = TZ.1 client=mairie",
      broken: { try $0.setRules(forbidden("mairie", 14, 13)) }, sound: { try $0.setRules(forbidden("mairie", 14, 14)) }),
    // Two periods of one stranger are one finding.
    RuleCase(
      "warning forbidden.unknown-client forbidden lycée", on: link + "service S std TA.1 = TZ.1 client=mairie",
      broken: {
        var rules = try forbidden("lycée", 12, 13)
        rules.forbidden += rules.forbidden
        $0.setRules(rules)
      },
      sound: { try $0.setRules(forbidden("mairie", 12, 13)) }),
    RuleCase(
      "error acceptance.unknown-cable acceptance C9", on: link,
      broken: { try $0.setRules(acceptance("C9")) }, sound: { try $0.setRules(acceptance("C2")) }),
    RuleCase(
      "error acceptance.unknown-cable acceptance K/9", on: link + "bpe B ─ K/1:12 ─ bpe D",
      broken: { try $0.setRules(acceptance("K/9")) }, sound: { try $0.setRules(acceptance("K")) }),
  ]

  private static func day(_ number: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: 2027, month: 1, day: number))
  }

  private static func window(
    _ number: Int, day: Int, start: Int = 0, reserve: Int = 60, crews: Int = 1
  ) throws -> WorkWindow {
    WorkWindow(
      number: number, date: try self.day(day), startMinute: start, minutes: 360, reserveMinutes: reserve,
      crews: crews)
  }

  private static func windows(_ windows: WorkWindow...) -> WorkRules {
    var rules = WorkRules()
    rules.windows = windows
    return rules
  }

  private static func forbidden(_ client: String, _ from: Int, _ to: Int) throws -> WorkRules {
    var rules = WorkRules()
    rules.forbidden = [ForbiddenPeriod(client: client, from: try day(from), to: try day(to), reason: "examens")]
    return rules
  }

  private static func acceptance(_ cable: String) throws -> WorkRules {
    var rules = WorkRules()
    rules.acceptances = [Acceptance(cable: cable, acceptedOn: try day(5))]
    return rules
  }
}
