// Taking in entries from elsewhere: hashes checked, journal and key columns, lights, roll-ups.
import { spawnSync } from 'node:child_process'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '../src/core/journal/canonical-json.ts'
import type { JournalEntry } from '../src/core/journal/journal-entry.ts'
import { storeFolder } from '../src/storage/open-store.ts'
import { idSource, stampEntries, type Tail } from '../src/storage/stamp-entries.ts'
import { alternate, type Benchmark, timed } from './benchmark.ts'
import { planDraft, provincePlan, provinceReading, stampAt } from './sample-entries.ts'
import { withTempFolder } from './temp-folder.ts'

const FLUSH_EVERY = 10_000

export const importEntries: Benchmark = {
  name: 'import-entries',
  about:
    '100,000 (--full: 1,000,000) entries of a province-size year into a store with the plan ÷ each appended in turn + fdatasync per 10,000',
  unit: 'ms',
  goal: 4,
  run: ({ isFull }) =>
    withTempFolder((folder) => {
      const lines = stamped(isFull ? 1_000_000 : 100_000).map((entry) => `${canonicalJson(entry)}\n`)
      // As they come out of a package; reading it is not part of either side.
      const entries = lines.map((line) => JSON.parse(line) as JournalEntry)
      return alternate(
        {
          ours: (round) => settled(() => importInto(join(folder, `store-${round}`), entries)),
          peer: (round) => settled(() => timed(() => appendAll(join(folder, `append-${round}.log`), lines))),
        },
        isFull ? 3 : 5,
      )
    }),
}

/** Neither side waits for what the other left to be written: each writes some fifty megabytes. */
function settled<Value>(work: () => Value): Value {
  spawnSync('sync')
  return work()
}

/** Entries as another PC would have written them. */
function stamped(count: number): JournalEntry[] {
  const nextId = idSource()
  let tail: Tail = { device: 'another', seq: 0, hash: null, newest: null, isClockSet: false }
  return Array.from({ length: count }, (_, index) => {
    const result = stampEntries([provinceReading(index)], stampAt(10 + Math.floor(index / 50)), tail, nextId)
    tail = result.tail
    return result.sealed.map(({ entry }) => entry)
  }).flat()
}

function importInto(place: string, entries: readonly JournalEntry[]): number {
  const journal = storeFolder(place, { owner: 'command' }).create((filling) =>
    filling.append([planDraft(provincePlan())], stampAt(0)),
  )
  try {
    return timed(() => journal.importEntries(entries))
  } finally {
    journal.close()
  }
}

/** Entry by entry, as the peer of a save appends them; only the flush is shared by 10,000. */
function appendAll(path: string, lines: readonly string[]): void {
  const file = openSync(path, 'a')
  for (const [index, line] of lines.entries()) {
    writeSync(file, line)
    if ((index + 1) % FLUSH_EVERY === 0) fdatasyncSync(file)
  }
  closeSync(file)
}
