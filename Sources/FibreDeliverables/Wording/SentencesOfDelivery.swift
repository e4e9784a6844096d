extension FrenchSentences {
  /// What is wrong with what the rows of a delivery say.
  static let delivery: [String: String] = [
    "{1} is {2} km, an implausible length; it was not taken. Correct it.":
      "{1} donne {2} km, longueur invraisemblable ; elle n'a pas été prise. Corriger.",
    "{1} is {2}, which no cable has. Correct it.": "{1} vaut {2}, ce qu'aucun câble n'a. Corriger.",
    "cl_cb_code names {1}, which is not in t_cable; the line was not imported. Add the cable.":
      "cl_cb_code nomme {1}, qui n'est pas dans t_cable ; le tracé n'a pas été importé. Ajouter le câble.",
    "{1} has a line already; this one was not imported. Keep one of them.":
      "{1} a déjà un tracé ; celui-ci n'a pas été importé. N'en garder qu'un.",
    "{1} cables from here on lack cb_nd1 or cb_nd2; the nodes at the ends of their lines were taken.":
      "{1} câbles à partir de celui-ci n'ont pas cb_nd1 ou cb_nd2 ; les nœuds aux bouts de leur tracé ont été pris.",
    "{1} cables from here on lack cb_nd1 or cb_nd2; the places where their fibres are joined were taken.":
      """
    {1} câbles à partir de celui-ci n'ont pas cb_nd1 ou cb_nd2 ; les lieux où leurs fibres sont raccordées ont été \
    pris.
    """,
    "The line of {1} begins farther than 0.1 m from any node. Snap it to the node.":
      "Le tracé de {1} commence à plus de 0,1 m de tout nœud. L'accrocher au nœud.",
    "The line of {1} ends farther than 0.1 m from any node. Snap it to the node.":
      "Le tracé de {1} finit à plus de 0,1 m de tout nœud. L'accrocher au nœud.",
    "The line of {1} does not run between cb_nd1 and cb_nd2, which were taken. Correct the line.":
      "Le tracé de {1} ne va pas de cb_nd1 à cb_nd2, qui ont été pris. Corriger le tracé.",
    """
    Neither cb_nd1 and cb_nd2 nor a line nor joints tell where the ends of {1} are. Fill cb_nd1 and cb_nd2, or draw \
    the line.
    """:
      """
    Ni cb_nd1 et cb_nd2, ni un tracé, ni des raccordements ne disent où sont les extrémités de {1}. Remplir cb_nd1 \
    et cb_nd2, ou dessiner le tracé.
    """,
    """
    Neither cb_nd1 and cb_nd2 nor a line nor joints tell where one end of {1} is. Fill cb_nd1 and cb_nd2, or draw the \
    line.
    """:
      """
    Ni cb_nd1 et cb_nd2, ni un tracé, ni des raccordements ne disent où est une extrémité de {1}. Remplir cb_nd1 et \
    cb_nd2, ou dessiner le tracé.
    """,
    "{1} names {2}, which is not in {3}; the row was not imported. Add the missing row.":
      "{1} nomme {2}, qui n'est pas dans {3} ; la ligne n'a pas été importée. Ajouter la ligne manquante.",
    "lv_cb_code names {1}, which is not in t_cable; the row was not imported. Add the cable.":
      "lv_cb_code nomme {1}, qui n'est pas dans t_cable ; la ligne n'a pas été importée. Ajouter le câble.",
    "The delivery holds no cable, so none of its {1} fibres could be imported. Ask for t_cable.":
      "La livraison n'a aucun câble ; aucune de ses {1} fibres n'a pu être importée. Demander t_cable.",
    "fo_nincab is {1}, which is no fibre number; the row was not imported. Correct it.":
      "fo_nincab vaut {1}, qui n'est pas un numéro de fibre ; la ligne n'a pas été importée. Corriger.",
    "fo_cb_code names {1}, which is not in t_cable; the row was not imported. Add the cable.":
      "fo_cb_code nomme {1}, qui n'est pas dans t_cable ; la ligne n'a pas été importée. Ajouter le câble.",
    "{1} fibres have no fo_nincab; their numbers follow from tube and rank, or from their order.":
      "{1} fibres n'ont pas de fo_nincab ; leur numéro est déduit du tube et du rang, ou de leur ordre.",
    "fo_nincab is empty and nothing tells the number; the row was not imported. Give it one.":
      "fo_nincab est vide et rien ne dit le numéro ; la ligne n'a pas été importée. Lui en donner un.",
    "Fibre {1} of {2} is described before; this row was not imported. Keep one of them.":
      "La fibre {1} de {2} est déjà décrite plus haut ; cette ligne n'a pas été importée. N'en garder qu'une.",
    "fo_code {1} stands there before; this row was not imported. Give one of them another code.":
      "fo_code {1} figure déjà plus haut ; cette ligne n'a pas été importée. Donner un autre code à l'une des deux.",
    "{1} is stated to have {2} fibres, and t_fibre describes {3}. Correct one of them.":
      "{1} est annoncé avec {2} fibres et t_fibre en décrit {3}. Corriger l'un ou l'autre.",
    """
    From this row on, tubes or ranks of {1} do not follow from the fibre numbers and the modulo {2}. Correct \
    fo_numtub, fo_nintub or cb_modulo.
    """:
      """
    À partir de cette ligne, tubes ou rangs de {1} ne suivent pas les numéros de fibre et le modulo {2}. Corriger \
    fo_numtub, fo_nintub ou cb_modulo.
    """,
    "The row repeats {1} of line {2}: same fibres, same holder. It was merged.":
      "La ligne répète {1} de la ligne {2} : mêmes fibres, même support. Elles ont été fusionnées.",
    "{1} positions of panels from here on say EP with the type of a connector; they were read as connectors.":
      """
    {1} positions de tiroirs à partir de celle-ci disent EP avec un type de connecteur ; elles ont été lues comme \
    connecteurs.
    """,
    """
    {1} positions of cassettes from here on say EP with the type of a connector; they were read as splices. Correct \
    ps_fonct or ps_type.
    """:
      """
    {1} positions de cassettes à partir de celle-ci disent EP avec un type de connecteur ; elles ont été lues comme \
    épissures. Corriger ps_fonct ou ps_type.
    """,
    "ps_1 and ps_2 name the same fibre, which joins nothing. Correct one.":
      "ps_1 et ps_2 nomment la même fibre, ce qui ne raccorde rien. Corriger l'un des deux.",
    "The position is in a cassette and in a drawer. Empty one of the two.":
      "La position est à la fois en cassette et en tiroir. Vider l'un des deux.",
    "The position is in no cassette and no drawer. Name the one it is in.":
      "La position n'est dans aucune cassette ni aucun tiroir. Nommer son support.",
    "{1} positions from here on name a fibre in {2}, but the delivery holds none. Ask for t_fibre.":
      """
    {1} positions à partir de celle-ci nomment une fibre en {2}, mais la livraison n'en a aucune. Demander t_fibre.
    """,
    "{1} names {2}, which is not in t_fibre; the position joins nothing there. Add the fibre or correct it.":
      """
    {1} nomme {2}, qui n'est pas dans t_fibre ; la position n'y raccorde rien. Ajouter la fibre ou corriger le \
    code.
    """,
    "{1} ends at neither side where {2} stands. Correct the position's holder, or the ends of the cable.":
      """
    Aucune extrémité de {1} n'est là où se trouve {2}. Corriger le support de la position, ou les extrémités du \
    câble.
    """,
    "The row has no rt_code; it was not imported. Give it one.":
      "La ligne n'a pas de rt_code ; elle n'a pas été importée. Lui en donner un.",
    "rt_fo_code is empty; the route was kept without this fibre. Name it.":
      "rt_fo_code est vide ; la route a été conservée sans cette fibre. La nommer.",
    "rt_fo_code names {1}, which is not in t_fibre; the route was kept without it. Add the fibre.":
      "rt_fo_code nomme {1}, qui n'est pas dans t_fibre ; la route a été conservée sans elle. Ajouter la fibre.",
    "The row does not say what {1} needs, or repeats an earlier one; it was not imported. Correct it.":
      "La ligne ne dit pas ce que {1} doit dire, ou en répète une autre ; elle n'a pas été importée. La corriger.",
    "The network has no place for {1}; the row was imported and is also kept as it is.":
      "Le réseau n'a pas de place pour {1} ; la ligne a été importée et reste aussi conservée telle quelle.",
    "{1} is no cable of the delivery. Correct the code.": "{1} n'est pas un câble de la livraison. Corriger le code.",
    "No service has the client {1}. Correct the name.": "Aucun service n'a pour client {1}. Corriger le nom.",
    "{1} is no box of the delivery. Correct the code.": "{1} n'est pas un boîtier de la livraison. Corriger le code.",
    "The service has {1} fibres, {2} ports at end A and {3} at end B. Correct the row.":
      "Nombre de fibres du service : {1} ; de ports au bout A : {2}, au bout B : {3}. Corriger la ligne.",
    "optics names {1}, which is not in optics.csv. Add it there.":
      "optics nomme {1}, qui n'est pas dans optics.csv. L'y ajouter.",
    "protects names {1}, which is no service, so the pair is not protected. Correct it.":
      "protects nomme {1}, qui n'est pas un service : la liaison n'est pas protégée. Corriger.",
    "{1} names {2}, which is not in t_tiroir. Correct it.": "{1} nomme {2}, qui n'est pas dans t_tiroir. Corriger.",
    "{1} is {2}, not ports such as TI-1:5-6. Correct it.":
      "{1} vaut « {2} », et non des ports comme TI-1:5-6. Corriger.",
    "{1} holds a loss or a count that cannot be, so the defaults hold. Correct the file.":
      """
    {1} contient un affaiblissement ou un nombre impossible ; les valeurs par défaut sont prises. Corriger le \
    fichier.
    """,
    "{1} is no valid JSON object, so the defaults hold. Correct the file.":
      "{1} n'est pas un objet JSON valable ; les valeurs par défaut sont prises. Corriger le fichier.",
    "{1} holds something else than expected in {2}, so the defaults hold. Correct the file.":
      "{1} contient autre chose que prévu en {2} ; les valeurs par défaut sont prises. Corriger le fichier.",
    "{1} can't be opened, so the defaults hold. Ask for the file again.":
      "{1} ne peut pas être ouvert ; les valeurs par défaut sont prises. Redemander le fichier.",
    "Times, quotas and losses of {1} were taken; the whole file is kept as it is.":
      "Durées, quotas et affaiblissements de {1} ont été pris ; le fichier entier est conservé tel quel.",
  ]
}
