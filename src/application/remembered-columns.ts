// Columns of bureaus' own tables as they were confirmed, by the fingerprint of their headings.
import { type RememberedColumns, rememberedColumns } from '../contract/remembered-columns.ts'
import type { ColumnMeaning } from '../core/tables/column-meanings.ts'
import type { CallContext } from './call-context.ts'

/** The oldest are forgotten. */
const MOST_TABLES = 200

export function recallColumns(context: CallContext, fingerprint: string): RememberedColumns | null {
  return all(context).find((each) => each.fingerprint === fingerprint) ?? null
}

/** Answers how many tables are remembered. */
export function keepColumns(
  context: CallContext,
  table: { readonly fingerprint: string; readonly meanings: readonly ColumnMeaning[] },
): number {
  const others = all(context).filter(({ fingerprint }) => fingerprint !== table.fingerprint)
  const confirmedAt = new Date(context.ports.clock.now()).toISOString()
  const kept = [{ ...table, confirmedAt }, ...others].slice(0, MOST_TABLES)
  context.ports.columnMemory.keep(context.shelf.folder.place, `${JSON.stringify(kept, null, 1)}\n`)
  return kept.length
}

/** What cannot be understood is not remembered. */
function all(context: CallContext): RememberedColumns[] {
  const text = context.ports.columnMemory.read(context.shelf.folder.place)
  if (text === null) return []
  try {
    const parsed = rememberedColumns.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
