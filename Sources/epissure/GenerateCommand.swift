import ArgumentParser
import FibreDeliverables
import FibreExchange
import FibreSamples

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: both("Écrit un réseau d'exemple.", "Writes a sample network."),
    subcommands: [GenerateDepartment.self, GenerateReference.self], defaultSubcommand: GenerateDepartment.self)
}

/// `generate rip80`: the reference network as a GraceTHD delivery.
struct GenerateReference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rip80",
    abstract: both(
      "Le réseau de référence (fictif), en livraison GraceTHD v2, et un programme de travaux (fictif).",
      "The (fictional) reference network, as a GraceTHD v2 delivery, and a (fictional) works programme."),
    discussion: both(
      "Exemple : epissure generate rip80 --seed 1 --out rip80/",
      "Example: epissure generate rip80 --seed 1 --out rip80/"))

  @Option(
    name: .long,
    help: ArgumentHelp(both("Graine : la même donne les mêmes octets.", "Seed: the same one gives the same bytes.")))
  var seed: UInt64 = 1

  @Option(name: .long, help: ArgumentHelp(both("Dossier à écrire.", "Folder to write."), valueName: "dir"))
  var out: String

  @OptionGroup var target: SampleTarget
  @OptionGroup var output: OutputOptions

  func run() throws {
    let network = try ReferenceNetwork(seed: seed).delivery().files()
      .map { Deliverable(name: $0.name, bytes: $0.bytes) }
    let sample = SampleProgramme(seed: seed)
    let programme = ProgrammeFiles(of: sample.programme, sample.snapshots).files
      .map { Deliverable(name: "programme/" + $0.name, bytes: $0.bytes) }
    let files = network + programme
    let names = Set(files.map(\.name))
    try target.check(out) { found in names.isSubset(of: found) && Set(found).subtracting(names) == ["programme"] }
    try files.write(to: out)
    Output.written(files.map(\.name), to: out, output)
  }
}
