import FibreModel
import FibrePlanning

/// Every rule there is, on one network.
enum NetworkCheck {
  static func findings(in network: Network) -> [Finding] { network.quarantine.map(\.finding) }
}
