import FibreModel

/// The words of diagrams.
enum Word: CaseIterable {
  case network, revision, northUp, scaleBar, rings, spread, unconnected, foldedRemark, smallPlaces
  case pop, centralOffice, cabinet, closure, cable, several
  case site, portsUsed, noPanel
  case passage, spliced, parked, noJoint, mechanical, closureTitle, traysUsed, trayAndSlots
  case mechanicalShort, splicesShort, splicedTubes, drawing, toCut, newSplice
  case unchanged, freeFibre, noPosition, moreCables, setupAndClosing, tubeWork, reserveTime, goNoGo
  case splicedFibres, passingFibres, parkedFibres, splitterLegs, reversed, disputed
  case route, connector, connectors, passages, pigtail, splitter, bareEnd, complete, open, loop, ambiguous, length
  case migration, before, after, kept, cut, new, night, nights, moved, notMoved, unpatched, patched
  case briefSymbolRemark, briefLinkRemark
  case foldedBySite, foldedByCommune, symbolRemark, linkRemark, unlabelled, belongingNowhere, officeArea, communeSymbol
  case surroundings, radius, centre, towardsHead, furtherOn, otherPlaces
  case layers, impliedArrows, layerLibraries, layerLeaves, layerQuestions, layerAdapters, layerOutput, layerPrograms

  /// The word in a language.
  func text(_ language: Language) -> String { language == .french ? words.french : words.english }

  private var words: (french: String, english: String) {
    switch self {
    case .network: ("Réseau", "Network")
    case .revision: ("révision", "revision")
    case .northUp: ("nord en haut", "north up")
    case .scaleBar: ("à l'échelle de la barre", "to the scale of the bar")
    case .rings:
      (
        "directions vraies depuis %, distances resserrées selon les cercles",
        "true directions from %, distances compressed as the rings show"
      )
    case .spread:
      ("lieux voisins écartés pour la lecture", "neighbouring places set apart to be legible")
    case .unconnected: ("sans câble, non dessinés", "without a cable, not drawn")
    case .foldedRemark:
      ("« + » compte ce qui en dépend et n'est pas dessiné", "“+” counts what hangs below and is not drawn")
    case .smallPlaces: ("PBO, prise ou client", "distribution point, outlet or client")
    case .pop: ("PoP, site technique", "PoP")
    case .centralOffice: ("NRO", "central office (NRO)")
    case .cabinet: ("SRO", "cabinet (SRO)")
    case .closure: ("boîtier (BPE)", "splice closure")
    case .cable: ("câble", "cable")
    case .several: ("plusieurs câbles", "several cables")
    case .site: ("Site", "Site")
    case .portsUsed: ("ports occupés", "ports in use")
    case .noPanel: ("aucun tiroir connu", "no panel known")
    case .passage: ("passage", "uncut")
    case .spliced: ("épissure", "splice")
    case .parked: ("en attente", "parked")
    case .noJoint: ("libres", "free")
    case .closureTitle: ("Boîtier", "Closure")
    case .traysUsed: ("cassettes utilisées", "trays used")
    case .trayAndSlots: ("cassette et positions", "tray and slots")
    case .splicedFibres: ("épissures", "splices")
    case .passingFibres: ("fibres en passage", "uncut fibres")
    case .parkedFibres: ("fibres en attente", "parked fibres")
    case .splitterLegs: ("sorties de coupleur", "splitter legs")
    case .reversed: ("ordre inverse", "reverse order")
    case .disputed: ("contesté", "disputed")
    case .mechanical: ("épissure mécanique", "mechanical splice")
    case .mechanicalShort: ("méc.", "mech.")
    case .splicesShort: ("ép.", "sp.")
    case .splicedTubes: ("tubes épissurés, inchangés", "spliced tubes, unchanged")
    case .drawing: ("dessin", "drawing")
    case .toCut: ("à couper", "to be cut")
    case .newSplice: ("épissure neuve", "new splice")
    case .setupAndClosing: ("ouverture et fermeture du boîtier", "setting up and closing")
    case .tubeWork: ("tube", "tube")
    case .reserveTime: ("réserve pour le retour arrière, puis fermeture", "reserve for the way back, then closing")
    case .goNoGo: ("go / no-go : après, plus aucun tube n'est coupé", "go / no-go: no tube is cut after this")
    case .unchanged: ("inchangé", "unchanged")
    case .freeFibre: ("libre", "free")
    case .noPosition: ("position inconnue : pas de plan", "position unknown: no map")
    case .moreCables: ("et % autres lieux : voir les câbles", "and % more places: see the cables")
    case .route: ("Route optique", "Optical route")
    case .connector: ("connecteur", "connector")
    case .connectors: ("connecteurs", "connectors")
    case .passages: ("passages", "passages")
    case .bareEnd: ("extrémité libre", "bare end")
    case .pigtail: ("pigtail", "pigtail")
    case .splitter: ("coupleur", "splitter")
    case .complete: ("complète", "complete")
    case .open: ("ouverte", "open")
    case .loop: ("en boucle", "loop")
    case .ambiguous: ("ambiguë", "ambiguous")
    case .length: ("longueur", "length")
    case .migration: ("Migration", "Migration")
    case .before: ("avant", "before")
    case .after: ("après", "after")
    case .kept: ("conservé", "kept")
    case .cut: ("coupé", "cut")
    case .new: ("nouveau", "new")
    case .night: ("nuit", "night")
    case .nights: ("nuits", "nights")
    case .moved: ("déplacés", "moved")
    case .notMoved: ("laissés en place", "left in place")
    case .unpatched: ("retirées", "removed")
    case .patched: ("posées", "laid")
    case .foldedBySite: ("Réseau replié par SRO", "Network folded by cabinet (SRO)")
    case .foldedByCommune: ("Réseau replié par commune", "Network folded by commune")
    case .symbolRemark:
      (
        "un symbole réunit tout ce qui lui appartient : prises à desservir, boîtes, longueur des câbles et leurs fibres, tronçon par tronçon",
        "a symbol gathers all that belongs to it: plugs to serve, boxes, length of its cables and their fibres, section by section"
      )
    case .linkRemark:
      (
        "un trait réunit les câbles entre deux symboles : leur nombre, leurs fibres côte à côte",
        "a line gathers the cables between two symbols: how many, their fibres side by side"
      )
    case .briefSymbolRemark:
      (
        "un symbole réunit tout ce qui lui appartient ; sous son nom, les prises à desservir",
        "a symbol gathers all that belongs to it; below its name, the plugs to serve"
      )
    case .briefLinkRemark:
      (
        "un trait réunit les câbles entre deux symboles ; son étiquette compte leurs fibres côte à côte",
        "a line gathers the cables between two symbols; its label counts their fibres side by side"
      )
    case .unlabelled: ("sans étiquette, faute de place", "without a label, for want of room")
    case .belongingNowhere: ("Non dessinés, faute de câble ou de zone", "Not drawn, for want of a cable or an area")
    case .officeArea:
      ("NRO avec sa collecte et son transport", "central office (NRO) with its collecte and transport")
    case .communeSymbol: ("commune", "commune")
    case .surroundings: ("Autour de", "Around")
    case .radius: ("rayon", "radius")
    case .centre: ("objet demandé", "what was asked for")
    case .towardsHead: ("vers les NRO et PoP à gauche", "central offices and PoPs to the left")
    case .furtherOn: ("ce qui continue au-delà du rayon", "what goes on beyond the radius")
    case .otherPlaces: ("autres", "others")
    case .layers: ("Couches du code", "Layers of the code")
    case .impliedArrows:
      (
        "une flèche va d'un module à ceux qu'il utilise ; celles que d'autres impliquent sont omises",
        "an arrow goes from a module to those it uses; arrows that others imply are left out"
      )
    case .layerLibraries: ("bibliothèques C", "C libraries")
    case .layerLeaves: ("0 · feuilles", "0 · leaves")
    case .layerQuestions: ("1 · questions", "1 · questions")
    case .layerAdapters: ("2 · adaptateurs", "2 · adapters")
    case .layerOutput: ("3 · livrables", "3 · deliverables")
    case .layerPrograms: ("5 · programmes", "5 · programs")
    }
  }
}

