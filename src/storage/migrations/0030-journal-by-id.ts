// Fewer trees for a save to touch: the journal lies in the order of its time-ordered ids instead of having an index
// for them, and needs none for hashes and for figures' subjects. The newest entry of each device has a row of its own,
// which also tells when somebody removed the newest entries by hand: a chain alone cannot.
export const number = 30

export const sql = `
CREATE TABLE journal_in_order (
  -- ULID made from the entry's time, so new entries are added at the end
  id TEXT NOT NULL PRIMARY KEY,
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
) STRICT, WITHOUT ROWID;

INSERT INTO journal_in_order
SELECT id, device, seq, time, clock_set, author, kind, subject, basis, month, item, department, previous, hash, body
FROM journal ORDER BY id;

-- Takes its triggers and indexes along.
DROP TABLE journal;
ALTER TABLE journal_in_order RENAME TO journal;

-- Plan, people, submissions and bulletins are few and asked for by what they are about; figures are not listed here.
CREATE INDEX journal_besides_figures ON journal (subject)
WHERE kind NOT IN ('indicator-reading-recorded', 'measure-progress-recorded');

CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END;

CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal entries are never removed'); END;

CREATE TABLE device_head (
  -- the store that wrote
  device TEXT NOT NULL PRIMARY KEY,
  -- number of its newest entry
  seq INTEGER NOT NULL CHECK (seq >= 1),
  -- that entry's hash; the greater one where a fork gave the number twice
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  -- the latest time of any of its entries, which on a fork's other branch may be another one
  time TEXT NOT NULL,
  -- 1 = that time was given by hand
  clock_set INTEGER NOT NULL CHECK (clock_set IN (0, 1))
) STRICT, WITHOUT ROWID;

INSERT INTO device_head
WITH newest AS (SELECT device, max(seq) AS seq, max(time) AS time FROM journal GROUP BY device)
SELECT
  newest.device,
  newest.seq,
  max(journal.hash) FILTER (WHERE journal.seq = newest.seq),
  newest.time,
  max(journal.clock_set) FILTER (WHERE journal.time = newest.time)
FROM journal JOIN newest ON newest.device = journal.device
GROUP BY newest.device;

CREATE TRIGGER device_head_refuses_going_back BEFORE UPDATE ON device_head
WHEN NEW.device <> OLD.device OR NEW.seq < OLD.seq OR NEW.time < OLD.time
BEGIN SELECT RAISE(ABORT, 'a device''s newest entry never goes back'); END;

CREATE TRIGGER device_head_refuses_delete BEFORE DELETE ON device_head
BEGIN SELECT RAISE(ABORT, 'a device''s newest entry is never removed'); END;
`
