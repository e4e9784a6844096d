import FibreDeliverables
import FibreModel
import FibrePlanning
import FibreSamples
import FibreStore

/// What only the command line can get wrong.
enum CommandFailure: Failure {
  case unknownCode(String)
  case nothingThere(String)
  case unknownPlace(String)
  case unknownPassage(String)
  case unknownSection(String)
  case strictRefusal(errors: Int)
  case unreadable(String)
  case outputNotWritten
  case movedOn(plan: String, from: Int, since: [HistoryEntry])
  /// A plan made for a store that holds the same revision with another content.
  case planOfOtherStore(plan: String, revision: Int)
  /// The certificate in a plan file states something else than its proof counts.
  case falseCertificate(plan: String, [PlanClaim])
  case unknownNight(Int)
  /// No window is left to plan in.
  case noNightLeft
  case nightApplied(Int)
  case nightOutOfOrder(Int, next: Int)
  case nightNotApplied(Int)
  case nightUnderOthers(Int, later: [Int])
  case untraceable(String)
  /// Nothing is done there then; the nights of that closure and the closures of that night.
  case noSheet(nights: [Int], places: [String])
  /// What is to be written has an empty name.
  case noTarget
  /// A sample would replace a network.
  case targetIsFile(String)
  /// A sample would be written among other files.
  case targetNotEmpty(String)
  /// A number of plugs that no network is made of.
  case plugNumber(Int)
  case unknownFormat(String)
  case tooLargeForPicture(places: Int, limit: Int)
  case tooManyAround(String, places: Int, limit: Int, legibleRadius: Int)
  case nothingToFoldBy(commune: Bool)
  /// Our checker refuses our own planner's plan.
  case planRefusedByOurChecker(PlanViolations)

  var exitCode: Int32 {
    switch self {
    case .unreadable, .outputNotWritten: Exit.unusable
    case .planRefusedByOurChecker: Exit.defect
    default: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .unknownCode(let code):
      Phrase(
        "Rien ne porte le code « \(code) » dans ce réseau. Un port s'écrit TIROIR:n, une fibre TRONÇON:n.",
        "Nothing has the code “\(code)” in this network. A port is PANEL:n, a fibre SECTION:n.")
    case .untraceable(let code):
      Phrase(
        "\(code) existe, mais rien ne s'y suit. Donner un port TIROIR:n, une fibre TRONÇON:n, une prise, un boîtier ou un service.",
        "\(code) exists, but can't be followed. Give a port PANEL:n, a fibre SECTION:n, an outlet, a closure or a service."
      )
    case .unknownPlace(let code):
      Phrase(
        "Aucun site, aucune salle, aucun tiroir ni boîtier ne s'appelle « \(code) ».",
        "No site, room, panel or closure is called “\(code)”.")
    case .unknownPassage(let code):
      Phrase(
        "Aucun site, boîtier, câble, tronçon, conduite, cheminement ni rue ne s'appelle « \(code) ».",
        "No site, closure, cable, section, duct, pathway or street is called “\(code)”.")
    case .unknownSection(let code):
      Phrase("Aucun tronçon ni câble ne s'appelle « \(code) ».", "No cable or section is called “\(code)”.")
    case .tooLargeForPicture(let places, let limit):
      Phrase(
        "\(places) lieux ne se lisent pas sur une image (\(limit) au plus). Donner --fold sro ou commune, --around CODE, ou un fichier .dot.",
        "\(places) places can't be read in a picture (\(limit) at most). Give --fold sro or commune, --around CODE, or a .dot file."
      )
    case .tooManyAround(let code, let places, let limit, let radius):
      Phrase(
        "Ce rayon autour de \(code) prend \(places) lieux ; une image en montre \(limit) au plus. --radius \(radius) s'y tient, un fichier .dot les prend tous.",
        "This radius around \(code) takes \(places) places; a picture shows \(limit) at most. --radius \(radius) keeps to that, a .dot file takes them all."
      )
    case .nothingToFoldBy(let commune):
      commune
        ? Phrase(
          "Aucune adresse de ce réseau ne donne de commune : rien par quoi le replier.",
          "No address of this network has a commune: nothing to fold it by.")
        : Phrase(
          "Ce réseau n'a ni PoP, ni NRO, ni SRO situé : rien par quoi le replier.",
          "This network has no PoP, NRO or SRO at a place: nothing to fold it by.")
    case .nothingThere(let code):
      Phrase("Rien n'est raccordé à \(code).", "Nothing is joined at \(code).")
    case .strictRefusal(let errors):
      Phrase(
        "Rien n'a été écrit : \(french: errors, "erreur(s)") et --strict. Corriger la livraison, ou relire sans --strict.",
        "Nothing was written: \(english: errors, "error(s)") and --strict. Correct the delivery, or import without --strict."
      )
    case .unreadable(let path):
      Phrase(
        "\(path) ne peut pas être lu. Vérifier le chemin et les droits.",
        "\(path) can't be read. Check the path and the permissions.")
    case .outputNotWritten:
      Phrase(
        "La sortie standard ne peut pas être écrite. Vérifier la place là où elle est dirigée.",
        "Standard output can't be written. Check the space where it is directed.")
    case .unknownFormat(let path):
      Phrase(
        "\(path) : donner un nom en .dot, .svg, .pdf ou .png.", "\(path): give a name in .dot, .svg, .pdf or .png.")
    case .noTarget:
      Phrase(
        "Le nom de ce qui doit être écrit est vide. En donner un.",
        "The name of what is to be written is empty. Give one.")
    case .targetIsFile(let path):
      Phrase(
        "\(path) existe déjà : rien n'a été écrit. Donner un autre nom, ou --replace pour le remplacer.",
        "\(path) is there already: nothing was written. Give another name, or --replace to replace it.")
    case .targetNotEmpty(let path):
      Phrase(
        "\(path) contient autre chose qu'un exemple déjà écrit : rien n'a été écrit. Donner un dossier vide, ou --replace pour écrire par-dessus.",
        "\(path) holds something else than a sample written before: nothing was written. Give an empty folder, or --replace to write over it."
      )
    case .plugNumber(let plugs):
      Phrase(
        "--plugs \(plugs) : donner de \(DepartmentNetwork.plugNumbers.lowerBound) à \(french: DepartmentNetwork.plugNumbers.upperBound, "prise(s)").",
        "--plugs \(plugs): give from \(DepartmentNetwork.plugNumbers.lowerBound) to \(english: DepartmentNetwork.plugNumbers.upperBound, "plug(s)")."
      )
    case .noSheet(let nights, let places):
      Phrase(
        "Rien n'est à faire dans ce lieu cette nuit-là. Nuits de ce lieu : \(Self.list(nights) ?? "aucune") ; lieux de cette nuit : \(Self.list(places) ?? "aucun").",
        "Nothing is to be done in that place that night. Nights of the place: \(Self.list(nights) ?? "none"); places of the night: \(Self.list(places) ?? "none")."
      )
    case .planRefusedByOurChecker(let violations):
      Phrase(
        "Le plan trouvé ne passe pas la preuve ; rien n'a été écrit. C'est un défaut du programme.\n\(violations.lines(.french))",
        "The plan found does not pass its proof; nothing was written. This is a defect of the program.\n\(violations.lines(.english))"
      )
    case .noNightLeft:
      Phrase(
        "Il ne reste aucune fenêtre de travaux où planifier. En donner avec --windows.",
        "No work window is left to plan in. Give some with --windows.")
    default: nightSentence
    }
  }

