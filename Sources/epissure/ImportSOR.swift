import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreModel
import FibrePlanning
import FibreStore
import Foundation

/// `import sor`: reflectometer traces, held against the routes of a network.
struct ImportSOR: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sor",
    abstract: both("Compare des courbes de réflectométrie au réseau.", "Compares reflectometer traces with a network."),
    discussion: both(
      """
      Les deux sens d'une route sont moyennés, événement par événement. Câble et fibre du fichier disent la route, ou --of.
      Exemple : epissure import sor mesures/*.sor --network reseau.gpkg
      """,
      """
      Both directions of a route are averaged, event by event. Cable and fibre of the file tell the route, or --of.
      Example: epissure import sor traces/*.sor --network network.gpkg
      """))

  @Argument(help: ArgumentHelp(both("Fichiers .sor.", ".sor files."), valueName: "file"))
  var files: [String]
  @Option(
    name: .long,
    help: ArgumentHelp(both("Le réseau : un fichier .gpkg.", "The network: a .gpkg file."), valueName: "network"))
  var network: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "La route de toutes les courbes : un port, une fibre, un service ou une route déclarée.",
        "The route of all traces: a port, a fibre, a service or a declared route."), valueName: "code"))
  var of: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let traces = try files.map { (source: Self.name($0), trace: try Self.trace($0)) }
    let network = try Store.open(path: self.network).snapshot()
    let tracer = Tracer(network)
    let route = try of.map { try Self.route($0, tracer) }
    let review = tracer.review(traces, on: route, limits: MeasurementLimits(network.rules.optical))
    let sheet = MeasurementSheet(review, files: files.count)
    Output.result(output.json ? sheet.json.text : sheet.text(in: output.lang))
    if sheet.errorCount > 0 { throw ExitCode(Exit.refused) }
  }

  private static func trace(_ path: String) throws -> OTDRTrace {
    let bytes = try PlanFiles.bytes(path)
    do throws(SORFault) {
      return try OTDRTrace(sor: bytes)
    } catch {
      throw SORFailure(path: path, fault: error)
    }
  }

  private static func route(_ code: String, _ tracer: Tracer) throws -> OpticalRoute {
    do throws(MeasurementRefusal) {
      return try tracer.route(named: code)
    } catch {
      switch error {
      case .unknownFibre: throw CommandFailure.unknownCode(code)
      case .noRoute: throw CommandFailure.nothingThere(code)
      case .severalRoutes(_, let count): throw SeveralRoutes(code: code, count: count)
      }
    }
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// A code that names more routes than one trace can be of.
struct SeveralRoutes: Failure {
  let code: String
  let count: Int

  var exitCode: Int32 { Exit.refused }
  var sentence: Phrase {
    Phrase(
      "\(code) est sur \(count) routes. Donner un port ou une fibre de l'une d'elles.",
      "\(code) is on \(count) routes. Give a port or a fibre of one of them.")
  }
}

/// A reflectometer file that can't be read, and where it breaks.
struct SORFailure: Failure {
  let path: String
  let fault: SORFault

  var exitCode: Int32 { Exit.unusable }

  var sentence: Phrase {
    let what = fault.phrase
    return Phrase("\(path) : \(what.french)", "\(path): \(what.english)")
  }
}

extension SORFault {
  /// What is wrong, where, and what to do.
  fileprivate var phrase: Phrase {
    switch self {
    case .notSOR:
      Phrase(
        "ce n'est pas un fichier SOR (Telcordia SR-4731, versions 1 et 2).",
        "this is no SOR file (Telcordia SR-4731, versions 1 and 2).")
    case .cutShort(let block, let field, let offset, let needed, let left):
      Self.damaged(
        "à l'octet \(offset), bloc \(block), « \(field) » demande \(needed) octets, il en reste \(left)",
        "at byte \(offset), block \(block), “\(field)” needs \(needed) bytes, \(left) are left")
    case .textNotEnded(let block, let field, let offset):
      Self.damaged(
        "à l'octet \(offset), bloc \(block), le texte « \(field) » n'a pas de fin",
        "at byte \(offset), block \(block), the text “\(field)” has no end")
    case .blockBeyondFile(let block, let offset, let size, let fileSize):
      Self.damaged(
        "le bloc \(block) annonce \(size) octets à partir de \(offset), le fichier en a \(fileSize)",
        "block \(block) states \(size) bytes from \(offset) on, the file has \(fileSize)")
    case .blockRepeated(let block, let offset):
      Self.damaged(
        "à l'octet \(offset), le bloc \(block) est annoncé deux fois",
        "at byte \(offset), block \(block) is stated twice")
    case .blockMissing(let block): Self.damaged("le bloc \(block) manque", "block \(block) is missing")
    case .otherBlockName(let block, let offset, let found):
      Self.damaged(
        "à l'octet \(offset) commence « \(found) » au lieu du bloc \(block)",
        "at byte \(offset) “\(found)” begins instead of block \(block)")
    case .impossible(let block, let field, let offset, let value):
      Self.damaged(
        "à l'octet \(offset), bloc \(block), la valeur \(value) de « \(field) » n'existe pas",
        "at byte \(offset), block \(block), “\(field)” has the impossible value \(value)")
    }
  }

  private static func damaged(_ french: String, _ english: String) -> Phrase {
    Phrase(
      "le fichier est abîmé : \(french). L'exporter de nouveau de l'appareil.",
      "the file is damaged: \(english). Export it again from the instrument.")
  }
}
