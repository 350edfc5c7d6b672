// The nine programmes' summary of a province-size year.
import { join } from 'node:path'
import { monthsOfYear } from '../src/core/values/reporting-month.ts'
import { alternate, type Benchmark, median, timed } from './benchmark.ts'
import { groupByProgramme, openPlainCells, writePlainCells } from './plain-cells.ts'
import { provinceStore } from './province-store.ts'
import { withTempFolder } from './temp-folder.ts'

const REPEATS = 20

export const programmeSummary: Benchmark = {
  name: 'nine-programme-summary',
  about:
    'standings of nine programmes over twelve months from the roll-up ÷ a plain GROUP BY over the 72,000 cells they come from in a table of their own, warm',
  unit: 'ms',
  goal: 0.02,
  run: () =>
    withTempFolder((folder) => {
      const place = join(folder, 'store')
      const journal = provinceStore(place)
      writePlainCells(folder)
      const db = openPlainCells(folder)
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
