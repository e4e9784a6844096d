import FibrePlanning

/// The members of an `epissure-plan-1` as they stand in the file; others are passed over, since the format may grow.
struct PlanDocument: Decodable {
  let network: Network
  let from: String
  let to: String
  let nights: [Night]
  let services: [Move]
  let notMoved: [Stay]
  let objectives: Objectives
  let bounds: Objectives

  struct Network: Decodable {
    let revision: WholeNumber
    let digest: String?
  }

  struct Night: Decodable {
    let night: WholeNumber
    let date: DateText
    let visits: [Visit]
  }

  struct Visit: Decodable {
    let closure: String
    let crew: WholeNumber
    let minutes: WholeNumber
    let steps: [Step]
  }

  struct Step: Decodable {
    let step: WholeNumber
    let action: Keyword<PlanAction>
    let a: EndText
    let b: EndText?
    let cassette: String?
    let slot: WholeNumber?
    let service: String?
    let minutes: WholeNumber
    let expectedLossDecibels: Decibels?
  }

  struct Move: Decodable {
    let service: String
    let night: WholeNumber
    let outageMinutes: WholeNumber
    let before: Figures
    let after: Figures
    let verdict: Keyword<OpticalVerdict>
    let newPorts: [EndText]?
    let peer: String?
  }

  struct Figures: Decodable {
    let lengthMetres: Metres
    let lossDecibels: Decibels
  }

  struct Stay: Decodable {
    let service: String
    let reason: String
    let minutes: WholeNumber?
    let limitMinutes: WholeNumber?
  }

  struct Objectives: Decodable {
    let nights: WholeNumber?
    let crewNights: WholeNumber?
    let weightedOutageMinutes: WholeNumber?
    let splices: WholeNumber?
    let tiePeakFibres: WholeNumber?
    let newFibreMetres: Metres?
  }
}
