// What every report returns: sheets of titled tables. No Excel in it; the workbook writer, the preview on
// screen and the tests all read this.
import type { Light } from '../measuring/status.ts'

export type HorizontalAlign = 'left' | 'center' | 'right'

/** How a number is shown; what is stored is always the number at full precision. */
export interface NumberShape {
  /** digits behind the point */
  readonly decimals: number
  /** the number is a share (0.5) and is shown as a percentage (50.0%) */
  readonly isPercent?: boolean
  /** stands before the digits ("≤"), part of the display only */
  readonly prefix?: string
  /** stands behind the digits ("▲"), part of the display only */
  readonly suffix?: string
}

/** Cells of a sheet that stands earlier in the same report. */
export interface CellRef {
  readonly sheet: string
  /** `id` of the row; null = all body rows of the table, from the first to the last */
  readonly row: string | null
  readonly column: string
  /** index of the table in ReportSheet.blocks; the last one unless said */
  readonly block?: number
}

/** One cell. A `null` value stores nothing and prints "—" (or nothing, see `isBare`). */
export interface ReportCell {
  readonly value: string | number | null
  readonly shape?: NumberShape
  readonly align?: HorizontalAlign
  /**
   * Spreadsheet formula without "=", whose result is `value`. It refers to cells of the same table only:
   * {key} in the same row, {key:first} and {key:last} in the table's first and last body row, {key@id} in the row of
   * that `id`. {@0}, {@1}, … are the cells of `refs`.
   */
  readonly formula?: string
  readonly refs?: readonly CellRef[]
  /** a text that tells where figures stand; on paper it is made of these words, each with the address of its cell */
  readonly places?: readonly { readonly words: string; readonly cell: CellRef }[]
  readonly light?: Light
  /** 0…1…: draws a bar behind the number */
  readonly bar?: number
  readonly isBold?: boolean
  /** an empty cell without the dash */
  readonly isBare?: boolean
  /** joins this cell with the ones below it that carry the same key, column-wise (merged programme cells) */
  readonly mergeKey?: string
  /** joins this cell with the next columns of its row; they must have no cell of their own */
  readonly span?: number
}

export interface ReportColumn {
  readonly key: string
  /** heading; `group` puts it under a shared upper heading */
  readonly title: string
  readonly group?: string
  /** in Chinese characters of the body font; ignored where `gridSpan` is given */
  readonly width: number
  readonly align: HorizontalAlign
  /** long text: wraps, and the row grows with it */
  readonly wrap?: boolean
  /** how many columns of the sheet's grid this one takes on paper, 1 unless said (see ReportSheet.blocks) */
  readonly gridSpan?: number
}

export interface ReportRow {
  /** what the row is about ("indicator/i1"), where other sheets refer to it; unique in its table */
  readonly id?: string
  readonly cells: Readonly<Record<string, ReportCell>>
  /** `section`: a heading that spans the table; `total`: stands out, and {key:last} does not count it */
  readonly kind?: 'body' | 'section' | 'total'
}

/** One table of a sheet. */
export interface ReportBlock {
  /** 一、主要目标; null for the only table of a sheet */
  readonly title: string | null
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
  /** shown in place of the rows when there are none */
  readonly emptyText: string
}

/** How a chart's bars or lines look; `plan` is hollow beside `actual`, so that a black-and-white copy tells them apart. */
export type ChartTone = 'actual' | 'plan' | 'lights'

export interface ChartSeries {
  /** column whose cells are drawn and whose heading names the series; cells without a number leave a gap */
  readonly column: string
  /** `lights`: each bar takes the look of the light in column `light` of its row */
  readonly tone: ChartTone
}

/** A native chart of the workbook, drawn from the cells of one table. */
export interface ReportChart {
  /** `bar`: lying bars, the first row on top, since names of programmes are long; `line`: from left to right */
  readonly kind: 'bar' | 'line'
  readonly title: string
  /** read out in place of the picture */
  readonly altText: string
  /** index of the table in ReportSheet.blocks; its body rows are drawn */
  readonly block: number
  /** column of the names along the axis */
  readonly categories: string
  readonly series: readonly ChartSeries[]
  readonly axis: {
    /** values are shares and read 50% */
    readonly isPercent: boolean
    /** a bold line at each multiple of this value; null for thin lines where they fall */
    readonly boldEvery: number | null
    /** the axis ends here and longer bars are cut; null = as far as needed */
    readonly max: number | null
  }
}

export interface ReportSheet {
  readonly name: string
  readonly title: string
  /** the line under the title: 填报单位 left, period middle, 单位 right */
  readonly lead: { readonly left: string; readonly middle: string; readonly right: string }
  /** one or two sentences above the tables, or null */
  readonly summary: string | null
  /**
   * Tables one below the other, at least one. The last one sets the grid: its columns take one grid column each,
   * the columns of those above it take `gridSpan` of them. Its headings are the ones repeated on each page.
   */
  readonly blocks: readonly ReportBlock[]
  /** side by side below the tables */
  readonly charts?: readonly ReportChart[]
  readonly notes: readonly string[]
  /** 填报人 审核人 负责人 填报日期 */
  readonly signOff: readonly string[]
  readonly paper: 'A4' | 'A3'
  /** made to be read as one page: printing shrinks it to one, unless nobody could read it then */
  readonly isOnePage: boolean
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
