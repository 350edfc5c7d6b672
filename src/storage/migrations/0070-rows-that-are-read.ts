// Only what somebody reads is kept beside the journal. Figures are read from the journal itself, so their cells are kept
// no more; and the numbers of a programme's worst item stand in that item's own row alone. The items' table is written out
// again, for dropping its columns one by one would leave their comments in the file's schema beside other columns.
export const number = 70

export const sql = `
DROP TABLE locality_cell;
ALTER TABLE programme_month DROP COLUMN pace;
ALTER TABLE programme_month DROP COLUMN completion;
DROP TABLE item_month;

CREATE TABLE item_month (
  -- reporting month, "2020-06"; a year has rows up to the last month in which something was filled in
  month TEXT NOT NULL,
  -- 'indicator' or 'measure'
  kind TEXT NOT NULL,
  -- id of the indicator or measure
  item TEXT NOT NULL,
  -- the newest entry about it, its localities' included: a journal without it has lost its end
  newest_entry TEXT,
  -- blue, green, yellow, red, grey by the newest figures; null where it is not in force
  latest_light TEXT,
  -- the word beside that light
  latest_label TEXT,
  -- the double nearest to the exact completion; the same on every machine
  latest_completion REAL,
  -- the double nearest to the exact pace ratio
  latest_pace REAL,
  -- the year's total so far, or the level: the double nearest to the exact value
  latest_actual REAL,
  -- a measure's status, which stays done once it was; null for an indicator
  latest_status TEXT,
  -- 1 = the month wants the cell filled; null where it is not in force
  latest_expected INTEGER CHECK (latest_expected IN (0, 1)),
  -- 1 = something stands in it
  latest_filled INTEGER CHECK (latest_filled IN (0, 1)),
  -- its light by the accepted figures
  accepted_light TEXT,
  -- the word beside that light
  accepted_label TEXT,
  -- its completion, the double nearest to the exact value
  accepted_completion REAL,
  -- its pace ratio, likewise
  accepted_pace REAL,
  -- the accepted total or level, likewise
  accepted_actual REAL,
  -- a measure's status by the accepted reports
  accepted_status TEXT,
  -- 1 = the month wants the cell filled, as the accepted figures tell
  accepted_expected INTEGER CHECK (accepted_expected IN (0, 1)),
  -- 1 = something accepted stands in it
  accepted_filled INTEGER CHECK (accepted_filled IN (0, 1)),
  PRIMARY KEY (month, kind, item)
) STRICT, WITHOUT ROWID;

UPDATE derived_status SET rebuild_due = 1;
`
