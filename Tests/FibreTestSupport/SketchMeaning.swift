import FibreModel

/// Ranges of fibres and ports, and what sketches say of services.
extension SketchReader {
  // MARK: Ranges

  /// Splits `T1.1-6,9` into its owner and numbers.
  func range(_ text: String) throws(SketchError) -> (owner: String, numbers: [Int]) {
    guard let dot = text.lastIndex(of: ".") else { throw fail(.unreadable(text)) }
    var numbers: [Int] = []
    for part in text[text.index(after: dot)...].split(separator: ",", omittingEmptySubsequences: false) {
      let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let low = bounds[0], let high = bounds.last ?? nil, bounds.count <= 2, low >= 1, low <= high else {
        throw fail(.unreadable(text))
      }
      numbers += Array(low...high)
    }
    return (String(text[..<dot]), numbers)
  }

  /// The fibre ends of `C1.1-6`, or of `C1.1-6b` where the side must be told, at a place.
  func ends(_ text: String, at place: String) throws(SketchError) -> [FibreEnd] {
    let letter = text.last == "a" ? FibreSide.a : text.last == "b" ? .b : nil
    let (name, numbers) = try range(letter == nil ? text : String(text.dropLast()))
    guard let section = builder.network.sections[Code(name)] else { throw fail(.unknownSection(name)) }
    let side = try side(of: section, at: place, stated: letter)
    var ends: [FibreEnd] = []
    for number in numbers {
      guard number <= section.fibreCount else { throw fail(.unknownFibre("\(name).\(number)")) }
      ends.append(FibreEnd(section.fibre(number), side))
    }
    return ends
  }

  private func side(of section: CableSection, at place: String, stated: FibreSide?) throws(SketchError) -> FibreSide {
    if let stated { return stated }
    let node = places[place]?.node
    switch (section.nodeA == node, section.nodeB == node) {
    case (true, false): return .a
    case (false, true): return .b
    default: throw fail(.sideUnclear(section: section.code.rawValue, place: place))
    }
  }

  // MARK: Services, optics, declared routes

  mutating func readService(_ words: [String]) throws(SketchError) {
    guard words.count >= 6, words[4] == "=", let kind = ServiceClass(rawValue: words[2]) else {
      throw unreadable(words)
    }
    let options = try options(words.dropFirst(6))
    let endA = try knownPorts(words[3])
    let endB = try knownPorts(words[5])
    let service = Service(
      code: Code(words[1]), serviceClass: kind, kind: options["kind"] ?? "", client: options["client"] ?? "",
      operatorName: options["operator"] ?? "", fibreCount: endA.count, endA: endA, endB: endB,
      protects: options["protects"].map { Code($0) }, maximumOutageMinutes: options["outage"].flatMap { Int($0) },
      optics: options["optics"].map { Code($0) })
    _ = try added(builder.add(service), words[1])
  }

  private func knownPorts(_ text: String) throws(SketchError) -> [Port] {
    let (name, numbers) = try range(text)
    guard let panel = builder.network.panels.index(of: Code(name)) else { throw fail(.unknownPanel(name)) }
    return numbers.map { Port(panel: panel, number: $0) }
  }

  private func options(_ words: ArraySlice<String>) throws(SketchError) -> [String: String] {
    var options: [String: String] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "=") else { throw fail(.unreadable(word)) }
      options[String(word[..<equals])] = String(word[word.index(after: equals)...])
    }
    return options
  }

  mutating func readOptics(_ words: [String]) throws(SketchError) {
    guard words.count >= 4, let wavelength = Int(words[2]), let budget = Double(words[3]) else {
      throw unreadable(words)
    }
    let options = try options(words.dropFirst(4))
    let optics = Optics(
      code: Code(words[1]), wavelength: Wavelength(nanometres: wavelength), budget: Loss(decibels: budget),
      minimumLoss: Loss(decibels: options["minimum"].flatMap { Double($0) } ?? 0),
      dispersionLimit: options["dispersion"].flatMap { Int($0) },
      reach: options["reach"].flatMap { Double($0) }.map { Length(metres: $0 * 1000) })
    _ = try added(builder.add(optics), words[1])
  }

  mutating func readRoute(_ words: [String]) throws(SketchError) {
    guard words.count >= 3 else { throw unreadable(words) }
    var fibres: [Index<Fibre>] = []
    for text in words.dropFirst(2) {
      guard let fibre = builder.network.fibre(named: text) else { throw fail(.unknownFibre(text)) }
      fibres.append(fibre)
    }
    _ = try added(builder.add(DeclaredRoute(code: Code(words[1]), fibres: fibres)), words[1])
  }
}
