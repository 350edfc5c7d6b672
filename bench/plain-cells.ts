// A province's year as a program without a journal keeps it: what was typed, one row a cell, in the order a year is read.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { INDICATORS, LOCALITIES, provincePlan, provinceReading } from './sample-entries.ts'

const CELLS = LOCALITIES * INDICATORS * 12

export const PLAIN_FILE = 'cells.db'

/** Writes the 72,000 cells into a file of their own. */
export function writePlainCells(folder: string): void {
  const db = new Database(join(folder, PLAIN_FILE))
  db.exec(`
    CREATE TABLE programme_of (item TEXT NOT NULL PRIMARY KEY, programme TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE cell (
      month TEXT NOT NULL, item TEXT NOT NULL, locality TEXT NOT NULL, state TEXT NOT NULL, figure TEXT, note TEXT,
      PRIMARY KEY (month, item, locality)
    ) STRICT, WITHOUT ROWID`)
  const place = db.prepare('INSERT INTO programme_of VALUES (?, ?)')
  const put = db.prepare('INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?)')
  db.transaction(() => {
    for (const { id, programme } of provincePlan().indicators) place.run(id, programme)
    for (let index = 0; index < CELLS; index += 1) {
      const draft = provinceReading(index)
      if (draft.kind !== 'indicator-reading-recorded') continue
      const { month, indicator, locality, state, value, note } = draft.body
      put.run(month, indicator, locality, state, value, note)
    }
  })()
  db.close()
}

export function openPlainCells(folder: string): Database.Database {
  return new Database(join(folder, PLAIN_FILE), { readonly: true })
}

/** What such a program asks for its summary: every cell of the year, by month and programme. */
export function groupByProgramme(db: Database.Database): Database.Statement<[]> {
  return db.prepare(`
    SELECT month, programme, count(*), sum(state = 'number'), sum(CAST(figure AS REAL))
    FROM cell JOIN programme_of USING (item)
    WHERE month BETWEEN '2020-01' AND '2020-12' GROUP BY month, programme`)
}
