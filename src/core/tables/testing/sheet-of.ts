// A workbook of a bureau's own, written as rows of texts and numbers: each test names only what it is about.
import {
  CELL_KINDS,
  type CellKind,
  FORMULA_FLAG,
  type ReadSheet,
  type ReadWorkbook,
} from '../../forms/read-workbook.ts'

/** A number, a text, blank, or a cell of another kind. */
export type Typed =
  | number
  | string
  | null
  | { readonly text: string; readonly kind?: CellKind; readonly isFormula?: boolean }

export const percent = (share: number): Typed => ({ text: String(share), kind: 'percent' })
export const formula = (value: number): Typed => ({ text: String(value), kind: 'number', isFormula: true })

export interface SheetOptions {
  readonly name?: string
  /** A3:B5 */
  readonly merges?: readonly string[]
  readonly hiddenRows?: readonly number[]
}

/** The first row of `rows` is row 1. */
export function sheetOf(rows: readonly (readonly Typed[])[], options: SheetOptions = {}): ReadSheet {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((typed, index) => (typed === null ? [] : [{ row: at + 1, column: index + 1, typed }])),
  )
  return {
    name: options.name ?? '表一',
    isHidden: false,
    rows: Uint32Array.from(cells, ({ row }) => row),
    columns: Uint16Array.from(cells, ({ column }) => column),
    kinds: Uint8Array.from(cells, ({ typed }) => kindOf(typed)),
    texts: cells.map(({ typed }) =>
      typeof typed === 'object' && typed !== null ? typed.text : String(typed),
    ),
    merges: Uint32Array.from((options.merges ?? []).flatMap(area)),
    hiddenRows: Uint32Array.from(options.hiddenRows ?? []),
  }
}

export function bookOf(...sheets: readonly ReadSheet[]): ReadWorkbook {
  return { fileHash: 'h', sheets }
}

function kindOf(typed: Typed): number {
  if (typeof typed === 'number') return CELL_KINDS.indexOf('number')
  if (typed === null || typeof typed === 'string') return CELL_KINDS.indexOf('text')
  return CELL_KINDS.indexOf(typed.kind ?? 'text') + (typed.isFormula === true ? FORMULA_FLAG : 0)
}

function area(range: string): number[] {
  const [from = '', to = from] = range.split(':')
  const place = (address: string) => {
    const match = /^([A-Z]+)(\d+)$/.exec(address)
    const column = [...(match?.[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    return [Number(match?.[2]), column]
  }
  return [...place(from), ...place(to)]
}
