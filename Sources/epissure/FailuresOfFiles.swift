import FibreDeliverables
import FibreDiagrams
import FibreExchange
import FibreModel
import FibreStore
import Foundation

// What errors about files and stores say to a person. The errors hold facts; these are the only sentences made of them.

extension DeliveryError: Failure {
  var exitCode: Int32 { Exit.unusable }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase(
        "\(path) n'existe pas. Donner le dossier de la livraison GraceTHD.",
        "\(path) does not exist. Give the folder of the GraceTHD delivery.")
    case .noTable(let path):
      Phrase(
        "\(path) ne contient aucune table GraceTHD (t_cable.csv, t_noeud.shp…). Donner le dossier qui les contient.",
        "\(path) holds no GraceTHD table (t_cable.csv, t_noeud.shp…). Give the folder that holds them.")
    }
  }
}

extension WindowsFileError: Failure {
  var exitCode: Int32 {
    switch self {
    case .missing: Exit.unusable
    case .empty, .refused: Exit.refused
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing(let path):
      Phrase(
        "\(path) n'existe pas. Donner un fichier de fenêtres, comme windows.csv.",
        "\(path) does not exist. Give a file of windows, like windows.csv.")
    case .empty(let path):
      Phrase("\(path) ne donne aucune fenêtre. En ajouter.", "\(path) gives no window. Add some.")
    case .refused(let path, let findings):
      Phrase(
        "\(path) ne peut pas servir :\n\(FindingReport(findings).text(in: .french))",
        "\(path) can't be used:\n\(FindingReport(findings).text(in: .english))")
    }
  }
}

extension StoreError: Failure {
  var exitCode: Int32 {
    switch self {
    case .stale, .refused, .notUndoable, .alreadyUndone, .overwritten: Exit.refused
    default: Exit.unusable
    }
  }

  var sentence: Phrase {
    switch self {
    case .missing, .notAStore, .newerVersion, .damaged: unusableSentence
    case .locked, .readOnly, .diskFull, .writeFailed, .notAccessible, .failed: accessSentence
    case .stale, .refused, .notUndoable, .alreadyUndone, .overwritten: refusalSentence
    }
  }

  private var unusableSentence: Phrase {
    switch self {
    case .missing(path: ""):
      Phrase(
        "Le nom du réseau est vide. Donner un fichier .gpkg.", "The name of the network is empty. Give a .gpkg file.")
    case .missing(let path):
      Phrase(
        "\(path) n'existe pas. Le créer avec « epissure import gracethd DOSSIER --into \(path) ».",
        "\(path) does not exist. Make it with “epissure import gracethd DIR --into \(path)”.")
    case .newerVersion(let path, let found, let known):
      Phrase(
        "\(path) est de la version \(found) ; ce programme connaît les versions jusqu'à \(known). Mettre le programme à jour.",
        "\(path) is of version \(found); this program knows versions up to \(known). Update the program.")
    case .damaged(let path, let table, let column):
      Phrase(
        "\(path) est abîmé : la colonne \(column) de la table \(table) ne contient pas ce qu'il faut. Reprendre une sauvegarde ou relire la livraison.",
        "\(path) is damaged: column \(column) of table \(table) does not hold what it should. Take a backup or import the delivery again."
      )
    case .notAStore(let path):
      Phrase(
        "\(path) n'est pas un réseau d'Épissure. Donner un fichier .gpkg fait par « epissure import ».",
        "\(path) is no network of Épissure. Give a .gpkg file made by “epissure import”.")
    default: accessSentence
    }
  }

  private var accessSentence: Phrase {
    switch self {
    case .locked(let path, _):
      Phrase(
        "Un autre programme tient \(path) (QGIS ?). Le fermer, puis recommencer ; rien n'a été changé.",
        "Another program holds \(path) (QGIS?). Close it and try again; nothing was changed.")
    case .readOnly(let path):
      Phrase(
        "\(path) ne peut pas être écrit. Changer ses droits, ou en travailler une copie.",
        "\(path) can't be written. Change its permissions, or work on a copy.")
    case .diskFull(let path):
      Phrase(
        "Il n'y a plus de place pour \(path). Libérer de l'espace, puis recommencer ; rien n'a été changé.",
        "There is no space left for \(path). Free some and try again; nothing was changed.")
    case .writeFailed(let path):
      Phrase(
        "Le système a interrompu l'écriture de \(path). Vérifier la place, le quota et l'état du disque, puis recommencer ; rien n'a été changé.",
        "The system broke off writing \(path). Check the space, the quota and the state of the disk, and try again; nothing was changed."
      )
    case .notAccessible(let path):
      Phrase(
        "\(path) ne peut pas être ouvert. Vérifier que son dossier existe, et les droits du fichier et du dossier.",
        "\(path) can't be opened. Check that its folder exists, and the permissions of the file and the folder.")
    case .failed(let path, _, let reason):
      Phrase(
        "\(path) ne peut pas être utilisé : \(reason). Vérifier le chemin, les droits et le disque.",
        "\(path) can't be used: \(reason). Check the path, permissions and disk.")
    default: refusalSentence
    }
  }

