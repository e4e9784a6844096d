extension FrenchSentences {
  /// What is wrong with routes.
  static let routes: [String: String] = [
    "Light can go from here to {1}, and no service is known on it. Name it, or take it apart.":
      "La lumière peut aller d'ici à {1}, et aucun service n'y est connu. Nommer le service, ou défaire la liaison.",
    "1 fibre leads from here ({1}) to {2} ({3}), and no service is known on it. Name what is in use.":
      "1 fibre va d'ici ({1}) à {2} ({3}), et aucun service n'y est connu. Nommer ce qui est en service.",
    "{1} fibres lead from here ({2}) to {3} ({4}), and no service is known on them. Name what is in use.":
      "{1} fibres vont d'ici ({2}) à {3} ({4}), et aucun service n'y est connu. Nommer ce qui est en service.",
    "{1} protects {2}. {3}": "{1} protège {2}. {3}",
    "Both legs lie in tube {1} of {2}. Move one of them to another cable.":
      "Les deux chemins sont dans le tube {1} de {2}. Passer l'un des deux dans un autre câble.",
    "Both legs lie in {1}, in different tubes. One cut of the cable takes both.":
      "Les deux chemins sont dans {1}, dans des tubes différents. Une coupure du câble prend les deux.",
    "Both legs pass {1}.": "Les deux chemins passent par {1}.",
    """
    The route is declared over {1}, where the joints lead elsewhere. Look in the boxes on the way, then correct the \
    joints or the declaration.
    """:
      """
    La route est déclarée par {1}, alors que les raccordements mènent ailleurs. Regarder dans les boîtiers du \
    chemin, puis corriger les raccordements ou la déclaration.
    """,
    "The declaration leaves out {1}, by which the light goes. Add what is missing.":
      "La déclaration omet {1}, par où passe la lumière. Ajouter ce qui manque.",
    "The fibre at {1} does not lead to {2}. Correct the ports, or the joints on the way.":
      "La fibre au port {1} ne mène pas à {2}. Corriger les ports, ou les raccordements du chemin.",
    "The route from {1} is open after {2} fibres. Trace it and complete the joints.":
      "La route depuis {1} est ouverte après {2} fibres. La suivre et compléter les raccordements.",
    "The route from {1} is a loop of {2} fibres. Trace it and correct the joints.":
      "La route depuis {1} fait une boucle de {2} fibres. La suivre et corriger les raccordements.",
    "The route from {1} is ambiguous after {2} fibres. Trace it and correct the joints.":
      "La route depuis {1} est ambiguë après {2} fibres. La suivre et corriger les raccordements.",
    "Light that enters here comes back after {1} fibres. Find the joint that closes the ring.":
      "La lumière qui entre ici revient après {1} fibres. Trouver le raccordement qui ferme la boucle.",
    "The way from here is not certain, since two joints claim one fibre end. See joint.contested.":
      """
    Le chemin à partir d'ici n'est pas certain : deux raccordements prennent une même extrémité de fibre. Voir \
    joint.contested.
    """,
  ]
}
