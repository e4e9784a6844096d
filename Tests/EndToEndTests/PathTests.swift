import FibreTestSupport
import Foundation
import Testing

/// `path` and `headroom` as people run them on the reference network.
@Suite struct PathTests {
  private let network: String

  init() throws { network = try ReferencePlan.made().network }

  /// Words of a request, by the name of its golden files.
  private static let requests: [(name: String, code: Int32, words: [String])] = [
    ("path", 0, ["path", "--from", "POP-AMI-IT", "--to", "BPE-AMI-003", "--fibres", "4", "-k", "3"]),
    ("path-via", 0, ["path", "--from", "POP-AMI-IT", "--to", "BPE-AMI-003", "--via", "BPE-AMI-011", "-k", "2"]),
    ("path-apart", 0, ["path", "--from", "POP-AMI-IT", "--to", "BPE-AMI-003", "--disjoint", "duct"]),
    ("path-shared", 0, ["path", "--from", "POP-AMI-SF", "--to", "SRO-CAM", "--disjoint", "cable"]),
    ("path-too-lossy", 1, ["path", "--from", "POP-AMI-IT", "--to", "BPE-AMI-003", "--max-loss", "0.3"]),
    ("path-blocked", 1, ["path", "--from", "POP-AMI-IT", "--to", "BPE-AMI-009", "--fibres", "250"]),
    ("headroom", 0, ["headroom", "--from", "POP-AMI-IT", "--to", "BPE-AMI-003", "--fibres", "2"]),
  ]

  @Test(arguments: requests.indices, ["fr", "en"]) func textIsTheGoldenOne(request: Int, language: String) throws {
    let (name, code, words) = Self.requests[request]
    let answer = try Program.run([words[0], network] + words.dropFirst() + ["--lang", language])
    #expect(answer.code == code, "\(answer.remarks)")
    try Golden.check(answer.output, "\(name).\(language).txt")
  }

  @Test(arguments: requests.indices) func theDocumentIsTheGoldenOneInAnyLanguage(request: Int) throws {
    let (name, code, words) = Self.requests[request]
    for language in ["fr", "en"] {
      let answer = try Program.run([words[0], network] + words.dropFirst() + ["--json", "--lang", language])
      #expect(answer.code == code, "\(answer.remarks)")
      try Golden.check(answer.output, "\(name).json")
    }
  }

  // MARK: Bad requests

  @Test func whatCannotBeAskedIsRefused() throws {
    let ends = ["--from", "POP-AMI-IT", "--to", "BPE-AMI-003"]
    let cases: [(words: [String], code: Int32, says: String)] = [
      (["path", "--from", "POP-AMI-IT", "--to", "NULLE-PART"], 1, "NULLE-PART"),
      (["path", "--from", "POP-AMI-IT", "--to", "POP-AMI-IT"], 1, "même"),
      (["path"] + ends + ["--fibres", "0"], 1, "au moins"),
      (["path"] + ends + ["--fibres", "-1"], 1, "au moins"),
      (["path"] + ends + ["-k", "0"], 1, "au moins"),
      (["path"] + ends + ["-k", "-3"], 1, "au moins"),
      (["path"] + ends + ["--max-loss", "-1"], 64, "--max-loss"),
      (["path"] + ends + ["-k", "1001"], 1, "1000 au plus"),
      (["path"] + ends + ["--avoid", "POP-AMI-IT"], 1, "POP-AMI-IT est un bout du chemin"),
      (["path"] + ends + ["--avoid", ""], 1, "ne s'appelle"),
      (
        ["path"] + ends + ["--via", "BPE-AMI-011", "--avoid", "BPE-AMI-011"], 1,
        "--via BPE-AMI-011 et --avoid BPE-AMI-011 s'excluent"
      ),
      (["path"] + ends + ["--via", "rue de Nulle-Part"], 1, "rue de Nulle-Part"),
      (["path"] + ends + ["--disjoint", "duct", "-k", "2"], 64, "--disjoint"),
      (["headroom"] + ends + ["--fibres", "-1"], 1, "au moins"),
      (["headroom"] + ends + ["--cable", "0"], 1, "--cable 0"),
      (["headroom"] + ends + ["--cable", "9223372036854775807"], 1, "au plus"),
      (["headroom"] + ends + ["--along", "CAB-NULLE-PART"], 1, "CAB-NULLE-PART"),
    ]
    for (words, code, text) in cases {
      let answer = try Program.run([words[0], network] + words.dropFirst())
      #expect(answer.code == code && answer.remarks.contains(text), "\(words): \(answer.code) \(answer.remarks)")
      #expect(answer.output.isEmpty, "\(words)")
    }
  }
}
