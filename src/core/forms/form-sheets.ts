// Finds the form's tables in a workbook that came back: sheets may be renamed or added, columns moved or added, rows
// sorted or removed. Headings say which column is which.

import { accept, type Outcome, reject } from '../outcome.ts'
import type { Steps } from '../steps.ts'
import {
  FIELD_TITLES,
  type FormField,
  type FormSheetKey,
  fieldsOf,
  folded,
  ITEM_TITLES,
  SHEET_NAMES,
} from './form-fields.ts'
import { isMeta, parseMeta, type ReturnedMeta } from './form-meta.ts'
import { cellAt, type ReadCell, type ReadSheet, type ReadWorkbook } from './read-workbook.ts'

/** One row below the headings, by column. */
export interface ReturnedRow {
  readonly row: number
  readonly cells: ReadonlyMap<number, ReadCell>
}

export interface ReturnedSheet {
  readonly key: FormSheetKey
  readonly sheet: ReadSheet
  readonly headingRow: number
  /** column of each field whose heading is there */
  readonly fields: ReadonlyMap<FormField, number>
  /** column → heading of everything else that has a known heading */
  readonly items: ReadonlyMap<string, number>
  /** headings as they stand in the file, by column */
  readonly headings: ReadonlyMap<number, string>
  readonly rows: readonly ReturnedRow[]
  /** cells above the headings */
  readonly above: readonly ReadCell[]
}

export interface ReturnedForm {
  readonly meta: ReturnedMeta | null
  readonly sheets: readonly ReturnedSheet[]
  /** sheets that are no part of a form */
  readonly others: readonly ReadSheet[]
}

/** Headings are looked for in so many rows. */
const HEADING_SEARCH = 100

export function* openReturnedForm(workbook: ReadWorkbook): Steps<Outcome<ReturnedForm>> {
  const metaSheet = workbook.sheets.find((sheet) => isMeta(firstRows(sheet)))
  const found: ReturnedSheet[] = []
  const others: ReadSheet[] = []
  for (const sheet of workbook.sheets) {
    if (sheet === metaSheet) continue
    const opened = yield* openSheet(sheet)
    if (!opened.ok) return opened
    if (opened.value === null) others.push(sheet)
    else found.push(opened.value)
  }
  if (found.length === 0) return reject('form-not-found')
  const sheets = found.filter((each) => each === bestOf(found, each.key))
  return accept({
    meta: metaSheet === undefined ? null : yield* parseMeta(yield* rowTexts(metaSheet)),
    sheets,
    others: [...others, ...found.filter((each) => !sheets.includes(each)).map(({ sheet }) => sheet)],
  })
}

/** Of several copies of one table, the one that still has its name; else the first. */
function bestOf(found: readonly ReturnedSheet[], key: FormSheetKey): ReturnedSheet | undefined {
  const alike = found.filter((each) => each.key === key)
  return alike.find(({ sheet }) => sheet.name.trim() === SHEET_NAMES[key]) ?? alike[0]
}

function* openSheet(sheet: ReadSheet): Steps<Outcome<ReturnedSheet | null>> {
  const byRow = yield* rowsOf(sheet)
  for (const row of byRow) {
    if (row.row > HEADING_SEARCH) break
    const key = keyOf(row)
    if (key === null) continue
    const columns = headingColumns(row, key, sheet.name)
    if (!columns.ok) return columns
    return accept({
      key,
      sheet,
      headingRow: row.row,
      ...columns.value,
      headings: new Map([...row.cells].map(([column, { text }]) => [column, text])),
      rows: byRow.filter((each) => each.row > row.row),
      above: byRow.filter((each) => each.row < row.row).flatMap(({ cells }) => [...cells.values()]),
    })
  }
  return accept(null)
}

/** A heading row names the item and at least one field that only its table has. */
function keyOf({ cells }: ReturnedRow): FormSheetKey | null {
  const texts = new Set([...cells.values()].map(({ text }) => folded(text)))
  const has = (title: string | undefined) => title !== undefined && texts.has(folded(title))
  const fields = (key: FormSheetKey) => fieldsOf(key).filter((field) => has(FIELD_TITLES[key][field])).length
  const hasItem = has(ITEM_TITLES.id) || has(ITEM_TITLES.number)
  if ((has(ITEM_TITLES.indicator) || hasItem) && fields('indicators') >= 2 && !has(ITEM_TITLES.measure))
    return 'indicators'
  return (has(ITEM_TITLES.measure) || hasItem) && fields('measures') >= 2 ? 'measures' : null
}

function headingColumns(
  row: ReturnedRow,
  key: FormSheetKey,
  sheetName: string,
): Outcome<Pick<ReturnedSheet, 'fields' | 'items'>> {
  const fields = new Map<FormField, number>()
  const items = new Map<string, number>()
  const byTitle = new Map<string, number>()
  for (const [column, { text }] of row.cells) {
    const title = folded(text)
    const field = fieldsOf(key).find((each) => folded(FIELD_TITLES[key][each] ?? '') === title)
    const item = Object.values(ITEM_TITLES).find((each) => folded(each) === title)
    if (field === undefined && item === undefined) continue
    if (byTitle.has(title)) return reject('form-heading-twice', { sheet: sheetName, heading: text.trim() })
    byTitle.set(title, column)
    if (field !== undefined) fields.set(field, column)
    else if (item !== undefined) items.set(item, column)
  }
  return accept({ fields, items })
}

function* rowsOf(sheet: ReadSheet): Steps<ReturnedRow[]> {
  const rows: { row: number; cells: Map<number, ReadCell> }[] = []
  for (let index = 0; index < sheet.rows.length; index += 1) {
    const cell = cellAt(sheet, index)
    let last = rows.at(-1)
    if (last === undefined || last.row !== cell.row) {
      last = { row: cell.row, cells: new Map() }
      rows.push(last)
      yield
    }
    last.cells.set(cell.column, cell)
  }
  return rows
}

function firstRows(sheet: ReadSheet): string[][] {
  const rows: string[][] = []
  for (let index = 0; (sheet.rows[index] ?? 3) <= 2; index += 1) addText(rows, sheet, index)
  return rows
}

function* rowTexts(sheet: ReadSheet): Steps<string[][]> {
  const rows: string[][] = []
  for (let index = 0; index < sheet.rows.length; index += 1) {
    addText(rows, sheet, index)
    yield
  }
  return rows
}

function addText(rows: string[][], sheet: ReadSheet, index: number): void {
  const row = (sheet.rows[index] ?? 1) - 1
  while (rows.length <= row) rows.push([])
  const texts = rows[row] ?? []
  const column = (sheet.columns[index] ?? 1) - 1
  while (texts.length < column) texts.push('')
  texts[column] = sheet.texts[index] ?? ''
}
