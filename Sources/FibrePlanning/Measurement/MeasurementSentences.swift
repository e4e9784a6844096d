import FibreModel

// Numbers in sentences: each language has its own sign between whole and decimals.

extension Loss {
  /// With two decimals, halves away from zero.
  var decibelsSentence: Sentence {
    let hundredths = (microdecibels.magnitude + 5_000) / 10_000
    let sign = microdecibels < 0 && hundredths > 0 ? "-" : ""
    return decimal("\(sign)\(hundredths / 100)", padded(hundredths % 100, 2))
  }
}

extension Length {
  /// In kilometres, to the metre, halves away from zero.
  var kilometresSentence: Sentence {
    let metres = (millimetres.magnitude + 500) / 1000
    return decimal("\(millimetres < 0 && metres > 0 ? "-" : "")\(metres / 1000)", padded(metres % 1000, 3))
  }
}

extension MeasuredEvent {
  /// `38.412 km: 14 m after BPE-AMI-003`.
  var whereabouts: Sentence { "\(position.kilometresSentence) km: \(place.sentence)" }
}

extension ExpectedEvent {
  /// `38.412 km: at BPE-AMI-003`.
  var whereabouts: Sentence {
    "\(position.kilometresSentence) km: \(EventPlace(code: code, distance: .zero).sentence)"
  }
}

extension EventPlace {
  fileprivate var sentence: Sentence {
    let metres = Int((distance.millimetres.magnitude + 500) / 1000)
    if metres == 0 { return "at \(code)" }
    return distance > .zero ? "\(metres) m after \(code)" : "\(metres) m before \(code)"
  }
}

private func decimal(_ whole: String, _ decimals: String) -> Sentence { "\(whole).\(decimals)" }

private func padded(_ number: UInt64, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
