import FibreModel

extension ContentTable {
  static let workRuleTables = [
    windows, forbiddenPeriods, closureWork, acceptances, migrationParameters, opticalParameters, attenuations,
  ]

  private static let windows = listed(
    "work_windows", names("number date start_minute minutes reserve_minutes crews"), { $0.windows }
  ) { (row: WorkWindow) -> [Cell] in
    [
      Cell(row.number), Cell(row.date), Cell(row.startMinute), Cell(row.minutes), Cell(row.reserveMinutes),
      Cell(row.crews),
    ]
  }

  private static let forbiddenPeriods = listed(
    "forbidden_periods", names("client from_date to_date reason"), { $0.forbidden }
  ) { [Cell($0.client), Cell($0.from), Cell($0.to), Cell($0.reason)] }

  static let closureWork = listed(
    "closure_work", names("closure setup_minutes close_minutes maximum_crews free_trays"), { $0.closures }
  ) { (row: ClosureWork) -> [Cell] in
    [Cell(row.closure), Cell(row.setupMinutes), Cell(row.closeMinutes), Cell(row.maximumCrews), Cell(row.freeTrays)]
  }

  private static let acceptances = listed(
    "acceptances", names("cable accepted_on"), { $0.acceptances }
  ) { [Cell($0.cable), Cell($0.acceptedOn)] }

  private static let migrationParameters = listed(
    "migration_parameters",
    names(
      """
      splice_minutes test_minutes tube_opening_minutes operator_quota soak_windows tie_fibres \
      closures_per_crew_and_window notice_working_days default_setup_minutes default_close_minutes
      """),
    { [$0.parameters] }
  ) { (row: MigrationParameters) -> [Cell] in
    [
      Cell(row.spliceMinutes), Cell(row.testMinutes), Cell(row.tubeOpeningMinutes), Cell(row.operatorQuota),
      Cell(row.soakWindows), Cell(row.tieFibres), Cell(row.closuresPerCrewAndWindow), Cell(row.noticeWorkingDays),
      Cell(row.defaultSetupMinutes), Cell(row.defaultCloseMinutes),
    ]
  }

  private static let opticalParameters = listed(
    "optical_parameters",
    names(
      """
      fusion_splice_udb mechanical_splice_udb connector_udb repair_reserve_udb dispersion_ps_per_nm_km \
      comfortable_margin_udb fusion_splice_limit_udb
      """),
    { [$0.optical] }
  ) { (row: OpticalParameters) -> [Cell] in
    [
      Cell(row.fusionSplice), Cell(row.mechanicalSplice), Cell(row.connector), Cell(row.repairReserve),
      Cell(row.dispersionPerKilometre), Cell(row.comfortableMargin),
      Cell(row.fusionSpliceLimit),
    ]
  }

  private static let attenuations = ContentTable(
    "attenuations", key: ["wavelength_nm"], ["udb_per_km"]
  ) { content in
    AnySequence(
      content.network.rules.optical.attenuations.sorted { $0.key < $1.key }.map {
        [Cell($0.key.nanometres), .integer($0.value.microdecibelsPerKilometre)]
      })
  }

  /// A table of rules, numbered from 1.
  private static func listed<Rule>(
    _ name: String, _ columns: [String], _ rules: @escaping @Sendable (WorkRules) -> [Rule],
    cells: @escaping @Sendable (Rule) -> [Cell]
  ) -> ContentTable {
    ContentTable(name, key: ["id"], columns) { content in
      AnySequence(rules(content.network.rules).enumerated().map { [Cell($0.offset + 1)] + cells($0.element) })
    }
  }
}
