import FibreModel

/// A live fibre of the old room, from its port outwards.
struct LiveLine {
  /// Its port in the old room.
  let port: Port
  /// The joint at the port.
  let portJoint: Index<Joint>
  /// The service on it, and which of its fibres it is (from 0).
  let service: Index<Service>?
  let position: Int
  /// The joints behind its cable, outwards; none where its route is unclear.
  var stops: [SurveyWalk.Stop] = []
  /// Every place on the way where the fibre could be cut.
  var places: [CutPlace]
  /// Why it can't be moved, whatever the schedule.
  var stay: StayReason?
}

/// A joint in a closure on the way of a live fibre.
struct CutPlace {
  let closure: Index<Box>
  let joint: Index<Joint>
  /// The end that comes from the old room.
  let oldEnd: FibreEnd
  /// The end that stays in service.
  let keptEnd: FibreEnd
}

/// A fibre that starts at a free port of the new room and ends unused in a closure.
struct LandingStrand {
  let port: Port
  let end: FibreEnd
  let length: Length
  let spliceCount: Int
}

/// A whole tube of free strands that end in one closure.
struct LandingTube {
  let closure: Index<Box>
  let section: Index<CableSection>
  let tube: Int
  /// By rank in the tube, from 1.
  let strands: [Int: LandingStrand]
  /// Dead joints that must be opened first: the tube passes the closure uncut, and nothing is live beyond.
  let deadPassages: [Index<Joint>]
  /// The sections that a strand of it passes on its way from the new room.
  let sections: Set<Index<CableSection>>
  /// Those of them by which strands leave the new room.
  let firstSections: Set<Index<CableSection>>
  /// The first day after the last acceptance of its cables.
  let acceptedOn: CalendarDate?
}
