BEGIN TRANSACTION;
CREATE TABLE acceptances (id INTEGER PRIMARY KEY, cable TEXT NOT NULL, accepted_on TEXT NOT NULL) STRICT;
CREATE TABLE addresses (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, x_mm INTEGER, y_mm INTEGER, number TEXT NOT NULL,
  street TEXT NOT NULL, postcode TEXT NOT NULL, commune TEXT NOT NULL, commune_code TEXT NOT NULL,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
  CHECK ((x_mm IS NULL) = (y_mm IS NULL))
) STRICT;
CREATE TABLE attenuations (wavelength_nm INTEGER PRIMARY KEY, udb_per_km INTEGER NOT NULL) STRICT;
INSERT INTO "attenuations" VALUES(1310,350000);
INSERT INTO "attenuations" VALUES(1490,250000);
INSERT INTO "attenuations" VALUES(1550,250000);
INSERT INTO "attenuations" VALUES(1625,280000);
CREATE TABLE cables (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, sheath_id INTEGER NOT NULL REFERENCES sheaths,
  node_a_id INTEGER REFERENCES nodes, node_b_id INTEGER REFERENCES nodes,
  fibre_count INTEGER NOT NULL CHECK (fibre_count >= 0), stated_capacity INTEGER,
  modulo INTEGER NOT NULL CHECK (modulo >= 1), tube_code TEXT NOT NULL, fibre_code TEXT NOT NULL,
  reference_code TEXT, length_mm INTEGER NOT NULL,
  length_source TEXT NOT NULL CHECK (length_source IN ('asLaid', 'statedLine', 'drawnLine', 'unknown')),
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
) STRICT;
INSERT INTO "cables" VALUES(1,'A1',1,NULL,NULL,2,2,6,'orange','orange',NULL,500250,'asLaid','{"cb_statut":"REC"}',NULL);
INSERT INTO "cables" VALUES(2,'B1',2,NULL,NULL,2,2,6,'orange','orange',NULL,300000,'asLaid','{"cb_statut":"REC"}',NULL);
CREATE TABLE cassettes (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, closure_id INTEGER REFERENCES closures, number INTEGER,
  face TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('coiling', 'splice', 'splitter', 'connector')),
  slot_capacity INTEGER, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
