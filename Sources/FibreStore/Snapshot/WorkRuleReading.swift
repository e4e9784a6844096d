import FibreModel

extension SnapshotReader {
  mutating func readRules() throws {
    var rules = WorkRules()
    var row = try rows("work_windows", "number date start_minute minutes reserve_minutes crews")
    while try row.next() {
      rules.windows.append(
        WorkWindow(
          number: row.number(1), date: try row.date(2), startMinute: row.number(3), minutes: row.number(4),
          reserveMinutes: row.number(5), crews: row.number(6)))
    }
    row = try rows("forbidden_periods", "client from_date to_date reason")
    while try row.next() {
      rules.forbidden.append(
        ForbiddenPeriod(
          client: row.text(1), from: try row.date(2), to: try row.date(3), reason: row.text(4)))
    }
    row = try rows("closure_work", "closure setup_minutes close_minutes maximum_crews free_trays")
    while try row.next() {
      rules.closures.append(
        ClosureWork(
          closure: Code(row.text(1)), setupMinutes: row.number(2), closeMinutes: row.number(3),
          maximumCrews: row.number(4), freeTrays: row.number(5)))
    }
    row = try rows("acceptances", "cable accepted_on")
    while try row.next() {
      rules.acceptances.append(Acceptance(cable: row.text(1), acceptedOn: try row.date(2)))
    }
    rules.parameters = try migrationParameters()
    rules.optical = try opticalParameters()
    builder.setRules(rules)
  }

  private func migrationParameters() throws -> MigrationParameters {
    var parameters = MigrationParameters()
    let row = try rows(
      "migration_parameters",
      """
      splice_minutes test_minutes tube_opening_minutes operator_quota soak_windows tie_fibres \
      closures_per_crew_and_window notice_working_days default_setup_minutes default_close_minutes
      """)
    while try row.next() {
      parameters.spliceMinutes = row.number(1)
      parameters.testMinutes = row.number(2)
      parameters.tubeOpeningMinutes = row.number(3)
      parameters.operatorQuota = row.number(4)
      parameters.soakWindows = row.number(5)
      parameters.tieFibres = row.number(6)
      parameters.closuresPerCrewAndWindow = row.number(7)
      parameters.noticeWorkingDays = row.number(8)
      parameters.defaultSetupMinutes = row.number(9)
      parameters.defaultCloseMinutes = row.number(10)
    }
    return parameters
  }

  private func opticalParameters() throws -> OpticalParameters {
    var optical = OpticalParameters()
    var row = try rows(
      "optical_parameters",
      """
      fusion_splice_udb mechanical_splice_udb connector_udb repair_reserve_udb dispersion_ps_per_nm_km \
      comfortable_margin_udb fusion_splice_limit_udb
      """)
    while try row.next() {
      optical.fusionSplice = Loss(microdecibels: row.integer(1))
      optical.mechanicalSplice = Loss(microdecibels: row.integer(2))
      optical.connector = Loss(microdecibels: row.integer(3))
      optical.repairReserve = Loss(microdecibels: row.integer(4))
      optical.dispersionPerKilometre = row.number(5)
      optical.comfortableMargin = Loss(microdecibels: row.integer(6))
      optical.fusionSpliceLimit = Loss(microdecibels: row.integer(7))
    }
    row = try RowReader(database, table: "attenuations", sql: "SELECT wavelength_nm, udb_per_km FROM attenuations")
    var attenuations: [Wavelength: Attenuation] = [:]
    while try row.next() {
      attenuations[Wavelength(nanometres: row.number(0))] = Attenuation(
        decibelsPerKilometre: Double(row.integer(1)) / 1_000_000)
    }
    optical.attenuations = attenuations
    return optical
  }
}
