/// Version 1 of what the store keeps of itself: its version and revision, and how it came to be what it is.
///
/// `history_rows` holds each row that a revision took away (`before`) or brought (`after`), as JSON arrays of its cells.
let storeSchema = """
  CREATE TABLE epissure_store (
    id INTEGER PRIMARY KEY CHECK (id = 1), schema_version INTEGER NOT NULL, revision INTEGER NOT NULL
  ) STRICT;
  INSERT INTO epissure_store VALUES (1, 0, 0);
  CREATE TABLE history (
    revision INTEGER PRIMARY KEY, operation TEXT NOT NULL CHECK (operation IN ('import', 'apply', 'undo')),
    text TEXT NOT NULL, plan TEXT NOT NULL, night INTEGER, date TEXT, undoes INTEGER UNIQUE REFERENCES history
  ) STRICT;
  CREATE TABLE history_rows (
    revision INTEGER NOT NULL REFERENCES history, sequence INTEGER NOT NULL, table_name TEXT NOT NULL,
    key TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (revision, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX history_of_row ON history_rows (table_name, key);
  """

/// Version 3: the mark of the content of each revision, by which a plan knows the store it was made for.
let digestSchema = """
  CREATE TABLE revision_digests (
    revision INTEGER PRIMARY KEY REFERENCES history, digest TEXT NOT NULL
  ) STRICT;
  """

/// Version 1 of the views for people and other programs, where every number is a name.
let viewsSchema = """
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
  """
