// Kills a saving process at random moments. After each kill every acknowledged save must be there, the store must
// verify, and opening it must be quick. A kill cannot show what a power cut would: that every commit is flushed is
// checked by the storage tests.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import type { AnnualPlan } from '../src/core/plan/annual-plan.ts'
import { storeFolder } from '../src/storage/open-store.ts'
import { seededRandom } from './seeded-random.ts'

export interface KillOptions {
  readonly points: number
  readonly seed: number
  /** 'acknowledge-first' plants the bug that the campaign must find */
  readonly order?: 'save-first' | 'acknowledge-first'
  readonly report?: (line: string) => void
}

export interface KillResult {
  readonly points: number
  readonly acknowledged: number
  readonly slowestRestartMs: number
  readonly problems: readonly string[]
}

/** A store is begun anew after so many kills, so that verifying stays quick. */
const KILLS_PER_STORE = 20
/** A bureau reopens the window at once after a crash; this is where waiting begins to worry. */
const RESTART_LIMIT_MS = 3000
/** One kill in so many comes while the store is being opened, over what the kill before left. */
const KILLS_PER_OPENING = 5
const LONGEST_SAVING_MS = 60
const LONGEST_OPENING_MS = 25

const child = fileURLToPath(new URL('saving-child.ts', import.meta.url))
const planFile = fileURLToPath(new URL('../resources/example-plan.json', import.meta.url))

export async function killSaves({
  points,
  seed,
  order = 'save-first',
  report = () => undefined,
}: KillOptions): Promise<KillResult> {
  const random = seededRandom(seed)
  const problems: string[] = []
  let acknowledged = 0
  let slowestRestartMs = 0
  for (let done = 0; done < points; ) {
    const place = mkdtempSync(join(tmpdir(), 'yaodian-kill-'))
    try {
      createStore(place)
      let next = 1
      for (let inStore = 0; inStore < KILLS_PER_STORE && done < points; inStore += 1, done += 1) {
        const isOpening = done % KILLS_PER_OPENING === KILLS_PER_OPENING - 1
        const delayMs = random() * (isOpening ? LONGEST_OPENING_MS : LONGEST_SAVING_MS)
        const numbers = await killOne([place, String(next), order], {
          startsAt: isOpening ? 'opening' : 'open',
          delayMs,
        })
        acknowledged += numbers.length
        const found = check(place, numbers)
        slowestRestartMs = Math.max(slowestRestartMs, found.restartMs)
        problems.push(...found.problems.map((problem) => `kill ${done + 1}: ${problem}`))
        next = found.newest + 1
      }
      report(`${done}/${points} kills, ${acknowledged} acknowledged saves, ${problems.length} problems`)
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  }
  return { points, acknowledged, slowestRestartMs, problems }
}

function createStore(place: string): void {
  // The example plan of the product: as many items as a bureau has.
  const plan = JSON.parse(readFileSync(planFile, 'utf8')) as AnnualPlan
  storeFolder(place, { owner: 'command' })
    .create((journal) =>
      journal.append(
        [
          {
            kind: 'plan-put-in-force',
            subject: 'plan',
            basis: null,
            body: { plan, isExample: true, bureauName: null },
          },
        ],
        {
          author: '王敏',
          wallMs: Date.UTC(2020, 0, 2, 1),
          isClockSet: true,
        },
      ),
    )
    .close()
}

/** Lets one process save, kills it, and answers the numbers of the saves it acknowledged. */
async function killOne(
  args: readonly string[],
  when: { startsAt: 'opening' | 'open'; delayMs: number },
): Promise<number[]> {
  const saving = spawn(process.execPath, ['--no-warnings', child, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(saving, 'close')
  let output = ''
  let isTimed = false
  saving.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (isTimed || !output.split('\n').includes(when.startsAt)) return
    isTimed = true
    killAfter(saving, when.delayMs)
  })
  const [code] = (await ended) as [number | null]
  if (code !== null) throw new Error(`the saving process ended by itself with code ${code}`)
  // A last line without its end was not fully said: it acknowledges nothing.
  return output.split('\n').slice(0, -1).map(Number).filter(Number.isInteger)
}

/** Timers round to milliseconds; waiting out the rest hits any moment within a save. */
function killAfter(saving: ChildProcess, delayMs: number): void {
  const until = performance.now() + delayMs
  setTimeout(() => {
    while (performance.now() < until) {}
    saving.kill('SIGKILL')
  }, Math.floor(delayMs))
}

function check(
  place: string,
  acknowledged: readonly number[],
): { readonly problems: string[]; readonly restartMs: number; readonly newest: number } {
  const began = performance.now()
  const journal = storeFolder(place, { owner: 'command' }).open('write')
  journal.state()
  const restartMs = performance.now() - began
  const problems = [...journal.verify().problems]
  journal.close()
  if (restartMs > RESTART_LIMIT_MS) problems.push(`opening took ${Math.round(restartMs)} ms`)
  const saved = savedNumbers(place)
  const lost = acknowledged.filter((number) => !saved.has(number))
  if (lost.length > 0) problems.push(`acknowledged and lost: ${lost.join(', ')}`)
  return { problems, restartMs, newest: Math.max(0, ...saved, ...acknowledged) }
}

/** Read with plain SQL, so that the product's own reading is not what vouches for itself. */
function savedNumbers(place: string): Set<number> {
  const db = new Database(join(place, 'yaodian.db'), { readonly: true })
  const notes = db
    .prepare<[], string>("SELECT body ->> '$.note' FROM journal WHERE kind = 'indicator-reading-recorded'")
    .pluck()
    .all()
  db.close()
  return new Set(notes.map((note) => Number(note.replace('save ', ''))))
}
