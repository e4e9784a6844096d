public import FibreModel

extension Length {
  /// How long light takes over this length, in nanoseconds, one way.
  ///
  /// Group index 1.467 below 1400 nm, 1.468 above. Source: data sheets of ITU-T G.652 fibre.
  public func delayNanoseconds(at wavelength: Wavelength) -> Int {
    let thousandths: Int64 = wavelength.nanometres < 1400 ? 1467 : 1468
    // The speed of light is 299.792458 mm/ns.
    return Int((millimetres * thousandths * 1000 + 149_896_229) / 299_792_458)
  }
}
