extension FrenchSentences {
  /// What is wrong with lists that come back from the field.
  static let asDone: [String: String] = [
    // Reading
    "The list has no such column. Put it back.": "La liste n'a pas cette colonne. La remettre.",
    "Two columns have this heading. Leave one of them its heading.":
      "Deux colonnes ont ce titre. Ne le laisser qu'à l'une d'elles.",
    "No sheet of the file has the headings of a splice list. Return the list with its headings.":
      "Aucune feuille du fichier n'a les titres d'un plan de soudure. Rendre la liste avec ses titres.",
    "The row opens a quotation mark that nothing closes. Correct it.":
      "La ligne ouvre un guillemet que rien ne referme. Le corriger.",
    "The row says that something was done, but names no slot and no fibre. Name them.":
      "La ligne dit que quelque chose est fait, sans nommer ni position ni fibre. Les nommer.",
    """
    The night, the closure or the action of the row can't be read. Put back what the list said.
    """: "La nuit, le boîtier ou l'action de la ligne ne se lisent pas. Remettre ce que disait la liste.",
    "The number can't be read, and the cell counts as empty: {1}. Write digits only.":
      "Le nombre ne se lit pas, et la cellule compte comme vide : {1}. N'écrire que des chiffres.",
    """
    What stands under done can't be understood, and the line counts as not done: {1}. Write yes or no.
    """: "Ce qui est écrit sous Fait ne se comprend pas, et la ligne compte comme non faite : {1}. Écrire oui ou non.",
    "The measured loss is no number of decibels from -1 to 10, and is left out: {1}. Correct it.":
      "La perte mesurée n'est pas un nombre de décibels entre -1 et 10, et n'est pas retenue : {1}. La corriger.",
    // The plan
    "The plan has no work in {1} on night {2}. Return the list with the plan that it was made from.":
      "Le plan n'a pas de travaux dans {1} la nuit {2}. Rendre la liste avec le plan dont elle est tirée.",
    "The line says done, but the plan has no such work there. Correct the fibres or the slot.":
      "La ligne dit fait, mais le plan n'a pas ces travaux là. Corriger les fibres ou la position.",
    "Line {1} speaks of the same work. Leave one of them.":
      "La ligne {1} parle des mêmes travaux. N'en laisser qu'une.",
    "The line says otherwise, but names the planned fibres and slot. Enter those that were used.":
      "La ligne dit autrement, mais nomme les fibres et la position prévues. Entrer celles qui ont servi.",
    "The position was to be left as it was, and the inventory holds something else there. Look on site.":
      "La position était à laisser, et l'inventaire y tient autre chose. Regarder sur place.",
    """
    The list, of revision {1}, is refused as a whole: slot {2} of {3} is no longer as it shows it. Issue the list again, \
    and have it filled in again.
    """:
      """
    La liste, de la révision {1}, est refusée en entier : la position {2} de {3} n'est plus comme elle la montre. Éditer \
    la liste de nouveau, et la faire remplir de nouveau.
    """,
    "{1} is said to be spliced, but line {2} says that it was not cut. Correct one of them.":
      "{1} est dite épissurée, mais la ligne {2} dit qu'elle n'est pas coupée. Corriger l'une des deux.",
    """
    {1} is said not to be cut, but the inventory has it cut and line {2} says that it is spliced. Correct this line.
    """:
      """
    {1} est dite non coupée, mais l'inventaire la tient pour coupée et la ligne {2} la dit épissurée. Corriger cette \
    ligne.
    """,
    // The inventory
    "There is no fibre {1}. Correct its cable or its number.":
      "La fibre {1} n'existe pas. Corriger son câble ou son numéro.",
    "Fibre {1} has no end in {2}. Correct its cable.":
      "La fibre {1} n'a pas d'extrémité dans {2}. Corriger son câble.",
    "Fibre {1} is held by joint {2}. Look which fibre was used.":
      "La fibre {1} est tenue par le raccordement {2}. Regarder quelle fibre a servi.",
    "{1} has no tray {2}. Correct the tray.": "{1} n'a pas de cassette {2}. Corriger la cassette.",
    "Tray {1} has no slot {2}. Correct the slot.": "La cassette {1} n'a pas de position {2}. Corriger la position.",
    "Slot {1} of {2} is taken by joint {3}. Look which slot was used.":
      "La position {1} de {2} est prise par le raccordement {3}. Regarder quelle position a servi.",
    "{1} and {2} are not joined. Look what was cut.":
      "{1} et {2} ne sont pas raccordées. Regarder ce qui a été coupé.",
    "Port {1} is unknown, or has no fibre behind it. Correct the port.":
      "Le port {1} est inconnu, ou n'a pas de fibre derrière lui. Corriger le port.",
    "Port {1} holds a cord already. Look which port was used.":
      "Le port {1} tient déjà une jarretière. Regarder quel port a servi.",
    "No cord joins {1} and {2}. Look which cord was taken away.":
      "Aucune jarretière ne joint {1} et {2}. Regarder laquelle a été retirée.",
    "The inventory can't take the line as it stands. Look on site.":
      "L'inventaire ne peut pas prendre la ligne telle quelle. Regarder sur place.",
    // Remarks
    "{1} was used instead of {2}. It is applied so.": "{1} a servi au lieu de {2}. C'est inscrit ainsi.",
    "Slot {1} of {2} was used instead of slot {3} of {4}. It is applied so.":
      "La position {1} de {2} a servi au lieu de la position {3} de {4}. C'est inscrit ainsi.",
    "{1} dB were measured, {2} dB are allowed. The splice is applied; make it again.":
      "{1} dB ont été mesurés, {2} dB sont admis. L'épissure est inscrite ; la refaire.",
    "A loss was measured, but the line does not say done, and is not applied. Tick it.":
      "Une perte est mesurée, mais la ligne ne dit pas fait, et n'est pas inscrite. La cocher.",
    "No line of the list for {1} says whether its work was done. If the column holds formulas, open the workbook, save it with its values, and import it again.":
      "Aucune ligne de la liste de {1} ne dit si les travaux sont faits. Si la colonne contient des formules, ouvrir le classeur, l'enregistrer avec ses valeurs, et le relire.",
    "The fibre was cut, since what it was joined to is spliced; no line says so.":
      "La fibre a été coupée, puisque ce qu'elle tenait est épissuré ; aucune ligne ne le dit.",
    "The work of night {1} at slot {2} of {3} has no line, and counts as not done.":
      "Les travaux de la nuit {1} à la position {2} de {3} n'ont pas de ligne, et comptent comme non faits.",
    """
    The service starts at {1} instead of {2}. Patch its equipment there, and plan what is left of the migration again.
    """:
      "Le service part de {1} au lieu de {2}. Y brasser son équipement, et planifier de nouveau le reste de la migration.",
    "The service ends elsewhere than before: fibres were crossed. Trace it.":
      "Le service arrive ailleurs qu'avant : des fibres sont croisées. Le suivre.",
    """
    The cord that leads from the service to another one is not laid anew. Lay it, and return the list of the room.
    """:
      "La jarretière qui mène du service à un autre n'est pas reposée. La poser, et rendre la liste de la salle.",
    "The service is cut and not joined again on all of its fibres. Join it, or take the cut back on site.":
      "Le service est coupé et n'est pas raccordé de nouveau sur toutes ses fibres. Le raccorder, ou défaire la coupe sur place.",
  ]
}
