/// An end of a fibre by names, which outlive one `Network` value.
public struct FibreEndName: Hashable, Sendable {
  public let section: Code<CableSection>
  /// From 1.
  public let number: Int
  public let side: FibreSide

  /// Makes a name.
  public init(section: Code<CableSection>, number: Int, side: FibreSide) {
    self.section = section
    self.number = number
    self.side = side
  }
}

/// A fibre by names.
public struct FibreName: Hashable, Sendable {
  public let section: Code<CableSection>
  /// From 1.
  public let number: Int

  /// Makes a name.
  public init(section: Code<CableSection>, number: Int) {
    self.section = section
    self.number = number
  }
}

/// A port by names.
public struct PortName: Hashable, Sendable {
  public let panel: Code<Panel>
  /// From 1.
  public let number: Int

  /// Makes a name.
  public init(panel: Code<Panel>, number: Int) {
    self.panel = panel
    self.number = number
  }
}

/// What has slots, by name.
public enum SlotHolderName: Hashable, Sendable {
  case cassette(Code<Cassette>)
  case panel(Code<Panel>)
  case unknown
}

/// A joint with all that it holds, by names: enough to remove it, and to put it back just as it was.
public struct JointRecord: Hashable, Sendable {
  public var code: Code<Joint>
  public var holder: SlotHolderName
  public var number: Int?
  public var kind: JointKind
  public var technique: JointTechnique
  public var first: FibreEndName?
  public var second: FibreEndName?
  public var attributes: Attributes

  /// Makes a record.
  public init(
    code: Code<Joint>, holder: SlotHolderName, number: Int?, kind: JointKind, technique: JointTechnique = .unstated,
    first: FibreEndName?, second: FibreEndName?, attributes: Attributes = .none
  ) {
    self.code = code
    self.holder = holder
    self.number = number
    self.kind = kind
    self.technique = technique
    self.first = first
    self.second = second
    self.attributes = attributes
  }
}

/// A patch cord: one cable of kind `patchCord` with one section and one fibre, both ends at one node.
public struct CordRecord: Hashable, Sendable {
  /// The code of the section, and of its cable.
  public var code: Code<CableSection>
  public var cable: Code<Cable>
  public var role: String
  public var fibreCode: String
  public var fibreAttributes: Attributes
  public var node: Code<Node>?
  public var length: Length
  public var lengthSource: LengthSource
  public var attributes: Attributes

  /// Makes a cord.
  public init(
    code: Code<CableSection>, cable: Code<Cable>, role: String = "", fibreCode: String,
    fibreAttributes: Attributes = .none, node: Code<Node>?, length: Length = .zero,
    lengthSource: LengthSource = .unknown, attributes: Attributes = .none
  ) {
    self.code = code
    self.cable = cable
    self.role = role
    self.fibreCode = fibreCode
    self.fibreAttributes = fibreAttributes
    self.node = node
    self.length = length
    self.lengthSource = lengthSource
    self.attributes = attributes
  }
}

/// An edit of a network. A list of edits is applied as a whole, in order, and has an inverse.
public enum NetworkChange: Hashable, Sendable {
  case addJoint(JointRecord)
  case removeJoint(JointRecord)
  /// The same code before and after: other ends, another slot.
  case replaceJoint(JointRecord, with: JointRecord)
  case addCord(CordRecord)
  /// The cord must join nothing any more.
  case removeCord(CordRecord)
  /// End A of a service moves to other ports.
  case moveService(Code<Service>, from: [PortName], to: [PortName])
  /// A declared route names other fibres, in the order of its rows.
  case redeclareRoute(Code<DeclaredRoute>, from: [FibreName], to: [FibreName])
  /// Another number of trays is stated as free in a closure; of several statements the first, which is the one that
  /// counts.
  case setFreeTrays(Code<Box>, from: Int, to: Int)

  /// The edit that undoes this one.
  public var inverse: NetworkChange {
    switch self {
    case .addJoint(let joint): .removeJoint(joint)
    case .removeJoint(let joint): .addJoint(joint)
    case .replaceJoint(let old, let new): .replaceJoint(new, with: old)
    case .addCord(let cord): .removeCord(cord)
    case .removeCord(let cord): .addCord(cord)
    case .moveService(let service, let from, let to): .moveService(service, from: to, to: from)
    case .redeclareRoute(let route, let from, let to): .redeclareRoute(route, from: to, to: from)
    case .setFreeTrays(let closure, let from, let to): .setFreeTrays(closure, from: to, to: from)
    }
  }
}

extension Sequence<NetworkChange> {
  /// The edits that undo all of these, last first.
  public var inverse: [NetworkChange] { reversed().map(\.inverse) }
}

/// Why an edit does not fit the network it was meant for.
public enum ChangeRefusal: Error, Hashable, Sendable {
  case unknownJoint(Code<Joint>)
  /// The joint is there, but holds something else than the edit says.
  case jointDiffers(Code<Joint>)
  case jointExists(Code<Joint>)
  case unknownFibre(FibreEndName)
  case unknownHolder(SlotHolderName)
  /// Another joint holds this end.
  case endTaken(FibreEndName)
  /// Another joint holds this slot.
  case slotTaken(SlotHolderName, number: Int)
  case cordExists(Code<CableSection>)
  case unknownCord(Code<CableSection>)
  /// The cord still joins something.
  case cordInUse(Code<CableSection>)
  case unknownService(Code<Service>)
  /// The service does not start at the ports that the edit says.
  case serviceDiffers(Code<Service>)
  case unknownPort(PortName)
  case unknownDeclaredRoute(Code<DeclaredRoute>)
  /// The declared route names other fibres than the edit says.
  case declaredRouteDiffers(Code<DeclaredRoute>)
  /// A declared route can't name this fibre, since it isn't there.
  case unknownDeclaredFibre(FibreName)
  /// Nothing is stated about the free trays of this closure.
  case unknownClosureWork(Code<Box>)
  /// Another number of free trays is stated than the edit says, or would be negative.
  case freeTraysDiffer(Code<Box>)
}
