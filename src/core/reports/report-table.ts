// What every report returns: sheets of titled tables. No Excel in it; the workbook writer, the preview on
// screen and the tests all read this.
import type { Light } from '../status.ts'

export type HorizontalAlign = 'left' | 'center' | 'right'

/** How a number is shown: digits behind the point, and whether it is a share shown as a percentage. */
export interface NumberShape {
  readonly decimals: number
  readonly isPercent?: boolean
}

/** One cell. `value` is what is stored; `text` is how it prints where that differs ("—", "力争40"). */
export interface ReportCell {
  readonly value: string | number | null
  readonly shape?: NumberShape
  readonly align?: HorizontalAlign
  /** spreadsheet formula without "=", whose result is `value`; refers to cells of the same sheet as {columnKey} of the same row, or {columnKey:first}…{columnKey:last} for the table's first and last body row */
  readonly formula?: string
  readonly light?: Light
  /** 0…1…: draws a bar behind the number */
  readonly bar?: number
  readonly isBold?: boolean
  /** joins this cell with the ones below it that carry the same key, column-wise (merged programme cells) */
  readonly mergeKey?: string
}

export interface ReportColumn {
  readonly key: string
  /** heading; `group` puts it under a shared upper heading */
  readonly title: string
  readonly group?: string
  /** in characters of the body font */
  readonly width: number
  readonly align: HorizontalAlign
  readonly wrap?: boolean
}

export interface ReportRow {
  readonly cells: Readonly<Record<string, ReportCell>>
  /** a row that spans the table (a programme's heading, a total) */
  readonly kind?: 'body' | 'section' | 'total'
}

export interface ReportSheet {
  readonly name: string
  readonly title: string
  /** the line under the title: 填报单位 left, period middle, 单位 right */
  readonly lead: { readonly left: string; readonly middle: string; readonly right: string }
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  /** shown in place of the rows when there are none */
  readonly emptyText: string
  readonly notes: readonly string[]
  /** 填报人 审核人 负责人 填报日期 */
  readonly signOff: readonly string[]
  readonly paper: 'A4' | 'A3'
}

/** A whole workbook: 例会通报 第6期. */
export interface Report {
  readonly title: string
  readonly fileName: string
  /** UTC ISO time that stands in the file's properties; fixed, so that the same report gives the same bytes */
  readonly madeAt: string
  readonly author: string
  readonly sheets: readonly ReportSheet[]
}
