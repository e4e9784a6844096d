/// Version 1 of the indexes and triggers, which a new file gets after its rows: that halves the time of an import.
///
/// They find rows fast, and keep two joints from holding one slot or one fibre end. The legs of a splitter share its input
/// end and may share a slot. An index sees one column group at a time: that no end is at once the first of one joint and
/// the second of another is what the trigger adds.
let lookupsSchema = """
  CREATE INDEX cables_of_sheath ON cables (sheath_id);
  CREATE INDEX fibres_by_code ON fibres (code);
  CREATE INDEX ducts_of_cable ON duct_cables (cable_id);
  CREATE INDEX slack_loops_of_cable ON slack_loops (cable_id);
  CREATE INDEX cassettes_of_closure ON cassettes (closure_id);
  CREATE INDEX declared_routes_of_fibre ON declared_route_fibres (cable_id, fibre);
  CREATE UNIQUE INDEX joints_by_code ON joints (code) WHERE code <> '';
  CREATE INDEX joints_of_first ON joints (first_cable_id, first_fibre, first_side);
  CREATE INDEX joints_of_second ON joints (second_cable_id, second_fibre, second_side);
  CREATE UNIQUE INDEX held_slots ON joints (cassette_id, number)
    WHERE claim = 'held' AND kind <> 'splitter' AND cassette_id IS NOT NULL AND number IS NOT NULL;
  CREATE UNIQUE INDEX held_ports ON joints (panel_id, number)
    WHERE claim = 'held' AND kind <> 'splitter' AND panel_id IS NOT NULL AND number IS NOT NULL;
  CREATE INDEX joints_of_cassette ON joints (cassette_id, number);
  CREATE INDEX joints_of_panel ON joints (panel_id, number);
  CREATE TRIGGER joint_end_inserted AFTER INSERT ON joints WHEN NEW.claim <> 'contested' BEGIN
    \(refusalOfTakenEnds)
  END;
  CREATE TRIGGER joint_end_updated AFTER UPDATE ON joints WHEN NEW.claim <> 'contested' BEGIN
    \(refusalOfTakenEnds)
  END;
  """

private let refusalOfTakenEnds = """
  SELECT RAISE(ABORT, 'fibre end taken') FROM joints WHERE claim <> 'contested' AND id <> NEW.id AND (
      (first_cable_id, first_fibre, first_side) = (NEW.first_cable_id, NEW.first_fibre, NEW.first_side)
        AND NOT (kind = 'splitter' AND NEW.kind = 'splitter')
      OR (first_cable_id, first_fibre, first_side) = (NEW.second_cable_id, NEW.second_fibre, NEW.second_side)
      OR (second_cable_id, second_fibre, second_side) = (NEW.first_cable_id, NEW.first_fibre, NEW.first_side)
      OR (second_cable_id, second_fibre, second_side) = (NEW.second_cable_id, NEW.second_fibre, NEW.second_side));
  """
