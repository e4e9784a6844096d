/// A fibre network at one moment: every table, and the lookups that tie them together. Immutable; made by `NetworkBuilder`.
public struct Network: Hashable, Sendable {
  /// Raised by each change of the store it comes from; 0 when it comes from no store.
  public internal(set) var revision = 0

  // Places
  public internal(set) var nodes = EntityTable<Node>()
  public internal(set) var organisations = EntityTable<Organisation>()
  public internal(set) var references = EntityTable<Reference>()
  public internal(set) var addresses = EntityTable<Address>()
  public internal(set) var sites = EntityTable<Site>()
  public internal(set) var rooms = EntityTable<OperatorRoom>()
  public internal(set) var racks = EntityTable<Rack>()
  public internal(set) var panels = EntityTable<Panel>()
  public internal(set) var equipment = EntityTable<Equipment>()
  public internal(set) var areas = EntityTable<ServiceArea>()
  public internal(set) var premises = EntityTable<Premises>()

  // Civil works
  public internal(set) var technicalPoints = EntityTable<TechnicalPoint>()
  public internal(set) var pathways = EntityTable<Pathway>()
  public internal(set) var ducts = EntityTable<Duct>()

  // Boxes, cables, fibres
  public internal(set) var boxes = EntityTable<Box>()
  public internal(set) var cassettes = EntityTable<Cassette>()
  public internal(set) var cables = EntityTable<Cable>()
  public internal(set) var sections = EntityTable<CableSection>()
  public internal(set) var slackLoops: [SlackLoop] = []
  public internal(set) var fibres = FibreTable()
  public internal(set) var joints = JointTable()

  // Services and work
  public internal(set) var optics = EntityTable<Optics>()
  public internal(set) var services = EntityTable<Service>()
  public internal(set) var declaredRoutes = EntityTable<DeclaredRoute>()
  public internal(set) var rules = WorkRules()

  /// Rows that could not be held, in order of table and line.
  public internal(set) var quarantine: [QuarantinedRow] = []

  // Derived by `NetworkBuilder.build()`
  /// In order of their input end.
  public internal(set) var splitters: [Splitter] = []
  var splitterOfInput: [FibreEnd: Int] = [:]
  var contestedEnds: Set<FibreEnd> = []
  var jointsOfCassette = Grouping<Cassette, Joint>()
  var jointsOfPanel = Grouping<Panel, Joint>()
  var cassettesOfBox = Grouping<Box, Cassette>()
  var sectionsOfNode = Grouping<Node, CableSection>()
  var sectionsOfCable = Grouping<Cable, CableSection>()
  var boxesOfNode = Grouping<Node, Box>()
  var panelsOfSite = Grouping<Site, Panel>()

  init() {}

  /// The same network with other rules of work; nothing else depends on them.
  public func replacingRules(with rules: WorkRules) -> Network {
    var network = self
    network.rules = rules
    return network
  }
}

/// The members of each owner, in the order of the members' table; one array and its bounds.
struct Grouping<Owner, Member>: Hashable, Sendable {
  private(set) var members: [Index<Member>] = []
  private(set) var starts: [UInt32] = [0]

  init() {}

  init(members: [Index<Member>], starts: [UInt32]) {
    self.members = members
    self.starts = starts
  }

  /// Groups `memberCount` members; `owner` gives the owner of each, or nothing. O(members + owners).
  init(owners: Int, members memberCount: Int, owner: (Int) -> Index<Owner>?) {
    starts = [UInt32](repeating: 0, count: owners + 1)
    let owned = (0..<memberCount).map(owner)
    for case .some(let one) in owned { starts[one.offset + 1] += 1 }
    for position in 0..<owners { starts[position + 1] += starts[position] }
    var next = starts
    members = [Index<Member>](repeating: Index(0), count: Int(starts[owners]))
    for (member, one) in owned.enumerated() {
      guard let one else { continue }
      members[Int(next[one.offset])] = Index(member)
      next[one.offset] += 1
    }
  }

  subscript(owner: Index<Owner>) -> ArraySlice<Index<Member>> {
    members[Int(starts[owner.offset])..<Int(starts[owner.offset + 1])]
  }

  /// Sorts the members of every owner; most are in order already.
  mutating func sort(by areInOrder: (Index<Member>, Index<Member>) -> Bool) {
    for owner in 0..<starts.count - 1 {
      let range = Int(starts[owner])..<Int(starts[owner + 1])
      let isSorted = range.dropFirst().allSatisfy { !areInOrder(members[$0], members[$0 - 1]) }
      if !isSorted { members[range].sort(by: areInOrder) }
    }
  }
}
