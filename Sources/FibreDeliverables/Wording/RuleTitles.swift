/// What the rules of findings are called, by their names, which never change.
enum RuleTitles {
  /// The title of a rule; nothing for one that has none here.
  static func title(of rule: String) -> Phrase? {
    all.lazy.compactMap { $0[rule] }.first
  }

  /// All titles, by what the rules are about.
  static let all = [deliveryTitles, networkTitles, routeTitles, fieldReturnTitles, programmeTitles, moneyTitles]

  /// Rules that a delivery's files are read by.
  static let deliveryTitles: [String: Phrase] = [
    "box.housing": Phrase(
      "Un boîtier se trouve dans plusieurs lieux, ou dans aucun.", "A box stands in several things, or in none."),
    "cable.capacity-differs": Phrase(
      "Un câble n'a pas le nombre de fibres annoncé.", "A cable has another number of fibres than stated."),
    "cable.count": Phrase("Un nombre du câble n'est pas plausible.", "A count of a cable is not plausible."),
    "cable.end-off-node": Phrase("Le tracé d'un câble ne touche aucun nœud.", "The line of a cable ends off any node."),
    "cable.end-unknown": Phrase("Une extrémité de câble est inconnue.", "An end of a cable is unknown."),
    "cable.ends-by-joints": Phrase(
      "Extrémités de câbles déduites des raccordements.", "Ends of cables were taken from their joints."),
    "cable.ends-by-line": Phrase(
      "Extrémités de câbles déduites du tracé.", "Ends of cables were taken from their lines."),
    "cable.line-elsewhere": Phrase(
      "Le tracé d'un câble ne suit pas ses extrémités.", "The line of a cable does not run between its ends."),
    "code.duplicate": Phrase("Un code est donné deux fois.", "A code is given twice."),
    "code.missing": Phrase("Une ligne n'a pas de code.", "A row has no code."),
    "column.missing": Phrase("Une colonne manque.", "A column is missing."),
    "column.unknown": Phrase("Une colonne est inconnue ; elle est conservée.", "A column is unknown; it is kept."),
    "companion.kept": Phrase(
      "Un fichier d'accompagnement est conservé tel quel.", "A companion file is kept as it is."),
    "companion.unreadable": Phrase(
      "Une ligne d'accompagnement ne peut pas être lue.", "A row of a companion file can't be read."),
    "fibre.cable-unknown": Phrase("Une fibre nomme un câble inconnu.", "A fibre names an unknown cable."),
    "fibre.number": Phrase("Le numéro d'une fibre n'est pas valable.", "The number of a fibre is not valid."),
    "fibre.number-derived": Phrase(
      "Numéros de fibres déduits du tube et du rang.", "Numbers of fibres were taken from tube and rank."),
    "fibre.number-taken": Phrase(
      "Deux fibres d'un câble ont le même numéro.", "Two fibres of a cable have one number."),
    "fibre.tube-differs": Phrase(
      "Tube ou rang ne suivent pas le numéro de fibre.", "Tube or rank don't follow from the fibre's number."),
    "joint.cable-elsewhere": Phrase(
      "Une position tient une fibre d'un câble qui finit ailleurs.",
      "A position holds a fibre of a cable that ends elsewhere."),
    "joint.fibre-unknown": Phrase("Une position nomme une fibre inconnue.", "A position names an unknown fibre."),
    "joint.fibre-with-itself": Phrase(
      "Une position raccorde une fibre à elle-même.", "A position joins a fibre to itself."),
    "joint.function-differs": Phrase(
      "La fonction de positions contredit leur type.", "The function of positions contradicts their type."),
    "joint.no-holder": Phrase(
      "Une position n'est dans aucune cassette ni aucun tiroir.", "A position is in no tray and no panel."),
    "joint.repeated": Phrase("Une position en répète une autre.", "A position repeats another one."),
    "joint.two-holders": Phrase(
      "Une position est à la fois en cassette et en tiroir.", "A position is in a tray and in a panel."),
    "joint.type-differs": Phrase(
      "Le type de positions contredit leur support.", "The type of positions contradicts their holder."),
    "line.cable-unknown": Phrase("Un tracé nomme un câble inconnu.", "A line names an unknown cable."),
    "line.repeated": Phrase("Un câble a plusieurs tracés.", "A cable has more than one line."),
    "number.implausible": Phrase("Une longueur est invraisemblable.", "A length is implausible."),
    "number.unreadable": Phrase("Un nombre ne peut pas être lu.", "A number can't be read."),
    "reference.unknown": Phrase("Une ligne nomme un objet inconnu.", "A row names an unknown object."),
    "reference.table-empty": Phrase("Une table que d'autres nomment est vide.", "A table that others name is empty."),
    "route.fibre-unknown": Phrase(
      "Une route déclarée nomme une fibre inconnue.", "A declared route names an unknown fibre."),
    "row.nul-byte": Phrase("Une ligne contient un octet nul.", "A row holds a NUL byte."),
    "row.open-quote": Phrase("Un guillemet n'est jamais refermé.", "A quotation mark is never closed."),
    "row.ragged": Phrase("Une ligne n'a pas le bon nombre de cellules.", "A row has the wrong number of cells."),
    "service.leg-unknown": Phrase("Un service protège un service inconnu.", "A service protects an unknown one."),
    "service.panel-unknown": Phrase("Un service nomme un tiroir inconnu.", "A service names an unknown panel."),
    "service.port-count": Phrase(
      "Les ports d'un service ne correspondent pas à ses fibres.", "A service's ports don't match its fibres."),
    "service.port-unreadable": Phrase("Un port de service ne peut pas être lu.", "A port of a service can't be read."),
    "shape.missing": Phrase("Un objet n'a pas de géométrie.", "An object has no shape."),
    "shape.unreadable": Phrase("Une géométrie est vide ou d'un autre type.", "A shape is empty or of another kind."),
    "table.cut-short": Phrase("Un fichier est tronqué.", "A file is cut short."),
    "table.encoding": Phrase(
      "L'encodage annoncé n'est pas celui du fichier.", "The encoding stated is not that of the file."),
    "table.missing": Phrase("Une table manque.", "A table is missing."),
    "table.not-modelled": Phrase(
      "Une table est conservée sans être modélisée.", "A table is kept without being modelled."),
    "table.repeated": Phrase("Une table est livrée deux fois.", "A table is delivered twice."),
    "table.unreadable": Phrase("Une table ne peut pas être lue.", "A table can't be read."),
    "table.value-list": Phrase("Des listes de valeurs sont conservées.", "Lists of values are kept."),
    "value.unknown": Phrase("Une valeur n'est dans aucune liste.", "A value is in no list."),
  ]

