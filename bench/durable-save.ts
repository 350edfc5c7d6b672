// A clerk's save, whole: stamp, hash, journal, derived tables, roll-ups, flushed to the disk.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenJournal } from '../src/application/ports.ts'
import { canonicalJson } from '../src/core/journal/canonical-json.ts'
import type { JournalEntry } from '../src/core/journal/journal-entry.ts'
import { storeFolder } from '../src/storage/open-store.ts'
import { alternate, type Benchmark, median, timed } from './benchmark.ts'
import { examplePlan, halfYear, monthName, planDraft, readingDraft, stampAt } from './sample-entries.ts'
import { withTempFolder } from './temp-folder.ts'

/** in a row, as the peers' figures were taken */
const SAVES = 2000

export const durableSave: Benchmark = {
  name: 'durable-save-p50',
  about:
    'one figure saved in the example plan’s sixth month (journal, cell, lights, roll-up) ÷ append + fdatasync of the same bytes',
  unit: 'µs',
  goal: 1.3,
  run: () =>
    withTempFolder((folder) => {
      const plan = examplePlan()
      const journal = storeFolder(join(folder, 'store'), { owner: 'command' }).create((filling) => {
        filling.append([planDraft(plan)], stampAt(0))
        for (const [index, drafts] of halfYear(plan).entries())
          filling.append(drafts, stampAt((index + 1) * 30 * 24 * 60))
      })
      const file = openSync(join(folder, 'append.log'), 'a')
      let saves = 0
      const save = (): JournalEntry[] => {
        const indicator = plan.indicators[saves % plan.indicators.length]?.id ?? ''
        saves += 1
        const draft = readingDraft({
          month: monthName(6),
          indicator,
          value: String((saves % 97) / 2),
          note: '含高新区上报数。',
        })
        return [...journal.append([draft], stampAt(300_000 + saves))]
      }
      // What a save of this length is in bytes; the first ones also warm the compiler.
      const lines = Array.from({ length: 2 * SAVES }, save).map(([entry]) => `${canonicalJson(entry)}\n`)
      const append = (line: string) => {
        writeSync(file, line)
        fdatasyncSync(file)
      }
      const rounds = alternate({
        ours: () => median(Array.from({ length: SAVES }, () => timed(save) * 1000)),
        peer: () => median(lines.slice(-SAVES).map((line) => timed(() => append(line)) * 1000)),
      })
      return rounds.finally(() => finish(journal, file))
    }),
}

function finish(journal: OpenJournal, file: number): void {
  if (!journal.verify().ok) throw new Error('the store does not verify after the saves')
  journal.close()
  closeSync(file)
}
