extension FrenchSentences {
  /// What is wrong with addresses, zones, studies and connections.
  static let programme: [String: String] = [
    "{1} addresses have the code of a commune that has ended; they count in {2}.":
      "Adresses au code d'une commune qui a pris fin : {1} ; elles comptent dans {2}.",
    "A step of {1} comes after one of {2}. Correct a date.":
      "Une étape du {1} suit une étape du {2}. Corriger une date.",
    "Attempt {1} comes twice. Number it again.": "La tentative {1} figure deux fois. La renuméroter.",
    "Attempt {1} of {2} is older than attempt {3}. Correct a date.":
      "La tentative {1} du {2} est antérieure à la tentative {3}. Corriger une date.",
    "Attempt {1} of {2} is older than the handover of its plug. Check both.":
      "La tentative {1} du {2} est antérieure à la livraison de sa prise. Vérifier les deux.",
    "It comes in as {1}, with no step before. Ask when it was built.":
      "Elle arrive à l'état {1} sans étape antérieure. Demander quand elle a été construite.",
    "It contradicts {1} of the same date. Nothing is stored; give its true date.":
      "Il contredit {1}, de même date. Rien n'est gardé ; donner sa vraie date.",
    "It counts as studied and not as targeted. Look for the missing date.":
      "Elle compte comme étudiée et non comme ciblée. Chercher la date manquante.",
    "It counts as built and its study not as accepted. Look for the missing date.":
      "Elle compte comme construite sans étude acceptée. Chercher la date manquante.",
    "It counts as handed over and not as built. Look for the missing date.":
      "Elle compte comme livrée et non comme construite. Chercher la date manquante.",
    "It counts as connectable and not as handed over. Look for the missing date.":
      "Elle compte comme raccordable et non comme livrée. Chercher la date manquante.",
    "It counts as connected and not as connectable. Look for the missing date.":
      "Elle compte comme raccordée et non comme raccordable. Chercher la date manquante.",
    "It goes back from {1} to {2}. Ask for the reason.": "Elle revient de {1} à {2}. Demander le motif.",
    "It goes from {1} to {2} at once; the steps between were missed.":
      "Elle passe d'un coup de {1} à {2} ; les étapes intermédiaires ont été manquées.",
    "It has {1} plugs. Correct the number.": "Elle a {1} prises. Corriger le nombre.",
    "It is abandoned after it was deployed. Ask for the reason.":
      "Elle est abandonnée après avoir été déployée. Demander le motif.",
    "It is frozen since {1} without an end. Agree on one.":
      "Elle est gelée depuis le {1} sans échéance. En convenir une.",
    """
    It is older than {1} of {2}, which was there before; the changes of both were worked out again. What that list says \
    and could not be was left out then: import it again with --replace.
    """:
      """
    Il est antérieur à {1} du {2}, déjà présent ; les changements des deux ont été recalculés. Ce que cette liste dit et \
    qui ne se pouvait pas avait été écarté : la réimporter avec --replace.
    """,
    "It goes from {1} in {2}, which came later, to {3}, which can't be. Both are kept. Ask the sender.":
      "Elle passe de {1} dans {2}, arrivé après coup, à {3}, ce qui ne se peut. Les deux restent. Interroger l'émetteur.",
    """
    It is the first list, and works are on record since {1}: the curves count the months before it on its plugs. Import \
    older lists if there are any.
    """:
      """
    C'est la première liste, et des travaux sont notés depuis le {1} : les courbes comptent les mois d'avant sur ses \
    prises. Importer des listes plus anciennes s'il y en a.
    """,
    "It is frozen since {1} and is not in the last list. Correct the address, or end it.":
      "Elle est gelée depuis le {1} et n'est pas dans la dernière liste. Corriger l'adresse, ou lever le gel.",
    "It is tracked twice, and its plugs count twice. Remove one.":
      "Elle est suivie deux fois, et ses prises comptent double. En retirer une.",
    "It opened on {1}, within three months of {2}. Give the operators their notice.":
      "Elle a ouvert le {1}, moins de trois mois après le {2}. Respecter le préavis des opérateurs.",
    "It opens on {1}, within three months of {2}. Give the operators their notice.":
      "Il ouvre le {1}, moins de trois mois après le {2}. Respecter le préavis des opérateurs.",
    "It says the same as {1} of {2}. Check that the right file was sent.":
      "Il dit la même chose que {1} du {2}. Vérifier que le bon fichier a été envoyé.",
    "It says what {1} of the same date says. Nothing is stored.":
      "Il dit ce que dit {1}, de même date. Rien n'est gardé.",
    "It serves {1}; its plugs count in the commune of their address.":
      "Il dessert {1} ; ses prises comptent dans la commune de leur adresse.",
    "It was {1} with {2} plugs and is not in the file any more. Ask for the reason.":
      "Elle était à l'état {1} (prises : {2}) et n'est plus dans le fichier. Demander le motif.",
    "{1} addresses have no number of plugs; that of the list before is kept. Ask for it.":
      "Adresses sans nombre de prises : {1} ; celui de la liste précédente est gardé. Le demander.",
    "{1} of {2} addresses are not in it any more. It is stored, since that was asked for.":
      "{1} adresses sur {2} n'y sont plus. La liste est gardée, puisque c'est demandé.",
    """
    {1} of {2} addresses are not in it any more, as in a file that was cut off. Nothing is stored; ask for the whole \
    file, or store it with --accept-losses.
    """:
      """
    {1} adresses sur {2} n'y sont plus, comme dans un fichier tronqué. Rien n'est gardé ; demander le fichier entier, ou \
    le garder avec --accept-losses.
    """,
    """
    From this address on, {1} are deployed and cabled later than the list's date, the first on {2}. Correct the date of \
    the list, or have theirs corrected.
    """:
      """
    À partir de cette adresse, {1} sont déployées et câblées après la date de la liste, la première le {2}. Corriger la \
    date de la liste, ou faire corriger les leurs.
    """,
    "It comes in as {1}, which can't be; it is left out until a list brings a possible state. Ask the sender.":
      "Elle arrive à l'état {1}, ce qui ne se peut ; elle est écartée jusqu'à un état possible. Interroger l'émetteur.",
    "It goes from {1} to {2}, which can't be; it stays {3} until a list brings a possible state. Ask the sender.":
      "Elle passe de {1} à {2}, ce qui ne se peut ; elle reste {3} jusqu'à un état possible. Interroger l'émetteur.",
    "It has no address. Nothing is stored; ask for the whole file.":
      "La liste n'a aucune adresse. Rien n'est gardé ; demander le fichier entier.",
    "It is abandoned, and {1} of its plugs are deployed. Ask the sender which is true.":
      "Il est abandonné ; prises déployées : {1}. Demander à l'émetteur ce qui est vrai.",
    "It opens on {1}, before it is made available on {2}. Correct a date.":
      "Il ouvre le {1}, avant sa mise à disposition le {2}. Corriger une date.",
    "Its lines give it {1} states. Ask the sender.": "Ses lignes lui donnent {1} états. Interroger l'émetteur.",
    "Nothing in it is newer than {1}, {2} days before its date. Check that date.":
      "Rien n'y est plus récent que le {1}, {2} jours avant sa date. Vérifier cette date.",
    "Of {1} addresses no list tells the number of plugs; they are left out. Ask for it.":
      "Adresses dont aucune liste ne dit le nombre de prises : {1} ; elles sont écartées. Le demander.",
    "Its steps have it handed over on {1}, and no acceptance by the delegatee is on record. It does not count.":
      "Ses étapes la disent livrée le {1}, sans acceptation du délégataire. Elle ne compte pas.",
    "Its steps have it handed over on {1}, and the delegatee has refused it on {2}. It does not count.":
      "Ses étapes la disent livrée le {1}, et le délégataire l'a refusée le {2}. Elle ne compte pas.",
    "Its steps have it handed over on {1}, and the delegatee accepted it on {2}, which counts.":
      "Ses étapes la disent livrée le {1}, et le délégataire l'a acceptée le {2}, qui compte.",
    "The delegatee accepted it on {1}, which counts; its steps don't have the handover. Add it.":
      "Le délégataire l'a acceptée le {1}, qui compte ; ses étapes n'ont pas la livraison. L'ajouter.",
    "{1} has it accepted again on {2}. It counts once; remove one acceptance.":
      "{1} la dit acceptée de nouveau le {2}. Elle compte une fois ; retirer une acceptation.",
    "{1} presents {2} plugs of it, and it has {3}. Correct one of them.":
      "{1} en présente {2} prises, et elle en a {3}. Corriger l'un des deux.",
    "It has a record of {1}, after the day of the data, which is left out. Check the date.":
      "Elle a une date au {1}, après le jour des données ; elle est écartée. Vérifier la date.",
    "It has attempt {1} and no attempt {2}. Add it, or number them again.":
      "Il a une tentative {1} et pas de tentative {2}. L'ajouter, ou les renuméroter.",
    """
    It is the last list and {1} days older than the day asked for; nothing is known of the time since. Import the lists \
    that have come.
    """:
      """
    C'est la dernière liste, antérieure de {1} jours au jour demandé ; on ne sait rien depuis. Importer les listes \
    parues.
    """,
    "Nothing shows why it is frozen since {1}. Add the letter.":
      "Rien ne montre pourquoi elle est gelée depuis le {1}. Joindre le courrier.",
    "The commune has ended; its number counts in {1}.": "La commune a pris fin ; son nombre compte dans {1}.",
    "The freeze of {1} ends on {2}, before it. Correct a date.":
      "Le gel du {1} finit le {2}, avant son début. Corriger une date.",
    "The freeze was to end on {1}. End it or move its end.":
      "Le gel devait finir le {1}. Le lever ou en déplacer la fin.",
    "The geography of {1} does not know this commune. It counts under its code.":
      "Le découpage du {1} ne connaît pas cette commune. Elle compte sous son code.",
    "The number {1} is negative. Correct it.": "Le nombre {1} est négatif. Le corriger.",
    "{1} addresses have a commune that the geography does not know. They are counted under its code.":
      "Adresses dont la commune est inconnue du découpage : {1}. Elles comptent sous son code.",
    "{1} days have passed since {2} of {3}; missing lists: about {4}. Import them too.":
      "{1} jours séparent de {2} du {3} ; listes manquantes : environ {4}. Les importer aussi.",
    "{1} failures have a code that no list has. They count under other causes.":
      "Échecs au code qu'aucune liste ne donne : {1}. Ils comptent parmi les autres causes.",
    "{1} of {2} plugs were to be connectable by {3}. Finish them or say why not.":
      "Prises qui devaient être raccordables au {3} : {1} sur {2}. Les achever ou dire pourquoi elles ne le sont pas.",
    "{1} plugs are connected of {2}. Count the dwellings again.":
      "Prises raccordées : {1} sur {2}. Recompter les logements.",
  ]

