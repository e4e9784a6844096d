/// Version 1 of the tables of services, work rules and quarantined rows. Losses are whole millionths of a decibel.
let servicesSchema = """
  CREATE TABLE optics (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, wavelength_nm INTEGER NOT NULL, budget_udb INTEGER NOT NULL,
    minimum_loss_udb INTEGER NOT NULL, dispersion_limit INTEGER, reach_mm INTEGER
  ) STRICT;
  CREATE TABLE services (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, class TEXT NOT NULL CHECK (class IN ('vital', 'std', 'ftth')),
    kind TEXT NOT NULL, client TEXT NOT NULL, operator TEXT NOT NULL, fibre_count INTEGER NOT NULL, protects TEXT,
    maximum_outage_minutes INTEGER, optics TEXT, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
  ) STRICT;
  CREATE TABLE service_ports (
    service_id INTEGER NOT NULL REFERENCES services, side TEXT NOT NULL CHECK (side IN ('a', 'b')),
    position INTEGER NOT NULL, panel_id INTEGER NOT NULL REFERENCES panels, number INTEGER NOT NULL,
    PRIMARY KEY (service_id, side, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE declared_routes (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, attributes TEXT
  ) STRICT;
  CREATE TABLE declared_route_fibres (
    route_id INTEGER NOT NULL REFERENCES declared_routes, position INTEGER NOT NULL, cable_id INTEGER NOT NULL,
    fibre INTEGER NOT NULL, PRIMARY KEY (route_id, position),
    FOREIGN KEY (cable_id, fibre) REFERENCES fibres (cable_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY, source_table TEXT NOT NULL, line INTEGER NOT NULL,
    cells TEXT NOT NULL CHECK (json_valid(cells)), rule TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')), place TEXT NOT NULL, code TEXT NOT NULL,
    message TEXT NOT NULL, arguments TEXT NOT NULL CHECK (json_valid(arguments))
  ) STRICT;
  """

/// Version 1 of the tables of work rules: when and how work may be done, and how long it takes. Dates are `2027-01-12`.
let workRulesSchema = """
  CREATE TABLE work_windows (
    id INTEGER PRIMARY KEY, number INTEGER NOT NULL, date TEXT NOT NULL, start_minute INTEGER NOT NULL,
    minutes INTEGER NOT NULL, reserve_minutes INTEGER NOT NULL, crews INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE forbidden_periods (
    id INTEGER PRIMARY KEY, client TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT NOT NULL, reason TEXT NOT NULL
  ) STRICT;
  CREATE TABLE closure_work (
    id INTEGER PRIMARY KEY, closure TEXT NOT NULL, setup_minutes INTEGER NOT NULL, close_minutes INTEGER NOT NULL,
    maximum_crews INTEGER NOT NULL, free_trays INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE acceptances (id INTEGER PRIMARY KEY, cable TEXT NOT NULL, accepted_on TEXT NOT NULL) STRICT;
  CREATE TABLE migration_parameters (
    id INTEGER PRIMARY KEY CHECK (id = 1), splice_minutes INTEGER NOT NULL, test_minutes INTEGER NOT NULL,
    tube_opening_minutes INTEGER NOT NULL, operator_quota INTEGER NOT NULL, soak_windows INTEGER NOT NULL,
    tie_fibres INTEGER NOT NULL, closures_per_crew_and_window INTEGER NOT NULL, notice_working_days INTEGER NOT NULL,
    default_setup_minutes INTEGER NOT NULL, default_close_minutes INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE optical_parameters (
    id INTEGER PRIMARY KEY CHECK (id = 1), fusion_splice_udb INTEGER NOT NULL, mechanical_splice_udb INTEGER NOT NULL,
    connector_udb INTEGER NOT NULL, repair_reserve_udb INTEGER NOT NULL,
    dispersion_ps_per_nm_km INTEGER NOT NULL, comfortable_margin_udb INTEGER NOT NULL,
    fusion_splice_limit_udb INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE attenuations (wavelength_nm INTEGER PRIMARY KEY, udb_per_km INTEGER NOT NULL) STRICT;
  """
