public import ArgumentParser
import FibreDeliverables
import FibreDiagrams
import FibreModel
import FibrePlanning
import FibreStore

extension DiagramKind: ExpressibleByArgument {}
extension NetworkFolding: ExpressibleByArgument {}

/// `diagram`: the network, one site, closure or route, a migration, the layers of the code.
struct DiagramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: both(
      "Dessine le réseau, une boîte, une route, une migration.", "Draws the network, a closure, a route, a migration."),
    discussion: both(
      """
      Le nom du fichier dit le format : .dot, .svg, .pdf ou .png ; un boîtier est dessiné au point près, sans .dot.
      Exemple : epissure diagram reseau.gpkg --kind closure --of BPE-AMI-003 --out boite.svg
      Un grand réseau : epissure diagram reseau.gpkg --kind network --fold commune --out carte.pdf
      Un voisinage : epissure diagram reseau.gpkg --kind network --around BPE-AMI-003 --radius 2 --out autour.svg
      Au-delà de \(WholeNetwork.pictureLimit) lieux et sans --fold, une image est repliée par SRO et un .dot dit tout.
      """,
      """
      The file's name says the format: .dot, .svg, .pdf or .png; a closure is drawn to the point, without .dot.
      Example: epissure diagram network.gpkg --kind closure --of BPE-AMI-003 --out closure.svg
      A large network: epissure diagram network.gpkg --kind network --fold commune --out map.pdf
      A neighbourhood: epissure diagram network.gpkg --kind network --around BPE-AMI-003 --radius 2 --out around.svg
      Beyond \(WholeNetwork.pictureLimit) places and without --fold, a picture is folded by SRO and a .dot says all.
      """))

  @Argument(
    help: ArgumentHelp(
      both(
        "Le réseau : un fichier .gpkg. Les couches du programme (layers) s'en passent.",
        "The network: a .gpkg file. The layers of the program need none."), valueName: "network"))
  var network: String?
  @Option(name: .long, help: ArgumentHelp(both("Ce qu'il faut dessiner.", "What to draw.")))
  var kind: DiagramKind
  @Option(
    name: .long,
    help: ArgumentHelp(
      both(
        "Code de l'objet : site, boîte, port, fibre ou service.",
        "Code of the object: site, closure, port, fibre or service."), valueName: "code"))
  var of: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      both("Le plan (plan.json), pour une migration.", "The plan (plan.json), for a migration."), valueName: "file"))
  var plan: String?
  @OptionGroup var view: NetworkView
  @Option(name: .long, help: ArgumentHelp(both("Fichier à écrire.", "File to write."), valueName: "file"))
  var out: String
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if network == nil, kind != .layers {
      throw ValidationError(both("Donner le réseau : un fichier .gpkg.", "Give the network: a .gpkg file."))
    }
    if format == nil {
      throw ValidationError(
        both("\(out) : donner un nom en .dot, .svg, .pdf ou .png.", "\(out): give a name in .dot, .svg, .pdf or .png."))
    }
    if kind == .closure, format == .dot {
      throw ValidationError(
        both("Un boîtier se dessine en .svg, .pdf ou .png.", "A closure is drawn as .svg, .pdf or .png."))
    }
    if of == nil, [.site, .closure, .route].contains(kind) {
      throw ValidationError(
        both("--kind \(kind.rawValue) demande --of CODE.", "--kind \(kind.rawValue) needs --of CODE."))
    }
    if kind != .network, view.isAsked {
      throw ValidationError(
        both(
          "--fold, --around et --radius vont avec --kind network.",
          "--fold, --around and --radius go with --kind network."))
    }
    if plan == nil, kind == .migration {
      throw ValidationError(
        both("--kind migration demande --plan plan.json.", "--kind migration needs --plan plan.json."))
    }
  }

  private var format: DrawingFormat? {
    out.lastIndex(of: ".").flatMap { DrawingFormat(rawValue: String(out[out.index(after: $0)...])) }
  }

  func run() throws {
    guard let format else { throw CommandFailure.unknownFormat(out) }
    let bytes = try bytes(format)
    let slash = out.lastIndex(of: "/")
    let folder = slash.map { String(out[..<$0]) } ?? "."
    let name = slash.map { String(out[out.index(after: $0)...]) } ?? out
    try Deliverable(name: name, bytes: bytes).write(to: folder.isEmpty ? "/" : folder)
    Output.written([name], to: folder, output)
  }

  private func bytes(_ format: DrawingFormat) throws -> [UInt8] {
    guard let path = network, kind != .layers else {
      return try Graphviz.render(LayersDiagram(output.lang).dot, as: format)
    }
    let network = try Store.open(path: path).snapshot()
    if kind == .network { return try view.bytes(network, as: format, output.lang) }
    if kind == .closure { return try closure(of: network, of ?? "", format) }
    return try Graphviz.render(try drawing(of: network, of ?? ""), as: format)
  }

  private func closure(of network: Network, _ code: String, _ format: DrawingFormat) throws -> [UInt8] {
    guard let box = network.box(named: code) else { throw CommandFailure.unknownCode(code) }
    let pages = ClosureDrawing(ClosureContents(network, box), output.lang).drawings
    return switch format {
    case .svg, .dot: Array(Drawing.svg(pages, title: code).utf8)
    case .pdf: try Drawing.pdf(pages, title: code)
    case .png: try Drawing.png(pages)
    }
  }

  private func drawing(of network: Network, _ code: String) throws -> String {
    switch kind {
    case .layers, .closure: preconditionFailure("\(kind.rawValue) is drawn elsewhere")
    case .network: return NetworkDiagram(network, output.lang).dot
    case .site:
      guard let site = network.site(named: code) else { throw CommandFailure.unknownCode(code) }
      return SiteDiagram(network, site, output.lang).dot
    case .route:
      guard let target = network.traceTarget(named: code) else { throw CommandFailure.unknownCode(code) }
      guard let route = Tracer(network).routes(through: target).first else { throw CommandFailure.nothingThere(code) }
      return RouteDiagram(route, in: network, output.lang).dot
    case .migration:
      let file = plan ?? ""
      return MigrationDiagram(try PlanFiles.plan(file, try PlanFiles.bytes(file)), on: network, output.lang).dot
    }
  }
}