  private var nightSentence: Phrase {
    switch self {
    case .movedOn(let plan, let revision, let since) where since.isEmpty:
      Phrase(
        "\(plan) a été fait pour la révision \(revision), que ce réseau n'a pas. Donner le réseau du plan, ou refaire le plan.",
        "\(plan) was made for revision \(revision), which this network does not have. Give the plan's network, or plan again."
      )
    case .movedOn(let plan, let revision, let since):
      Phrase(
        "\(plan) a été fait pour la révision \(revision), et le réseau a changé depuis : \(HistoryEntry.list(since).french). Refaire le plan.",
        "\(plan) was made for revision \(revision), and the network has changed since: \(HistoryEntry.list(since).english). Plan again."
      )
    case .planOfOtherStore(let plan, let revision):
      Phrase(
        "\(plan) a été fait pour un autre réseau : à la révision \(revision), celui-ci avait un autre contenu. Donner le réseau du plan, ou refaire le plan.",
        "\(plan) was made for another network: at revision \(revision), this one held something else. Give the plan's network, or plan again."
      )
    case .falseCertificate(let plan, let claims):
      Phrase(
        "Le plan est juste, mais le certificat écrit dans \(plan) ne l'est pas : "
          + claims.map { "\($0.member) : \($0.stated) au lieu de \($0.counted)" }.joined(separator: " ; ")
          + ". Refaire le plan, ou demander d'où vient ce fichier.",
        "The plan is right, but the certificate in \(plan) is not: "
          + claims.map { "\($0.member): \($0.stated) instead of \($0.counted)" }.joined(separator: "; ")
          + ". Plan again, or ask where this file comes from.")
    case .unknownNight(let night):
      Phrase("Ce plan n'a pas de nuit \(night).", "This plan has no night \(night).")
    case .nightApplied(let night):
      Phrase("La nuit \(night) est déjà inscrite.", "Night \(night) is applied already.")
    case .nightOutOfOrder(let night, let next):
      Phrase(
        "La nuit \(night) ne peut pas venir avant la nuit \(next).", "Night \(night) can't come before night \(next).")
    case .nightUnderOthers(let night, let later):
      Phrase(
        "La nuit \(night) ne peut pas être défaite sous celles qui ont suivi. Défaire d'abord, dans cet ordre : \(later.reversed().map(String.init).joined(separator: ", ")).",
        "Night \(night) can't be undone under those that came after it. Undo first, in this order: \(later.reversed().map(String.init).joined(separator: ", "))."
      )
    case .nightNotApplied(let night):
      Phrase("La nuit \(night) de ce plan n'est pas inscrite.", "Night \(night) of this plan is not applied.")
    default: Phrase("Demande refusée.", "Request refused.")
    }
  }

