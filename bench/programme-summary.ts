// The nine programmes' summary of a province-size year.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { monthsOfYear } from '../src/core/values/reporting-month.ts'
import { STORE_FILE } from '../src/storage/open-store.ts'
import { alternate, type Benchmark, median, timed } from './benchmark.ts'
import { provinceStore } from './province-store.ts'
import { provincePlan } from './sample-entries.ts'
import { withTempFolder } from './temp-folder.ts'

const REPEATS = 20

export const programmeSummary: Benchmark = {
  name: 'nine-programme-summary',
  about:
    'standings of nine programmes over twelve months from the roll-up ÷ a plain GROUP BY over the 72,000 cells they come from, warm',
  unit: 'ms',
  goal: 0.02,
  run: () =>
    withTempFolder((folder) => {
      const place = join(folder, 'store')
      const journal = provinceStore(place)
      const db = new Database(join(place, STORE_FILE), { readonly: true })
      const groupBy = groupByProgramme(db)
      const warm = (work: () => readonly unknown[]) => {
        if (work().length !== 9 * 12) throw new Error('not nine programmes of twelve months')
        return median(Array.from({ length: REPEATS }, () => timed(work)))
      }
      const rounds = alternate({
        ours: () => warm(() => journal.rollUps().programmeMonths('latest', monthsOfYear(2020))),
        peer: () => warm(() => groupBy.all()),
      })
      return rounds.finally(() => {
        db.close()
        journal.close()
      })
    }),
}

/** What a program without roll-ups asks: its cells, by month and programme. */
export function groupByProgramme(db: Database.Database): Database.Statement<[]> {
  db.exec('CREATE TEMP TABLE programme_of (item TEXT PRIMARY KEY, programme TEXT NOT NULL)')
  const place = db.prepare('INSERT INTO programme_of VALUES (?, ?)')
  for (const { id, programme } of provincePlan().indicators) place.run(id, programme)
  return db.prepare(`
    SELECT month, programme, count(*), sum(latest_state = 'number'), sum(CAST(latest_figure AS REAL))
    FROM locality_cell JOIN programme_of USING (item)
    WHERE month BETWEEN '2020-01' AND '2020-12' GROUP BY month, programme`)
}