INSERT INTO "cassettes" VALUES(1,'CS-1',1,1,'A','splice',2,NULL);
CREATE TABLE closure_work (
  id INTEGER PRIMARY KEY, closure TEXT NOT NULL, setup_minutes INTEGER NOT NULL, close_minutes INTEGER NOT NULL,
  maximum_crews INTEGER NOT NULL, free_trays INTEGER NOT NULL
) STRICT;
CREATE TABLE closures (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, external_code TEXT NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('spliceClosure', 'distributionPoint', 'outlet')),
  technical_point_id INTEGER REFERENCES technical_points, room_id INTEGER REFERENCES rooms,
  premises_id INTEGER REFERENCES premises, node_id INTEGER REFERENCES nodes, capacity_class TEXT NOT NULL,
  cassette_capacity INTEGER, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB,
  CHECK ((technical_point_id IS NOT NULL) + (room_id IS NOT NULL) + (premises_id IS NOT NULL) <= 1)
) STRICT;
INSERT INTO "closures" VALUES(1,'BP-B','','BPE B','spliceClosure',1,NULL,NULL,NULL,'B024',1,'{"bp_typelog":"BPE"}',NULL);
CREATE TABLE declared_route_fibres (
  route_id INTEGER NOT NULL REFERENCES declared_routes, position INTEGER NOT NULL, cable_id INTEGER NOT NULL,
  fibre INTEGER NOT NULL, PRIMARY KEY (route_id, position),
  FOREIGN KEY (cable_id, fibre) REFERENCES fibres (cable_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE declared_routes (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, attributes TEXT
) STRICT;
CREATE TABLE duct_cables (
  duct_id INTEGER NOT NULL REFERENCES ducts, position INTEGER NOT NULL,
  cable_id INTEGER NOT NULL REFERENCES cables, PRIMARY KEY (duct_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE duct_pathways (
  duct_id INTEGER NOT NULL REFERENCES ducts, position INTEGER NOT NULL,
  pathway_id INTEGER NOT NULL REFERENCES pathways, PRIMARY KEY (duct_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE ducts (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, parent_code TEXT NOT NULL,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
CREATE TABLE epissure_store (
  id INTEGER PRIMARY KEY CHECK (id = 1), schema_version INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT;
INSERT INTO "epissure_store" VALUES(1,1,1);
CREATE TABLE equipment (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, rack_id INTEGER REFERENCES racks,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
CREATE TABLE fibres (
  cable_id INTEGER NOT NULL REFERENCES cables, number INTEGER NOT NULL CHECK (number >= 1), code TEXT NOT NULL,
  stated_rank INTEGER NOT NULL CHECK (stated_rank BETWEEN 0 AND 12),
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
  PRIMARY KEY (cable_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "fibres" VALUES(1,1,'A1-1',1,'{"fo_etat":"OK"}');
INSERT INTO "fibres" VALUES(1,2,'A1-2',2,'{"fo_etat":"OK"}');
INSERT INTO "fibres" VALUES(2,1,'B1-1',1,'{"fo_etat":"OK"}');
INSERT INTO "fibres" VALUES(2,2,'B1-2',2,'{"fo_etat":"OK"}');
CREATE TABLE forbidden_periods (
  id INTEGER PRIMARY KEY, client TEXT NOT NULL, from_date TEXT NOT NULL, to_date TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE,
  max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id)
);
INSERT INTO "gpkg_contents" VALUES('sites','features','sites','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,2154);
INSERT INTO "gpkg_contents" VALUES('closures','features','closures','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,2154);
INSERT INTO "gpkg_contents" VALUES('cables','features','cables','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,2154);
INSERT INTO "gpkg_contents" VALUES('pathways','features','pathways','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,2154);
INSERT INTO "gpkg_contents" VALUES('technical_points','features','technical_points','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,2154);
INSERT INTO "gpkg_contents" VALUES('premises','features','premises','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,2154);
INSERT INTO "gpkg_contents" VALUES('service_areas','features','service_areas','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,2154);
INSERT INTO "gpkg_contents" VALUES('rooms','attributes','rooms','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('racks','attributes','racks','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('panels','attributes','panels','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('cassettes','attributes','cassettes','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('joints','attributes','joints','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('services','attributes','services','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('joint_list','attributes','joint_list','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "gpkg_contents" VALUES('history','attributes','history','','1970-01-01T00:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id),
  z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name)
);
INSERT INTO "gpkg_geometry_columns" VALUES('sites','geom','POINT',2154,0,0);
INSERT INTO "gpkg_geometry_columns" VALUES('closures','geom','POINT',2154,0,0);
INSERT INTO "gpkg_geometry_columns" VALUES('cables','geom','LINESTRING',2154,0,0);
INSERT INTO "gpkg_geometry_columns" VALUES('pathways','geom','LINESTRING',2154,0,0);
INSERT INTO "gpkg_geometry_columns" VALUES('technical_points','geom','POINT',2154,0,0);
INSERT INTO "gpkg_geometry_columns" VALUES('premises','geom','POINT',2154,0,0);
INSERT INTO "gpkg_geometry_columns" VALUES('service_areas','geom','MULTIPOLYGON',2154,0,0);
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
INSERT INTO "gpkg_spatial_ref_sys" VALUES('Undefined Cartesian SRS',-1,'NONE',-1,'undefined',NULL);
INSERT INTO "gpkg_spatial_ref_sys" VALUES('Undefined geographic SRS',0,'NONE',0,'undefined',NULL);
INSERT INTO "gpkg_spatial_ref_sys" VALUES('RGF93 v1 / Lambert-93',2154,'EPSG',2154,'PROJCS["RGF93 v1 / Lambert-93",GEOGCS["RGF93 v1",DATUM["Reseau_Geodesique_Francais_1993_v1",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6171"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4171"]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["latitude_of_origin",46.5],PARAMETER["central_meridian",3],PARAMETER["standard_parallel_1",49],PARAMETER["standard_parallel_2",44],PARAMETER["false_easting",700000],PARAMETER["false_northing",6600000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","2154"]]',NULL);
INSERT INTO "gpkg_spatial_ref_sys" VALUES('WGS 84 geodetic',4326,'EPSG',4326,'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',NULL);
CREATE TABLE history (
  revision INTEGER PRIMARY KEY, operation TEXT NOT NULL CHECK (operation IN ('import', 'apply', 'undo')),
  text TEXT NOT NULL, plan TEXT NOT NULL, night INTEGER, date TEXT, undoes INTEGER UNIQUE REFERENCES history
) STRICT;
INSERT INTO "history" VALUES(1,'import','import gracethd d','',NULL,NULL,NULL);
CREATE TABLE history_rows (
  revision INTEGER NOT NULL REFERENCES history, sequence INTEGER NOT NULL, table_name TEXT NOT NULL,
  key TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (revision, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE joints (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, cassette_id INTEGER REFERENCES cassettes,
  panel_id INTEGER REFERENCES panels, number INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('splice', 'connector', 'pigtail', 'passage', 'parked', 'splitter')),
  technique TEXT NOT NULL, claim TEXT NOT NULL CHECK (claim IN ('held', 'displaced', 'contested')),
  first_cable_id INTEGER, first_fibre INTEGER, first_side TEXT CHECK (first_side IN ('a', 'b')),
  second_cable_id INTEGER, second_fibre INTEGER, second_side TEXT CHECK (second_side IN ('a', 'b')),
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
  FOREIGN KEY (first_cable_id, first_fibre) REFERENCES fibres (cable_id, number),
  FOREIGN KEY (second_cable_id, second_fibre) REFERENCES fibres (cable_id, number),
  CHECK (cassette_id IS NULL OR panel_id IS NULL),
  CHECK ((first_cable_id IS NULL) + (first_fibre IS NULL) + (first_side IS NULL) IN (0, 3)),
  CHECK ((second_cable_id IS NULL) + (second_fibre IS NULL) + (second_side IS NULL) IN (0, 3)),
  CHECK (claim = 'contested' OR first_cable_id IS NULL
    OR (first_cable_id, first_fibre, first_side) IS NOT (second_cable_id, second_fibre, second_side))
) STRICT;
INSERT INTO "joints" VALUES(1,'PS-1',1,NULL,1,'splice','fusion','held',1,1,'b',2,1,'a','{"ps_etat":"OK"}');
INSERT INTO "joints" VALUES(2,'PS-A',NULL,1,1,'connector','scAPC','held',NULL,NULL,NULL,1,1,'a','{"ps_etat":"OK"}');
CREATE TABLE migration_parameters (
  id INTEGER PRIMARY KEY CHECK (id = 1), splice_minutes INTEGER NOT NULL, test_minutes INTEGER NOT NULL,
  tube_opening_minutes INTEGER NOT NULL, operator_quota INTEGER NOT NULL, soak_windows INTEGER NOT NULL,
  tie_fibres INTEGER NOT NULL, closures_per_crew_and_window INTEGER NOT NULL, notice_working_days INTEGER NOT NULL,
  default_setup_minutes INTEGER NOT NULL, default_close_minutes INTEGER NOT NULL
) STRICT;
INSERT INTO "migration_parameters" VALUES(1,5,2,10,40,1,0,1,10,45,15);
CREATE TABLE nodes (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, x_mm INTEGER, y_mm INTEGER,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
  CHECK ((x_mm IS NULL) = (y_mm IS NULL))
) STRICT;
CREATE TABLE optical_parameters (
  id INTEGER PRIMARY KEY CHECK (id = 1), fusion_splice_udb INTEGER NOT NULL, mechanical_splice_udb INTEGER NOT NULL,
  connector_udb INTEGER NOT NULL, repair_reserve_udb INTEGER NOT NULL,
  dispersion_ps_per_nm_km INTEGER NOT NULL, comfortable_margin_udb INTEGER NOT NULL,
  fusion_splice_limit_udb INTEGER NOT NULL
) STRICT;
INSERT INTO "optical_parameters" VALUES(1,100000,300000,250000,0,17,1500000,200000);
CREATE TABLE optics (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, wavelength_nm INTEGER NOT NULL, budget_udb INTEGER NOT NULL,
  minimum_loss_udb INTEGER NOT NULL, dispersion_limit INTEGER, reach_mm INTEGER
) STRICT;
CREATE TABLE organisations (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
CREATE TABLE panels (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, rack_id INTEGER REFERENCES racks,
  port_capacity INTEGER, is_cable_head INTEGER NOT NULL CHECK (is_cable_head IN (0, 1)),
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
INSERT INTO "panels" VALUES(1,'TI-A','TI-A',1,NULL,0,'{"ti_type":"TIROIR"}');
CREATE TABLE pathways (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, node_a_id INTEGER REFERENCES nodes,
  node_b_id INTEGER REFERENCES nodes, street TEXT NOT NULL, length_mm INTEGER NOT NULL,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB NOT NULL
) STRICT;
CREATE TABLE premises (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('residential', 'professional', 'operatorOwned', 'technical')),
  node_id INTEGER REFERENCES nodes, address_id INTEGER REFERENCES addresses,
  area_id INTEGER REFERENCES service_areas, connection_state TEXT NOT NULL,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
) STRICT;
CREATE TABLE product_references (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, design TEXT NOT NULL,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY, source_table TEXT NOT NULL, line INTEGER NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)), rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')), place TEXT NOT NULL, code TEXT NOT NULL,
  message TEXT NOT NULL, arguments TEXT NOT NULL CHECK (json_valid(arguments))
) STRICT;
CREATE TABLE racks (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, room_id INTEGER REFERENCES rooms,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
INSERT INTO "racks" VALUES(1,'BA-A','Baie',1,NULL);
CREATE TABLE rooms (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, site_id INTEGER REFERENCES sites,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
INSERT INTO "rooms" VALUES(1,'LT-A','Salle',1,'{"lt_elec":"t"}');
CREATE TABLE service_areas (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('centralOffice', 'cabinet', 'distributionPoint')),
  node_id INTEGER REFERENCES nodes, parent_id INTEGER REFERENCES service_areas DEFERRABLE INITIALLY DEFERRED,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
) STRICT;
CREATE TABLE service_ports (
  service_id INTEGER NOT NULL REFERENCES services, side TEXT NOT NULL CHECK (side IN ('a', 'b')),
  position INTEGER NOT NULL, panel_id INTEGER NOT NULL REFERENCES panels, number INTEGER NOT NULL,
  PRIMARY KEY (service_id, side, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE services (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, class TEXT NOT NULL CHECK (class IN ('vital', 'std', 'ftth')),
  kind TEXT NOT NULL, client TEXT NOT NULL, operator TEXT NOT NULL, fibre_count INTEGER NOT NULL, protects TEXT,
  maximum_outage_minutes INTEGER, optics TEXT, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
CREATE TABLE sheaths (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('cable', 'breakout', 'patchCord')),
  role TEXT NOT NULL, reference_id INTEGER REFERENCES product_references
) STRICT;
INSERT INTO "sheaths" VALUES(1,'A1','cable','TR',NULL);
INSERT INTO "sheaths" VALUES(2,'B1','cable','TR',NULL);
CREATE TABLE sites (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, external_code TEXT NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pop', 'centralOffice', 'cabinet', 'client', 'other')),
  node_id INTEGER REFERENCES nodes, address_id INTEGER REFERENCES addresses,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
) STRICT;
INSERT INTO "sites" VALUES(1,'ST-A','POP-A','PoP A','pop',NULL,NULL,'{"st_typelog":"HEBERG"}',NULL);
CREATE TABLE slack_loops (
  id INTEGER PRIMARY KEY, identifier TEXT NOT NULL, cable_id INTEGER NOT NULL REFERENCES cables,
  node_id INTEGER REFERENCES nodes, length_mm INTEGER NOT NULL, attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes))
) STRICT;
CREATE TABLE technical_points (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('chamber', 'pole', 'facade', 'building', 'other')),
  nature TEXT NOT NULL, node_id INTEGER REFERENCES nodes,
  attributes TEXT CHECK (attributes IS NULL OR json_valid(attributes)), geom BLOB
) STRICT;
INSERT INTO "technical_points" VALUES(1,'PT-B','B','chamber','L3T',NULL,NULL,NULL);
CREATE TABLE work_windows (
  id INTEGER PRIMARY KEY, number INTEGER NOT NULL, date TEXT NOT NULL, start_minute INTEGER NOT NULL,
  minutes INTEGER NOT NULL, reserve_minutes INTEGER NOT NULL, crews INTEGER NOT NULL
) STRICT;
CREATE INDEX history_of_row ON history_rows (table_name, key);
CREATE VIEW fibre_list AS
  SELECT cables.code || ':' || fibres.number AS name, fibres.code AS code, cables.code AS cable, fibres.number,
    (fibres.number - 1) / cables.modulo + 1 AS tube, (fibres.number - 1) % cables.modulo + 1 AS rank_in_tube,
    fibres.attributes
  FROM fibres JOIN cables ON cables.id = fibres.cable_id;
CREATE VIEW joint_list AS
  SELECT joints.id, joints.code, closures.code AS closure, cassettes.code AS cassette, panels.code AS panel,
    joints.number, joints.kind, joints.technique, joints.claim,
    one.code || ':' || joints.first_fibre AS first_fibre, joints.first_side,
    two.code || ':' || joints.second_fibre AS second_fibre, joints.second_side, joints.attributes
  FROM joints LEFT JOIN cassettes ON cassettes.id = joints.cassette_id
    LEFT JOIN closures ON closures.id = cassettes.closure_id LEFT JOIN panels ON panels.id = joints.panel_id
    LEFT JOIN cables AS one ON one.id = joints.first_cable_id
    LEFT JOIN cables AS two ON two.id = joints.second_cable_id;
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
  SELECT RAISE(ABORT, 'fibre end taken') FROM joints WHERE claim <> 'contested' AND id <> NEW.id AND (
    (first_cable_id, first_fibre, first_side) = (NEW.first_cable_id, NEW.first_fibre, NEW.first_side)
      AND NOT (kind = 'splitter' AND NEW.kind = 'splitter')
    OR (first_cable_id, first_fibre, first_side) = (NEW.second_cable_id, NEW.second_fibre, NEW.second_side)
    OR (second_cable_id, second_fibre, second_side) = (NEW.first_cable_id, NEW.first_fibre, NEW.first_side)
    OR (second_cable_id, second_fibre, second_side) = (NEW.second_cable_id, NEW.second_fibre, NEW.second_side));
END;
CREATE TRIGGER joint_end_updated AFTER UPDATE ON joints WHEN NEW.claim <> 'contested' BEGIN
  SELECT RAISE(ABORT, 'fibre end taken') FROM joints WHERE claim <> 'contested' AND id <> NEW.id AND (
    (first_cable_id, first_fibre, first_side) = (NEW.first_cable_id, NEW.first_fibre, NEW.first_side)
      AND NOT (kind = 'splitter' AND NEW.kind = 'splitter')
    OR (first_cable_id, first_fibre, first_side) = (NEW.second_cable_id, NEW.second_fibre, NEW.second_side)
    OR (second_cable_id, second_fibre, second_side) = (NEW.first_cable_id, NEW.first_fibre, NEW.first_side)
    OR (second_cable_id, second_fibre, second_side) = (NEW.second_cable_id, NEW.second_fibre, NEW.second_side));
END;
COMMIT;
