// Whether the store still says what was written into it: each entry's hash, each device's chain, SQLite's own
// check, and that the derived tables are what the journal gives when everything is worked out anew.

import { compareEntries, type JournalEntry } from '../core/journal/journal-entry.ts'
import type { VerifyReport } from '../core/journal/verify-report.ts'
import { derivedRows } from '../core/projection/derived-rows.ts'
import { fold } from '../core/state/fold-entries.ts'
import { openInMemory, type ReadableDb } from './database.ts'
import { canonicalRows, DERIVED_TABLES, derivedWriter } from './derived-tables.ts'
import { type DeviceHead, HeadFinder, keptHeadReader, newestOf } from './device-heads.ts'
import type { JournalTable } from './journal-rows.ts'
import { migrate } from './migrate.ts'
import { nodeCrypto } from './node-crypto.ts'
import { refusalOf } from './storage-error.ts'

/** More than this many lines say nothing more to a reader; the rest is counted. */
const SHOWN_PROBLEMS = 50

export function verifyStore(db: ReadableDb, journal: JournalTable): VerifyReport {
  try {
    // One snapshot for all questions: the folder's owner may be writing at the same time.
    return db.transaction(() => verifySnapshot(db, journal))()
  } catch (error) {
    const { rejection } = refusalOf(error)
    if (rejection.code !== 'store-damaged') throw error
    return { ok: false, entries: 0, heads: {}, projectionHash: '', problems: [rejection.message] }
  }
}

function verifySnapshot(db: ReadableDb, journal: JournalTable): VerifyReport {
  const problems = [...integrityProblems(db), ...contentProblems(db, journal)]
  const hidden = problems.length - SHOWN_PROBLEMS
  return {
    ok: problems.length === 0,
    entries: journal.count(),
    heads: Object.fromEntries(journal.heads().map(({ device, seq }) => [device, seq])),
    projectionHash: projectionHash(db),
    problems: hidden <= 0 ? problems : [...problems.slice(0, SHOWN_PROBLEMS), `另有${hidden}处问题没有列出`],
  }
}

/** What cannot be read, or was altered, cannot be checked further: those entries are what is wrong. */
function contentProblems(db: ReadableDb, journal: JournalTable): string[] {
  const rows = journal.inspected()
  const damaged = rows.flatMap(({ problem }) => (problem === null ? [] : [problem]))
  const entries = rows.flatMap(({ entry }) => (entry === null ? [] : [entry]))
  if (entries.length < rows.length) return damaged
  const found = [...damaged, ...chainProblems(entries), ...headProblems(db, entries)]
  if (damaged.length > 0) return found
  try {
    return [...found, ...derivedProblems(db, entries.sort(compareEntries))]
  } catch (error) {
    return [...found, `按台账重新计算没有成功：${error instanceof Error ? error.message : String(error)}`]
  }
}

function integrityProblems(db: ReadableDb): string[] {
  const lines = db.prepare<[], string>('PRAGMA integrity_check').pluck().all()
  return lines.filter((line) => line !== 'ok').map((line) => `数据库文件自检不通过：${line}`)
}

function chainProblems(entries: readonly JournalEntry[]): string[] {
  const byDevice = Map.groupBy(entries, (entry) => entry.device)
  return [...byDevice].flatMap(([device, own]) => {
    const bySeq = Map.groupBy(own, (entry) => entry.seq)
    const seqs = [...bySeq.keys()].sort((a, b) => a - b)
    return seqs.flatMap((seq, index) => {
      const here = bySeq.get(seq) ?? []
      const expected = (seqs[index - 1] ?? 0) + 1
      const gap = seq === expected ? [] : [`设备${device}缺第${expected}条至第${seq - 1}条`]
      const fork =
        here.length === 1
          ? []
          : [`设备${device}第${seq}条有${here.length}份不同的内容（数据文件夹可能被复制后各自使用）`]
      return [...gap, ...fork, ...linkProblems(device, seq, here, bySeq.get(seq - 1))]
    })
  })
}

