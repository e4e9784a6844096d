import FibreModel

/// Which tubes parallel tracks should lie in, step by step, so that they lie in few.
///
/// How many tubes are touched is no sum over fibres, which a flow could weigh. So each fibre weighs the share of its tube
/// that it would have to pay alone: little where many tracks share it. What a solution took says the shares of the next
/// one. Source: D. Kim, P. M. Pardalos, "A solution approach to the fixed charge network flow problem using a dynamic
/// slope scaling procedure", 1999.
struct TubeChoice {
  /// What a tube weighs that one track pays alone.
  private static let tube = 24
  /// The greatest weight of a fibre.
  static let heaviest = 2 * tube + 1

  private let fibreCount: Int
  /// The tube and the number of each fibre, step by step.
  private let tubes: [[Int]]
  private let numbers: [[Int]]
  /// Fibres in each tube, step by step.
  private let sizes: [[Int: Int]]
  /// Tracks that share each tube, as far as is known.
  private var sharing: [[Int: Int]]
  /// The tube in which the tracks lie side by side if they can.
  private var best: [Int?]

  /// Starts with the fewest tubes that hold all tracks, as if every fibre suited.
  init(_ fibres: [[FibreEnd]], tracks: Int, _ network: Network) {
    fibreCount = tracks
    numbers = fibres.map { ends in ends.map { network.number(of: $0.fibre) } }
    tubes = fibres.map { ends in ends.map { Self.tube(of: $0.fibre, network) } }
    sizes = tubes.map { $0.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
    // The smallest tube that holds all, so that larger ones stay whole; else the largest.
    best = sizes.map { sizes in
      let holding = sizes.filter { $0.value >= tracks }.min { ($0.value, $0.key) < ($1.value, $1.key) }
      return (holding ?? sizes.max { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    }
    sharing = sizes.map { sizes in sizes.mapValues { min($0, tracks) } }
  }

  /// What each fibre weighs, step by step: first the share of its tube, then whether it lies beside the others.
  var weights: [[UInt32]] {
    tubes.indices.map { step in
      let together = closest(step)
      return tubes[step].indices.map { place in
        let tube = tubes[step][place]
        let share = tube == best[step] ? 1 : 1 + Self.tube / max(1, sharing[step][tube] ?? 1)
        return UInt32(2 * min(share, Self.tube) + (together.contains(numbers[step][place]) ? 0 : 1))
      }
    }
  }

  /// Takes over how many tracks share each tube in a solution. Tubes that it left keep what was known of them.
  mutating func learn(_ tracks: [[FibreEnd]], _ network: Network) {
    for step in tubes.indices {
      let used = Self.used(tracks, step, network)
      for (tube, count) in used { sharing[step][tube] = count }
      best[step] = used.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// Tubes touched beyond the fewest that could hold the tracks, over all steps.
  func excess(_ tracks: [[FibreEnd]], _ network: Network) -> Int {
    tubes.indices.reduce(0) { sum, step in
      sum + Self.used(tracks, step, network).count - Self.fewest(of: sizes[step], holding: fibreCount)
    }
  }

  /// How many of some tubes are needed for so many fibres at least, by the free fibres of each.
  static func fewest(of sizes: [Int: Int], holding fibreCount: Int) -> Int {
    var missing = fibreCount
    var tubes = 0
    for size in sizes.values.sorted(by: >) where missing > 0 {
      missing -= size
      tubes += 1
    }
    return tubes
  }

  private static func used(_ tracks: [[FibreEnd]], _ step: Int, _ network: Network) -> [Int: Int] {
    tracks.reduce(into: [:]) { counts, track in
      counts[tube(of: track[step].fibre, network), default: 0] += 1
    }
  }

  private static func tube(of fibre: Index<Fibre>, _ network: Network) -> Int {
    network.sections[network.section(of: fibre)].tube(ofFibre: network.number(of: fibre))
  }

  /// The span of numbers in the best tube that lie closest together, the lowest of equals.
  private func closest(_ step: Int) -> ClosedRange<Int> {
    let inBest = zip(numbers[step], tubes[step]).filter { $0.1 == best[step] }.map(\.0)
    guard inBest.count >= fibreCount else { return 0...Int.max }
    let spans = (0...inBest.count - fibreCount).map { inBest[$0]...inBest[$0 + fibreCount - 1] }
    return spans.min { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) } ?? 0...0
  }
}
