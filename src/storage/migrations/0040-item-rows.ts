// One row for an item's month, where two to four were written at every save: the figure of its own cell and its light
// on both bases. Localities' cells, of which a province has a hundred times as many, lie in a table of their own.
export const number = 40

export const sql = `
DROP TABLE cell;
DROP TABLE item_month;

CREATE TABLE item_month (
  -- reporting month, "2020-06"
  month TEXT NOT NULL,
  -- 'indicator' or 'measure'
  kind TEXT NOT NULL,
  -- id of the indicator or measure
  item TEXT NOT NULL,
  -- the newest entry of its own cell, null where none was written or only its localities are filled in
  latest_entry TEXT,
  -- that entry's reading state or measure status
  latest_state TEXT,
  -- its figure as typed, numerator/denominator for a ratio given by its parts
  latest_figure TEXT,
  -- blue, green, yellow, red, grey by the newest figures; null where it is not in force
  latest_light TEXT,
  -- the word beside that light
  latest_label TEXT,
  -- the double nearest to the exact completion; the same on every machine
  latest_completion REAL,
  -- the double nearest to the exact pace ratio
  latest_pace REAL,
  -- the entry of its own cell that was accepted last, null before the first acceptance
  accepted_entry TEXT,
  -- that entry's reading state or measure status
  accepted_state TEXT,
  -- its figure as typed
  accepted_figure TEXT,
  -- its light by the accepted figures
  accepted_light TEXT,
  -- the word beside that light
  accepted_label TEXT,
  -- its completion, the double nearest to the exact value
  accepted_completion REAL,
  -- its pace ratio, likewise
  accepted_pace REAL,
  PRIMARY KEY (month, kind, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE locality_cell (
  -- reporting month
  month TEXT NOT NULL,
  -- id of the indicator
  item TEXT NOT NULL,
  -- id of the locality
  locality TEXT NOT NULL,
  -- the newest entry of the cell
  latest_entry TEXT NOT NULL,
  -- its reading state
  latest_state TEXT NOT NULL,
  -- its figure as typed, numerator/denominator for a ratio given by its parts
  latest_figure TEXT,
  -- the entry that was accepted last, null before the first acceptance
  accepted_entry TEXT,
  -- its reading state
  accepted_state TEXT,
  -- its figure as typed
  accepted_figure TEXT,
  PRIMARY KEY (month, item, locality)
) STRICT, WITHOUT ROWID;

UPDATE derived_status SET rebuild_due = 1;
`
