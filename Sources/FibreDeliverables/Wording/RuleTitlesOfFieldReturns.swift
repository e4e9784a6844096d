extension RuleTitles {
  /// Rules that returns from the field are held to: lists as done, and measurements.
  static let fieldReturnTitles: [String: Phrase] = [
    // Lists
    "asdone.column-missing": Phrase("Une colonne de la liste manque.", "A column of the list is missing."),
    "asdone.column-repeated": Phrase("Deux colonnes ont le même titre.", "Two columns have one heading."),
    "asdone.cord-open": Phrase(
      "Une jarretière vers un autre service n'est pas reposée.", "A cord to another service was not laid anew."),
    "asdone.cut-denied": Phrase(
      "Une fibre dite non coupée est épissurée.", "A fibre was spliced that another line says was not cut."),
    "asdone.cut-implied": Phrase(
      "Une coupe découle d'une épissure.", "A cut follows from a splice, though no line says it."),
    "asdone.no-answer": Phrase(
      "Aucune ligne d'une liste ne dit si les travaux sont faits.",
      "No line of a list says whether its work was done."),
    "asdone.deviation": Phrase("Fait autrement que prévu, et inscrit.", "Done otherwise than planned, and applied."),
    "asdone.done-unreadable": Phrase("La case Fait ne se comprend pas.", "What stands under done can't be understood."),
    "asdone.fibre-elsewhere": Phrase(
      "Une fibre n'a pas d'extrémité dans le boîtier.", "A fibre has no end in the closure."),
    "asdone.fibre-in-use": Phrase("Une fibre est déjà raccordée.", "A fibre is joined to something else."),
    "asdone.fibre-unknown": Phrase("Une ligne nomme une fibre inconnue.", "A line names an unknown fibre."),
    "asdone.line-missing": Phrase("Des travaux n'ont pas de ligne.", "Work of a list has no line in it."),
    "asdone.loss-over-limit": Phrase("Une perte mesurée dépasse sa limite.", "A measured loss is over its limit."),
    "asdone.loss-unreadable": Phrase("Une perte mesurée ne se lit pas.", "A measured loss can't be read."),
    "asdone.no-cord": Phrase("Une jarretière retirée n'y était pas.", "A cord that was taken away is not there."),
    "asdone.no-list": Phrase("Le fichier ne contient pas de liste.", "The file holds no list."),
    "asdone.no-work": Phrase("Pas de travaux en ce lieu cette nuit.", "No work in that place on that night."),
    "asdone.not-joined": Phrase("Des fibres à couper n'étaient pas raccordées.", "Fibres to be cut were not joined."),
    "asdone.not-planned": Phrase(
      "Une ligne faite n'est pas au plan.", "A line says done, and the plan has no such work."),
    "asdone.not-ticked": Phrase("Une ligne mesurée n'est pas dite faite.", "A measured line does not say done."),
    "asdone.number-unreadable": Phrase("Un nombre de la liste ne se lit pas.", "A number of the list can't be read."),
    "asdone.other-far-end": Phrase("Un service arrive ailleurs qu'avant.", "A service ends where it did not before."),
    "asdone.other-ports": Phrase(
      "Un service part d'autres ports que prévu.", "A service starts at other ports than planned."),
    "asdone.otherwise-unsaid": Phrase(
      "Une ligne dit autrement sans dire comment.", "A line says otherwise, and not how."),
    "asdone.outdated": Phrase(
      "Le boîtier a changé depuis la liste ; elle est refusée.", "The closure changed since the list; it is refused."),
    "asdone.port": Phrase("Un port est vide, inconnu ou pris.", "A port is empty, unknown or taken."),
    "asdone.refused": Phrase("L'inventaire refuse une ligne.", "The inventory refuses a line."),
    "asdone.repeated": Phrase("Deux lignes parlent des mêmes travaux.", "Two lines speak of the same work."),
    "asdone.row-unreadable": Phrase("Une ligne de la liste ne se lit pas.", "A row of the list can't be read."),
    "asdone.service-dark": Phrase(
      "Un service est coupé et n'est pas raccordé de nouveau.", "A service is cut and not joined again."),
    "asdone.slot": Phrase("La cassette n'a pas cette position.", "The tray has no such slot."),
    "asdone.slot-taken": Phrase("Une position tient déjà autre chose.", "A slot holds something else."),
    "asdone.tray-unknown": Phrase("Le boîtier n'a pas cette cassette.", "The closure has no such tray."),
    "asdone.untouchable": Phrase("Une ligne à laisser montre autre chose.", "A line to leave shows something else."),
    // Measurements
    "measurement.bend": Phrase(
      "Plus de perte aux grandes longueurs d'onde : courbure.", "More loss at long wavelengths: a bend."),
    "measurement.checksum": Phrase(
      "La somme de contrôle n'est pas celle des octets.", "The checksum is not that of the bytes."),
    "measurement.connector-loss": Phrase(
      "Un connecteur ou un coupleur perd trop.", "A connector or splitter loses too much."),
    "measurement.direction-guessed": Phrase(
      "Le sens d'une courbe est déduit de ses événements.", "The direction of a trace is guessed from its events."),
    "measurement.fibre-unknown": Phrase(
      "Une courbe nomme une fibre inconnue.", "A trace names an unknown fibre."),
    "measurement.gainer": Phrase("Une épissure semble gagner de la lumière.", "A splice seems to gain light."),
    "measurement.length": Phrase("La fibre n'a pas la longueur de sa route.", "A fibre is not as long as its route."),
    "measurement.mean-splice": Phrase(
      "Les épissures perdent trop en moyenne.", "The splices lose too much on average."),
    "measurement.missing": Phrase("Un raccordement ne se voit pas.", "A joint of the route is not seen."),
    "measurement.no-end": Phrase("La fin de la fibre ne se voit pas.", "A trace shows no end of the fibre."),
    "measurement.one-direction": Phrase("Mesuré d'un bout seulement.", "Measured from one end only."),
    "measurement.reflectance": Phrase("Un connecteur réfléchit trop.", "A connector throws back too much light."),
    "measurement.route-unclear": Phrase(
      "La route d'une courbe n'est pas certaine.", "The route of a trace is not certain."),
    "measurement.splice-loss": Phrase("Une épissure perd trop.", "A splice loses too much."),
    "measurement.total-loss": Phrase("La route perd plus que prévu.", "The route loses more than expected."),
    "measurement.unexpected": Phrase(
      "Un événement là où rien n'est raccordé.", "An event where the inventory has no joint."),
    "measurement.wavelength": Phrase(
      "Aucun affaiblissement n'est connu à cette longueur d'onde.", "No attenuation is known at that wavelength."),
  ]
}
