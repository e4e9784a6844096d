import Solver

/// One crew's work in one closure, not yet in a window.
struct PackedNight: Hashable, Sendable {
  struct Tube: Hashable, Sendable {
    let tube: Int
    let option: Int
  }

  var closure: Int
  var tubes: [Tube]
}

// From a solution of the night program to nights.
extension NightProgram {
  /// The nights of a solution. In fractions, whole parts are kept, and what is left over is shared out over the nights
  /// that the rest of the limit allows, so that some may hold too much.
  func nights(of solution: Solution, _ build: Build, _ limits: Limits) -> [PackedNight]? {
    guard patterns.allSatisfy(\.isComplete) else { return nil }
    var waiting = tubes(by: solution, build)
    var nights = problem.closures.indices.flatMap { wholeNights($0, solution, build, &waiting[$0]) }
    let most = limits.crewNights ?? limits.windows.map { Int(crewNights(windows: $0)) } ?? .max
    for closure in spareNights(solution, build, waiting, most - nights.count) {
      nights.append(PackedNight(closure: closure, tubes: []))
    }
    for closure in problem.closures.indices { share(waiting[closure], at: closure, &nights) }
    return nights.filter { !$0.tubes.isEmpty }
  }

  /// The tubes of each closure. Fractions of a kind go to the options with the largest ones.
  private func tubes(by solution: Solution, _ build: Build) -> [[PackedNight.Tube]] {
    var waiting = [[PackedNight.Tube]](repeating: [], count: problem.closures.count)
    for (position, entry) in kinds.enumerated() {
      let shares = build.choices[position].map { $0.map { solution[$0] } ?? 0 }
      var counts = shares.map { Int($0 + 1e-6) }
      let byFraction = shares.indices.sorted {
        (shares[$0] - Double(counts[$0]), $1) > (shares[$1] - Double(counts[$1]), $0)
      }
      for option in byFraction.prefix(max(0, entry.tubes.count - counts.reduce(0, +))) { counts[option] += 1 }
      var tubes = entry.tubes[...]
      for (option, row) in entry.kind.options.enumerated() {
        waiting[row.closure] += tubes.prefix(counts[option]).map { .init(tube: $0, option: option) }
        tubes = tubes.dropFirst(counts[option])
      }
    }
    return waiting
  }

  private func minutes(_ tube: PackedNight.Tube) -> Int { problem.tubes[tube.tube].options[tube.option].minutes }

  /// The nights whose patterns the solution takes whole; their tubes leave the list.
  private func wholeNights(
    _ closure: Int, _ solution: Solution, _ build: Build, _ waiting: inout [PackedNight.Tube]
  ) -> [PackedNight] {
    var byMinutes = Dictionary(grouping: waiting, by: minutes)
    var nights: [PackedNight] = []
    for (variable, pattern) in zip(build.nights[closure], patterns[closure].maximal) {
      for _ in 0..<Int(solution[variable] + 1e-6) {
        var night = PackedNight(closure: closure, tubes: [])
        for (duration, count) in zip(patterns[closure].durations, pattern) where count > 0 {
          let queue = byMinutes[duration] ?? []
          night.tubes += queue.prefix(count)
          byMinutes[duration] = Array(queue.dropFirst(count))
        }
        if !night.tubes.isEmpty { nights.append(night) }
      }
    }
    waiting = byMinutes.sorted { $0.key > $1.key }.flatMap(\.value)
    return nights
  }

  /// The closures of further nights, one each: where most nights lack, as long as there are any.
  private func spareNights(
    _ solution: Solution, _ build: Build, _ waiting: [[PackedNight.Tube]], _ most: Int
  ) -> [Int] {
    var lack = problem.closures.indices.map { closure in
      Double(waiting[closure].reduce(0) { $0 + minutes($1) }) / Double(max(1, night[closure]))
    }
    var closures: [Int] = []
    while closures.count < most, let closure = lack.indices.max(by: { lack[$0] < lack[$1] }), lack[closure] > 0.02 {
      closures.append(closure)
      lack[closure] -= 1
    }
    return closures
  }

  /// The longest tubes first, each into the night of the closure with least work.
  private func share(_ tubes: [PackedNight.Tube], at closure: Int, _ nights: inout [PackedNight]) {
    let places = nights.indices.filter { nights[$0].closure == closure }
    var load = places.map { nights[$0].tubes.reduce(0) { $0 + minutes($1) } }
    for tube in tubes {
      guard let place = load.indices.min(by: { load[$0] < load[$1] }) else {
        nights.append(PackedNight(closure: closure, tubes: tubes))
        return
      }
      nights[places[place]].tubes.append(tube)
      load[place] += minutes(tube)
    }
  }
}
