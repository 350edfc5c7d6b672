// A month's number from a bureau's own table: from its column for the month, or worked out from the year so far.

import { sheetFigure } from '../forms/cell-words.ts'
import { type ChosenState, folded, STATE_WORDS } from '../forms/form-fields.ts'
import type { FormItem } from '../forms/form-items.ts'
import { readEntryCell } from '../forms/read-cell.ts'
import type { ReadCell } from '../forms/read-workbook.ts'
import type { AccumulationMode } from '../plan/annual-plan.ts'
import { type Exact, exact, toDecimalText, ZERO } from '../values/exact.ts'

/** What the journal knows of an indicator before the month. */
export interface IndicatorFacts {
  readonly mode: AccumulationMode
  /** total of the year up to the month before, in the unit; null while no number has been reported */
  readonly earlier: Exact | null
  /** months of the year before this one in which nothing was filled in */
  readonly blankMonths: number
}

export interface MonthFigure {
  /** decimal text; null where a state stands in its place */
  readonly value: string | null
  readonly state: ChosenState | null
  readonly column: number
  readonly remarks: readonly string[]
  /** somebody should look before it is taken */
  readonly isDoubtful: boolean
}

export interface FigureReading {
  readonly figure: MonthFigure | null
  /** cells that were understood, whether or not they are the figure */
  readonly used: readonly number[]
  readonly unread: readonly { readonly column: number; readonly reason: string }[]
}

export interface FigureCells {
  /** 本月数 */
  readonly value: ReadCell | undefined
  /** 本年累计 */
  readonly total: ReadCell | undefined
}

const NOTHING = /^[-—–_/\\|无]+$/

/** Words for a state that people write in place of a number. */
const STATE_SYNONYMS: Readonly<Record<string, ChosenState>> = {
  无进展: 'no-progress',
  暂无进展: 'no-progress',
  本月无新增: 'no-progress',
  未统计: 'not-yet-published',
  暂未统计: 'not-yet-published',
  未公布: 'not-yet-published',
  暂未公布: 'not-yet-published',
  未出数: 'not-yet-published',
  待统计: 'not-yet-published',
  不涉及: 'not-applicable',
}

function stateWord(text: string): { readonly state: ChosenState; readonly isExact: boolean } | null {
  const word = folded(text)
  const exactly = (Object.keys(STATE_WORDS) as ChosenState[]).find((key) => folded(STATE_WORDS[key]) === word)
  if (exactly !== undefined) return { state: exactly, isExact: true }
  const meant = STATE_SYNONYMS[word]
  return meant === undefined ? null : { state: meant, isExact: false }
}

type OneCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: Exact; readonly remarks: readonly string[] }
  | { readonly kind: 'state'; readonly state: ChosenState; readonly remarks: readonly string[] }
  | { readonly kind: 'unread'; readonly reason: string }

function readOne(item: FormItem, cell: ReadCell | undefined): OneCell {
  if (cell === undefined) return { kind: 'blank' }
  if (cell.kind === 'text') {
    if (NOTHING.test(folded(cell.text)))
      return {
        kind: 'unread',
        reason: `“${cell.text.trim()}”不能确定是0还是没有数，请改成数，或写本月无进展、尚未统计、不适用`,
      }
    const word = stateWord(cell.text)
    if (word !== null)
      return {
        kind: 'state',
        state: word.state,
        remarks: word.isExact ? [] : [`表里写的是“${cell.text.trim()}”，按“${STATE_WORDS[word.state]}”录入`],
      }
  }
  const reading = readEntryCell(item, 'value', cell)
  if (!reading.isRead) return { kind: 'unread', reason: reading.reason }
  return reading.value === null
    ? { kind: 'blank' }
    : { kind: 'number', value: exact(reading.value), remarks: reading.remarks }
}

/**
 * What a flow wants is the month's amount, what everything else wants is the value so far: whichever the table lacks
 * is worked out from the journal's total of the months before, and said so.
 */
