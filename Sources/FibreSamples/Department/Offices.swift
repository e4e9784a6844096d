import GeoFormats

/// A central office as the whole département sees it.
struct Office {
  var area: OfficeArea
  var site: Site
  /// The pathway from the site to the crossing in the middle of its commune.
  var pathway: Int
  /// Where the two sides of a collection ring reach the site, each by its own chamber.
  var entries: [Entry]

  struct Entry {
    var chamber: Int
    /// From the crossing in the middle to the chamber, and from there to the site.
    var outer: Int
    var inner: Int
  }

  var hub: Int { area.hub }
}

extension Draft {
  /// Adds a site near a crossing, with the pathway from the crossing to it.
  mutating func addSite(
    _ description: SiteDescription, near crossing: Int, of commune: Territory.Commune, street: String
  ) -> (site: Site, pathway: Int) {
    // Sites about one crossing stand apart by the golden angle.
    let rank = Double(nodes.count % 1_000)
    let point = nodes[crossing].point.moved(11 + rank / 100, towards: rank * 2.399_963)
    let place = Location(
      point: point, commune: Commune(insee: commune.insee, postal: commune.postal, name: commune.name), street: street,
      number: 1 + nodes.count % 90)
    let site = addSite(description, at: place)
    return (site, layStretch(crossing, site.node, level: "CX", street: street))
  }

  /// Adds a central office with the chambers of its two entries.
  mutating func addOffice(_ area: OfficeArea, number: Int, _ map: StreetMap) -> Office {
    let stem = "N" + padded(number, 3)
    let commune = map.communes[area.hub]
    let (centre, street) = (map.centre(area.hub), map.plans[area.hub].street)
    let (site, pathway) = addSite(
      SiteDescription(
        stem: stem, externalCode: "NRO-" + stem, name: "NRO \(commune.name)", logicalType: "NRO", user: Self.manager),
      near: centre, of: commune, street: street)
    let entries = ["A", "B"].enumerated().map { rank, letter in
      let point = nodes[site.node].point.moved(14, towards: Double(rank) * .pi + 0.5)
      let chamber = addTechnicalPoint(
        "\(stem)-\(letter)", at: point, street: street, nature: "L5T", splicing: true
      ).node
      return Office.Entry(
        chamber: chamber, outer: layStretch(centre, chamber, level: "CO", street: street),
        inner: layStretch(chamber, site.node, level: "CO", street: street))
    }
    return Office(area: area, site: site, pathway: pathway, entries: entries)
  }

  /// Ends all fibres of a cable on new panels of at most 144 ports; cords are given by fibre.
  ///
  /// - Returns: The port of each fibre, in order.
  mutating func connectAll(
    of cable: Int, to site: inout Site, rack: String? = nil, cords: [Int: FibreReference] = [:]
  ) -> [Port] {
    var (ports, first) = ([Port](), 1)
    while first <= cables[cable].capacity {
      let count = min(144, cables[cable].capacity - first + 1)
      var place = site
      place.rack = rack ?? site.rack
      let panel = addPanel(to: &place, ports: count)
      site.panelCount = place.panelCount
      for number in first..<first + count {
        let port = Port(panel: panel, number: number - first + 1)
        connect(FibreReference(cable: cable, number: number), to: port, cord: cords[number])
        ports.append(port)
      }
      first += count
    }
    return ports
  }
}
