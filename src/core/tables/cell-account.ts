// Every cell of a bureau's table is accounted for: taken, or listed with its place and the reason.
import type { UnreadCell } from '../forms/form-change.ts'
import {
  cellAddress,
  cellAt,
  type ReadCell,
  type ReadSheet,
  type ReadWorkbook,
} from '../forms/read-workbook.ts'
import type { HeadingColumn, TableHeadings } from './find-headings.ts'
import type { GridRow, TableGrid } from './table-grid.ts'
import { isBlank } from './table-grid.ts'

/** Text of a listed cell; the file still has all of it. */
const SHOWN_CHARACTERS = 200

/** 标题, 填报单位, 单位, 日期: what every table has above it. */
const USUAL_ABOVE =
  /(表|要点|台账|情况|统计|清单|任务书|汇总|附件\d*)$|^附件\d*[:：]?|^(填报|报送)?(单位|日期|时间|处室|部门|月份)[:：]|^单位[:：]|^\d{4}年(\d{1,2}月)?(\d{1,2}日)?$|^截至|^填报(人|日期)/

export class CellAccount {
  readonly #left: { readonly row: number; readonly column: number; readonly cell: UnreadCell }[] = []
  readonly #columns: UnreadCell[] = []
  readonly #grid: TableGrid
  readonly #done = new Set<string>()

  constructor(grid: TableGrid) {
    this.#grid = grid
  }

  /** By row, then what is left of whole columns. */
  get unread(): readonly UnreadCell[] {
    const byRow = [...this.#left].sort((a, b) => a.row - b.row || a.column - b.column)
    return [...byRow.map(({ cell }) => cell), ...this.#columns]
  }

  take(row: number, column: number): void {
    this.#done.add(`${row}:${column}`)
  }

  takeRow({ row, cells }: GridRow): void {
    for (const column of cells.keys()) this.take(row, column)
  }

  leave(row: number, column: number, reason: string): void {
    const cell = this.#grid.cell(row, column)
    if (cell === undefined || this.#done.has(`${row}:${column}`)) return
    this.take(row, column)
    const place = this.#place(cellAddress(row, column))
    this.#left.push({ row, column, cell: { ...place, text: shortened(cell.text), reason } })
  }

  /** A whole row, named once. */
  leaveRow(line: GridRow, reason: string): void {
    const columns = [...line.cells.keys()]
    const [first = 1, last = 1] = [columns[0], columns.at(-1)]
    this.takeRow(line)
    const range = `${cellAddress(line.row, first)}:${cellAddress(line.row, last)}`
    const text = [...line.cells.values()].map((cell) => cell.text.trim()).join('　')
    const place = this.#place(columns.length === 1 ? cellAddress(line.row, first) : range)
    this.#left.push({ row: line.row, column: first, cell: { ...place, text: shortened(text), reason } })
  }

  /** Whatever is left: above the table cell by cell, in the table column by column. */
  sweep(headings: TableHeadings, reasonOf: (column: HeadingColumn | null) => string): void {
    const columns = new Map(headings.columns.map((each) => [each.column, each]))
    const left = new Map<number, ReadCell[]>()
    for (const { row, cells } of this.#grid.rows) {
      for (const [column, cell] of cells) {
        if (this.#done.has(`${row}:${column}`)) continue
        if (row < headings.top) {
          if (!USUAL_ABOVE.test(cell.text.trim().replace(/\s+/g, '')))
            this.leave(row, column, '表格上方的文字，没有读入')
        } else if (row > headings.bottom) {
          const own = left.get(column)
          if (own === undefined) left.set(column, [cell])
          else own.push(cell)
        }
      }
    }
    for (const [column, cells] of [...left].sort(([a], [b]) => a - b)) {
      const reason = reasonOf(columns.get(column) ?? null)
      const [first, last] = [cells[0], cells.at(-1)]
      if (first === undefined || last === undefined) continue
      const isOne = cells.length === 1
      this.#columns.push({
        ...this.#place(
          isOne
            ? cellAddress(first.row, column)
            : `${cellAddress(first.row, column)}:${cellAddress(last.row, column)}`,
        ),
        text: isOne ? shortened(first.text) : `${shortened(first.text)} 等${cells.length}格`,
        reason,
      })
    }
  }

  #place(cell: string): Pick<UnreadCell, 'sheet' | 'cell'> {
    return { sheet: this.#grid.sheet.name, cell }
  }
}

function shortened(text: string): string {
  const flat = text.trim()
  return flat.length <= SHOWN_CHARACTERS ? flat : `${flat.slice(0, SHOWN_CHARACTERS)}…`
}

/** Sheets that were not asked for, each in one line. */
export function unreadSheets({ sheets }: ReadWorkbook, read: ReadSheet): UnreadCell[] {
  return sheets.flatMap((sheet): UnreadCell[] => {
    if (sheet === read) return []
    let count = 0
    let first: ReadCell | null = null
    for (let index = 0; index < sheet.rows.length; index += 1) {
      const cell = cellAt(sheet, index)
      if (isBlank(cell)) continue
      count += 1
      first ??= cell
    }
    return first === null
      ? []
      : [
          {
            sheet: sheet.name,
            cell: cellAddress(first.row, first.column),
            text: shortened(first.text),
            reason: `这次读的是“${read.name}”，这张工作表没有读入（有内容的${count}格）`,
          },
        ]
  })
}
