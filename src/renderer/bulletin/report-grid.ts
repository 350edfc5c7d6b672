// A report's table laid out for a page on screen: joined cells, grouped headings, column widths in per cent.
import type {
  ReportBlock,
  ReportCell,
  ReportColumn,
  ReportRow,
  ReportSheet,
} from '../../core/reports/report-table.ts'

export interface PlacedCell {
  readonly column: ReportColumn
  readonly cell: ReportCell
  readonly rowSpan: number
  readonly colSpan: number
}

const NOTHING: ReportCell = { value: null, isBare: true }

/** Rows of cells to draw; a cell that is joined with the one above or to its left is left out. */
export function placeCells(block: ReportBlock): readonly (readonly PlacedCell[])[] {
  return block.rows.map((row, at) => {
    const placed: PlacedCell[] = []
    let covered = 0
    for (const [index, column] of block.columns.entries()) {
      if (covered > 0) {
        covered -= 1
        continue
      }
      const cell = row.cells[column.key] ?? NOTHING
      const colSpan =
        row.kind === 'section' && cell.span === undefined && index === 0
          ? block.columns.length
          : (cell.span ?? 1)
      covered = colSpan - 1
      if (isJoinedUpwards(block.rows, at, column.key)) continue
      placed.push({ column, cell, colSpan, rowSpan: spanDown(block.rows, at, column.key) })
    }
    return placed
  })
}

function mergeKeyOf(rows: readonly ReportRow[], at: number, key: string): string | undefined {
  return rows[at]?.cells[key]?.mergeKey
}

function isJoinedUpwards(rows: readonly ReportRow[], at: number, key: string): boolean {
  const own = mergeKeyOf(rows, at, key)
  return own !== undefined && at > 0 && mergeKeyOf(rows, at - 1, key) === own
}

function spanDown(rows: readonly ReportRow[], at: number, key: string): number {
  const own = mergeKeyOf(rows, at, key)
  let span = 1
  while (own !== undefined && mergeKeyOf(rows, at + span, key) === own) span += 1
  return span
}

export interface Heading {
  readonly key: string
  readonly title: string
  readonly colSpan: number
  readonly rowSpan: number
}

/** One row of headings, or two where columns stand under a shared one. */
export function placeHeadings(columns: readonly ReportColumn[]): readonly (readonly Heading[])[] {
  const isGrouped = columns.some((column) => column.group !== undefined)
  if (!isGrouped)
    return [columns.map((column) => ({ key: column.key, title: column.title, colSpan: 1, rowSpan: 1 }))]
  const upper: Heading[] = []
  for (const [at, column] of columns.entries()) {
    const { group } = column
    if (group === undefined) upper.push({ key: column.key, title: column.title, colSpan: 1, rowSpan: 2 })
    else if (columns[at - 1]?.group !== group) {
      let colSpan = 1
      while (columns[at + colSpan]?.group === group) colSpan += 1
      upper.push({ key: `${group} ${column.key}`, title: group, colSpan, rowSpan: 1 })
    }
  }
  const lower = columns
    .filter((column) => column.group !== undefined)
    .map((column) => ({ key: column.key, title: column.title, colSpan: 1, rowSpan: 1 }))
  return [upper, lower]
}

/** A name is given so much room that it takes no more lines than this, */
const WANTED_LINES = 4
/** cell padding, in characters, */
const PADDING = 1.2
/** but its column never grows beyond this width, in characters, */
const WIDEST_NAME = 11
/** or, where it was wide already, by this factor; the workbook's columns grow alike. */
const WIDEST_TEXT = 1.3

/** Each block's column widths in per cent; the last block sets the grid, the others take several of its columns. */
export function columnShares(sheet: ReportSheet, block: ReportBlock): readonly number[] {
  const grid = gridWidths(sheet)
  const isGrid = block === sheet.blocks.at(-1)
  let at = 0
  const widths = block.columns.map((column, index) => {
    if (isGrid) return grid[index] ?? column.width
    const span = column.gridSpan ?? 1
    const width = grid.slice(at, at + span).reduce((sum, each) => sum + each, 0)
    at += span
    return width
  })
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => (total === 0 ? 100 / widths.length : (width / total) * 100))
}

/** Widths of the sheet's grid, wider where a department's full name would run down the page in a narrow column. */
function gridWidths({ blocks }: ReportSheet): number[] {
  const wished = (blocks.at(-1)?.columns ?? []).map(({ width }) => width)
  const widths = [...wished]
  for (const { columns, rows } of blocks) {
    let at = 0
    for (const { key, wrap, gridSpan = 1 } of columns) {
      if (wrap === true && gridSpan === 1) {
        const wanted = longestText(rows, key) / WANTED_LINES + PADDING
        const widest = Math.max(WIDEST_NAME, (wished[at] ?? 0) * WIDEST_TEXT)
        widths[at] = Math.max(widths[at] ?? 0, Math.min(wanted, widest))
      }
      at += gridSpan
    }
  }
  return widths
}

function longestText(rows: readonly ReportRow[], key: string): number {
  return rows.reduce((most, { cells }) => {
    const cell = cells[key]
    const isOwn = typeof cell?.value === 'string' && cell.span === undefined
    return isOwn ? Math.max(most, String(cell.value).length) : most
  }, 0)
}
