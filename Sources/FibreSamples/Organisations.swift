extension Draft {
  /// Adds the owner, the manager, the operators and the maker, all of them invented.
  mutating func addOrganisations() {
    addOrganisation(Self.owner, "Syndicat mixte du réseau RIP80 (fictif)", "Établissement public")
    addOrganisation(Self.manager, "Délégataire RIP80 Exploitation (fictif)", "SAS")
    addOrganisation("GFU", "Groupement fermé d'utilisateurs publics (fictif)", "Groupement")
    for number in 1...6 { addOrganisation("OP\(number)", "Opérateur \(number) (fictif)", "SA") }
    addOrganisation("FABRICANT", "Câbles et boîtiers de Picardie (fictif)", "SA")
  }

  private mutating func addOrganisation(_ code: String, _ name: String, _ type: String) {
    rows.add(
      .organisation,
      [
        "or_code": code, "or_nom": name, "or_type": type, "or_activ": "Télécommunications", "or_commune": "Amiens",
        "or_postal": "80000", "or_comment": "fictif", "or_creadat": Self.surveyed,
      ])
  }
}
