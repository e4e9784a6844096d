import FibreModel

extension Finding {
  /// Where, for people: file and line as they are, the kind of object by its name.
  func place(in language: Language) -> String { Self.kinds[place]?[language] ?? place }

  /// Kinds of objects that rules report, by their names in the model.
  static let kinds: [String: Phrase] = [
    "acceptance": Phrase("recette", "acceptance"),
    "attempt": Phrase("tentative", "attempt"),
    "authorisation": Phrase("autorisation de programme", "authorisation"),
    "cabinet": Phrase("PM", "cabinet"),
    "cable": Phrase("câble", "cable"),
    "cassette": Phrase("cassette", "cassette"),
    "closure": Phrase("boîtier", "closure"),
    "commune": Phrase("commune", "commune"),
    "contract": Phrase("marché", "contract"),
    "declaredRoute": Phrase("route déclarée", "declared route"),
    "fibre": Phrase("fibre", "fibre"),
    "financing": Phrase("plan de financement", "financing plan"),
    "forbidden": Phrase("période interdite", "forbidden period"),
    "freeze": Phrase("gel", "freeze"),
    "grant": Phrase("subvention", "grant"),
    "joint": Phrase("raccordement", "joint"),
    "optics": Phrase("optique", "optics"),
    "panel": Phrase("tiroir", "panel"),
    "plug": Phrase("prise", "plug"),
    "route": Phrase("route", "route"),
    "section": Phrase("tronçon", "section"),
    "service": Phrase("service", "service"),
    "site": Phrase("site", "site"),
    "splitter": Phrase("coupleur", "splitter"),
    "window": Phrase("fenêtre", "window"),
    "zone": Phrase("zone", "zone"),
  ]
}
