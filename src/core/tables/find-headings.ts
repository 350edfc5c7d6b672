// Where a bureau's table has its headings: titles stand above them, and one heading may take up to three rows.
import { headingMeaning } from './column-meanings.ts'
import type { GridRow, TableGrid } from './table-grid.ts'

export interface HeadingColumn {
  readonly column: number
  /** from the top row to the bottom row, each text once */
  readonly parts: readonly string[]
}

export interface TableHeadings {
  readonly top: number
  readonly bottom: number
  /** from the left */
  readonly columns: readonly HeadingColumn[]
}

/** Headings are looked for in so many rows with content. */
const SEARCHED_ROWS = 60
const MOST_HEADING_ROWS = 3
/** A heading is short; a sentence is not one. */
const LONGEST_HEADING = 40
const NAMES = new Set(['indicator', 'measure'])

/** The rows that say most about their columns; null where none says enough to be headings. */
export function findHeadings(grid: TableGrid): TableHeadings | null {
  let best: TableHeadings | null = null
  let most = 0
  for (const row of grid.rows.slice(0, SEARCHED_ROWS)) {
    if (!isHeadingLike(row)) continue
    const found = headingsFrom(grid, row)
    const points = pointsOf(found)
    if (points > most) {
      most = points
      best = found
    }
  }
  return best
}

/** Words that are known, one column each; a heading that names no item is worth nothing. */
export function pointsOf({ columns }: TableHeadings): number {
  const meanings = columns.flatMap(({ parts }) => {
    const meaning = headingMeaning(parts)?.meaning
    return meaning === undefined ? [] : [meaning]
  })
  if (!meanings.some((each) => NAMES.has(each)) || new Set(meanings).size < 2) return 0
  return meanings.length
}

function isHeadingLike({ cells }: GridRow): boolean {
  const texts = [...cells.values()].filter(
    // 填报单位：科研处 is a line above the table.
    ({ kind, text }) => kind === 'text' && text.trim().length <= LONGEST_HEADING && !/[:：]\S/.test(text),
  )
  return texts.length >= 2 && texts.length * 2 > cells.size
}

function headingsFrom(grid: TableGrid, first: GridRow): TableHeadings {
  const top = first.row
  const bottom = bottomOf(grid, first)
  const columns = new Set<number>()
  for (let row = top; row <= bottom; row += 1) {
    for (const { cells } of grid.rows.filter((each) => each.row === row)) {
      for (const column of cells.keys()) {
        const merge = grid.mergeAt(row, column)
        for (let at = merge?.left ?? column; at <= (merge?.right ?? column); at += 1) columns.add(at)
      }
    }
  }
  return {
    top,
    bottom,
    columns: [...columns]
      .sort((a, b) => a - b)
      .map((column) => ({ column, parts: partsOf(grid, { top, bottom }, column) })),
  }
}

/** Merged downwards, or over several columns whose own headings stand in the next row. */
function bottomOf(grid: TableGrid, { row: top, cells }: GridRow): number {
  const limit = top + MOST_HEADING_ROWS - 1
  let bottom = top
  for (const column of cells.keys()) {
    const merge = grid.mergeAt(top, column)
    if (merge !== null && merge.top === top) bottom = Math.max(bottom, Math.min(merge.bottom, limit))
  }
  if (bottom > top) return bottom
  const next = grid.rows.find(({ row }) => row === top + 1)
  if (next === undefined || !isHeadingLike(next)) return bottom
  const isBelowWide = [...cells.keys()].some((column) => {
    const merge = grid.mergeAt(top, column)
    return merge !== null && merge.right > merge.left && next.cells.has(merge.left + 1)
  })
  const fillsGaps =
    [...next.cells.keys()].some((column) => !cells.has(column)) &&
    [...next.cells].every(([column, cell]) => !cells.has(column) || headingMeaning([cell.text]) !== null)
  const known = [...next.cells.values()].filter(({ text }) => headingMeaning([text]) !== null).length
  return isBelowWide || (fillsGaps && known >= 2) ? top + 1 : bottom
}

function partsOf(grid: TableGrid, { top, bottom }: { top: number; bottom: number }, column: number) {
  const parts: string[] = []
  for (let row = top; row <= bottom; row += 1) {
    const own = grid.text(row, column).replace(/\s+/g, '')
    // Some leave the cells right of a wide heading blank in place of merging them.
    const text = own === '' && row < bottom ? leftOf(grid, { row, bottom }, column) : own
    if (text !== '' && text !== parts.at(-1)) parts.push(text)
  }
  return parts
}

function leftOf(grid: TableGrid, { row, bottom }: { row: number; bottom: number }, column: number): string {
  if (grid.cell(bottom, column) === undefined) return ''
  for (let at = column - 1; at > 0 && at > column - 8; at -= 1) {
    if (grid.cell(bottom, at) === undefined) return ''
    const text = grid.text(row, at).replace(/\s+/g, '')
    if (text !== '') return text
  }
  return ''
}