  /// Separated by commas; nothing where there is nothing.
  private static func list(_ items: [some CustomStringConvertible]) -> String? {
    items.isEmpty ? nil : items.map(\.description).joined(separator: ", ")
  }
}

extension PlanningRefusal: Failure {
  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .unknownSite(let site):
      Phrase(
        "Aucun site ne s'appelle « \(site) ». Donner son code (st_code) ou son nom d'usage (st_codeext).",
        "No site is called “\(site)”. Give its code (st_code) or its owner's name (st_codeext).")
    case .sameSite(let site):
      Phrase(
        "Le départ et l'arrivée sont le même site, \(site). Donner deux sites différents.",
        "Both ends are the same site, \(site). Give two different ones.")
    case .nothingLive(let site):
      Phrase(
        "Aucune fibre en service ne part des ports de \(site) : il n'y a rien à déplacer.",
        "No live fibre starts at the ports of \(site): there is nothing to move.")
    case .nothingLands(let cable, let others):
      Phrase(
        """
        Rien n'arrive par le câble \(cable) : aucun de ses tubes libres ne part du site d'arrivée vers un boîtier. \
        Câbles d'arrivée : \(others.map(\.rawValue).joined(separator: ", ")).
        """,
        """
        Nothing lands on cable \(cable): none of its free tubes leaves the new site for a closure. \
        Landing cables: \(others.map(\.rawValue).joined(separator: ", ")).
        """)
    case .noLanding(let from, let to):
      Phrase(
        "Aucun chemin : aucun câble venant de \(to) n'arrive dans une boîte où passent les liaisons de \(from). Poser ou saisir ces câbles d'abord.",
        "No path: no cable from \(to) lands in a closure on the routes of \(from). Lay or record those cables first.")
    case .noWindows:
      Phrase(
        "La livraison ne donne aucune fenêtre de travaux. Ajouter windows.csv et la relire.",
        "The delivery gives no work window. Add windows.csv and import it again.")
    case .noUsableWindow(let count, let crews, let last, let accepted):
      Phrase(
        """
        Aucune des \(count) fenêtres ne sert : au plus \(french: crews, "équipe(s)") par fenêtre, la dernière le \(last), \
        premier câble recetté le \(accepted.map(\.description) ?? "(aucune recette exigée)"). Corriger windows.csv.
        """,
        """
        None of the \(count) windows is of use: at most \(english: crews, "crew(s)") in each, the last on \(last), the \
        first cable accepted on \(accepted.map(\.description) ?? "(no acceptance asked)"). Correct windows.csv.
        """)
    }
  }
}

extension CutRefusal: Failure {
  var exitCode: Int32 { Exit.refused }

  var sentence: Phrase {
    switch self {
    case .unknown(let code): CommandFailure.unknownCode(code).sentence
    case .ambiguous(let code, let candidates):
      Phrase(
        "« \(code) » désigne plusieurs objets : \(Self.list(candidates, .french)). Écrire \(Self.words(code, candidates, " ou ")).",
        "“\(code)” names several objects: \(Self.list(candidates, .english)). Write \(Self.words(code, candidates, " or "))."
      )
    case .otherKind(let code, let kind, let candidates):
      Phrase(
        "« \(code) » ne désigne rien de ce genre (\(kind.label(.french))), mais : \(Self.list(candidates, .french)). Retirer --kind \(kind.rawValue).",
        "“\(code)” names nothing of this kind (\(kind.label(.english))), but: \(Self.list(candidates, .english)). Leave out --kind \(kind.rawValue)."
      )
    case .noSuchNumber(let number, let owner):
      Phrase("\(owner) n'a pas de numéro \(number).", "\(owner) has no number \(number).")
    }
  }

  private static func list(_ candidates: [Candidate], _ language: Language) -> String {
    candidates.map { "\($0.name) (\($0.kind.label(language)))" }.joined(separator: ", ")
  }

  /// What to type for each: its kind before the code where that tells them apart, else its own code.
  private static func words(_ code: String, _ candidates: [Candidate], _ or: String) -> String {
    candidates.map { one in
      let isAlone = candidates.count { $0.kind == one.kind } == 1
      return "\(one.kind.rawValue):\(isAlone ? code : one.code)"
    }.joined(separator: or)
  }
}
