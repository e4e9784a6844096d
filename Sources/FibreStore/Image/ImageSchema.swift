/// Version 3: fibres and joints once more, as columns of bytes in the order of their rows, which load many times faster.
///
/// Rows are what counts. Whoever changes one of theirs, or of those that the columns count in, takes the image away; it
/// comes back with the next revision. Its parts are named in `StrandColumn`, besides `palette`, a JSON object a line, and
/// `jointIds`, 64 bits each, where they are not 1, 2, 3….
let imageSchema =
  """
  CREATE TABLE strand_image (
    id INTEGER PRIMARY KEY, part TEXT NOT NULL, position INTEGER NOT NULL, digest INTEGER NOT NULL,
    bytes BLOB NOT NULL, UNIQUE (part, position)
  ) STRICT;
  """
  + ["panels", "cassettes", "cables", "fibres", "joints"].flatMap { table in
    ["INSERT", "UPDATE", "DELETE"].map { event in
      """
      CREATE TRIGGER \(table)_\(event.lowercased())_ends_image AFTER \(event) ON \(table)
        WHEN EXISTS (SELECT 1 FROM strand_image) BEGIN DELETE FROM strand_image; END;
      """
    }
  }.joined()