  /// What is wrong with amounts.
  static let money: [String: String] = [
    "The amount {1} is negative; the row is left out. Correct it.":
      "Le montant {1} est négatif ; la ligne est écartée. Le corriger.",
    "The vote of {1} is below what is committed, {2}; it is refused. Vote at least that.":
      "Le vote de {1} est inférieur à ce qui est engagé, {2} ; il est refusé. Voter au moins cela.",
    "The years' credits are {1} and the vote is {2}; it is refused. Correct one.":
      "Les crédits des années font {1} et le vote {2} ; il est refusé. Corriger l'un des deux.",
    "A step of {1} comes after one of {2}. Put them in order.":
      "Une étape du {1} suit une étape du {2}. Les remettre dans l'ordre.",
    "A year costs {1} as stated, and {2} by the monthly schedule to the cent. Say which rounding is meant.":
      "Une année coûte {1} selon le document, et {2} par l'échéancier mensuel au centime. Dire quel arrondi est retenu.",
    "An amendment of {1} is older than the notification of {2}. Correct a date.":
      "Un avenant du {1} est antérieur à la notification du {2}. Corriger une date.",
    "An amount is negative. Correct it.": "Un montant est négatif. Le corriger.",
    "In {1}, {2} was paid on credits of {3}. Vote credits.":
      "En {1}, {2} a été mandaté sur {3} de crédits de paiement. Voter des crédits.",
    "Order {1} of {2} is accepted on {3}, before it. Correct a date.":
      "Le bon de commande {1} du {2} est réceptionné le {3}, avant lui. Corriger une date.",
    "With its amendments the contract is {1}. Correct them.":
      "Avec ses avenants, le marché est de {1}. Les corriger.",
    "Order {1} comes twice. Remove one.": "Le bon de commande {1} figure deux fois. En retirer un.",
    "Order {1} of {2} is older than the notification of {3}. Correct a date.":
      "Le bon de commande {1} du {2} est antérieur à la notification du {3}. Corriger une date.",
    "Orders of {1} pass the contract's {2}. An amendment is needed.":
      "Les bons de commande ({1}) dépassent le marché ({2}). Il faut un avenant.",
    "Spending counts from {1} to {2}, which is no time. Correct it.":
      "Les dépenses comptent du {1} au {2}, soit aucun jour. Corriger la période.",
    "Statement of work {1} comes twice. Remove one.": "La situation {1} figure deux fois. En retirer une.",
    "The amount of order {1} is negative. Correct it.": "Le montant du bon de commande {1} est négatif. Le corriger.",
    "The amount {1} is negative. Correct it.": "Le montant {1} est négatif. Le corriger.",
    "The programme is {1} here and {2} in {3}: {4} apart. Say what is left out.":
      "Le programme est de {1} ici et de {2} dans « {3} » : {4} d'écart. Dire ce qui n'y est pas.",
    "The refund of {1} is not {2} % of {3}, which is {4}. Say which spending is eligible.":
      "Le FCTVA de {1} n'est pas {2} % de {3}, soit {4}. Dire quelles dépenses sont éligibles.",
    """
    The refund of {1} is {2} % of {3}, the spending without tax. The base is {4} with tax, and {5} % of it {6}. \
    Correct the plan.
    """:
      """
    Le FCTVA de {1} est {2} % de {3}, la dépense HT. L'assiette est la dépense TTC, {4}, dont {5} % font {6}. \
    Corriger le plan.
    """,
    "The refund of {1} rests on the rounded rate of {2} %. At {3} % it is {4}. Correct the plan.":
      "Le FCTVA de {1} repose sur le taux arrondi de {2} %. À {3} %, il est de {4}. Corriger le plan.",
    "The share {1} is negative. Correct it.": "La part {1} est négative. La corriger.",
    "The stated total {1} is not the sum of its parts, {2}: {3} apart. Correct one of them.":
      "Le total annoncé {1} n'est pas la somme de ses parties, {2} : {3} d'écart. Corriger l'un des deux.",
    "The years' credits add up to {1}, the authorisation is {2}. Vote again.":
      "Les crédits de paiement des années font {1}, l'autorisation de programme {2}. Voter à nouveau.",
    "Work of {1} is stated on a contract of {2}. Check the statements.":
      "Les situations ({1}) dépassent le marché ({2}). Les vérifier.",
    "{1} is assigned of {2} authorised. Revise the authorisation.":
      "{1} est affecté pour {2} autorisés. Réviser l'autorisation de programme.",
    "{1} is committed of {2}. Revise the authorisation.":
      "{1} est engagé pour {2}. Réviser l'autorisation de programme.",
    "{1} is paid on commitments of {2}. Look for a missing commitment.":
      "{1} est mandaté pour {2} engagés. Chercher l'engagement manquant.",
    "{1} was paid on an agreement of {2}. Check both.":
      "{1} a été versé pour une convention de {2}. Vérifier les deux.",
    "{1} without tax is {2} with tax, not {3}. Correct one of them.":
      "{1} HT font {2} TTC, et non {3}. Corriger l'un des deux.",
  ]

