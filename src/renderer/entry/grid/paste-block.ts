// Where each text of a pasted block belongs: under the cursor cell by cell, or, where the block brings the items'
// names with it, to the rows of those names.
import { entryGrid } from '../../words/entry-grid.ts'
import { BLOCK_COLUMNS, type CellAddress, type GridColumn } from './cell-address.ts'
import { shortened } from './cell-text.ts'
import type { TextTable } from './clipboard-table.ts'

export interface NamedRow {
  readonly id: string
  readonly name: string
}

export interface CellText extends CellAddress {
  readonly text: string
}

export interface NotTaken {
  readonly name: string
  readonly text: string
  readonly reason: string
}

export interface PastePlan {
  readonly texts: readonly CellText[]
  readonly notTaken: readonly NotTaken[]
}

/** `rows`: the grid's rows in page order. Empty cells of the block leave the page's cells as they are. */
export function planPaste(table: TextTable, start: CellAddress, rows: readonly NamedRow[]): PastePlan {
  const named = nameColumnOf(table, rows)
  return named === null ? byPlace(table, start, rows) : byName(table, named, rows)
}

function byPlace(table: TextTable, start: CellAddress, rows: readonly NamedRow[]): PastePlan {
  const plan = new Collected()
  const top = rows.findIndex((row) => row.id === start.row)
  const left = BLOCK_COLUMNS.indexOf(start.column)
  for (const [line, texts] of table.entries()) {
    const row = rows[top + line]
    for (const [at, text] of texts.entries()) {
      if (text.trim() === '') continue
      const column = BLOCK_COLUMNS[left + at]
      if (row === undefined) plan.refuse(entryGrid.outside(line + 1), text, entryGrid.outsideReason)
      else if (column === undefined) plan.refuse(row.name, text, entryGrid.columnOutside)
      else plan.take(row.id, column, text)
    }
  }
  return plan
}

interface NameColumn {
  readonly at: number
  /** column of the block → column of the page */
  readonly columns: ReadonlyMap<number, GridColumn>
  /** lines above the first item */
  readonly heading: number
}

const HEADINGS: ReadonlyMap<string, GridColumn> = new Map([
  ['本月', 'figure'],
  ['本月数', 'figure'],
  ['本月完成', 'figure'],
  ['本月完成数', 'figure'],
  ['数值', 'figure'],
  ['状态', 'state'],
  ['本月状态', 'state'],
  ['说明', 'note'],
  ['备注', 'note'],
])
/** Names stand at the left of a form, behind a number at most. */
const FIRST_COLUMNS = 3

/** The block's column of item names, if at least half of its lines name an item of the page. */
function nameColumnOf(table: TextTable, rows: readonly NamedRow[]): NameColumn | null {
  const names = new Set(rows.map((row) => flat(row.name)))
  const width = Math.max(0, ...table.map((texts) => texts.length))
  for (let at = 0; at < Math.min(width - 1, FIRST_COLUMNS); at += 1) {
    const isItem = table.map((texts) => names.has(flat(texts[at] ?? '')))
    const lines = table.filter((texts) => (texts[at] ?? '').trim() !== '').length
    if (isItem.filter(Boolean).length * 2 < Math.max(lines, 1)) continue
    const heading = isItem.indexOf(true)
    return { at, heading, columns: columnsOf(table.slice(0, heading), at, width) }
  }
  return null
}

function columnsOf(headings: TextTable, nameAt: number, width: number): ReadonlyMap<number, GridColumn> {
  const found = new Map<number, GridColumn>()
  for (const line of headings)
    for (const [at, text] of line.entries()) {
      const column = HEADINGS.get(flat(text))
      if (column !== undefined && ![...found.values()].includes(column)) found.set(at, column)
    }
  if ([...found.values()].includes('figure')) return found
  const behind = Array.from({ length: width - nameAt - 1 }, (_, step) => nameAt + 1 + step)
  return new Map(
    behind.flatMap((at, step) => {
      const column = BLOCK_COLUMNS[step]
      return column === undefined ? [] : [[at, column] as const]
    }),
  )
}

function byName(table: TextTable, named: NameColumn, rows: readonly NamedRow[]): PastePlan {
  const plan = new Collected()
  for (const texts of table.slice(named.heading)) {
    const name = (texts[named.at] ?? '').trim()
    const content = [...named.columns].flatMap(([at, column]) => {
      const text = texts[at] ?? ''
      return text.trim() === '' ? [] : [{ column, text }]
    })
    if (content.length === 0) continue
    const found = rows.filter((row) => flat(row.name) === flat(name))
    const row = found.length === 1 ? found[0] : undefined
    for (const { column, text } of content) {
      if (row !== undefined) plan.take(row.id, column, text)
      else
        plan.refuse(
          shortened(name),
          text,
          found.length === 0 ? entryGrid.unknownName : entryGrid.sameNameTwice,
        )
    }
  }
  return plan
}

function flat(text: string): string {
  return text.normalize('NFKC').replace(/[\s()《》“”"'：:，,、。.·-]/g, '')
}

class Collected implements PastePlan {
  readonly texts: CellText[] = []
  readonly notTaken: NotTaken[] = []

  take(row: string, column: GridColumn, text: string): void {
    this.texts.push({ row, column, text: text.trim() })
  }

  refuse(name: string, text: string, reason: string): void {
    this.notTaken.push({ name, text: shortened(text), reason })
  }
}
