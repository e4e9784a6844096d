import GeoFormats

/// The two operators' rooms, and the cables that end in them.
struct Rooms {
  var old: Site
  var new: Site
  /// Panels filled by the old room's cables in order, then those of the new room's.
  var oldPanels: [Int] = []
  var newPanels: [Int] = []
  var oldTiePanel = 0
  var newTiePanel = 0
}

extension Draft {
  /// Adds both rooms with racks, panels and equipment.
  mutating func addRooms() -> Rooms {
    var rooms = Rooms(old: addOldRoom(), new: addNewRoom())
    for rank in 1...14 {
      let rack = "BA-SF-\([0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6][rank])"
      rooms.oldPanels.append(addPanel("TI-SF-" + padded(rank, 2), rack: rack, ports: 144))
    }
    rooms.oldTiePanel = addPanel("TI-SF-TIE", rack: "BA-SF-6", ports: 48)
    for rank in 1...16 {
      rooms.newPanels.append(
        addPanel("TI-IT-" + padded(rank, 2), rack: "BA-IT-\((rank + 1) / 2)", ports: 144))
    }
    rooms.newTiePanel = rooms.newPanels[15]
    return rooms
  }

  private mutating func addOldRoom() -> Site {
    let site = addSite(
      SiteDescription(
        stem: "SF", externalCode: "POP-AMI-SF", name: "Salle opérateurs Saint-Fuscien", logicalType: "HEBERG",
        user: Self.manager, rack: false, comment: "adresse publique, contenu fictif"),
      at: Location(
        point: Coordinate(x: 649_858, y: 6_976_084), commune: .amiens, street: "rue de Saint-Fuscien", number: 83))
    for rank in 1...6 { addRack("BA-SF-\(rank)", room: "SF") }
    for rank in 1...6 { addRack("BA-SF-OP\(rank)", room: "SF", user: "OP\(rank)") }
    addRack("BA-SF-GFU", room: "SF", user: "GFU")
    addEquipment("EQ-SF-R1", "Routeur du groupement public, membre 1", rack: "BA-SF-GFU", inServiceOn: "2016-09-01")
    addEquipment("EQ-SF-AGG", "Commutateur d'agrégation", rack: "BA-SF-GFU", inServiceOn: "2016-09-01")
    return site
  }

  private mutating func addNewRoom() -> Site {
    let site = addSite(
      SiteDescription(
        stem: "IT", externalCode: "POP-AMI-IT", name: "Salle opérateurs Italie", logicalType: "HEBERG",
        user: Self.manager, rack: false, comment: "adresse publique, contenu fictif"),
      at: Location(
        point: Coordinate(x: 649_451, y: 6_973_973), commune: .amiens, street: "avenue d'Italie", number: 43))
    for rank in 1...8 { addRack("BA-IT-\(rank)", room: "IT") }
    addEquipment("EQ-IT-R1", "Jumeau de EQ-SF-R1", rack: "BA-IT-8", inServiceOn: "2027-01-04")
    addEquipment("EQ-IT-AGG", "Jumeau de EQ-SF-AGG", rack: "BA-IT-8", inServiceOn: "2027-01-04")
    return site
  }

  mutating func addEquipment(_ code: String, _ name: String, rack: String, inServiceOn: String) {
    rows.add(
      .equipment,
      [
        "eq_code": code, "eq_etiquet": name, "eq_ba_code": rack, "eq_prop": Self.owner,
        "eq_rf_code": references.code("EQ", "Équipement actif fictif"), "eq_datemes": inServiceOn,
        "eq_creadat": Self.surveyed,
      ])
  }
}
