import FibreDeliverables
import FibrePlanning

/// What is wrong with an instance, or with the answer to it.
enum CutoverFailure: Failure {
  case unreadable(path: String, error: PlanFileError)
  case unreadableTie(path: String, error: TieFileError)
  case refused(path: String, error: CutoverRefusal)
  case noPlan(path: String, reasons: [Phrase])
  /// Our checker refuses our own plan.
  case refusedByOurChecker([CutoverViolation])

  var exitCode: Int32 {
    switch self {
    case .unreadable(_, .notJSON), .unreadable(_, .otherFormat): Exit.unusable
    case .unreadable, .unreadableTie, .refused, .noPlan: Exit.refused
    case .refusedByOurChecker: Exit.defect
    }
  }

  var sentence: Phrase {
    switch self {
    case .unreadable(let path, let error): Self.phrase(path, error)
    case .unreadableTie(let path, let error): path + error.phrase
    case .refused(let path, let error): path + error.phrase
    case .noPlan(let path, let reasons):
      Phrase(
        "\(path) : aucun plan valide trouvé.\n" + reasons.map(\.french).joined(separator: "\n"),
        "\(path): no valid plan found.\n" + reasons.map(\.english).joined(separator: "\n"))
    case .refusedByOurChecker(let violations):
      Phrase(
        "Le plan trouvé ne passe pas la preuve ; rien n'a été écrit. C'est un défaut du programme.\n"
          + violations.map(\.phrase.french).joined(separator: "\n"),
        "The plan found does not pass its proof; nothing was written. This is a defect of the program.\n"
          + violations.map(\.phrase.english).joined(separator: "\n"))
    }
  }

  private static func phrase(_ path: String, _ error: PlanFileError) -> Phrase {
    switch error {
    case .notJSON(let place): place.whereWrong(in: path)
    case .otherFormat(let format):
      Phrase(
        "\(path) n'est pas une instance cutover-1 (format : \(format ?? "aucun")).",
        "\(path) is no cutover-1 instance (format: \(format ?? "none")).")
    default: PlanFileFailure(path: path, error: error).sentence
    }
  }
}

private func + (path: String, phrase: Phrase) -> Phrase {
  Phrase("\(path) : \(phrase.french)", "\(path): \(phrase.english)")
}

extension CutoverRefusal.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .closure: Phrase("le boîtier", "closure")
    case .cable: Phrase("le câble", "cable")
    case .tube: Phrase("le tube", "tube")
    case .service: Phrase("le service", "service")
    }
  }
}

extension CutoverRefusal {
  fileprivate var phrase: Phrase {
    switch self {
    case .noWindows: Phrase("aucune fenêtre de travaux. En donner au moins une.", "no work window. Give at least one.")
    case .noCrews: Phrase("aucune équipe. En donner au moins une.", "no crew. Give at least one.")
    case .noLiveTube:
      Phrase("aucun tube n'a de fibre en service : rien à basculer.", "no tube has a live fibre: nothing to move.")
    case .duplicate(let kind, let id):
      Phrase(
        "\(kind.phrase.french) \(id) est donné deux fois. N'en garder qu'un.",
        "\(kind.phrase.english) \(id) is given twice. Keep one.")
    case .unknown(let kind, let id, let owner):
      Phrase(
        "\(owner) nomme \(kind.phrase.french) \(id), qui n'existe pas. Corriger le nom.",
        "\(owner) names \(kind.phrase.english) \(id), which does not exist. Correct the name.")
    case .negative(let name, let owner, let value):
      Phrase(
        "\(owner) : \(name) vaut \(value), il faut 0 ou plus.", "\(owner): \(name) is \(value), wanted 0 or more.")
    case .tooLarge(let name, let owner, let value, let limit):
      Phrase(
        "\(owner) : \(name) vaut \(value), il faut \(limit) au plus.",
        "\(owner): \(name) is \(value), wanted \(limit) at most.")
    case .notPositive(let name, let owner, let value):
      Phrase(
        "\(owner) : \(name) vaut \(value), il faut 1 ou plus.", "\(owner): \(name) is \(value), wanted 1 or more.")
    default: phraseOfTubes
    }
  }

  private var phraseOfTubes: Phrase {
    switch self {
    case .noCandidate(let tube):
      Phrase(
        "le tube \(tube) a des fibres en service et aucun candidat. Lui donner un boîtier, ou live 0.",
        "tube \(tube) has live fibres and no candidate. Give it a closure, or live 0.")
    case .repeatedCandidate(let tube, let closure):
      Phrase(
        "le tube \(tube) nomme deux fois le candidat \(closure). N'en garder qu'un.",
        "tube \(tube) names candidate \(closure) twice. Keep one.")
    case .protectionCycle(let services):
      Phrase(
        "des services se protègent en rond : \(services.joined(separator: " → ")) → \(services.first ?? ""). Une seule jambe nomme l'autre.",
        "services protect one another in a ring: \(services.joined(separator: " → ")) → \(services.first ?? ""). Only one leg names the other."
      )
    case .closuresPerCrew(let count):
      Phrase(
        "max_bpe_per_crew_window vaut \(count) ; seul 1 est résolu.",
        "max_bpe_per_crew_window is \(count); only 1 is solved.")
    case .cordOnOneTube(let tube):
      Phrase("un cordon va du tube \(tube) à lui-même.", "a cord goes from tube \(tube) to itself.")
    case .serviceInSpareTube(let service, let tube):
      Phrase(
        "le service \(service) est dans le tube \(tube), qui n'a aucune fibre en service.",
        "service \(service) is in tube \(tube), which has no live fibre.")
    default: Phrase("données refusées.", "data refused.")
    }
  }
}

extension TieFileError {
  fileprivate var phrase: Phrase {
    switch self {
    case .empty: Phrase("le fichier est vide.", "the file is empty.")
    case .badHeader(let line):
      Phrase(
        "ligne \(line) : il faut « nœuds liens », deux nombres.", "line \(line): “nodes links” is wanted, two numbers.")
    case .tooManyNodes(let nodes, let limit):
      Phrase("\(nodes) nœuds, \(limit) au plus.", "\(nodes) nodes, \(limit) at most.")
    case .edgeCount(let stated, let found):
      Phrase("\(stated) liens annoncés, \(found) lus.", "\(stated) links announced, \(found) read.")
    case .badEdge(let line):
      Phrase(
        "ligne \(line) : il faut « u v poids », trois nombres entiers.",
        "line \(line): “u v weight” is wanted, three whole numbers.")
    case .noSuchNode(let line, let node, let nodes):
      Phrase(
        "ligne \(line) : le nœud \(node) n'existe pas (0 à \(nodes - 1)).",
        "line \(line): node \(node) does not exist (0 to \(nodes - 1)).")
    case .negativeWeight(let line, let weight):
      Phrase(
        "ligne \(line) : le poids \(weight) est négatif.", "line \(line): the weight \(weight) is negative.")
    case .weightTooLarge(let line):
      Phrase("ligne \(line) : le poids est trop grand.", "line \(line): the weight is too large.")
    }
  }
}
