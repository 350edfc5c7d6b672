// A report's chart once its table lies on the sheet: which cells it draws and what stands in them.

import type { Light } from '../../core/measuring/status.ts'
import { cellText } from '../../core/reports/cell-text.ts'
import type { ChartTone, ReportBlock, ReportCell, ReportChart } from '../../core/reports/report-table.ts'
import { columnLetter, quotedSheetName, type TableAddresses } from '../formula-address.ts'
import type { GridPart, PlacedColumn } from '../sheet-grid.ts'
import { numberFormat } from '../styles.ts'

/** Cells of one column, with what stands in them: readers that do not calculate show only this. */
export interface CachedRange<Value> {
  /** '总览'!$B$15:$B$23; several such areas in brackets where headings stand between them */
  readonly address: string
  readonly count: number
  readonly points: readonly { readonly index: number; readonly value: Value }[]
}

export interface PlacedSeries {
  readonly name: CachedRange<string>
  readonly values: CachedRange<number>
  readonly tone: ChartTone
  /** light of each row, for tone `lights` */
  readonly lights: readonly { readonly index: number; readonly light: Light }[]
  /** rows without a number: they get no label, which would read 0 */
  readonly gaps: readonly number[]
  /** number format of each value */
  readonly formats: readonly { readonly index: number; readonly format: string }[]
}

/** The rectangle a chart covers: columns and rows counted from 1, all included. */
export interface ChartPlace extends GridPart {
  readonly top: number
  readonly bottom: number
}

export interface PlacedChart {
  readonly chart: ReportChart
  readonly categories: CachedRange<string>
  readonly series: readonly PlacedSeries[]
  readonly place: ChartPlace
}

/** A written table as charts see it. */
export interface ChartTable extends TableAddresses {
  readonly sheetName: string
  readonly block: ReportBlock
  readonly headingFirst: number
  readonly headingLast: number
}

export function placeChart(chart: ReportChart, table: ChartTable, place: ChartPlace): PlacedChart {
  return {
    chart,
    categories: cached(table, chart.categories, cellText),
    series: chart.series.map(({ column, tone }) => {
      const values = cached(table, column, numberOf)
      const drawn = new Set(values.points.map(({ index }) => index))
      return {
        name: headingOf(table, column),
        values,
        tone,
        lights:
          tone === 'lights'
            ? cached(table, 'light', (cell) => cell.light ?? null).points.map(lightPoint)
            : [],
        gaps: Array.from({ length: values.count }, (_, index) => index).filter((index) => !drawn.has(index)),
        formats: cached(table, column, formatOf).points.map(({ index, value }) => ({ index, format: value })),
      }
    }),
    place,
  }
}

function lightPoint({ index, value }: { index: number; value: Light }): { index: number; light: Light } {
  return { index, light: value }
}

function numberOf(cell: ReportCell): number | null {
  return typeof cell.value === 'number' ? cell.value : null
}

function formatOf(cell: ReportCell): string | null {
  return cell.shape === undefined ? null : numberFormat(cell.shape)
}

function columnOf(table: ChartTable, key: string): PlacedColumn {
  const column = table.columns.find((each) => each.column.key === key)
  if (column === undefined) throw new RangeError(`chart refers to an unknown column: ${key}`)
  return column
}

/**
 * A row that takes several sheet rows counts once, with gaps behind it. Headings that stand again on a further page are
 * no rows: the cells before and behind them are areas of their own.
 */
function cached<Value>(
  table: ChartTable,
  key: string,
  read: (cell: ReportCell) => Value | null,
): CachedRange<Value> {
  const { first } = columnOf(table, key)
  const areas = areasOf(table)
  let before = 0
  const points: { index: number; value: Value }[] = []
  for (const { top, bottom, rows } of areas) {
    for (const { row, top: at } of rows) {
      const cell = row.cells[key]
      const value = cell === undefined ? null : read(cell)
      if (value !== null) points.push({ index: before + at - top, value })
    }
    before += bottom - top + 1
  }
  const addresses = areas.map(({ top, bottom }) => absolute(table.sheetName, first, top, bottom))
  return {
    address: addresses.length === 1 ? (addresses[0] ?? '') : `(${addresses.join(',')})`,
    count: before,
    points,
  }
}

interface Area {
  readonly top: number
  readonly bottom: number
  readonly rows: ChartTable['body']
}

/** Rows that follow one another on the sheet. */
function areasOf({ body, headingLast }: ChartTable): Area[] {
  const areas: Area[] = []
  for (const row of body) {
    const last = areas.at(-1)
    if (last !== undefined && last.bottom + 1 === row.top)
      areas[areas.length - 1] = { ...last, bottom: row.bottom, rows: [...last.rows, row] }
    else areas.push({ top: row.top, bottom: row.bottom, rows: [row] })
  }
  return areas.length === 0 ? [{ top: headingLast, bottom: headingLast, rows: [] }] : areas
}

/** Headings without a group reach over both levels and stand in the upper one. */
function headingOf(table: ChartTable, key: string): CachedRange<string> {
  const { column, first } = columnOf(table, key)
  const row = column.group === undefined ? table.headingFirst : table.headingLast
  return {
    address: absolute(table.sheetName, first, row, row),
    count: 1,
    points: [{ index: 0, value: column.title }],
  }
}

function absolute(sheetName: string, column: number, top: number, bottom: number): string {
  const letter = columnLetter(column)
  const cells = top === bottom ? `$${letter}$${top}` : `$${letter}$${top}:$${letter}$${bottom}`
  return `${quotedSheetName(sheetName)}!${cells}`
}
