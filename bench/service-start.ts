// The service behind the window, from nothing to its first answer, as a whole process.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { STORE_FILE, storeFolder } from '../src/storage/open-store.ts'
import { alternate, type Benchmark, median, timed } from './benchmark.ts'
import { examplePlan, halfYear, planDraft, stampAt } from './sample-entries.ts'
import { withTempFolder } from './temp-folder.ts'

const STARTS = 5

export const serviceStart: Benchmark = {
  name: 'service-start',
  about:
    'the built service, from a new process to the answer of session.read over half a year’s store ÷ Node + better-sqlite3 open + one query',
  unit: 'ms',
  goal: 1.6,
  run: () =>
    withTempFolder((place) => {
      const plan = examplePlan()
      storeFolder(place, { owner: 'command' })
        .create((filling) => {
          filling.append([planDraft(plan)], stampAt(0))
          for (const [index, drafts] of halfYear(plan).entries())
            filling.append(drafts, stampAt((index + 1) * 30 * 24 * 60))
        })
        .close()
      const starts = (script: string, argument: string) =>
        median(Array.from({ length: STARTS }, () => timed(() => run(script, argument))))
      return alternate({
        ours: () => starts('service-process.mjs', place),
        peer: () => starts('plain-open.mjs', join(place, STORE_FILE)),
      })
    }),
}

function run(script: string, argument: string): void {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [path, argument], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`)
}
