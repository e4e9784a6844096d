import FibreModel
public import FibrePlanning

// What measurements and the progress of a migration are called.

extension MeasuredDirection: Worded {
  public var phrase: Phrase {
    switch self {
    case .outward: Phrase("aller", "outward")
    case .back: Phrase("retour", "back")
    }
  }
}

/// The columns of a table of events.
enum MeasurementColumn: CaseIterable, Worded {
  case position, place, outward, back, mean, expected, limit, reflectance

  var phrase: Phrase {
    switch self {
    case .position: Phrase("km", "km")
    case .place: Phrase("Lieu", "Place")
    case .outward: Phrase("Aller dB", "Outward dB")
    case .back: Phrase("Retour dB", "Back dB")
    case .mean: Phrase("Moyenne dB", "Mean dB")
    case .expected: Phrase("Prévu dB", "Expected dB")
    case .limit: Phrase("Limite dB", "Limit dB")
    case .reflectance: Phrase("Réfl. dB", "Refl. dB")
    }
  }
}

extension ServiceProgress: Worded {
  public var phrase: Phrase {
    switch self {
    case .verified: Phrase("déplacés et vérifiés", "moved and verified")
    case .moved: Phrase("déplacés, à vérifier", "moved, to be verified")
    case .dark: Phrase("coupés", "dark")
    case .reverted: Phrase("revenus en arrière", "reverted")
    case .left: Phrase("à déplacer", "left")
    }
  }
}

extension NightProgress.State: Worded {
  public var phrase: Phrase {
    switch self {
    case .done: Phrase("faite", "done")
    case .partly: Phrase("faite en partie", "done in part")
    case .left: Phrase("à faire", "to be done")
    }
  }
}

extension MigrationBlock: Worded {
  public var phrase: Phrase {
    switch self {
    case .dark(let service):
      Phrase(
        "\(service) est coupé et n'est pas raccordé de nouveau.", "\(service) is cut and not joined again.")
    case .overLimit(let count, let closures):
      Phrase(
        "\(french: count, "épissure(s)") au-dessus de la limite : \(Self.list(closures)).",
        "\(english: count, "splice(s)") over the limit: \(Self.list(closures)).")
    case .overdue(let night, let splices):
      Phrase(
        "Nuit \(night) passée, \(french: splices, "épissure(s) non faite(s)").",
        "Night \(night) has passed, \(english: splices, "splice(s)") not done.")
    case .cords(let count, let first, let room, let night):
      Phrase(
        "Nuit \(night), \(room) : \(french: count, "jarretière(s) (reste|restent)") à poser ou à ôter, d'abord \(first). Le faire, puis lire la liste de brassage remplie (import asdone).",
        "Night \(night), \(room): \(english: count, "cord(s) (is|are)") still to be laid or taken away, first \(first). Do it, then read the patching list filled in (import asdone)."
      )
    case .slotsTaken(let count, let first, let closure, let night):
      Phrase(
        "Nuit \(night), \(closure) : \(french: count, "position(s) prévue(s) (est prise|sont prises)"), d'abord \(first). Les libérer, ou replanifier (plan replan).",
        "Night \(night), \(closure): \(english: count, "slot(s) planned (is|are)") taken, first \(first). Free them, or plan again (plan replan)."
      )
    case .fibresTaken(let count, let first, let closure, let night):
      Phrase(
        "Nuit \(night), \(closure) : \(french: count, "fibre(s) neuve(s) prévue(s) (est déjà soudée|sont déjà soudées)") ailleurs, d'abord \(first). Les libérer, ou replanifier (plan replan).",
        "Night \(night), \(closure): \(english: count, "new fibre(s) planned (is|are)") spliced to others already, first \(first). Free them, or plan again (plan replan)."
      )
    case .notAccepted(let section, let date, let night):
      Phrase(
        "\(section) n'est accepté que le \(date.text(.french)), la nuit \(night) en a besoin avant.",
        "\(section) is accepted on \(date.text(.english)) only, night \(night) needs it before.")
    case .forbidden(let client, let night):
      Phrase(
        "\(client) ne doit pas être touché à la date de la nuit \(night).",
        "\(client) must not be touched on the date of night \(night).")
    case .noWindow(let splices):
      Phrase(
        "Aucune fenêtre ne reste pour \(french: splices, "épissure(s)").",
        "No window is left for \(english: splices, "splice(s)").")
    }
  }

  /// The first few of many, so that the line stays one.
  private static func list(_ closures: [String]) -> String {
    closures.prefix(5).joined(separator: ", ") + (closures.count > 5 ? "…" : "")
  }

  /// The word for it in files; it never changes.
  var keyword: String {
    switch self {
    case .dark: "dark"
    case .overLimit: "overLimit"
    case .overdue: "overdue"
    case .cords: "cords"
    case .slotsTaken: "slotsTaken"
    case .fibresTaken: "fibresTaken"
    case .notAccepted: "notAccepted"
    case .forbidden: "forbidden"
    case .noWindow: "noWindow"
    }
  }
}

/// The fixed words of a progress report.
enum ProgressTerm: CaseIterable, Worded {
  case title, date, nights, services, closures, splices, measured, pace, plannedEnd, forecastEnd, blocks, noBlocks
  case standing, count, share, state, crews, crewNights, more, noForecast

  var phrase: Phrase {
    switch self {
    case .title: Phrase("Avancement de la migration", "Progress of the migration")
    case .date: Phrase("Au", "As of")
    case .nights: Phrase("Nuits faites", "Nights done")
    case .services: Phrase("Services", "Services")
    case .closures: Phrase("Boîtiers terminés", "Closures finished")
    case .splices: Phrase("Épissures faites", "Splices done")
    case .measured: Phrase("Épissures mesurées", "Splices measured")
    case .pace: Phrase("Épissures par équipe et nuit", "Splices per crew-night")
    case .plannedEnd: Phrase("Fin prévue au plan", "End by the plan")
    case .forecastEnd: Phrase("Fin au rythme actuel", "End at the present pace")
    case .blocks: Phrase("Ce qui bloque", "What blocks")
    case .noBlocks: Phrase("Rien ne bloque.", "Nothing blocks.")
    case .standing: Phrase("État des services", "Standing of services")
    case .count: Phrase("Nombre", "Number")
    case .share: Phrase("Part", "Share")
    case .state: Phrase("État", "State")
    case .crews: Phrase("Équipes", "Crews")
    case .crewNights: Phrase("équipes-nuits", "crew-nights")
    case .more: Phrase("autres", "more")
    case .noForecast: Phrase("aucune fenêtre ne reste", "no window is left")
    }
  }
}
