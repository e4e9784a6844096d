import GRDB

/// Version 2: the operators' lists of addresses, kept as changes, and the territory.
///
/// Days are whole numbers such as 20270112, which keeps millions of rows small. A row of `address_states` says what one
/// address was from the list of `since` up to, but not on, that of `until`; without `until` it is so in the last list.
/// An address between two rows, or after a row that ended, was not in the list.
let programmeSchema = """
  CREATE TABLE address_snapshots (
    date INTEGER PRIMARY KEY CHECK (date BETWEEN 10101 AND 99991231), source TEXT NOT NULL,
    line_count INTEGER NOT NULL CHECK (line_count >= 0), change_count INTEGER NOT NULL CHECK (change_count >= 0)
  ) STRICT;
  CREATE TABLE snapshot_addresses (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE snapshot_cabinets (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE address_states (
    id INTEGER PRIMARY KEY, address_id INTEGER NOT NULL REFERENCES snapshot_addresses,
    since INTEGER NOT NULL REFERENCES address_snapshots, until INTEGER REFERENCES address_snapshots,
    state TEXT NOT NULL CHECK (state IN ('CI', 'SI', 'EC', 'RD', 'RC', 'DE', 'AB')), plugs INTEGER NOT NULL,
    commune TEXT NOT NULL, cabinet_id INTEGER REFERENCES snapshot_cabinets,
    cabinet_state TEXT CHECK (cabinet_state IN ('PL', 'EC', 'DE', 'AB')),
    cabled_on INTEGER, available_on INTEGER, opens_on INTEGER, CHECK (until > since)
  ) STRICT;
  CREATE UNIQUE INDEX address_states_now ON address_states (address_id) WHERE until IS NULL;
  CREATE VIEW address_list AS
    SELECT states.id, addresses.code AS address, since, until, state, plugs, commune, cabinets.code AS cabinet,
      cabinet_state, cabled_on, available_on, opens_on
    FROM address_states AS states JOIN snapshot_addresses AS addresses ON addresses.id = address_id
      LEFT JOIN snapshot_cabinets AS cabinets ON cabinets.id = cabinet_id;
  CREATE TABLE territories (
    date INTEGER PRIMARY KEY CHECK (date BETWEEN 10101 AND 99991231), source TEXT NOT NULL, outlines_on INTEGER
  ) STRICT;
  CREATE TABLE communes (
    territory INTEGER NOT NULL REFERENCES territories, code TEXT NOT NULL, name TEXT NOT NULL, department TEXT NOT NULL,
    intercommunality TEXT NOT NULL, population INTEGER, PRIMARY KEY (territory, code)
  ) STRICT;
  CREATE TABLE intercommunalities (
    territory INTEGER NOT NULL REFERENCES territories, code TEXT NOT NULL, name TEXT NOT NULL,
    is_member INTEGER CHECK (is_member IN (0, 1)), PRIMARY KEY (territory, code)
  ) STRICT;
  CREATE TABLE commune_ends (
    code TEXT NOT NULL, date INTEGER NOT NULL, successor TEXT NOT NULL, PRIMARY KEY (code, date, successor)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE commune_outlines (
    id INTEGER PRIMARY KEY, date INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, geom BLOB NOT NULL,
    UNIQUE (date, code)
  ) STRICT;
  """

extension Layer {
  /// Outlines of communes, as a layer.
  static let communeOutlines = Layer(table: "commune_outlines", geometryType: "MULTIPOLYGON")
  /// Tables and views of version 2 that other programs may want to join.
  static let programmeTables = ["address_snapshots", "address_list", "communes", "intercommunalities"]
}
