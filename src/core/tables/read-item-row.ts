// One row of a bureau's own table: what it says of its indicator, of its measure, or of both.
import type { FoundChange } from '../forms/form-change.ts'
import { type FormField, folded, STATE_WORDS, STATUS_WORDS } from '../forms/form-fields.ts'
import type { FormItem } from '../forms/form-items.ts'
import { readEntryCell } from '../forms/read-cell.ts'
import { cellAddress, type ReadCell } from '../forms/read-workbook.ts'
import type { CellAccount } from './cell-account.ts'
import { COLUMN_TITLES, type ColumnMeaning, headingUnit } from './column-meanings.ts'
import type { HeadingColumn } from './find-headings.ts'
import { unitInName } from './item-names.ts'
import type { ItemLine, LineMatch } from './match-lines.ts'
import { type IndicatorFacts, readMonthFigure } from './month-figure.ts'
import type { OpenTable } from './open-table.ts'
import { isStored, settledItem } from './settled-item.ts'
import { meantStatus, stateIn } from './status-words.ts'
import type { ColumnsByMeaning } from './table-lines.ts'
import { cellUnit, sheetUnit, unitProblem } from './table-units.ts'

/** A change, with what makes it less than certain. */
export interface TableChange extends FoundChange {
  /** as the table calls the item, where that is only near to its name in the plan */
  readonly near: string | null
  /** somebody should look before it is taken */
  readonly isDoubtful: boolean
}

export type FoundLine = Extract<LineMatch, { item: FormItem }>

export interface RowFacts {
  readonly factsOf: (item: FormItem) => IndicatorFacts
  /** numbers of an indicator's target and who answers for an item, for cells that only repeat them */
  readonly toldBy: (item: FormItem) => { readonly targets: readonly number[]; readonly lead: string }
}

interface Proposal {
  readonly field: FormField
  readonly value: string
  readonly column: number
  readonly remarks: readonly string[]
  readonly isDoubtful?: boolean
}

const WORDS = ['progress', 'problems', 'nextSteps'] as const

export class ItemRowReader {
  readonly changes: TableChange[] = []
  readonly #table: OpenTable
  readonly #columns: ColumnsByMeaning
  readonly #facts: RowFacts
  readonly #account: CellAccount
  readonly #headingsOf: ReadonlyMap<number, HeadingColumn>
  readonly #sheetUnit: string | null

  constructor(
    table: OpenTable,
    columns: ColumnsByMeaning,
    { account, ...facts }: RowFacts & { readonly account: CellAccount },
  ) {
    this.#table = table
    this.#columns = columns
    this.#facts = facts
    this.#account = account
    this.#headingsOf = new Map(table.headings.columns.map((each) => [each.column, each]))
    this.#sheetUnit = sheetUnit(table.grid, table.headings)
  }

  read(line: ItemLine, found: readonly FoundLine[]): void {
    const measure = found.find(({ item }) => item.measure !== null)
    const indicator = found.find(({ item }) => item.measure === null)
    const isMeasures = (meaning: ColumnMeaning) =>
      measure !== undefined && (indicator === undefined || this.#spansMeasure(line, meaning))
    if (indicator !== undefined) this.#readIndicator(indicator, isMeasures)
    if (measure !== undefined) this.#readMeasure(measure, isMeasures, indicator !== undefined)
    for (const match of found) this.#compareTold(match)
  }

  /** Of a row with both names: a measure's words are merged over all of its rows, or it has this one only. */
  #spansMeasure({ row, measure }: ItemLine, meaning: ColumnMeaning): boolean {
    const { grid } = this.#table
    const name = measure === null ? null : grid.mergeAt(row.row, measure.column)
    if (name === null || name.bottom === name.top) return true
    return grid.mergeAt(row.row, this.#columns.get(meaning) ?? 0)?.bottom === name.bottom
  }

  #readIndicator(match: FoundLine, isMeasures: (meaning: ColumnMeaning) => boolean): void {
    const item = this.#readFigure(match, isMeasures('status'))
    const note = this.#ownCell(match, 'note')
    if (note !== undefined) this.#readWords(match, item, { field: 'note', cell: note, remark: null })
    for (const meaning of WORDS) {
      if (isMeasures(meaning)) continue
      const cell = this.#ownCell(match, meaning)
      if (cell === undefined) continue
      if (meaning === 'progress' && note === undefined)
        this.#readWords(match, item, { field: 'note', cell, remark: '指标没有进展栏，记入说明' })
      else {
        const where =
          meaning === 'progress' ? '说明已取自备注栏，进展' : `指标没有“${COLUMN_TITLES[meaning]}”栏，这一格`
        this.#account.leave(match.line.row.row, cell.column, `${where}没有读入`)
      }
    }
  }

