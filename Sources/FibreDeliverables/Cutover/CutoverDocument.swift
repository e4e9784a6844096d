/// The members of a `cutover-1` instance as they stand in the file; others are passed over.
struct CutoverDocument: Decodable {
  let name: String?
  let params: Parameters
  let crews: WholeNumber
  let windows: WholeNumber
  let bpes: [Closure]
  let newCables: [Cable]
  let tubes: [Tube]
  let services: [Service]
  let crossConnects: [Cords]
  let forbidden: [Refusal]

  enum CodingKeys: String, CodingKey {
    case name, params, crews, windows, bpes, tubes, services, forbidden
    case newCables = "new_cables"
    case crossConnects = "cross_connects"
  }

  struct Parameters: Decodable {
    let windowMinutes: WholeNumber
    let reserveMinutes: WholeNumber
    let setupMinutes: WholeNumber?
    let closeMinutes: WholeNumber
    let spliceMinutes: WholeNumber
    let testMinutes: WholeNumber
    let tubeOpeningMinutes: WholeNumber
    let operatorQuota: WholeNumber
    let tieFibres: WholeNumber
    let soakWindows: WholeNumber
    let modulo: WholeNumber?
    let closuresPerCrew: WholeNumber?

    enum CodingKeys: String, CodingKey {
      case windowMinutes = "window_min"
      case reserveMinutes = "reserve_rollback_min"
      case setupMinutes = "setup_min"
      case closeMinutes = "close_min"
      case spliceMinutes = "splice_min"
      case testMinutes = "test_min"
      case tubeOpeningMinutes = "tube_open_min"
      case operatorQuota = "max_circuits_per_operator_window"
      case tieFibres = "tie_fibres"
      case soakWindows = "soak_windows"
      case modulo
      case closuresPerCrew = "max_bpe_per_crew_window"
    }
  }

  struct Closure: Decodable {
    let id: String
    let maxCrews: WholeNumber
    let freeTrays: WholeNumber
    let setupMinutes: WholeNumber?

    enum CodingKeys: String, CodingKey {
      case id
      case maxCrews = "max_crews"
      case freeTrays = "free_trays"
      case setupMinutes = "setup_min"
    }
  }

  struct Cable: Decodable {
    let id: String
    let bpe: String
    let fibres: WholeNumber
    let modulo: WholeNumber
  }

  struct Tube: Decodable {
    let id: String
    let live: WholeNumber
    let candidates: [Candidate]
  }

  struct Candidate: Decodable {
    let bpe: String
    let cable: String
    let state: Keyword<CutoverTubeState>
    let liveSplices: WholeNumber
    let totalSplices: WholeNumber
    let newMetres: WholeNumber

    enum CodingKeys: String, CodingKey {
      case bpe, cable, state
      case liveSplices = "live_splices"
      case totalSplices = "total_splices"
      case newMetres = "new_len_m"
    }
  }

  struct Service: Decodable {
    let id: String
    let tube: String
    let client: String
    let operatorName: String
    let fibres: WholeNumber
    let serviceClass: Keyword<CutoverServiceClass>
    let maxOutageMinutes: WholeNumber
    let protects: String?

    enum CodingKeys: String, CodingKey {
      case id, tube, client, fibres, protects
      case operatorName = "operator"
      case serviceClass = "cls"
      case maxOutageMinutes = "max_outage_min"
    }
  }

  struct Cords: Decodable {
    let a: String
    let b: String
    let fibres: WholeNumber
  }

  struct Refusal: Decodable {
    let client: String
    let windows: [WholeNumber]
  }
}

/// What a tube is like in a closure, in the words of the file.
enum CutoverTubeState: String, CaseIterable {
  case soude, passage
}

enum CutoverServiceClass: String, CaseIterable {
  case vital, std, ftth
}
