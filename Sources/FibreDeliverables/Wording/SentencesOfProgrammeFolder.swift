extension FrenchSentences {
  /// What is wrong with the files of a programme folder.
  static let programmeFolder: [String: String] = [
    "{1} addresses lie in a commune that communes.csv does not have. Add it, or correct its code.":
      "Adresses dans une commune absente de communes.csv : {1}. L'ajouter, ou corriger son code.",
    "{1} in {2} is below zero; the row is left out. Correct it.":
      "{1} dans {2} est négatif ; la ligne est écartée. Le corriger.",
    "{1} in {2} is in no other file; the row is left out. Correct or add it.":
      "{1} dans {2} n'est dans aucun autre fichier ; la ligne est écartée. Le corriger ou l'ajouter.",
    "{1} in {2} is not what belongs there; the row is left out. Correct it.":
      "{1} dans {2} n'y a pas sa place ; la ligne est écartée. Le corriger.",
    "A reserve does not go from {1} to {2}; the row is left out. Correct the state.":
      "Une réserve ne passe pas de {1} à {2} ; la ligne est écartée. Corriger l'état.",
    "It is the same file as version {1}; the row is left out. Ask for the new one.":
      "C'est le même fichier que la version {1} ; la ligne est écartée. Demander le nouveau.",
    "The blocking reserve {1} of zone {2} is open: it can't be handed over. Have it lifted first.":
      "La réserve bloquante {1} de la zone {2} est ouverte : elle ne peut pas être livrée. La faire lever d'abord.",
    "The day {1} lies before {2}, which it follows; the row is left out. Correct a date.":
      "Le {1} précède le {2}, qu'il doit suivre ; la ligne est écartée. Corriger une date.",
    "The folder has no such file, so nothing is known of its subject. Add it if there is something to say.":
      "Le dossier n'a pas ce fichier : on ne sait rien de son sujet. L'ajouter s'il y a quelque chose à dire.",
    "The invoice is suspended twice; the row is left out. Keep one suspension.":
      "La facture est suspendue deux fois ; la ligne est écartée. Garder une suspension.",
    "The row repeats one before; it is left out. Remove one.":
      "La ligne en répète une autre ; elle est écartée. En retirer une.",
    "The step of {1} is not in order with the others; the row is left out. Correct a date.":
      "L'étape du {1} n'est pas dans l'ordre des autres ; la ligne est écartée. Corriger une date.",
    "The study is accepted already; the row is left out. Look for the right study.":
      "L'étude est déjà acceptée ; la ligne est écartée. Chercher la bonne étude.",
    "The study is withdrawn; the row is left out. Look for the right study.":
      "L'étude est retirée ; la ligne est écartée. Chercher la bonne étude.",
    "The vote of {1} is older than that of {2}, which stands before; it is refused. Put them in order.":
      "Le vote du {1} est antérieur à celui du {2}, placé avant ; il est refusé. Les remettre dans l'ordre.",
    "The zone has no plugs, and no rate of it can be given. Count its dwellings.":
      "La zone n'a aucune prise, et aucun taux ne peut en être donné. Compter ses logements.",
    "There is no version to decide on; the row is left out. Record the deposit first.":
      "Il n'y a pas de version à décider ; la ligne est écartée. Enregistrer d'abord le dépôt.",
    "Version {1} has no decision yet; the row is left out. Record the decision first.":
      "La version {1} n'a pas encore de décision ; la ligne est écartée. Enregistrer d'abord la décision.",
    "Zone {1} comes twice in the lot, which is left out. Remove one.":
      "La zone {1} figure deux fois dans le bordereau, qui est écarté. En retirer une.",
    "Zone {1} has {2} plugs; the lot is left out. Correct the number.":
      "La zone {1} a {2} prises ; le bordereau est écarté. Corriger le nombre.",
    "Zone {1} is not in the lot; the answer is left out. Correct the zone.":
      "La zone {1} n'est pas dans le bordereau ; la réponse est écartée. Corriger la zone.",
    "Zone {1} is refused without a reason; the answer is left out. Ask for it.":
      "La zone {1} est refusée sans motif ; la réponse est écartée. Le demander.",
  ]
}
