// Content of a returned form that is not an entry: listed, so that nothing is dropped without a word.

import { tidyText } from './cell-words.ts'
import type { UnreadCell } from './form-change.ts'
import { folded, ITEM_TITLES } from './form-fields.ts'
import type { FormItem } from './form-items.ts'
import type { GivenCells } from './form-meta.ts'
import type { ReturnedRow, ReturnedSheet } from './form-sheets.ts'
import { cellAddress, cellAt, type ReadCell, type ReadSheet } from './read-workbook.ts'

/** Text of a listed cell; the file still has all of it. */
const SHOWN_CHARACTERS = 200

interface RowFacts {
  /** why the whole row is not taken; null where its entries are */
  readonly reason: string | null
  readonly given: { readonly cells: GivenCells; readonly item: FormItem } | null
}

/** Cells of a row that are no entries (or all of them, where the row is not taken). */
export function unreadRow(returned: ReturnedSheet, row: ReturnedRow, facts: RowFacts): UnreadCell[] {
  const entryColumns = new Set(returned.fields.values())
  const titles = new Map([...returned.items].map(([title, column]) => [column, title]))
  return [...row.cells.values()].flatMap((cell): UnreadCell[] => {
    if (isBlank(cell)) return []
    const isEntry = entryColumns.has(cell.column)
    if (facts.reason !== null) {
      // The columns that name the item say nothing by themselves; a row without entries is named once.
      const isNamed = titles.has(cell.column)
      const hasEntries = [...entryColumns].some((column) => !isBlank(row.cells.get(column)))
      const isFirst = cell === [...row.cells.values()].find((each) => !isBlank(each))
      if (isNamed && (hasEntries || !isFirst)) return []
      return [unread(returned.sheet, cell, facts.reason)]
    }
    if (isEntry) return []
    const title = titles.get(cell.column)
    if (title === undefined) return [unread(returned.sheet, cell, '这一栏不是填报表的栏目，没有读入')]
    return isAsGiven(cell, title, facts.given)
      ? []
      : [unread(returned.sheet, cell, `“${title}”不能在填报表里改，没有读入`)]
  })
}

/** Unchanged since the form went out; a form that does not tell is not held to it, but for the item's name. */
function isAsGiven(cell: ReadCell, title: string, given: RowFacts['given']): boolean {
  if (given === null || title === ITEM_TITLES.id) return true
  const before = given.cells.in(given.item.key, title)
  if (before !== undefined) return sameText(cell.text, before ?? '')
  const isName = title === ITEM_TITLES.indicator || title === ITEM_TITLES.measure
  return !isName || sameText(cell.text, given.item.name)
}

/** Programs that save a form again may turn 3.10 into a number, or the other way round. */
function sameText(a: string, b: string): boolean {
  if (folded(a) === folded(b)) return true
  const [left, right] = [Number(a), Number(b)]
  return a.trim() !== '' && b.trim() !== '' && Math.abs(left - right) <= Math.abs(right) * 1e-12
}

/** Above the table: everything but the form's own title, lead and hint; and headings of added columns. */
export function unreadAround(returned: ReturnedSheet, own: ReadonlySet<string>): UnreadCell[] {
  return returned.above
    .filter((cell) => !isBlank(cell) && (cell.kind !== 'text' || !own.has(folded(cell.text))))
    .map((cell) => unread(returned.sheet, cell, '表格上方的文字，没有读入'))
}

/** Sheets that are no part of the form, each in one line. */
export function unreadOthers(others: readonly ReadSheet[], own: ReadonlySet<string>): UnreadCell[] {
  return others.flatMap((sheet): UnreadCell[] => {
    const isGuide = isOwnSheet(sheet, own)
    let count = 0
    let first: ReadCell | null = null
    let lastRow = 0
    let lastColumn = 0
    for (let index = 0; index < sheet.rows.length; index += 1) {
      const cell = cellAt(sheet, index)
      if (isBlank(cell) || (isGuide && own.has(folded(cell.text)))) continue
      count += 1
      first ??= cell
      lastRow = Math.max(lastRow, cell.row)
      lastColumn = Math.max(lastColumn, cell.column)
    }
    if (first === null) return []
    const range =
      count === 1 ? cellAddress(first.row, first.column) : `A${first.row}:${cellAddress(lastRow, lastColumn)}`
    return [
      {
        sheet: sheet.name,
        cell: range,
        text: first.text.slice(0, SHOWN_CHARACTERS),
        reason: `这张工作表不是填报表的一部分，没有读入（有内容的${count}格）`,
      },
    ]
  })
}

/** The form's own guide, whatever its name: a sheet of somebody's has at most a few words in common with it. */
function isOwnSheet(sheet: ReadSheet, own: ReadonlySet<string>): boolean {
  const texts = sheet.texts.filter((text) => tidyText(text) !== null)
  return texts.filter((text) => own.has(folded(text))).length * 2 > texts.length && texts.length > 10
}

function unread(sheet: ReadSheet, cell: ReadCell, reason: string): UnreadCell {
  return {
    sheet: sheet.name,
    cell: cellAddress(cell.row, cell.column),
    text: cell.text.slice(0, SHOWN_CHARACTERS),
    reason,
  }
}

function isBlank(cell: ReadCell | undefined): boolean {
  return cell === undefined || (tidyText(cell.text) === null && cell.kind !== 'no-result')
}