export function readMonthFigure(item: FormItem, facts: IndicatorFacts, cells: FigureCells): FigureReading {
  const month = readOne(item, cells.value)
  const total = readOne(item, cells.total)
  const columns = { month: cells.value?.column ?? 0, total: cells.total?.column ?? 0 }
  const unread = [
    ...(month.kind === 'unread' ? [{ column: columns.month, reason: month.reason }] : []),
    ...(total.kind === 'unread' ? [{ column: columns.total, reason: total.reason }] : []),
  ]
  const none: FigureReading = { figure: null, used: [], unread }
  const wantsAmount = facts.mode === 'monthly-flow'
  const [wanted, other] = wantsAmount ? [month, total] : [total, month]
  const [wantedColumn, otherColumn] = wantsAmount
    ? [columns.month, columns.total]
    : [columns.total, columns.month]
  // A figure that cannot be told is not worked out behind people's backs.
  if (wanted.kind === 'unread') return leaveOther(none, other, otherColumn)
  if (wanted.kind === 'state') {
    const figure = { value: null, state: wanted.state, remarks: wanted.remarks, isDoubtful: false }
    return leaveOther(
      { figure: { ...figure, column: wantedColumn }, used: [wantedColumn], unread },
      other,
      otherColumn,
    )
  }
  if (wanted.kind === 'number') {
    const figure = plainFigure(wanted.value, wantedColumn, wanted.remarks)
    return checkOther(
      { figure, used: [wantedColumn], unread },
      { facts, wanted: wanted.value },
      {
        cell: other,
        column: otherColumn,
      },
    )
  }
  if (other.kind === 'state') {
    const figure = { value: null, state: other.state, remarks: other.remarks, isDoubtful: false }
    return { figure: { ...figure, column: otherColumn }, used: [otherColumn], unread }
  }
  if (other.kind !== 'number') return none
  return { figure: workedOut(facts, other, otherColumn), used: [otherColumn], unread }
}

function plainFigure(value: Exact, column: number, remarks: readonly string[]): MonthFigure {
  return { value: toDecimalText(value), state: null, column, remarks, isDoubtful: false }
}

function workedOut(
  { mode, earlier, blankMonths }: IndicatorFacts,
  { value, remarks }: Extract<OneCell, { kind: 'number' }>,
  column: number,
): MonthFigure {
  const blank = blankMonths === 0 ? [] : [`前面有${blankMonths}个月台账里没有数，请核对`]
  const before = earlier ?? ZERO
  if (mode === 'monthly-flow') {
    return {
      ...plainFigure(value.sub(before), column, [
        ...remarks,
        `按本年累计${shown(value)}减去上月累计${shown(before)}得出`,
        ...blank,
      ]),
      isDoubtful: blankMonths > 0,
    }
  }
  if (mode === 'running-total') {
    return {
      ...plainFigure(before.add(value), column, [
        ...remarks,
        `按上月累计${shown(before)}加本月数${shown(value)}得出`,
        ...blank,
      ]),
      isDoubtful: blankMonths > 0,
    }
  }
  // A level has no amount of the month: what stands in the month's column is how much there is now.
  return plainFigure(value, column, remarks)
}

/** The other column only has to agree. */
function checkOther(
  reading: FigureReading,
  { facts, wanted }: { readonly facts: IndicatorFacts; readonly wanted: Exact },
  other: { readonly cell: OneCell; readonly column: number },
): FigureReading {
  if (other.cell.kind !== 'number') return leaveOther(reading, other.cell, other.column)
  const before = facts.earlier ?? ZERO
  const told = other.cell.value
  const { mode } = facts
  const isFlow = mode === 'monthly-flow'
  const due = isFlow ? before.add(wanted) : mode === 'running-total' ? wanted.sub(before) : wanted
  if (isSame(due, told)) return { ...reading, used: [...reading.used, other.column] }
  const reason = isFlow
    ? `和台账对不上：上月累计${shown(before)}加本月数${shown(wanted)}是${shown(due)}，表里的累计没有读入，请核对`
    : mode === 'running-total'
      ? `和台账对不上：本年累计${shown(wanted)}减上月累计${shown(before)}是${shown(due)}，表里的本月数没有读入，请核对`
      : '这个指标填的是到月底的数，用了“本年累计”一栏，本月数没有读入'
  return { ...reading, unread: [...reading.unread, { column: other.column, reason }] }
}

function leaveOther(reading: FigureReading, other: OneCell, column: number): FigureReading {
  if (other.kind !== 'number' && other.kind !== 'state') return reading
  const reason = '同一行的另一个数没有读懂或写了状态，这一格也没有读入'
  return { ...reading, unread: [...reading.unread, { column, reason }] }
}

/** Tables keep fifteen digits. */
function isSame(a: Exact, b: Exact): boolean {
  return a.equals(b) || sheetFigure(toDecimalText(a)) === sheetFigure(toDecimalText(b))
}

function shown(value: Exact): string {
  return toDecimalText(value)
}
