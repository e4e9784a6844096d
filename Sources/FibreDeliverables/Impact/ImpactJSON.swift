import FibreModel
import FibrePlanning

extension ImpactSheet {
  /// `{"cut":[…],"dark":[…],"legLost":[…],"downBefore":[…],"passing":[…],"plugs":{…},"operators":[…]}`.
  public var json: JSONValue { .members(members) }

  var members: [(key: String, value: JSONValue?)] {
    [
      ("cut", .array(cut.map(element))), ("dark", .array(impact.dark.map(dark))),
      ("legLost", .array(impact.legLost.map(legLost))),
      ("downBefore", .array(impact.downBefore.map { .members(facts($0)) })),
      ("passing", .array(impact.passing.map { .members(facts($0)) })), ("plugs", plugs),
      ("operators", .array(impact.operators.map(count))),
    ]
  }

  private func element(_ element: CutElement) -> JSONValue {
    .object(["code": .string(network.name(of: element)), "kind": .string(network.kind(of: element).rawValue)])
  }

  private func facts(_ index: Index<Service>) -> [(key: String, value: JSONValue?)] {
    let service = network.services[index]
    return [
      ("service", .string(service.code.rawValue)), ("class", .string(service.serviceClass.rawValue)),
      ("client", .string(service.client)), ("operator", .string(service.operatorName)),
      ("kind", .string(service.kind)), ("protects", service.protects.map { .string($0.rawValue) }),
    ]
  }

  private func dark(_ dark: Impact.Dark) -> JSONValue {
    .members(
      facts(dark.service) + [("lost", .string(dark.loss.rawValue)), ("cutFibres", .integer(dark.cutFibres))])
  }

  private func legLost(_ lost: Impact.LegLost) -> JSONValue {
    .members(
      facts(lost.service) + [
        ("stillUp", .array(lost.stillUp.map { .string(code($0)) })), ("cutFibres", .integer(lost.cutFibres)),
      ])
  }

  private var plugs: JSONValue {
    .object([
      "total": .integer(impact.plugCount), "patched": .integer(impact.patchedCount),
      "bySRO": .array(
        impact.plugs.map { count in
          .object([
            "sro": .text(label(count.site)), "plugs": .integer(count.plugs), "patched": .integer(count.patched),
          ])
        }),
    ])
  }

  private func count(_ count: Impact.OperatorCount) -> JSONValue {
    .object([
      "operator": .string(count.name), "services": .integer(count.services), "dark": .integer(count.dark),
      "legLost": .integer(count.legLost), "plugs": .integer(count.plugs),
    ])
  }
}
