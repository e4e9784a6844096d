public import FibreModel
public import FibrePlanning

/// Answers to a request for paths, as people and programs read them.
public struct PathSheet: Sendable {
  let names: PathNames
  let network: Network
  let request: PathRequest
  let answers: [PathAnswer]
  let areAll: Bool

  /// Arranges answers, the best first; they may be all that there are.
  public init(_ answers: [PathAnswer], areAll: Bool = false, to request: PathRequest, on network: Network) {
    self.answers = answers
    self.areAll = areAll
    self.request = request
    self.network = network
    names = PathNames(network: network)
  }

  /// The answers as text for a terminal.
  public func text(in language: Language) -> String {
    answers.enumerated().map { rank, answer in
      let title = "\(rank + 1). \(names.name(request.from)) → \(names.name(request.to)) · \(request.fibreCount) FO"
      return ([title] + reason(rank, language).map { "   " + $0 } + lines(of: answer, language).map { "   " + $0 })
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n" + (fewer?[language] ?? "")
  }

  /// Why there are fewer answers than were asked for.
  private var fewer: Phrase? {
    let (count, wanted) = (answers.count, request.answerCount)
    guard count < wanted else { return nil }
    return areAll
      ? Phrase(
        "\n\(french: count, "chemin(s)") sur \(wanted) demandés : il n'y en a pas d'autre qui ne repasse nulle part.\n",
        "\n\(english: count, "path(s)") of \(wanted) asked for: there is no other one that comes back nowhere.\n")
      : Phrase(
        "\n\(french: count, "chemin(s)") sur \(wanted) demandés : les suivants ont été écartés (perte, fibres ou ports).\n",
        "\n\(english: count, "path(s)") of \(wanted) asked for: those next were refused (loss, fibres or ports).\n")
  }

  /// Figures, and the way section by section.
  func lines(of answer: PathAnswer, _ language: Language) -> [String] {
    let losses = answer.losses.map { "\($0.wavelength.nanometres) nm \($0.loss.decibelsText(language)) dB" }
    let figures = Phrase(
      """
      \(answer.length.metresText(.french)) m · \(french: answer.newSplices, "épissure(s) neuve(s)") · \
      \(french: answer.openedClosures.count, "boîtier(s)") à ouvrir · \(losses.joined(separator: " · "))
      """,
      """
      \(answer.length.metresText(.english)) m · \(english: answer.newSplices, "new splice(s)") · \
      \(english: answer.openedClosures.count, "closure(s)") to open · \(losses.joined(separator: " · "))
      """)
    var lines = [figures[language]]
    if let first = answer.steps.first {
      lines.append("\(names.name(first.from))  \(joins(answer.starts, cutting: answer.startPassages.count, language))")
    }
    for step in answer.steps {
      let section = network.sections[step.section]
      let row = "  │ \(section.code):\(names.numbers(step.fibres))  \(tubes(step, language))"
      lines += [row, "\(names.name(step.to))  \(joins(step.joins, cutting: step.cutPassages.count, language))"]
    }
    if !answer.placesMetAgain.isEmpty {
      let places = answer.placesMetAgain.map(names.name).joined(separator: ", ")
      lines.append(Phrase("Repasse par \(places)", "Comes back to \(places)")[language])
    }
    if !answer.touchedServices.isEmpty {
      let services = answer.touchedServices.map { network.services[$0].code.rawValue }.joined(separator: ", ")
      lines.append(Phrase("Attention, en service : \(services)", "Beware, in service: \(services)")[language])
    }
    return lines
  }

  private func tubes(_ step: PathStep, _ language: Language) -> String {
    let section = network.sections[step.section]
    let tubes = Set(step.fibres.map { section.tube(ofFibre: network.number(of: $0)) }).sorted()
    let list = tubes.map { "T\($0)" }.joined(separator: ", ")
    return tubes.count == 1 ? list : Phrase("\(tubes.count) tubes : \(list)", "\(tubes.count) tubes: \(list)")[language]
  }

  /// What is done with the tracks at one place, in few words.
  private func joins(_ joins: [PathJoin], cutting cuts: Int, _ language: Language) -> String {
    var parts: [String] = []
    if let ports = ports(joins) { parts.append(ports) }
    let pigtails = joins.count { $0 == .newPigtail }
    if pigtails > 0 {
      parts.append(
        Phrase(
          "\(french: pigtails, "pigtail(s)") à poser sur un port libre",
          "\(english: pigtails, "pigtail(s)") to fit at a free port")[
            language])
    }
    let ready = joins.count { $0 == .leftReady }
    if ready > 0 {
      parts.append(Phrase("\(french: ready, "fibre(s) prête(s)")", "\(english: ready, "fibre(s)") ready")[language])
      if cuts > 0 { parts[parts.count - 1] += readyOnceCut(cuts, of: ready)[language] }
    }
    let splices = joins.count { $0 == .newSplice }
    if splices > 0 {
      parts.append(
        Phrase("\(french: splices, "épissure(s)") à faire", "\(english: splices, "splice(s)") to make")[language])
    }
    if cuts > 0, ready == 0 {
      parts.append(
        Phrase("\(french: cuts, "fibre(s)") en passage à couper", "\(english: cuts, "uncut fibre(s)") to cut")[language]
      )
    }
    let cords = joins.count { $0 == .newCord }
    if cords > 0 {
      parts.append(
        Phrase("\(french: cords, "jarretière(s)") à poser", "\(english: cords, "patch cord(s)") to lay")[language])
    }
    let kept = joins.compactMap { if case .existing(let joint) = $0 { network.joints[joint].kind } else { nil } }
    for kind in JointKind.allCases where kept.contains(kind) {
      parts.append("\(kept.count { $0 == kind }) × \(kind.label(language))")
    }
    return parts.joined(separator: " · ")
  }

  /// Of fibres that are left ready: those that run through in a tube that must be opened.
  private func readyOnceCut(_ cuts: Int, of ready: Int) -> Phrase {
    if cuts >= ready { return Phrase(", à couper dans un tube en passage", ", to cut in a tube that runs through") }
    return Phrase(
      ", dont \(cuts.text(.french)) à couper dans un tube en passage",
      ", \(cuts.text(.english)) of them to cut in a tube that runs through")
  }

  /// `TI-IT-08:1-4`, panel by panel.
  private func ports(_ joins: [PathJoin]) -> String? {
    let ports = joins.compactMap { if case .port(let port) = $0 { port } else { nil } }
    let panels = Dictionary(grouping: ports, by: \.panel)
    let list = panels.keys.sorted().map { panel in
      let numbers = (panels[panel] ?? []).map(\.number)
      return "\(network.panels[panel].code):\(numbers.ranges())"
    }
    return list.isEmpty ? nil : list.joined(separator: ", ")
  }

  /// Why an answer is not the best one.
  private func reason(_ rank: Int, _ language: Language) -> [String] {
    guard rank > 0, let worse = answers[rank].reason(against: answers[0], by: request.order) else {
      return rank == 0 ? [] : [Phrase("Aussi bonne que la première.", "As good as the first.")[language]]
    }
    let gap = difference(worse, answers[rank], language)
    return [
      Phrase(
        "Moins bonne que la première : \(worse.label(.french)), \(gap) de plus.",
        "Worse than the first: \(worse.label(.english)), \(gap) more.")[language]
    ]
  }

  private func difference(_ criterion: PathCriterion, _ answer: PathAnswer, _ language: Language) -> String {
    let gap = answer.figure(criterion) - answers[0].figure(criterion)
    switch criterion {
    case .splices, .closures, .tubes: return "\(gap)"
    case .length: return "\((answer.length - answers[0].length).metresText(language)) m"
    case .loss: return "\(Loss(microdecibels: gap * 1000).decibelsText(language, decimals: 3)) dB"
    }
  }
}
