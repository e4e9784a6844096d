public import FibrePlanning
import Foundation

/// A member of a plan's `certificate`, as the file states it and as a proof counted it.
public struct PlanClaim: Hashable, Sendable {
  public let member: String
  public let stated: String
  public let counted: String
}

extension PlanFile {
  /// What the `certificate` of a plan file states otherwise than a proof of the same plan has counted, in order of member.
  ///
  /// A member that the file leaves out states nothing.
  public static func falseClaims(
    in bytes: [UInt8], against certificate: Certificate
  ) throws(PlanFileError) -> [PlanClaim] {
    guard let stated = try JSONReading.decode(ClaimsDocument.self, Data(bytes)).certificate else { return [] }
    let figures: [(member: String, stated: Int?, counted: Int)] = [
      ("deadFibres", stated.deadFibres?.value, certificate.deadFibres),
      ("servicesBefore", stated.servicesBefore?.value, certificate.servicesBefore),
      ("servicesMoved", stated.servicesMoved?.value, certificate.servicesMoved),
      ("statesReplayed", stated.statesReplayed?.value, certificate.statesReplayed),
      ("unchanged", stated.unchanged?.value, certificate.unchanged),
    ]
    var claims = figures.compactMap { figure in
      figure.stated.flatMap { stated in
        stated == figure.counted
          ? nil : PlanClaim(member: figure.member, stated: "\(stated)", counted: "\(figure.counted)")
      }
    }
    if let sameFarEnd = stated.sameFarEnd, sameFarEnd != certificate.sameFarEnd {
      claims.append(
        PlanClaim(member: "sameFarEnd", stated: "\(sameFarEnd)", counted: "\(certificate.sameFarEnd)"))
    }
    return claims.sorted { $0.member < $1.member }
  }
}

private struct ClaimsDocument: Decodable {
  let certificate: Counts?

  struct Counts: Decodable {
    let servicesBefore: WholeNumber?
    let servicesMoved: WholeNumber?
    let unchanged: WholeNumber?
    let sameFarEnd: Bool?
    let statesReplayed: WholeNumber?
    let deadFibres: WholeNumber?
  }
}
