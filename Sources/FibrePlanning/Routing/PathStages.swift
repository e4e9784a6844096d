import FibreModel

/// How far a path has come with the objects that it must pass.
///
/// In order, a stage is how many were passed; in any order, which ones, a bit for each.
struct PathStages {
  /// Objects that can be passed in any order: sixteen copies of the graph.
  static let mostUnordered = 4
  /// Objects that can be passed in order: nine copies of the graph.
  static let mostOrdered = 8

  private let covers: [PathFilter.Cover]
  private let isOrdered: Bool

  init(_ request: PathRequest, _ filter: PathFilter) throws(PathRefusal) {
    let most = request.isViaOrdered ? Self.mostOrdered : Self.mostUnordered
    guard request.via.count <= most else { throw .tooManyToPass(given: request.via.count, most: most) }
    var covers: [PathFilter.Cover] = []
    for object in request.via { covers.append(try filter.cover(object)) }
    self.covers = covers
    isOrdered = request.isViaOrdered
  }

  var count: Int { isOrdered ? covers.count + 1 : 1 << covers.count }

  /// The stage after going through a section to a place.
  func stage(after stage: Int, through section: Index<CableSection>?, to place: UInt32) -> Int {
    var stage = stage
    for (position, cover) in covers.enumerated() where isPassed(cover, section, place) {
      if !isOrdered { stage |= 1 << position } else if position == stage { stage += 1 }
    }
    return stage
  }

  private func isPassed(_ cover: PathFilter.Cover, _ section: Index<CableSection>?, _ place: UInt32) -> Bool {
    cover.places.contains(place) || (section.map { cover.sections.contains($0) } ?? false)
  }
}
