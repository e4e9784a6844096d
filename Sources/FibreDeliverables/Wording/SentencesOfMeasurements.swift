extension FrenchSentences {
  /// What is wrong with measured routes.
  static let measurements: [String: String] = [
    "{1} km: {2}": "{1} km : {2}",
    "at {1}": "à {1}",
    "{1} m after {2}": "{1} m après {2}",
    "{1} m before {2}": "{1} m avant {2}",
    "{1} ({2} nm): the splice loses {3} dB, {4} dB are allowed. Make it again.":
      "{1} ({2} nm) : l'épissure perd {3} dB, {4} dB sont admis. La refaire.",
    """
    {1} ({2} nm): connectors, splitters and splices lose {3} dB, {4} dB are allowed. Clean the connectors first.
    """:
      "{1} ({2} nm) : connecteurs, coupleurs et épissures perdent {3} dB, {4} dB sont admis. Nettoyer d'abord les connecteurs.",
    "At {1} nm the splices lose {2} dB on average, {3} dB are allowed. Make the worst ones again.":
      "À {1} nm, les épissures perdent {2} dB en moyenne, {3} dB sont admis. Refaire les plus mauvaises.",
    "At {1} nm the route loses {2} dB, {3} dB are expected. Look at its worst events.":
      "À {1} nm, la route perd {2} dB, {3} dB sont prévus. Voir ses plus mauvais événements.",
    """
    {1} ({2} nm): the reflection is {3} dB, {4} dB are allowed. Clean the connectors, and look for a straight polish on \
    an angled one.
    """:
      """
    {1} ({2} nm) : la réflexion est de {3} dB, {4} dB sont admis. Nettoyer les connecteurs, et chercher un poli droit \
    face à un poli à angle.
    """,
    "{1} ({2} nm): {3} dB are lost where no joint is known. Look for a bend, or complete the inventory.":
      "{1} ({2} nm) : {3} dB se perdent là où aucun raccordement n'est connu. Chercher une courbure, ou compléter l'inventaire.",
    "{1} ({2} nm): {3} dB from one end, {4} dB as the mean of both, which counts.":
      "{1} ({2} nm) : {3} dB d'un bout, {4} dB en moyenne des deux, qui seule compte.",
    """
    {1} ({2} nm): {3} dB from one end. Measure from the other end too, since the mean of both is the loss.
    """:
      "{1} ({2} nm) : {3} dB d'un bout. Mesurer aussi de l'autre bout : la perte est la moyenne des deux.",
    """
    {1} ({2} nm): no trace shows the joint. A splice may be too good to be seen; else the fibre takes another way.
    """:
      """
    {1} ({2} nm) : aucune courbe ne montre le raccordement. Une épissure peut être trop bonne pour se voir ; sinon la \
    fibre passe ailleurs.
    """,
    "{1}: {2} dB at {3} nm, {4} dB at {5} nm. Look for a tight bend before making a splice again.":
      "{1} : {2} dB à {3} nm, {4} dB à {5} nm. Chercher une courbure serrée avant de refaire une épissure.",
    """
    The fibre is {1} km long, its route {2} km. It is another fibre, or cut, or the group index is wrong.
    """:
      "La fibre mesure {1} km, sa route {2} km. C'est une autre fibre, ou elle est coupée, ou l'indice de groupe est faux.",
    "The trace shows no end of the fibre. Measure again with a greater range.":
      "La courbe ne montre pas la fin de la fibre. Mesurer de nouveau avec une plus grande portée.",
    """
    At {1} nm the route was measured from one end only. Measure from the other end: only the mean of both is the loss \
    of a splice.
    """:
      """
    À {1} nm, la route n'a été mesurée que d'un bout. Mesurer de l'autre : seule la moyenne des deux est la perte d'une \
    épissure.
    """,
    "The locations in the file name no end of the route; by its events the trace was taken from {1}.":
      "Les lieux du fichier ne nomment aucun bout de la route ; d'après ses événements, la courbe est prise depuis {1}.",
    """
    The file states the checksum {1}, its bytes have {2}: the file is damaged, or its instrument reckons otherwise. \
    Export it again when values look odd.
    """:
      """
    Le fichier annonce la somme de contrôle {1}, ses octets donnent {2} : il est abîmé, ou son appareil compte autrement. \
    L'exporter de nouveau si des valeurs étonnent.
    """,
    "Neither the cable {1} nor the fibre {2} of the file is known. Give the route with --of.":
      "Ni le câble {1} ni la fibre {2} du fichier ne sont connus. Donner la route avec --of.",
    "Nothing is joined at {1}, so there is no route to compare with. Complete the joints.":
      "Rien n'est raccordé à {1} : aucune route à comparer. Compléter les raccordements.",
    "{1} is on {2} routes. Give a port or a fibre of one of them with --of.":
      "{1} est sur {2} routes. Donner un port ou une fibre de l'une d'elles avec --of.",
    "The network gives no attenuation at {1} nm, so the trace can't be compared. Measure at another wavelength.":
      "Le réseau ne donne pas d'affaiblissement à {1} nm : la courbe ne peut pas être comparée. Mesurer à une autre longueur d'onde.",
  ]
}
