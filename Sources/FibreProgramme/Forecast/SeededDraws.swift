/// Random whole numbers that depend on the seed alone, so that a forecast can be made again.
///
/// Source: SplitMix64, G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", 2014; bounded
/// draws by D. Lemire, "Fast random integer generation in an interval", 2019, without the rejection, whose share of the
/// draws is below one in 10¹⁶ for any history.
struct SeededDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A whole number from zero up to but without `bound`, which must be positive.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return Int(mixed.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