  /** Answers the item with its cell as it would then be. */
  #readFigure(match: FoundLine, isStatusMeasures: boolean): FormItem {
    const { line, item } = match
    const leave = (column: number, reason: string) => this.#account.leave(line.row.row, column, reason)
    const cells = { value: this.#ownCell(match, 'value'), total: this.#ownCell(match, 'total') }
    const misfits = [cells.value, cells.total].filter((cell) => cell !== undefined)
    const problem = misfits.map((cell) => this.#unitProblem(match, cell.column)).find((each) => each !== null)
    const { figure, used, unread } =
      problem == null
        ? readMonthFigure(item, this.#facts.factsOf(item), cells)
        : { figure: null, used: [], unread: misfits.map(({ column }) => ({ column, reason: problem })) }
    for (const column of used) this.#account.take(line.row.row, column)
    for (const each of unread) leave(each.column, each.reason)
    const status = isStatusMeasures ? undefined : this.#ownCell(match, 'status')
    const word = status === undefined ? null : stateIn(status.text)
    if (status !== undefined && (word === null || misfits.length > 0))
      leave(
        status.column,
        word === null ? '指标的状态由系统按数计算，没有读入' : '既填了数又写了状态，状态没有读入',
      )
    const remarks = figure?.remarks ?? []
    const isDoubtful = figure?.isDoubtful ?? false
    if (figure !== null && figure.value !== null) {
      const changed = settledItem(item, 'value', figure.value)
      const { value, column } = figure
      this.#propose(match, changed, { field: 'value', value, column, remarks, isDoubtful })
      return changed
    }
    const state = figure?.state ?? (misfits.length === 0 ? word : null)
    const column = figure?.column ?? status?.column
    if (state === null || column === undefined) return item
    const changed = settledItem(item, 'state', state)
    this.#propose(match, changed, { field: 'state', value: state, column, remarks })
    return changed
  }

  #readMeasure(
    match: FoundLine,
    isMeasures: (meaning: ColumnMeaning) => boolean,
    hasIndicator: boolean,
  ): void {
    const { item, line } = match
    const status = isMeasures('status') ? this.#ownCell(match, 'status') : undefined
    const meant = status === undefined ? null : meantStatus(status.text)
    if (status !== undefined && meant !== null)
      this.#propose(match, item, {
        ...{ field: 'status', value: meant, column: status.column },
        remarks: [`表里写的是“${status.text.trim()}”，按“${STATUS_WORDS[meant]}”录入`],
      })
    else if (status !== undefined)
      this.#readWords(match, item, { field: 'status', cell: status, remark: null })
    for (const field of WORDS) {
      const cell = isMeasures(field) ? this.#ownCell(match, field) : undefined
      const wantsStatus = field === 'progress' && status === undefined && item.stored.status == null
      const remark = wantsStatus ? '表里没有状态，录入后还要在页面上选' : null
      if (cell !== undefined) this.#readWords(match, item, { field, cell, remark })
    }
    if (hasIndicator) return
    for (const meaning of ['value', 'total', 'note'] as const) {
      const column = this.#columns.get(meaning)
      if (column !== undefined)
        this.#account.leave(line.row.row, column, `举措没有“${COLUMN_TITLES[meaning]}”栏，没有读入`)
    }
  }

  #readWords(
    match: FoundLine,
    item: FormItem,
    { field, cell, remark }: { field: FormField; cell: ReadCell; remark: string | null },
  ): void {
    const reading = readEntryCell(item, field, cell)
    if (!reading.isRead) this.#account.leave(match.line.row.row, cell.column, reading.reason)
    else if (reading.value !== null)
      this.#propose(match, item, {
        ...{ field, value: reading.value, column: cell.column },
        remarks: remark === null ? reading.remarks : [...reading.remarks, remark],
      })
  }

  #propose(match: FoundLine, item: FormItem, found: Proposal): void {
    const { row } = match.line.row
    const { field, value, column, remarks } = found
    this.#account.take(row, column)
    if (isStored(match.item, field, value)) return
    const before = match.item.stored.state
    const hint = `表里写的是“${match.written.trim()}”，和“${item.name}”相近，请核对是不是同一项`
    this.changes.push({
      ...{ item, field, value, sheet: this.#table.sheet.name, cell: cellAddress(row, column) },
      remarks: [
        ...(match.isNear ? [hint] : []),
        ...remarks,
        ...(field === 'value' && before != null
          ? [`台账里现在是“${STATE_WORDS[before as keyof typeof STATE_WORDS] ?? before}”`]
          : []),
        ...(this.#table.grid.isHidden(row) ? ['这一行被隐藏或筛选掉了'] : []),
      ],
      near: match.isNear ? match.written.trim() : null,
      isDoubtful: found.isDoubtful === true || match.isNear,
    })
  }

  /** The row's own content in a column; a cell merged with those of other items is left, and said so. */
  #ownCell(match: FoundLine, meaning: ColumnMeaning): ReadCell | undefined {
    const column = this.#columns.get(meaning)
    if (column === undefined) return undefined
    const { grid } = this.#table
    const { row } = match.line.row
    const cell = grid.cell(row, column)
    const merge = grid.mergeAt(row, column)
    if (cell === undefined || merge === null) return cell
    if (merge.right > merge.left) {
      this.#account.leave(row, column, '这一格和左右的格子合并了，请取消合并后填')
      return undefined
    }
    const name = (match.item.measure === null ? match.line.indicator : match.line.measure) ?? null
    const own = name === null ? null : grid.mergeAt(row, name.column)
    if (merge.bottom === merge.top || (own !== null && merge.bottom <= own.bottom)) return cell
    this.#account.leave(row, column, '这一格和上下的格子合并了，不能确定是哪一行的，请取消合并后分别填')
    return undefined
  }

  #unitProblem(match: FoundLine, column: number): string | null {
    const unitColumn = this.#columns.get('unit')
    const own = unitColumn === undefined ? '' : this.#table.grid.text(match.line.row.row, unitColumn)
    const told = {
      row: own === '' ? (unitInName(match.written) ?? '') : own,
      heading: headingUnit(this.#headingsOf.get(column)?.parts ?? []),
      sheet: this.#sheetUnit,
    }
    return unitProblem(cellUnit(match.item.unit, told), match.item.unit)
  }

  /** Cells that only repeat the plan are quiet while they agree with it. */
  #compareTold(match: FoundLine): void {
    const { row } = match.line.row
    const { grid } = this.#table
    const told = this.#facts.toldBy(match.item)
    for (const meaning of ['target', 'stretch'] as const) {
      const column = this.#columns.get(meaning)
      const cell = column === undefined ? undefined : grid.cell(row, column)
      if (cell === undefined || match.item.measure !== null) continue
      if (numbersIn(cell).every((each) => told.targets.includes(each))) this.#account.take(row, cell.column)
      else this.#account.leave(row, cell.column, '和要点里的目标不一致，没有读入；要调整目标请到“工作要点”')
    }
    const lead = this.#columns.get('lead')
    if (lead === undefined || told.lead === '') return
    if (folded(grid.text(row, lead)).includes(folded(told.lead))) this.#account.take(row, lead)
    else this.#account.leave(row, lead, `和要点里的牵头处室“${told.lead}”不一致，没有读入`)
  }
}

function numbersIn({ kind, text }: ReadCell): number[] {
  const scale = kind === 'percent' ? 100 : 1
  return [...folded(text).matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([each]) =>
    Number((Number(each.replaceAll(',', '')) * scale).toPrecision(15)),
  )
}
