// Only what somebody reads is kept beside the journal. Figures are read from the journal itself, so their cells are kept
// no more; and the numbers of a programme's worst item stand in that item's own row alone.
export const number = 70

export const sql = `
DROP TABLE locality_cell;
DROP TABLE item_month;
DROP TABLE programme_month;

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
  -- id of its worst key item, whose numbers stand in its own row of item_month
  worst_item TEXT,
  -- that item's light
  light TEXT NOT NULL,
  -- that item's word beside the light
  label TEXT,
  PRIMARY KEY (month, basis, programme)
) STRICT, WITHOUT ROWID;

UPDATE derived_status SET rebuild_due = 1;
`
