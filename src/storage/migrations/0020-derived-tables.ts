// What the journal says, kept ready to read. Every row can be worked out from the journal again; the month comes
// first in each key, so that a year lies together on disk and a save touches few pages.
export const number = 20

export const sql = `
CREATE TABLE derived_status (
  -- one row only
  one INTEGER PRIMARY KEY CHECK (one = 1),
  -- 1 = the tables below are not what the journal says: rebuild them before use
  rebuild_due INTEGER NOT NULL CHECK (rebuild_due IN (0, 1))
) STRICT;
INSERT INTO derived_status VALUES (1, 1);

CREATE TABLE cell (
  -- reporting month, "2020-06"
  month TEXT NOT NULL,
  -- 'indicator' or 'measure'
  kind TEXT NOT NULL,
  -- id of the indicator or measure
  item TEXT NOT NULL,
  -- id of the locality, '' for the whole
  locality TEXT NOT NULL,
  -- the newest entry of the cell
  latest_entry TEXT NOT NULL,
  -- its reading state or measure status
  latest_state TEXT NOT NULL,
  -- its figure as typed, numerator/denominator for a ratio given by its parts
  latest_figure TEXT,
  -- the entry that was accepted last, null before the first acceptance
  accepted_entry TEXT,
  -- its reading state or measure status
  accepted_state TEXT,
  -- its figure as typed
  accepted_figure TEXT,
  PRIMARY KEY (month, kind, item, locality)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  -- reporting month
  month TEXT NOT NULL,
  -- the department that reports
  department TEXT NOT NULL,
  -- draft, submitted, returned, accepted, correcting
  state TEXT NOT NULL,
  -- the newest submission
  submitted_entry TEXT,
  -- the newest acceptance
  accepted_entry TEXT,
  -- how often it was sent back
  times_returned INTEGER NOT NULL,
  PRIMARY KEY (month, department)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_month (
  -- reporting month; only months in which something was filled in have rows
  month TEXT NOT NULL,
  -- 'accepted' or 'latest' figures
  basis TEXT NOT NULL,
  -- 'indicator' or 'measure'
  kind TEXT NOT NULL,
  -- id of the indicator or measure
  item TEXT NOT NULL,
  -- blue, green, yellow, red, grey
  light TEXT NOT NULL,
  -- the word beside the light
  label TEXT NOT NULL,
  -- the double nearest to the exact completion; the same on every machine
  completion REAL,
  -- the double nearest to the exact pace ratio
  pace REAL,
  PRIMARY KEY (month, basis, kind, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_month (
  -- reporting month
  month TEXT NOT NULL,
  -- 'accepted' or 'latest' figures
  basis TEXT NOT NULL,
  -- id of the programme
  programme TEXT NOT NULL,
  -- how many of its items are 蓝 已完成
  blue INTEGER NOT NULL,
  -- how many are 绿 正常
  green INTEGER NOT NULL,
  -- how many are 黄 滞后
  yellow INTEGER NOT NULL,
  -- how many are 红 严重滞后
  red INTEGER NOT NULL,
  -- how many are 灰, for whatever reason
  grey INTEGER NOT NULL,
  -- 'indicator' or 'measure': what its worst key item is, null where it has none
  worst_kind TEXT,
  -- id of its worst key item
  worst_item TEXT,
  -- that item's light
  light TEXT NOT NULL,
  -- that item's word beside the light
  label TEXT,
  -- that item's completion, the double nearest to the exact value
  completion REAL,
  -- that item's pace ratio, likewise
  pace REAL,
  PRIMARY KEY (month, basis, programme)
) STRICT, WITHOUT ROWID;
`
