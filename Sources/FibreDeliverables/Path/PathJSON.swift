import FibreModel
import FibrePlanning

extension PathSheet {
  /// `{"paths":[…],"areAll":…}` as `path --json` prints it.
  public var json: JSONValue {
    .object([
      "paths": .array(answers.indices.map { path($0) }), "areAll": .bool(areAll), "blocked": .null,
    ])
  }

  func path(_ rank: Int) -> JSONValue {
    let answer = answers[rank]
    let worse = rank == 0 ? nil : answer.reason(against: answers[0], by: request.order)
    return .object([
      "from": .string(names.name(request.from)), "to": .string(names.name(request.to)),
      "fibres": .integer(request.fibreCount), "lengthMetres": .metres(answer.length),
      "newSplices": .integer(answer.newSplices),
      "newCords": .integer(answer.newCords), "cutPassages": .integer(answer.cutPassageCount),
      "startCutPassages": .integer(answer.startPassages.count), "extraTubes": .integer(answer.extraTubes),
      "openedClosures": .array(answer.openedClosures.map { .string(network.boxes[$0].label) }),
      "loss": .array(
        answer.losses.map {
          .object(["wavelengthNanometres": .integer($0.wavelength.nanometres), "decibels": .decibels($0.loss)])
        }),
      "start": .array(answer.starts.map(names.json)), "sections": .array(answer.steps.map(step)),
      "touchedServices": .array(answer.touchedServices.map { .string(network.services[$0].code.rawValue) }),
      "worseBy": .text(worse?.rawValue),
      "comesBackTo": .array(answer.placesMetAgain.map { .string(names.name($0)) }),
    ])
  }

  private func step(_ step: PathStep) -> JSONValue {
    .object([
      "section": .string(network.sections[step.section].code.rawValue), "from": .string(names.name(step.from)),
      "to": .string(names.name(step.to)),
      "fibres": .array(step.fibres.map { .string(network.name(of: $0)) }),
      "joints": .array(step.joins.map(names.json)), "cutPassages": .integer(step.cutPassages.count),
    ])
  }
}

extension PathNames {
  func json(_ one: TightSection) -> JSONValue {
    .object([
      "section": .string(network.sections[one.section].code.rawValue), "from": .string(name(one.from)),
      "to": .string(name(one.to)), "free": .integer(one.free), "total": .integer(one.total),
      "missing": .integer(one.missing),
    ])
  }
}
