/// A natural number of any size: what exact instalments of loans need, and no more.
struct Natural: Comparable {
  /// From the least significant; no leading zeros.
  private var limbs: [UInt64]

  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  /// `base` to the power of a whole number of zero or more.
  init(_ base: UInt64, toThe exponent: Int) {
    self.init(1)
    for _ in 0..<exponent { self = self * base }
  }

  static func * (a: Natural, b: UInt64) -> Natural {
    guard b != 0 else { return Natural(0) }
    var product = a
    var carry: UInt64 = 0
    for offset in product.limbs.indices {
      let (high, low) = product.limbs[offset].multipliedFullWidth(by: b)
      let (sum, hasOverflowed) = low.addingReportingOverflow(carry)
      product.limbs[offset] = sum
      carry = high + (hasOverflowed ? 1 : 0)
    }
    if carry > 0 { product.limbs.append(carry) }
    return product
  }

  static func + (a: Natural, b: Natural) -> Natural {
    var sum = a
    sum.limbs += Array(repeating: 0, count: max(0, b.limbs.count - a.limbs.count))
    var carry: UInt64 = 0
    for offset in sum.limbs.indices {
      let other = offset < b.limbs.count ? b.limbs[offset] : 0
      let (first, overflow) = sum.limbs[offset].addingReportingOverflow(other)
      let (second, carried) = first.addingReportingOverflow(carry)
      sum.limbs[offset] = second
      carry = overflow || carried ? 1 : 0
    }
    if carry > 0 { sum.limbs.append(carry) }
    return sum
  }

  /// The difference of a number and one that is not greater.
  static func - (a: Natural, b: Natural) -> Natural {
    precondition(a >= b, "a natural number has no sign")
    var difference = a
    var borrow: UInt64 = 0
    for offset in difference.limbs.indices {
      let other = offset < b.limbs.count ? b.limbs[offset] : 0
      let (first, underflow) = difference.limbs[offset].subtractingReportingOverflow(other)
      let (second, borrowed) = first.subtractingReportingOverflow(borrow)
      difference.limbs[offset] = second
      borrow = underflow || borrowed ? 1 : 0
    }
    while difference.limbs.last == 0 { difference.limbs.removeLast() }
    return difference
  }

  static func < (a: Natural, b: Natural) -> Bool {
    guard a.limbs.count == b.limbs.count else { return a.limbs.count < b.limbs.count }
    for (one, other) in zip(a.limbs.reversed(), b.limbs.reversed()) where one != other { return one < other }
    return false
  }

  /// The greatest number up to a limit for which a claim holds that holds up to some number, and for zero.
  static func greatest(upTo limit: UInt64, where holds: (UInt64) -> Bool) -> UInt64 {
    var (low, high) = (UInt64(0), limit)
    while low < high {
      let middle = high - (high - low) / 2
      if holds(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
