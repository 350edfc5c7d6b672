// Tables to be sorted and filtered: one heading row, no merged cells, an empty cell where there is nothing, and as many
// rows as there are. They are worked out row by row while they are written, never held as a whole.
import type { Light } from '../measuring/status.ts'
import type { HorizontalAlign, NumberShape, Report } from './report-table.ts'

export interface ShapedNumber {
  readonly value: number
  readonly shape: NumberShape
}

/** ▲ 滞后 */
export interface LightWord {
  readonly value: string
  readonly light: Light
}

/** A plain number is a whole one (a count); null leaves the cell empty. */
export type RecordCell = string | number | null | ShapedNumber | LightWord

export interface RecordColumn {
  readonly title: string
  /** in Chinese characters of the body font */
  readonly width: number
  readonly align: HorizontalAlign
}

export interface RecordTable {
  /** the sheet's name */
  readonly name: string
  /** stands at the head of each printed page; the sheet itself begins with the heading row */
  readonly title: string
  readonly columns: readonly RecordColumn[]
  /** columns that stay in sight while the others are scrolled */
  readonly frozenColumns: number
  readonly rowCount: number
  /** exactly `rowCount` rows, each in the order of the columns */
  rows(): Iterable<readonly RecordCell[]>
}

/** A workbook of printed sheets with tables of any length behind them. */
export interface LongReport extends Report {
  readonly records: readonly RecordTable[]
}