/** Each entry must name the hash of one before it; after a gap there is nothing to compare with. */
function linkProblems(
  device: string,
  seq: number,
  here: readonly JournalEntry[],
  before: readonly JournalEntry[] | undefined,
): string[] {
  if (seq > 1 && before === undefined) return []
  const allowed = new Set(seq === 1 ? [null] : before?.map((entry) => entry.hash))
  return here.some((entry) => !allowed.has(entry.previous)) ? [`设备${device}第${seq}条与前一条接不上`] : []
}

/**
 * A chain cannot tell that its end is missing: where each one ends was written down beside it, or, for single figures
 * newer than all that was written down, the row of their item names them.
 */
function headProblems(db: ReadableDb, entries: readonly JournalEntry[]): string[] {
  const kept = keptHeadReader(db)()
  const newest = newestOf(kept)?.time ?? ''
  const isBehind = ({ kind, seq, time }: JournalEntry) =>
    time > newest &&
    seq > 1 &&
    (kind === 'indicator-reading-recorded' || kind === 'measure-progress-recorded')
  const finder = new HeadFinder()
  for (const entry of entries) if (!isBehind(entry)) finder.add(entry)
  const found = finder.heads()
  const foundByDevice = new Map(found.map((head) => [head.device, head]))
  const keptDevices = new Set(kept.map(({ device }) => device))
  const unkept = found.filter(({ device }) => !keptDevices.has(device))
  return [
    ...kept.flatMap((head) => headProblem(head, foundByDevice.get(head.device))),
    ...unkept.map(({ device }) => `设备${device}没有记下最后一条是第几条`),
    ...namedButAbsent(db).map((id) => `汇总表提到条目${id}，台账里却没有（最新的条目可能被删去）`),
  ]
}

function namedButAbsent(db: ReadableDb): string[] {
  return db
    .prepare<[], string>('SELECT newest_entry FROM item_month EXCEPT SELECT id FROM journal')
    .pluck()
    .all()
    .filter((id) => id !== null)
}

function headProblem(kept: DeviceHead, found: DeviceHead | undefined): string[] {
  const { device, seq } = kept
  if (found === undefined || found.seq < seq)
    return [`设备${device}应有${seq}条，台账里只到第${found?.seq ?? 0}条（最新的条目可能被删去）`]
  const isSame =
    found.seq === seq &&
    found.hash === kept.hash &&
    found.time === kept.time &&
    found.isClockSet === kept.isClockSet
  return isSame ? [] : [`设备${device}记下的最后一条（第${seq}条）与台账里的（第${found.seq}条）不符`]
}

function derivedProblems(db: ReadableDb, entries: readonly JournalEntry[]): string[] {
  const rebuilt = openInMemory()
  try {
    migrate(rebuilt)
    rebuilt.transaction(() => derivedWriter(rebuilt).replace(derivedRows(fold(entries))))()
    return DERIVED_TABLES.flatMap((table) => {
      const kept = new Set(canonicalRows(db, table))
      const fresh = new Set(canonicalRows(rebuilt, table))
      const missing = [...fresh]
        .filter((row) => !kept.has(row))
        .map((row) => `汇总表${table.name}缺少或写错了一行：应为${row}`)
      const surplus = [...kept]
        .filter((row) => !fresh.has(row))
        .map((row) => `汇总表${table.name}多出或写错了一行：${row}`)
      return [...missing, ...surplus]
    })
  } finally {
    rebuilt.close()
  }
}

/** SHA-256 over every row of every derived table, in the order of their keys. */
export function projectionHash(db: ReadableDb): string {
  const hash = nodeCrypto().createHash('sha256')
  for (const table of DERIVED_TABLES) {
    hash.update(`${table.name}\n`)
    for (const row of canonicalRows(db, table)) hash.update(`${row}\n`)
  }
  return hash.digest('hex')
}
