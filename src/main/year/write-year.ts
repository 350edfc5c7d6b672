// What the year's process does: folds the part of the journal that was known, works the tables out, writes the file.
import type { WorkProgress, YearOrder } from '../../application/ports.ts'
import { RefusedError } from '../../core/refused-error.ts'
import { yearReport } from '../../core/reports/year-report.ts'
import { seenThrough } from '../../core/state/plan-line.ts'
import { monthOf } from '../../core/values/reporting-month.ts'
import { writeLongWorkbook } from '../../excel/write-long-workbook.ts'
import { storeFolder } from '../../storage/open-store.ts'
import { fileNotWritten } from '../export-folder.ts'
import type { FromYearWriter } from './year-writer-port.ts'

/** Progress is told no more often than this. */
const TELL_EVERY_MS = 80

/** Says how far it is, and at the end that it is done, or why not; never rejects for what a store or disk can cause. */
export async function writeYear(order: YearOrder, say: (message: FromYearWriter) => void): Promise<void> {
  try {
    await write(order, throttled(say))
    say({ kind: 'done' })
  } catch (error) {
    say({ kind: 'refused', rejection: refusalOf(error).rejection })
  }
}

async function write(order: YearOrder, tell: (progress: WorkProgress) => void): Promise<void> {
  const { place, heads, year, plan, basis, madeAt, madeBy, file } = order
  tell({ stage: 'reading', done: 0, total: 0 })
  const journal = storeFolder(place, { owner: 'command' }).open('read')
  const state = (() => {
    try {
      return journal.stateAt({ heads })
    } finally {
      journal.close()
    }
  })()
  tell({ stage: 'tables', done: 0, total: 0 })
  const seen = seenThrough(state, monthOf(year, 1), plan)
  const report = yearReport({ state: seen, year, basis, madeAt, madeBy })
  await writeLongWorkbook(report, file, (done, total) => tell({ stage: 'rows', done, total }))
}

function throttled(say: (message: FromYearWriter) => void): (progress: WorkProgress) => void {
  let told = Number.NEGATIVE_INFINITY
  let stage: string | null = null
  return (progress) => {
    const now = performance.now()
    const isLast = progress.total > 0 && progress.done === progress.total
    if (progress.stage === stage && !isLast && now - told < TELL_EVERY_MS) return
    told = now
    stage = progress.stage
    say({ kind: 'progress', progress })
  }
}

function refusalOf(error: unknown): RefusedError {
  if (error instanceof RefusedError) return error
  if (error instanceof Error && 'code' in error && 'syscall' in error) return fileNotWritten(error)
  return new RefusedError('internal-error', { reason: error instanceof Error ? error.name : 'unknown' })
}
