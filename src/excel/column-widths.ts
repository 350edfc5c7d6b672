// Widths of a sheet's grid columns: as the report wishes, wider where a name would otherwise run down the page in a
// narrow column (a department's full name may have forty characters).
import type { ReportSheet } from '../core/reports/report-table.ts'
import { columnPoints } from './column-points.ts'
import { readableWidth } from './page-setup.ts'
import { lineCount } from './text-extent.ts'

/** A column grows until its longest text takes no more lines than this, */
const WANTED_LINES = 4
/** but never beyond this width, in full-width characters, */
const WIDEST_NAME = 11
/** or, where it was wide already, by this factor: long reports are read down, not across. */
const WIDEST_TEXT = 1.3

/** In full-width characters of the body font; the last table's columns are the sheet's. */
export function gridWidths(sheet: ReportSheet): number[] {
  const widths = (sheet.blocks.at(-1)?.columns ?? []).map(({ width }) => width)
  for (const [index, text] of longestTexts(sheet)) {
    const wished = widths[index] ?? 0
    widths[index] = grown(text, wished)
  }
  return readable(widths, sheet)
}

/** Only so much wider than wished that the sheet can still be read when it is shrunk to the paper. */
function readable(widths: number[], { paper, blocks }: ReportSheet): number[] {
  const wished = (blocks.at(-1)?.columns ?? []).map(({ width }) => width)
  const [grownTo, from, limit] = [points(widths), points(wished), readableWidth(paper)]
  if (grownTo <= limit) return widths
  const share = Math.max(0, limit - from) / (grownTo - from)
  return widths.map((width, index) => {
    const own = wished[index] ?? width
    return own + (width - own) * share
  })
}

function points(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + columnPoints(width), 0)
}

function grown(text: string, wished: number): number {
  if (text.length <= wished * (WANTED_LINES - 1)) return wished
  const widest = Math.max(WIDEST_NAME, wished * WIDEST_TEXT)
  let width = wished
  while (width < widest && lineCount(text, width - 1) > WANTED_LINES) width = Math.min(width + 0.5, widest)
  return width
}

/** The longest text that wraps in each grid column which is a table's column by itself. */
function longestTexts({ blocks }: ReportSheet): Map<number, string> {
  const longest = new Map<number, string>()
  for (const { columns, rows } of blocks) {
    let index = 0
    for (const { key, wrap, gridSpan = 1 } of columns) {
      if (wrap === true && gridSpan === 1)
        for (const { cells } of rows) {
          const cell = cells[key]
          if (typeof cell?.value !== 'string' || cell.span !== undefined) continue
          if (cell.value.length > (longest.get(index)?.length ?? 0)) longest.set(index, cell.value)
        }
      index += gridSpan
    }
  }
  return longest
}
