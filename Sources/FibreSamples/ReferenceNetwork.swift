import GeoFormats

/// The fictional network "rip80": an operators' room to be moved, and all that hangs on it.
///
/// The scenario is stated in full in `data/README.md`. The seed draws what the scenario leaves open (the places of clients, bends
/// of pathways, operators, patch cords); every total and every planted trap is the same for all seeds.
public struct ReferenceNetwork: Sendable {
  /// What the open choices are drawn from.
  public let seed: UInt64

  /// Makes the network of a seed; nothing is built yet.
  public init(seed: UInt64) { self.seed = seed }

  /// Builds the network and returns it as a delivery: the same seed gives the same rows in the same order.
  public func delivery() -> SampleDelivery {
    var draft = Draft(seed: seed)
    draft.addOrganisations()
    let rooms = draft.addRooms()
    draft.addFirstRingClosures()
    let ring = draft.layFirstRing(rooms)
    draft.layNewCables(rooms, ring)

    var distribution = DistributionBuilder(draft, ring)
    distribution.build()
    var transport = TransportBuilder(distribution.draft, ring)
    transport.build()
    var collection = CollectionBuilder(transport.draft, ring)
    collection.build()
    collection.finishLastTrays()
    let groups = collection.drawPatchGroups(distribution.clients)
    collection.draft.layPatchCords(groups, room: rooms.old)
    collection.draft.addFreeTrays()
    var services = ServiceBuilder(collection.draft, distribution.clients, collection, groups)
    services.build()

    var access = AccessBuilder(collection.draft)
    access.build(transport.cabinets, office: rooms.old.node)
    let writer = DeliveryWriter(access.draft)
    return SampleDelivery(
      tables: writer.tables(), companions: Operations(draft: access.draft, services: services.services).files)
  }
}

extension CollectionBuilder {
  /// Draws which links are patched to which in the old room.
  fileprivate func drawPatchGroups(_ clients: Clients) -> [PatchGroup] {
    let limits = [clients.longBusiness, clients.shortBusiness]
    var circuits = [[PatchLink]](repeating: [], count: 6)
    var businesses: [[PatchLink]] = []
    for (ring, design) in FirstRingDesign.cables.enumerated() {
      for tube in design.range(of: .darkFibre) {
        let strands = draft.strands.indices.filter { draft.strands[$0].ring == ring && draft.strands[$0].tube == tube }
        for first in stride(from: 0, to: strands.count, by: 2) {
          guard let operatorNumber = clients.operators[strands[first]] else { continue }
          circuits[operatorNumber - 1].append(
            patchLink(Array(strands[first..<first + 2])))
        }
      }
      for tube in design.range(of: .business) {
        businesses.append(
          draft.strands.indices
            .filter { draft.strands[$0].ring == ring && draft.strands[$0].tube == tube && !limits.contains($0) }
            .map { patchLink([$0]) })
      }
    }
    return PatchDrawing.draw(seed: draft.seed, circuits: circuits, businesses: businesses) { pop in
      links.indices.flatMap { ring in
        links[ring].filter { $0.pop.code == pop }.map { patchLink($0.strands) }
      }
    }
  }
}

extension CollectionBuilder {
  fileprivate func patchLink(_ strands: [Int]) -> PatchLink {
    let first = draft.strands[strands[0]]
    return PatchLink(ring: first.ring ?? 0, tube: first.tube, panel: first.start?.panel ?? 0, strands: strands)
  }
}

extension Draft {
  /// Lays a cord for each fibre of each patch group, between two ports of the old room.
  fileprivate mutating func layPatchCords(_ groups: [PatchGroup], room: Site) {
    for (rank, group) in groups.enumerated() {
      for (first, second) in group.cords {
        let cord = addCord(
          stem: room.stem, node: room.node, metres: 1, label: "Brassage \(padded(rank + 1, 2))")
        for strand in [first, second] {
          guard let port = strands[strand].start, let joint = jointAtPort[port] else { continue }
          precondition(joints[joint].first == nil, "a port with two cords")
          joints[joint].first = cord
        }
      }
    }
  }
}
