// Many entries at once. Two of the journal's indexes are in no order an import could follow; made anew from sorted
// keys they cost a fraction of what adding entries one by one does. All of it within the caller's transaction.
import type { WritableDb } from './database.ts'

/** Below this, or where most entries are here already, making indexes anew costs more than it saves. */
const WORTHWHILE = 5_000

const SCATTERED_INDEXES = ['journal_by_hash', 'journal_by_subject']

/** Enough for the pages of a hundred thousand entries, so that none is written twice; in KiB. */
const BULK_CACHE_KIB = 65_536

/** Runs `insert`, which adds so many entries to the journal. */
export function insertingMany(
  db: WritableDb,
  counts: { readonly added: number; readonly present: number },
  insert: () => void,
): void {
  if (counts.added < WORTHWHILE || counts.added < counts.present) {
    insert()
    return
  }
  const cache = db.pragma('cache_size', { simple: true })
  db.pragma(`cache_size = -${BULK_CACHE_KIB}`)
  try {
    const definition = db
      .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?")
      .pluck()
    const definitions = SCATTERED_INDEXES.map((name) => definition.get(name) ?? '')
    for (const name of SCATTERED_INDEXES) db.exec(`DROP INDEX ${name}`)
    insert()
    for (const sql of definitions) db.exec(sql)
  } finally {
    db.pragma(`cache_size = ${String(cache)}`)
  }
}
