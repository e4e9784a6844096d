public import FibreModel

/// What a crew says of a joint, kept with it under names of its own.
public enum AsDoneFacts {
  static let measuredLoss = "measuredLossDecibels"
  static let doneBy = "doneBy"
  static let doneAt = "doneAt"
  static let remark = "asDoneRemark"
  /// The line that a joint made otherwise than planned comes from.
  static let source = "asDone"

  /// The loss that a crew measured on a joint, or nothing.
  public static func measuredLoss(of joint: Joint) -> Loss? {
    joint.attributes[measuredLoss].flatMap { loss($0) }
  }

  /// Whole decibels, a point and six decimals: `0.070000`.
  static func text(_ loss: Loss) -> String {
    let digits = String(loss.microdecibels.magnitude)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    return (loss < .zero ? "-" : "") + padded.dropLast(6) + "." + padded.suffix(6)
  }

  private static func loss(_ text: String) -> Loss? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 6, let units = Int64(parts[0] + parts[1]) else { return nil }
    return Loss(microdecibels: units)
  }
}
