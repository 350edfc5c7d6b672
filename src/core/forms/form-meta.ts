// What a form carries about itself on its hidden sheet: whose it is, and what stood in its cells when it went out, so
// that only what somebody changed comes back as a change.
import { checksum } from './checksum.ts'
import type { FieldValue, FormPlace } from './form-items.ts'

export const FORM_VERSION = 1
/** First cell of the hidden sheet. */
const FORM_MARK = '要点台账处室填报表'

/** What stood in one cell: of a field as the journal has it, of any other column as it was shown. */
export interface GivenCell {
  readonly key: string
  readonly column: string
  readonly text: string
}

export interface FormMeta extends FormPlace {
  readonly version: number
  readonly planTitle: string
  readonly planChecksum: string
  readonly departmentName: string
  /** the same for the same content */
  readonly exportId: string
  readonly idsChecksum: string
  readonly keys: readonly string[]
  readonly given: readonly GivenCell[]
  /** everything else that is written on its sheets: titles, leads, the guide */
  readonly texts: readonly string[]
}

/** Rows of the hidden sheet. */
export function metaRows(meta: FormMeta): string[][] {
  return [
    [FORM_MARK, String(meta.version)],
    ['plan', meta.planTitle],
    ['planChecksum', meta.planChecksum],
    ['department', meta.department],
    ['departmentName', meta.departmentName],
    ['month', meta.month],
    ['exportId', meta.exportId],
    ['idsChecksum', meta.idsChecksum],
    ...meta.keys.map((key) => ['item', key]),
    ...meta.given.map(({ key, column, text }) => ['cell', key, column, text]),
    ...meta.texts.map((text) => ['text', text]),
  ]
}

export function idsChecksum(keys: readonly string[], given: readonly GivenCell[]): string {
  return checksum(JSON.stringify([keys, given.map(({ key, column, text }) => [key, column, text])]))
}

/** As a form that came back tells it. */
export interface ReturnedMeta extends Omit<FormMeta, 'version'> {
  /** null where it is no version of ours */
  readonly version: number | null
  /** somebody has changed the hidden sheet: what it says about cells is not used */
  readonly isAltered: boolean
}

/** Reads the rows of the hidden sheet; null where it is not one of ours. */
export function parseMeta(rows: readonly (readonly string[])[]): ReturnedMeta | null {
  if (rows[0]?.[0] !== FORM_MARK) return null
  const told = new Map<string, string>()
  const keys: string[] = []
  const given: GivenCell[] = []
  const texts: string[] = []
  for (const [name = '', first = '', column = '', content = ''] of rows.slice(1)) {
    if (name === 'item') keys.push(first)
    else if (name === 'cell') given.push({ key: first, column, text: content })
    else if (name === 'text') texts.push(first)
    else told.set(name, first)
  }
  const version = Number(rows[0][1])
  const text = (name: string) => told.get(name) ?? ''
  return {
    version: Number.isInteger(version) && version > 0 ? version : null,
    planTitle: text('plan'),
    planChecksum: text('planChecksum'),
    department: text('department'),
    departmentName: text('departmentName'),
    month: text('month'),
    exportId: text('exportId'),
    idsChecksum: text('idsChecksum'),
    keys,
    given,
    texts,
    isAltered: idsChecksum(keys, given) !== text('idsChecksum'),
  }
}

/** What stood in a cell when the form went out: undefined where that is not known. */
export class GivenCells {
  readonly #cells: ReadonlyMap<string, string> | null

  constructor(meta: ReturnedMeta | null) {
    this.#cells =
      meta === null || meta.isAltered
        ? null
        : new Map(meta.given.map(({ key, column, text }) => [`${key}\n${column}`, text]))
  }

  of(key: string, column: string): FieldValue | undefined {
    return this.#cells === null ? undefined : (this.#cells.get(`${key}\n${column}`) ?? null)
  }
}
