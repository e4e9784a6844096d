extension FrenchSentences {
  /// What is wrong with the files, tables and rows of a delivery.
  static let files: [String: String] = [
    "the part {1} is missing": "le fichier {1} manque",
    "it can't be opened ({1})": "il ne peut pas être ouvert (message du système : {1})",
    "{1} is cut short: {2} bytes of {3}": "{1} est tronqué : {2} octets sur {3}",
    "it has {1} shapes but {2} records": "il a {1} géométries pour {2} enregistrements",
    "it has {1} columns and describes {2}": "il a {1} colonnes et en décrit {2}",
    "it has no header line": "il n'a pas de ligne d'en-tête",
    "it has the column {1} twice": "il a deux fois la colonne {1}",
    "its format is not known": "son format n'est pas connu",
    "{1} was not read: {2}. Ask for the file again; nothing of it is in the network.":
      "{1} n'a pas été lu : {2}. Redemander le fichier ; rien n'en est dans le réseau.",
    "The row has {1} cells and the header {2}; it was not imported. Mend the row.":
      "La ligne a {1} cellules et l'en-tête {2} ; elle n'a pas été importée. Corriger la ligne.",
    "The row holds a NUL byte; it was not imported. Ask for the file again.":
      "La ligne contient un octet nul ; elle n'a pas été importée. Redemander le fichier.",
    "A cell opens with a quote that nothing closes; the line was not imported. Close it.":
      "Une cellule commence par un guillemet que rien ne ferme ; la ligne n'a pas été importée. Le fermer.",
    "From this line on, {1} lines are not UTF-8; they were read as Windows-1252. Save the file as UTF-8.":
      """
    À partir de cette ligne, {1} lignes ne sont pas en UTF-8 ; elles ont été lues en Windows-1252. Enregistrer le \
    fichier en UTF-8.
    """,
    "The .cpg says {1}, which the text contradicts; it was read as what it is. Correct the .cpg.":
      "Le .cpg annonce {1}, ce que le texte contredit ; il a été lu dans son encodage réel. Corriger le .cpg.",
    "The .cpg names the unknown encoding {1}; UTF-8, else Windows-1252, was used. Correct the .cpg.":
      "Le .cpg nomme l'encodage inconnu {1} ; UTF-8, à défaut Windows-1252, a été pris. Corriger le .cpg.",
    "The last line has no line end: the file may have been cut short. Compare its length.":
      "La dernière ligne n'a pas de fin de ligne : le fichier est peut-être tronqué. Comparer sa longueur.",
    "The row's shape is empty or of another kind; the row has none now. Draw it again.":
      "La géométrie de la ligne est vide ou d'un autre type ; la ligne n'en a plus. La redessiner.",
    "The row has no {1}, so nothing can name it; it was not imported. Give it a code.":
      "La ligne n'a pas de {1} et rien ne peut la nommer ; elle n'a pas été importée. Lui donner un code.",
    "{1} {2} stands there before; this row was not imported. Keep one of them.":
      "{1} {2} figure déjà plus haut ; cette ligne n'a pas été importée. N'en garder qu'une.",
    "The delivery holds no {1}, without which there is no network to follow. Ask for it.":
      "La livraison n'a pas {1}, sans quoi il n'y a pas de réseau à suivre. La demander.",
    "{1} has no column {2}, so nothing is known of it. Ask for the table with all its columns.":
      "{1} n'a pas de colonne {2}, dont on ne sait donc rien. Demander la table avec toutes ses colonnes.",
    "{1} has no column {2}, so none of its rows could be imported. Ask for the table again.":
      "{1} n'a pas de colonne {2}, et aucune de ses lignes n'a pu être importée. Redemander la table.",
    "The delivery holds {1} twice; the rows of this file are kept as they are. Remove one of them.":
      "La livraison contient {1} deux fois ; les lignes de ce fichier sont conservées telles quelles. En retirer un.",
    "The network has no place for {1}; its {2} rows are kept as they are.":
      "Le réseau n'a pas de place pour {1} ; ses lignes ({2}) sont conservées telles quelles.",
    "The {1} rows of {2} value lists from here on are kept as they are.":
      "À partir d'ici, {1} lignes de {2} listes de valeurs sont conservées telles quelles.",
    "no whole number": "ce n'est pas un nombre entier",
    "no number": "ce n'est pas un nombre",
    "no length": "ce n'est pas une longueur",
    "{1} is {2}, {3}. Correct it.": "{1} vaut « {2} » : {3}. Corriger.",
    "{1} is {2}, which no list has. Correct it to a code of the standard.":
      "{1} vaut « {2} », qui n'est dans aucune liste. Mettre un code du standard.",
    "{1} rows from here on name something in {2}, but the delivery holds no {3}. Ask for that table.":
      "{1} lignes à partir de celle-ci nomment un objet en {2}, mais la livraison n'a pas {3}. Demander cette table.",
    "{1} names {2}, which is not in {3}. Add the missing row or correct the code.":
      "{1} nomme {2}, qui n'est pas dans {3}. Ajouter la ligne manquante ou corriger le code.",
    "The row has no point, so its place on the map is unknown. Draw it.":
      "La ligne n'a pas de point : sa place sur la carte est inconnue. Le dessiner.",
    "The row has no line, so its way on the map is unknown. Draw it.":
      "La ligne n'a pas de tracé : son chemin sur la carte est inconnu. Le dessiner.",
    "The row has no polygon, so its area is unknown. Draw it.":
      "La ligne n'a pas de polygone : sa zone est inconnue. Le dessiner.",
    "The box stands in {1} things; it must stand in one point, room or premises. Correct the row.":
      """
    Le boîtier est placé dans {1} lieux ; il doit être dans un seul point technique, local ou suf. Corriger la \
    ligne.
    """,
  ]
}
