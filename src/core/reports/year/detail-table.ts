// 明细: one row for each cell of the year, to be sorted, filtered and added up. No merged cells, no dashes: what is not
// there is empty, and what kind of nothing it is stands in a column of its own.
import type { RecordTable } from '../record-table.ts'
import type { DetailCell } from './detail-cells.ts'
import { DETAIL_COLUMNS, DETAIL_KEYS } from './detail-columns.ts'
import { detailRows } from './detail-rows.ts'
import type { YearContext } from './year-context.ts'

/** A sheet holds 1,048,576 rows; what is beyond goes on in a sheet of its own. */
const ROWS_OF_A_SHEET = 1_000_000

export function detailTables(
  context: YearContext,
  cells: readonly DetailCell[],
  rowsOfASheet = ROWS_OF_A_SHEET,
): RecordTable[] {
  const count = Math.max(1, Math.ceil(cells.length / rowsOfASheet))
  const rowOf = detailRows(context)
  return Array.from({ length: count }, (_, at) => {
    const first = at * rowsOfASheet
    const own = count === 1 ? cells : cells.slice(first, first + rowsOfASheet)
    const name = `明细${count === 1 ? '' : at + 1}`
    return {
      name,
      title: `${context.planTitle}${name}${context.mark}`,
      columns: Object.values(DETAIL_COLUMNS),
      frozenColumns: DETAIL_KEYS.indexOf('name') + 1,
      rowCount: own.length,
      *rows() {
        let no = first
        for (const cell of own) {
          no += 1
          const row = rowOf(cell)
          yield DETAIL_KEYS.map((key) => (key === 'no' ? no : (row[key] ?? null)))
        }
      },
    }
  })
}