  /// Rules that a network is held to.
  static let networkTitles: [String: Phrase] = [
    "acceptance.unknown-cable": Phrase(
      "Une recette nomme un câble inconnu.", "An acceptance names no known cable or section."),
    "box.over-capacity": Phrase(
      "Un boîtier a plus de cassettes qu'il n'en admet.", "A box has more cassettes than it can hold."),
    "box.without-node": Phrase("Un boîtier n'a pas de lieu connu.", "A box stands at no known place."),
    "cable.without-section": Phrase("Un câble n'a aucun tronçon.", "A cable has no section."),
    "cassette.number-duplicate": Phrase(
      "Deux cassettes d'un boîtier ont la même face et le même numéro.",
      "Two cassettes of a box have one face and number."),
    "cassette.over-capacity": Phrase(
      "Une cassette est trop pleine.", "A cassette holds more, or higher slots, than it has."),
    "cassette.without-box": Phrase("Une cassette n'est dans aucun boîtier connu.", "A cassette is in no known box."),
    "closure.duplicate": Phrase(
      "Les conditions d'un boîtier sont données deux fois.", "Working conditions of a closure are given twice."),
    "closure.free-trays-mismatch": Phrase(
      "Un boîtier annonce plus de cassettes libres qu'il n'en a.",
      "More trays are stated as free than there is room for."),
    "closure.unknown": Phrase(
      "Des conditions nomment un boîtier inconnu.", "Working conditions are given for an unknown closure."),
    "code.blank": Phrase(
      "Un code est vide, ou commence ou finit par un blanc.", "A code is empty, or starts or ends with a blank."),
    "code.shared": Phrase("Un tiroir et un tronçon ont le même code.", "A panel and a section have one code."),
    "fibre.colour-rank": Phrase(
      "La couleur d'une fibre n'est pas celle de son rang.", "A fibre's colour is not that of its rank."),
    "forbidden.reversed": Phrase(
      "Une période interdite finit avant de commencer.", "A forbidden period ends before it starts."),
    "forbidden.unknown-client": Phrase(
      "Une période interdite nomme un client sans service.", "A forbidden period names a client without services."),
    "joint.contested": Phrase(
      "Une extrémité de fibre est prise par plusieurs raccordements.", "A fibre end is claimed by more than one joint."),
    "joint.far-from-cable": Phrase(
      "Un raccordement tient une fibre qui finit ailleurs.", "A joint holds a fibre that ends elsewhere."),
    "joint.one-sided": Phrase(
      "Une épissure ou un passage n'a qu'une fibre.", "A splice or passage has a fibre on one side only."),
    "joint.passage-spliced": Phrase(
      "Des fibres dites en passage sont épissurées.", "Fibres recorded as uncut are spliced."),
    "joint.self-joined": Phrase("Une fibre est raccordée à elle-même.", "A joint joins a fibre end to itself."),
    "joint.technique-mismatch": Phrase(
      "La technique d'un raccordement contredit sa nature.", "A joint's technique contradicts its kind."),
    "joint.unknown-holder": Phrase(
      "Un raccordement n'est dans aucun support connu.", "A joint is in no known cassette or panel."),
    "joint.without-fibre": Phrase("Un raccordement ne nomme aucune fibre.", "A joint names no fibre."),
    "optics.unknown-wavelength": Phrase(
      "Aucun affaiblissement n'est donné à cette longueur d'onde.", "No attenuation is given at this wavelength."),
    "panel.without-site": Phrase("Un tiroir n'est dans aucun site connu.", "A panel is in no known site."),
    "port.duplicate": Phrase("Deux fibres sont sur le même port.", "Two fibres are on one port."),
    "port.out-of-range": Phrase("Un numéro de port dépasse le tiroir.", "A port's number is beyond its panel."),
    "fibre.live-without-service": Phrase(
      "De la lumière peut passer, et aucun service n'est connu.", "Light can pass, and no service is known on it."),
    "protection.shared-cable": Phrase(
      "Les deux chemins d'une liaison protégée sont dans un même câble.", "Both legs of a pair lie in one cable."),
    "protection.shared-closure": Phrase(
      "Les deux chemins d'une liaison protégée passent par une même boîte.", "Both legs of a pair pass one closure."),
    "protection.shared-tube": Phrase(
      "Les deux chemins d'une liaison protégée sont dans un même tube.", "Both legs of a pair lie in one tube."),
    "route.ambiguous": Phrase("Une route n'est pas certaine.", "A route is not certain."),
    "route.declared-differs": Phrase(
      "Une route déclarée n'est pas celle des raccordements.", "A declared route is not the one that joints make."),
    "route.declared-incomplete": Phrase(
      "Une route déclarée omet des fibres de son chemin.", "A declared route leaves out fibres of its way."),
    "route.loop": Phrase("Des raccordements ramènent une fibre sur elle-même.", "Joints lead a fibre back to itself."),
    "service.far-end-differs": Phrase(
      "Les deux bouts d'un service ne sont pas reliés.", "The two ends of a service are not joined."),
    "service.route-open": Phrase(
      "La route d'un service est ouverte, en boucle ou incertaine.", "A service's route is open, looped or uncertain."),
    "protection.not-mutual": Phrase(
      "Un service en protège un autre, déjà jumelé.", "A service protects one that is paired with another."),
    "protection.unknown": Phrase(
      "Un service protège un service inconnu, ou lui-même.", "A service protects an unknown one, or itself."),
    "section.capacity-mismatch": Phrase(
      "Un tronçon a plus de fibres qu'annoncé.", "A section has more fibres than stated."),
    "section.colour-code": Phrase(
      "Un tronçon suit un autre code couleur que sa référence.",
      "A section follows another colour code than its reference."),
    "section.ends-equal": Phrase("Un tronçon finit là où il commence.", "Both ends of a section are at one node."),
    "section.without-ends": Phrase("Un tronçon a une extrémité sans lieu.", "A section has an end at no known place."),
    "section.without-length": Phrase("La longueur d'un tronçon est inconnue.", "The length of a section is unknown."),
    "service.fibre-count": Phrase(
      "Les ports d'un service ne correspondent pas à son nombre de fibres.",
      "A service's ports don't match its number of fibres."),
    "service.port-empty": Phrase("Un service nomme un port vide.", "A service names an empty port."),
    "service.port-shared": Phrase("Deux services nomment le même port.", "Two services name one port."),
    "service.unknown-optics": Phrase("Un service nomme des optiques inconnues.", "A service names unknown optics."),
    "service.unknown-port": Phrase(
      "Un service nomme un port qui n'existe pas.", "A service names a port that does not exist."),
    "slot.duplicate": Phrase("Deux raccordements sont dans la même position.", "Two joints are in one slot."),
    "splitter.scattered": Phrase(
      "Les sorties d'un coupleur sont dispersées.", "Legs of one splitter are in several holders."),
    "splitter.without-input": Phrase(
      "Une sortie de coupleur n'a pas d'entrée.", "A splitter's leg names no input fibre."),
    "tube.mixed-state": Phrase(
      "Un tube est en partie coupé, en partie en passage.", "A tube is partly cut, partly uncut."),
    "window.out-of-order": Phrase(
      "Les fenêtres de travaux ne sont pas dans l'ordre.", "Work windows are not in order."),
    "window.overlapping": Phrase("Deux fenêtres de travaux se chevauchent.", "Two work windows overlap."),
    "window.unusable": Phrase("Une fenêtre de travaux est inutilisable.", "A work window can't be used."),
  ]

  /// Rules that routes are held to.
  static let routeTitles: [String: Phrase] = [
    "route.fibre-repeated": Phrase(
      "Une route déclarée nomme deux fois la même fibre.", "A declared route names a fibre twice.")
  ]
}
