extension FrenchSentences {
  /// What is wrong in a network.
  static let network: [String: String] = [
    "slot {1} of {2}": "à la position {1} de {2}",
    "slot {1} of {2} in {3}": "à la position {1} de {2} dans {3}",
    "port {1} of {2}": "au port {1} de {2}",
    "an unknown place": "en un lieu inconnu",
    "no fibre": "aucune fibre",
    "{1} and {2}": "{1} et {2}",
    "It has {1} cassettes and can hold {2}. Count them on site, or correct its capacity.":
      "Il a {1} cassettes et peut en tenir {2}. Compter sur place, ou corriger sa capacité.",
    "It names no known chamber, pole, room or premises. Name its place.":
      "Il ne nomme aucun point technique, local ni suf connu. Nommer son lieu.",
    "{1} trays are stated as free; of {2} trays, {3} are. Count them on site.":
      "Cassettes annoncées libres : {1} ; le boîtier en admet {2}, dont {3} libres. Les compter sur place.",
    "Working conditions are given for it, but no box has this code. Correct the code.":
      "Des conditions de travaux lui sont données, mais aucun boîtier n'a ce code. Corriger le code.",
    "Its working conditions are given twice; the first ones count. Remove the others.":
      "Ses conditions de travaux sont données deux fois ; les premières comptent. Retirer les autres.",
    "End B is at no known node; state it or draw the line up to one.":
      "L'extrémité B n'est à aucun nœud connu ; l'indiquer, ou dessiner le tracé jusqu'à un nœud.",
    "End A is at no known node; state it or draw the line up to one.":
      "L'extrémité A n'est à aucun nœud connu ; l'indiquer, ou dessiner le tracé jusqu'à un nœud.",
    "Both ends are at no known node; state them or draw the line up to one.":
      "Aucune des deux extrémités n'est à un nœud connu ; les indiquer, ou dessiner le tracé jusqu'à des nœuds.",
    "It starts and ends at one node. Correct one end.": "Il commence et finit au même nœud. Corriger une extrémité.",
    "No length is stated and no line drawn; it counts as 0 m. State its length.":
      "Ni longueur indiquée ni tracé dessiné ; il compte pour 0 m. Indiquer sa longueur.",
    "{1} fibres are stated, {2} are described. Correct one of them.":
      "{1} fibres sont annoncées, {2} sont décrites. Corriger l'un ou l'autre.",
    "Its fibres are recorded in the {1} code, its reference names {2}. Look at the cable.":
      "Ses fibres sont décrites dans le code couleur {1}, sa référence nomme {2}. Vérifier sur le câble.",
    "The colours of fibres {1} are not those of their rank in tubes of {2}. Look at the cable.":
      "Les couleurs des fibres {1} ne sont pas celles de leur rang dans des tubes de {2}. Vérifier sur le câble.",
    "It has no section. Describe one, or remove it.": "Il n'a aucun tronçon. Le décrire, ou le retirer.",
    "The code \"{1}\" can't be typed safely. Remove the blanks, or give a code.":
      "Le code « {1} » ne peut pas être saisi sans risque. Retirer les blancs ou donner un code.",
    "A section of cable has this code too. Change one of them.": "Un tronçon de câble a aussi ce code. En changer un.",
    "{1} claims fibre {2}, which {3} holds in {4}; one of them is wrong.":
      "La fibre {2} est prise {1}, alors que {3} la tient déjà {4} ; l'un des deux est faux.",
    "{1} joins fibre {2} to itself. Correct one of its fibres.":
      "La fibre {2} est raccordée à elle-même {1}. Corriger l'une des deux fibres.",
    "{1} are joined once already in {2}; kept for the record.":
      "{1} sont déjà raccordées une fois, {2} ; conservé pour mémoire.",
    "{1} holds a joint without fibres; remove it or name them.":
      "Le raccordement {1} n'a pas de fibres ; le retirer ou les nommer.",
    "{1} joins {2} to nothing; name the other fibre or park it.":
      "La fibre {2} n'est raccordée à rien {1} ; nommer l'autre fibre ou la mettre en attente.",
    "A joint of {1} names no known cassette or panel. Name its holder.":
      "Un raccordement ({1}) ne nomme aucune cassette ni aucun tiroir connu. Nommer son support.",
    "{1} holds fibre {2}, but section {3} ends at {4} and {5}. Correct the holder, or the ends.":
      "La fibre {2} est tenue {1}, mais le tronçon {3} finit à {4} et {5}. Corriger le support ou les extrémités.",
    """
    Tube {1} of {2}, {3}: fibres {4} are recorded as uncut and as spliced or connected at once; look on site before \
    planning work on them.
    """:
      """
    Tube {1} de {2}, {3} : les fibres {4} sont dites à la fois en passage et épissurées ou connectées ; aller voir \
    sur place avant d'y prévoir des travaux.
    """,
    "{1}: function and type of the joint contradict each other. Correct one of them.":
      "La fonction et le type du raccordement {1} se contredisent. Corriger l'une des deux.",
    "Tube {1} of {2} is cut in {3}, yet fibres {4} pass uncut. Look on site.":
      "Le tube {1} de {2} est coupé ({3}), et pourtant ses fibres {4} y sont dites en passage. Aller voir sur place.",
    "The splitter fed by {1} has legs in several cassettes or panels. Correct their holders.":
      "Le coupleur alimenté par {1} a des sorties dans plusieurs cassettes ou tiroirs. Corriger leur support.",
    "{1} is a splitter's leg that nothing feeds. Name its input fibre.":
      "La sortie de coupleur {1} n'est alimentée par rien. Nommer sa fibre d'entrée.",
    "Port {1} is beyond its panel. Correct the number.": "Le port {1} dépasse son tiroir. Corriger le numéro.",
    "Nothing is at port {1}. Correct the port, or join the fibre.":
      "Il n'y a rien au port {1}. Corriger le port, ou raccorder la fibre.",
    "Port {1} is named by {2} already. Correct one of them.":
      "Le port {1} est déjà nommé par {2}. Corriger l'un des deux.",
    "{1} fibres, {2} ports at A, {3} at B. Correct the service.":
      "Fibres : {1} ; ports au bout A : {2}, au bout B : {3}. Corriger le service.",
    "Nothing describes optics {1}; its loss can't be judged. Describe them.":
      "Rien ne décrit l'optique {1} ; le bilan ne peut pas être jugé. La décrire.",
    "No attenuation is known at {1} nm. State it.": "Aucun affaiblissement n'est connu à {1} nm. L'indiquer.",
    "It protects itself. Name the other service.": "Il se protège lui-même. Nommer l'autre service.",
    "It protects {1}, which does not exist. Correct the code.": "Il protège {1}, qui n'existe pas. Corriger le code.",
    "It protects {1}, which is paired with {2}. Correct one of them.":
      "Il protège {1}, qui est jumelé avec {2}. Corriger l'un des deux.",
    "It protects {1}, which {2} protects already. Correct one of them.":
      "Il protège {1}, que {2} protège déjà. Corriger l'un des deux.",
    "Fibre {1} is declared twice. Remove one of them.": "La fibre {1} est déclarée deux fois. Retirer l'une des deux.",
    "{1} holds {2} ({3}) and {4} ({5}); one of them is elsewhere.":
      "Deux raccordements {1} : {2} ({3}) et {4} ({5}) ; l'un des deux est ailleurs.",
    "{1} is at port {2}; the panel has {3} ports. Correct the number.":
      "{1} est au port {2} ; le tiroir a {3} ports. Corriger le numéro.",
    "{1} is at port {2}; the panel has ports from 1. Correct the number.":
      "{1} est au port {2} ; les ports du tiroir commencent à 1. Corriger le numéro.",
    "It holds {1} joints and has {2} slots. Count them on site.":
      "Elle tient {1} raccordements et a {2} positions. Compter sur place.",
    "Slots {1} are used; it has slots up to {2}. Correct the numbers.":
      "Positions utilisées : {1} ; les siennes vont jusqu'à {2}. Corriger les numéros.",
    "It names no known box. Name it.": "Elle ne nomme aucun boîtier connu. Le nommer.",
    "Its face and number in {1} are those of {2}. Correct one of them.":
      "Sa face et son numéro dans {1} sont ceux de {2}. Corriger l'une des deux.",
    "It leads to no known site through rack and room. Name its rack.":
      "Sa baie et son local ne mènent à aucun site connu. Nommer sa baie.",
    "Window {1} of {2} follows {3} of {4}. Number them in the order of dates.":
      "La fenêtre {1} du {2} suit la fenêtre {3} du {4}. Les numéroter dans l'ordre des dates.",
    "It starts before window {1} ends. Correct one of them.":
      "Elle commence avant la fin de la fenêtre {1}. Corriger l'une des deux.",
    "{1} minutes, {2} of them in reserve, {3} crews: no work fits in it. Correct the window.":
      "{1} minutes dont {2} de réserve, {3} équipes : aucun travail n'y tient. Corriger la fenêtre.",
    "The period from {1} to {2} has no day. Correct the dates.":
      "La période du {1} au {2} n'a aucun jour. Corriger les dates.",
    "No service has this client, so the period protects nobody. Correct the name.":
      "Aucun service n'a ce client : la période ne protège personne. Corriger le nom.",
    "No cable and no section has this code. Correct the code.": "Aucun câble ni tronçon n'a ce code. Corriger le code.",
  ]
}
