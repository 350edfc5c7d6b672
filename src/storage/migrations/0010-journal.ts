// The journal: one row per entry, never changed and never removed; and who this store writes as.
export const number = 10

export const sql = `
CREATE TABLE journal (
  -- order of arrival in this store; local, never leaves the PC
  row INTEGER PRIMARY KEY,
  -- ULID made from the entry's time, so new ids are added at the end of their index
  id TEXT NOT NULL UNIQUE,
  -- the store that wrote the entry
  device TEXT NOT NULL,
  -- 1, 2, 3 … within the device; two rows may share it when a cloned PC went on writing (a fork)
  seq INTEGER NOT NULL CHECK (seq >= 1),
  -- hybrid time, "2020-06-25T10:00:00.000Z-0001"; sorts as text
  time TEXT NOT NULL,
  -- 1 = the time was given by hand, 0 = read from the PC's clock
  clock_set INTEGER NOT NULL CHECK (clock_set IN (0, 1)),
  -- name of the person who acted
  author TEXT NOT NULL,
  -- what kind of fact; kinds of a newer version are kept as they are
  kind TEXT NOT NULL,
  -- what it is about; entries of one subject replace one another
  subject TEXT NOT NULL,
  -- id of the entry the author had in front of them
  basis TEXT,
  -- the reporting month it is about ("2020-06"), null where none
  month TEXT,
  -- the indicator or measure it is about, null where none
  item TEXT,
  -- the department it is about, null where none
  department TEXT,
  -- SHA-256 of the device's previous entry, null for its first
  previous BLOB CHECK (previous IS NULL OR length(previous) = 32),
  -- SHA-256 of the whole entry; what makes it the same entry on every PC
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  -- canonical JSON of what was said; last, because a long one spills to further pages
  body TEXT NOT NULL
) STRICT;

-- Indexes of their own, not constraints of the table, so that a large import may set them aside and make them anew.
CREATE UNIQUE INDEX journal_by_hash ON journal (hash);
CREATE INDEX journal_by_device ON journal (device, seq);
CREATE INDEX journal_by_subject ON journal (subject);

CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END;

CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal entries are never removed'); END;

CREATE TABLE identity (
  -- one row only
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- random name this store writes its entries under
  device TEXT NOT NULL,
  -- fingerprint of the PC on which the name was given; on another PC the store takes a new name
  machine TEXT NOT NULL
) STRICT;
`
