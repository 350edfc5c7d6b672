// What a chart shows, as a table. The chart is drawn from it, the table behind the chart shows it and the exported data
// are it, so that the three cannot differ.
import type { CsvCell } from '../../core/values/csv-text.ts'

export interface ChartSeries {
  readonly key: string
  readonly name: string
  /** one for each row; null = nothing to draw */
  readonly values: readonly (number | null)[]
}

export interface ChartTable {
  /** heading of the first column */
  readonly rowTitle: string
  /** names of the rows, which are the places on the axis */
  readonly rows: readonly string[]
  readonly series: readonly ChartSeries[]
}

/** Heading and rows, for a file. */
export function tableRows(table: ChartTable): CsvCell[][] {
  return [
    [table.rowTitle, ...table.series.map(({ name }) => name)],
    ...table.rows.map((row, at) => [row, ...table.series.map(({ values }) => values[at] ?? null)]),
  ]
}

/** 实际累计：1月2.9，2月4.5；序时应达：… – the same data in words. */
export function spokenTable(table: ChartTable, shown: (value: number) => string): string {
  return table.series
    .map(({ name, values }) => {
      const points = values.flatMap((value, at) => (value === null ? [] : `${table.rows[at]}${shown(value)}`))
      return `${name}：${points.join('，')}`
    })
    .join('；')
}