  private var refusalSentence: Phrase {
    switch self {
    case .stale(let path, let expected, let found, let since):
      Phrase(
        "\(path) en est à la révision \(found), non \(expected). Depuis : \(HistoryEntry.list(since).french). Refaire le plan sur le réseau actuel.",
        "\(path) is at revision \(found), not \(expected). Since then: \(HistoryEntry.list(since).english). Plan again on the present network."
      )
    case .refused(let path, let refusal):
      Phrase(
        "Une modification ne convient pas à \(path) : \(refusal.phrase.french). Rien n'a été changé.",
        "An edit does not fit \(path): \(refusal.phrase.english). Nothing was changed.")
    case .notUndoable(_, let revision):
      Phrase(
        "La révision \(revision) ne peut pas être défaite : ce n'est pas une modification. Voir « epissure log ».",
        "Revision \(revision) can't be undone: it is no edit. See “epissure log”.")
    case .alreadyUndone(_, let revision, let by):
      Phrase(
        "La révision \(revision) est déjà défaite, par la révision \(by).",
        "Revision \(revision) is undone already, by revision \(by).")
    case .overwritten(_, let revision, let by):
      Phrase(
        "Les révisions \(by) ont changé les mêmes lignes que la \(revision). Les défaire d'abord.",
        "Revisions \(by) changed the same rows as \(revision). Undo them first.")
    default: unusableSentence
    }
  }
}

extension DeliverableError: Failure {
  var exitCode: Int32 { Exit.unusable }

  var sentence: Phrase {
    switch self {
    case .noName: CommandFailure.noTarget.sentence
    case .failed(.compose, let path, let number):
      Phrase(
        "\(path) n'a pas pu être composé (erreur \(number)). Vérifier la place dans le dossier temporaire (TMPDIR).",
        "\(path) could not be composed (error \(number)). Check the space in the temporary folder (TMPDIR).")
    case .failed(_, let path, ENOSPC), .failed(_, let path, EDQUOT), .failed(_, let path, EFBIG):
      Phrase(
        "Il n'y a plus de place pour \(path). Libérer de l'espace, puis recommencer.",
        "There is no space left for \(path). Free some and try again.")
    case .failed(_, let path, let number):
      Phrase(
        "\(path) ne peut pas être écrit (erreur \(number)). Vérifier le dossier, ses droits et le disque.",
        "\(path) can't be written (error \(number)). Check the folder, its permissions and the disk.")
    }
  }
}

extension GraphvizError: Failure {
  var exitCode: Int32 { Exit.defect }

  var sentence: Phrase {
    Phrase("Le dessin a échoué : \(self).", "Drawing failed: \(self).")
  }
}

/// A plan file that can't be read, with its path.
struct PlanFileFailure: Failure {
  let path: String
  let error: PlanFileError

  var exitCode: Int32 { Exit.unusable }

  var sentence: Phrase {
    switch error {
    case .notJSON(let place):
      Phrase(
        "\(place.whereWrong(in: path).french) Donner le plan.json écrit par « epissure plan migration ».",
        "\(place.whereWrong(in: path).english) Give the plan.json written by “epissure plan migration”.")
    case .otherFormat(let format):
      Phrase(
        "\(path) n'est pas un plan epissure-plan-1 (format : \(format ?? "aucun")).",
        "\(path) is no epissure-plan-1 plan (format: \(format ?? "none")).")
    case .missing(let place):
      Phrase("\(path) : il manque \(place).", "\(path): \(place) is missing.")
    case .wrongType(let place, let expected):
      Phrase(
        "\(path) : il faut \(expected.phrase.french) en \(place).",
        "\(path): \(expected.phrase.english) is wanted at \(place).")
    case .badValue(let place, let text, let expected):
      Phrase(
        "\(path) : \(place) vaut « \(text) », il faut \(expected.phrase.french).",
        "\(path): \(place) is “\(text)”, wanted \(expected.phrase.english).")
    }
  }
}

extension TextPlace? {
  /// That a file is no JSON, and where it stops being it.
  func whereWrong(in path: String) -> Phrase {
    guard let self else {
      return Phrase(
        "\(path) n'est pas du JSON : le texte est abîmé, ou s'arrête trop tôt.",
        "\(path) is no JSON: the text is damaged, or ends too early.")
    }
    return Phrase(
      "\(path) n'est pas du JSON : faute à la ligne \(self.line), colonne \(self.column).",
      "\(path) is no JSON: fault at line \(self.line), column \(self.column).")
  }
}