  /// What is wrong with the files that managers' figures come from.
  static let deployment: [String: String] = [
    "A commune's code has five signs; the row is left out.":
      "Le code d'une commune a cinq signes ; la ligne est écartée.",
    "From here on, {1} communes have four digits; the zero in front was put back.":
      "À partir d'ici, {1} communes ont quatre chiffres ; le zéro de tête a été remis.",
    "From here on, {1} lines are not UTF-8; they were read as Latin-1.":
      "À partir d'ici, {1} lignes ne sont pas en UTF-8 ; elles ont été lues en Latin-1.",
    "From here on, {1} lines don't have the header's {2} cells and are left out.":
      "À partir d'ici, {1} lignes n'ont pas les {2} cellules de l'en-tête et sont écartées.",
    "From here on, {1} lines have a cabinet in no known state.":
      "À partir d'ici, {1} lignes ont un PM dans un état inconnu.",
    "From here on, {1} lines have a commune's code that can't be one.":
      "À partir d'ici, {1} lignes ont un code de commune qui n'en est pas un.",
    "From here on, {1} lines have a state that no list has and are left out.":
      "À partir d'ici, {1} lignes ont un état qu'aucune liste ne donne et sont écartées.",
    "From here on, {1} lines have no IdentifiantImmeuble; CodeAdresseImmeuble and the building name them.":
      "À partir d'ici, {1} lignes n'ont pas d'IdentifiantImmeuble ; CodeAdresseImmeuble et le bâtiment les nomment.",
    "From here on, {1} lines have no address and are left out. Name them.":
      "À partir d'ici, {1} lignes n'ont pas d'adresse et sont écartées. Les nommer.",
    "From here on, {1} lines have no day in {2}. Write AAAAMMJJ.":
      "À partir d'ici, {1} lignes n'ont pas de jour dans {2}. Écrire AAAAMMJJ.",
    "From here on, {1} lines hold a byte that no text has (NUL) and are left out. Ask for the file again.":
      "À partir d'ici, {1} lignes contiennent un octet nul et sont écartées. Redemander le fichier.",
    "From here on, {1} lines have no number of dwellings; it is unknown.":
      "À partir d'ici, {1} lignes n'ont pas de nombre de logements ; il est inconnu.",
    "From here on, {1} lines have no such number of dwellings; it is unknown.":
      "À partir d'ici, {1} lignes ont un nombre de logements impossible ; il est inconnu.",
    "The address comes {1} times; its first line is taken.":
      "L'adresse figure {1} fois ; sa première ligne est prise.",
    "The commune has no polygon; it is not drawn.": "La commune n'a pas de polygone ; elle n'est pas dessinée.",
    "The commune stands there before; this row is left out.":
      "La commune figure déjà plus haut ; cette ligne est écartée.",
    "The file has no column {1}; what earlier lists told of it is kept. Ask for it.":
      "Le fichier n'a pas de colonne {1} ; ce qu'en disaient les listes précédentes est gardé. La demander.",
    "The file has the column {1} twice; the first one is read.":
      "Le fichier a deux fois la colonne {1} ; la première est lue.",
    "The movement of the commune has no day; it is left out. Write 2025-01-01.":
      "Le mouvement de la commune n'a pas de jour ; il est écarté. Écrire 2025-01-01.",
    "The row has {1} cells and the header {2}; it is left out. Mend the row.":
      "La ligne a {1} cellules et l'en-tête {2} ; elle est écartée. Corriger la ligne.",
    "There is an estimate before; the row is left out. Keep one.":
      "Une estimation figure plus haut ; la ligne est écartée. N'en garder qu'une.",
    "The amount {1} is below zero; the row is left out. Correct it.":
      "Le montant {1} est négatif ; la ligne est écartée. La corriger.",
    "{1} is no amount; the row is left out. Correct it.":
      "{1} n'est pas un montant ; la ligne est écartée. La corriger.",
    "{1} is neither estimate nor lot; the row is left out. Correct it.":
      "{1} n'est ni estimate ni lot ; la ligne est écartée. La corriger.",
    "{1} in {2} is no number; it is left out. Correct it.":
      "{1} dans {2} n'est pas un nombre ; il est écarté. Le corriger.",
    "{1} more lines have something wrong. Look at the file as a whole.":
      "{1} autres lignes ont un défaut. Regarder le fichier dans son ensemble.",
  ]
}
