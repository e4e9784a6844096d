import FibreModel
import Foundation

/// The argument parser speaks English only; this puts its headings and complaints into the user's language.
enum Arguments {
  private static let french: [(english: String, french: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("ARGUMENTS:", "ARGUMENTS :"), ("OPTIONS:", "OPTIONS :"),
    ("SUBCOMMANDS:", "SOUS-COMMANDES :"), ("Usage: ", "Utilisation : "), ("Help:  ", "Aide :  "),
    ("Show the version.", "Affiche la version."),
    ("Show help information.", "Affiche cette aide."),
    ("Show subcommand help information.", "Affiche l'aide d'une sous-commande."),
    ("(default: ", "(par défaut : "), ("; default: ", " ; par défaut : "), ("(required)", "(obligatoire)"),
    ("(values: ", "(valeurs : "),
    ("<options>", "<options>"), ("<subcommand>", "<sous-commande>"), ("<subcommands>", "<sous-commandes>"),
    ("See '", "Voir « "), ("' for more information.", " » pour en savoir plus."),
    ("' for detailed help.", " » pour le détail."),
    ("Error: Missing expected argument", "Erreur : il manque l'argument"),
    ("Error: Missing value for", "Erreur : il manque la valeur de"),
    ("Error: Unknown option", "Erreur : option inconnue"),
    ("Error: Unexpected argument", "Erreur : argument en trop :"),
    ("unexpected arguments:", "arguments en trop :"),
    ("Error: The value", "Erreur : la valeur"), (" is invalid for ", " ne convient pas pour "),
    ("Please provide one of the following:", "Choisir parmi :"),
    ("Please provide one of", "Choisir parmi"), ("' and '", "' et '"), ("' or '", "' ou '"),
    ("Did you mean", "Vouliez-vous dire"),
    ("Error: ", "Erreur : "), ("  See ", "  Voir "),
  ]

  /// The parser's text in the language of this run.
  static func translated(_ text: String) -> String {
    guard Speech.language == .french else { return text }
    return french.reduce(text) { $0.replacingOccurrences(of: $1.english, with: $1.french) }
  }
}