/// Things that are counted.
enum Counted: CaseIterable {
  case closure, distributionPoint, outlet, site, place, tube, fibre, cable, section, night, splice, visit, cord, service
  case plug, cabinet, centralOffice

  /// `1 boîtier`, `6 boîtiers`; thousands are parted by a narrow blank in French and a comma in English.
  func text(_ count: Int, _ language: Language) -> String {
    let isOne = language == .french ? count < 2 : count == 1
    let word = language == .french ? french : english
    return "\(Figures.whole(count, language)) \(isOne ? word.one : word.many)"
  }

  private var french: (one: String, many: String) {
    switch self {
    case .closure: ("boîtier", "boîtiers")
    case .distributionPoint: ("PBO", "PBO")
    case .outlet: ("prise", "prises")
    case .site: ("site", "sites")
    case .place: ("lieu", "lieux")
    case .tube: ("tube", "tubes")
    case .fibre: ("fibre", "fibres")
    case .cable: ("câble", "câbles")
    case .night: ("nuit", "nuits")
    case .splice: ("épissure", "épissures")
    case .visit: ("intervention", "interventions")
    case .cord: ("jarretière", "jarretières")
    case .service: ("service", "services")
    case .section: ("tronçon", "tronçons")
    case .plug: ("prise", "prises")
    case .cabinet: ("SRO", "SRO")
    case .centralOffice: ("NRO", "NRO")
    }
  }

  private var english: (one: String, many: String) {
    switch self {
    case .closure: ("closure", "closures")
    case .distributionPoint: ("PBO", "PBOs")
    case .outlet: ("outlet", "outlets")
    case .site: ("site", "sites")
    case .place: ("place", "places")
    case .tube: ("tube", "tubes")
    case .fibre: ("fibre", "fibres")
    case .cable: ("cable", "cables")
    case .night: ("night", "nights")
    case .splice: ("splice", "splices")
    case .visit: ("visit", "visits")
    case .cord: ("patch cord", "patch cords")
    case .service: ("service", "services")
    case .section: ("section", "sections")
    case .plug: ("plug", "plugs")
    case .cabinet: ("SRO", "SROs")
    case .centralOffice: ("NRO", "NROs")
    }
  }
}
