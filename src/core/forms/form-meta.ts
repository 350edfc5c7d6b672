// What a form carries about itself on its hidden sheet: whose it is, and what stood in its cells when it went out, so
// that only what somebody changed comes back as a change.
import { atOnce, type Steps } from '../steps.ts'
import { Checksum } from './checksum.ts'
import type { FieldValue, FormPlace } from './form-items.ts'

/** 2: the cells of an item stand in one row; in 1, each had a row of its own. */
export const FORM_VERSION = 2
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
    ...cellRows(meta.given),
    ...meta.texts.map((text) => ['text', text]),
  ]
}

/** Neighbours of one item share a row: a province's form has more cells than a sheet that is read may have rows. */
function cellRows(given: readonly GivenCell[]): string[][] {
  const rows: string[][] = []
  for (const { key, column, text } of given) {
    const last = rows.at(-1)
    if (last?.[1] === key) last.push(column, text)
    else rows.push(['cell', key, column, text])
  }
  return rows
}

export function idsChecksum(keys: readonly string[], given: readonly GivenCell[]): string {
  return atOnce(idsChecksumInSteps(keys, given))
}

/** Of the JSON text [keys, [[key, column, text], …]]. */
function* idsChecksumInSteps(keys: readonly string[], given: readonly GivenCell[]): Steps<string> {
  const sum = new Checksum()
  sum.add(`[${JSON.stringify(keys)},[`)
  let comma = ''
  for (const { key, column, text } of given) {
    sum.add(`${comma}${JSON.stringify([key, column, text])}`)
    comma = ','
    yield
  }
  sum.add(']]')
  return sum.digits
}

/** As a form that came back tells it. */
export interface ReturnedMeta extends Omit<FormMeta, 'version'> {
  /** null where it is no version of ours */
  readonly version: number | null
  /** somebody has changed the hidden sheet: what it says about cells is not used */
  readonly isAltered: boolean
}

/** Whether a sheet with these first rows is a hidden sheet of ours. */
export function isMeta(rows: readonly (readonly string[])[]): boolean {
  return rows[0]?.[0] === FORM_MARK
}

/** Reads the rows of the hidden sheet; null where it is not one of ours. */
export function* parseMeta(rows: readonly (readonly string[])[]): Steps<ReturnedMeta | null> {
  if (!isMeta(rows)) return null
  const told = new Map<string, string>()
  const keys: string[] = []
  const given: GivenCell[] = []
  const texts: string[] = []
  for (const [name = '', first = '', ...rest] of rows.slice(1)) {
    if (name === 'item') keys.push(first)
    else if (name === 'cell')
      for (let at = 0; at < rest.length; at += 2)
        given.push({ key: first, column: rest[at] ?? '', text: rest[at + 1] ?? '' })
    else if (name === 'text') texts.push(first)
    else told.set(name, first)
    yield
  }
  const version = Number(rows[0]?.[1])
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
    isAltered: (yield* idsChecksumInSteps(keys, given)) !== text('idsChecksum'),
  }
}

/** What stood in a cell when the form went out: undefined where that is not known. */
export class GivenCells {
  /** by key and column; null where nothing is known */
  readonly #cells: ReadonlyMap<string, ReadonlyMap<string, string>> | null

  private constructor(cells: ReadonlyMap<string, ReadonlyMap<string, string>> | null) {
    this.#cells = cells
  }

  static *of(meta: ReturnedMeta | null): Steps<GivenCells> {
    if (meta === null || meta.isAltered) return new GivenCells(null)
    const cells = new Map<string, Map<string, string>>()
    for (const { key, column, text } of meta.given) {
      const own = cells.get(key)
      if (own === undefined) cells.set(key, new Map([[column, text]]))
      else own.set(column, text)
      yield
    }
    return new GivenCells(cells)
  }

  in(key: string, column: string): FieldValue | undefined {
    return this.#cells === null ? undefined : (this.#cells.get(key)?.get(column) ?? null)
  }
}
