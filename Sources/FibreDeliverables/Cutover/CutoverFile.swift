public import FibrePlanning
import Foundation

/// The file format `cutover-1`: an instance of the cut-over problem, and a plan for one, as JSON.
public enum CutoverFile {
  /// The name by which an instance tells its format.
  public static let format = "cutover-1"

  /// Reads an instance; nothing is checked but that every member is there and of its kind.
  public static func instance(_ bytes: [UInt8]) throws(PlanFileError) -> CutoverInstance {
    let data = Data(bytes)
    let name: String?
    do throws(PlanFileError) {
      name = try JSONReading.decode(FormatMember.self, data).format
    } catch .wrongType {
      throw .otherFormat(nil)
    }
    guard name == format else { throw .otherFormat(name) }
    return instance(try JSONReading.decode(CutoverDocument.self, data))
  }

  /// Reads the moves of a plan.
  public static func plan(_ bytes: [UInt8]) throws(PlanFileError) -> CutoverPlan {
    let document = try JSONReading.decode(MovesDocument.self, Data(bytes))
    return CutoverPlan(
      moves: document.moves.map {
        .init(tube: $0.tube, closure: $0.bpe, window: $0.window.value, crew: $0.crew.value)
      })
  }

  /// A plan with what is announced for it; the same plan gives the same bytes.
  public static func text(of plan: CutoverPlan, announcing members: [String: JSONValue] = [:]) -> String {
    document(of: plan, announcing: members).text
  }

  static func document(of plan: CutoverPlan, announcing members: [String: JSONValue]) -> JSONValue {
    var all = members
    all["moves"] = .array(
      plan.moves.map {
        .object([
          "tube": .string($0.tube), "bpe": .string($0.closure), "window": .integer($0.window),
          "crew": .integer($0.crew),
        ])
      })
    return .object(all)
  }

  private static func instance(_ document: CutoverDocument) -> CutoverInstance {
    CutoverInstance(
      name: document.name ?? "", parameters: parameters(document.params), crewCount: document.crews.value,
      windowCount: document.windows.value,
      closures: document.bpes.map {
        .init(
          id: $0.id, maxCrews: $0.maxCrews.value, freeTrays: $0.freeTrays.value,
          setupMinutes: ($0.setupMinutes ?? document.params.setupMinutes)?.value ?? 0)
      },
      cables: document.newCables.map {
        .init(id: $0.id, closure: $0.bpe, fibres: $0.fibres.value, modulo: $0.modulo.value)
      },
      tubes: document.tubes.map {
        .init(id: $0.id, liveFibres: $0.live.value, candidates: $0.candidates.map(candidate))
      },
      services: document.services.map(service),
      cords: document.crossConnects.map { .init(a: $0.a, b: $0.b, fibres: $0.fibres.value) },
      refusals: document.forbidden.map { .init(client: $0.client, windows: $0.windows.map(\.value)) })
  }

  private static func parameters(_ document: CutoverDocument.Parameters) -> CutoverInstance.Parameters {
    var parameters = CutoverInstance.Parameters()
    parameters.windowMinutes = document.windowMinutes.value
    parameters.reserveMinutes = document.reserveMinutes.value
    parameters.closeMinutes = document.closeMinutes.value
    parameters.spliceMinutes = document.spliceMinutes.value
    parameters.testMinutes = document.testMinutes.value
    parameters.tubeOpeningMinutes = document.tubeOpeningMinutes.value
    parameters.operatorQuota = document.operatorQuota.value
    parameters.tieFibres = document.tieFibres.value
    parameters.soakWindows = document.soakWindows.value
    parameters.modulo = document.modulo?.value ?? 12
    parameters.closuresPerCrew = document.closuresPerCrew?.value ?? 1
    return parameters
  }

  private static func candidate(_ row: CutoverDocument.Candidate) -> CutoverInstance.Candidate {
    .init(
      closure: row.bpe, cable: row.cable, isPassage: row.state.word == .passage, liveSplices: row.liveSplices.value,
      totalSplices: row.totalSplices.value, newMetres: row.newMetres.value)
  }

  private static func service(_ row: CutoverDocument.Service) -> CutoverInstance.Service {
    .init(
      id: row.id, tube: row.tube, client: row.client, operatorName: row.operatorName, fibres: row.fibres.value,
      isVital: row.serviceClass.word == .vital, maxOutageMinutes: row.maxOutageMinutes.value, protects: row.protects)
  }
}

/// A plan's moves as they stand in the file.
private struct MovesDocument: Decodable {
  let moves: [Move]

  struct Move: Decodable {
    let tube: String
    let bpe: String
    let window: WholeNumber
    let crew: WholeNumber
  }
}
