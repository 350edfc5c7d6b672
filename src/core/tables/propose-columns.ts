// What each column of a table probably is: by its heading, by the cells below where the heading leaves it open, or as
// it was confirmed the last time.
import { checksum } from '../forms/checksum.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import {
  bareHeading,
  COLUMN_TITLES,
  type ColumnMeaning,
  type Confidence,
  headingMeaning,
  MEANINGS_READ,
  type TablePurpose,
} from './column-meanings.ts'
import type { HeadingColumn, TableHeadings } from './find-headings.ts'
import { inMonth } from './month-columns.ts'
import type { ProposedColumn } from './proposed-column.ts'
import type { TableGrid } from './table-grid.ts'

/** A column with what it was confirmed to be. */
export interface AssignedColumn {
  readonly column: number
  readonly meaning: ColumnMeaning
}

/** The same for the same headings in the same order, whatever month stands in them. */
export function headingFingerprint(purpose: TablePurpose, { columns }: TableHeadings): string {
  return checksum(JSON.stringify([purpose, ...columns.map(({ parts }) => parts.map(bareHeading))]))
}

/** `remembered`: meanings confirmed for these very headings, from the left. `month`: the one being brought in. */
export function proposeColumns(
  grid: TableGrid,
  headings: TableHeadings,
  facts: {
    readonly purpose: TablePurpose
    readonly remembered: readonly ColumnMeaning[] | null
    readonly month: ReportingMonth | null
  },
): ProposedColumn[] {
  const { remembered, month } = facts
  const ofMonth = (columns: readonly ProposedColumn[]) =>
    month === null ? columns : inMonth(headings, columns, month)
  if (remembered !== null && remembered.length === headings.columns.length) {
    const known = headings.columns.map(
      ({ column, parts }, at): ProposedColumn => ({
        column,
        heading: parts.join(' / '),
        meaning: remembered[at] ?? 'ignored',
        confidence: 'sure',
        reason: '沿用上次确认的',
      }),
    )
    return [...ofMonth(known)]
  }
  const proposed = ofMonth(headings.columns.map((each) => proposeOne(grid, headings, each)))
  return withoutTwice(grid, headings, proposed).map((each) => notForPurpose(each, facts.purpose))
}

function proposeOne(grid: TableGrid, headings: TableHeadings, each: HeadingColumn): ProposedColumn {
  const base = { column: each.column, heading: each.parts.join(' / ') }
  const found = headingMeaning(each.parts)
  if (found === null)
    return { ...base, meaning: 'ignored', confidence: 'unsure', reason: '标题不认识，先不读入' }
  const { meaning, confidence, word, because } = found
  const figures = shareOfFigures(grid, headings, each.column)
  if (confidence === 'likely' && figures !== null) {
    if (meaning === 'progress' && figures > 0.7)
      return {
        ...base,
        meaning: 'total',
        confidence: 'unsure',
        reason: `标题像进展，但下面都是数，请核对`,
      }
    if ((meaning === 'value' || meaning === 'total') && figures < 0.3)
      return {
        ...base,
        meaning: 'progress',
        confidence: 'unsure',
        reason: '标题像数，但下面都是文字，请核对',
      }
    if (meaning === 'measure' && figures > 0.7)
      return { ...base, meaning: 'target', confidence: 'unsure', reason: '标题像任务，但下面都是数，请核对' }
    if (meaning === 'target' && !hasDigits(grid, headings, each.column))
      return { ...base, meaning: 'measure', confidence: 'unsure', reason: '标题像目标，但下面没有数，请核对' }
  }
  if (confidence === 'sure' && meaning === 'progress' && figures !== null && figures > 0.7)
    return { ...base, meaning: 'total', confidence: 'unsure', reason: '标题像进展，但下面都是数，请核对' }
  const told =
    confidence === 'sure' ? `标题是“${each.parts.at(-1) ?? ''}”` : `标题里有“${word.replace(/#-?/g, '…')}”`
  return { ...base, meaning, confidence, reason: because === null ? told : `${told}，${because}` }
}

/** Share of numbers among the cells below, null where there are too few to tell. */
function shareOfFigures(grid: TableGrid, { bottom }: TableHeadings, column: number): number | null {
  let figures = 0
  let all = 0
  for (const { row, cells } of grid.rows) {
    const cell = row > bottom ? cells.get(column) : undefined
    if (cell === undefined) continue
    all += 1
    if (cell.kind === 'number' || cell.kind === 'percent' || /^[\d.,%≥>约]+\D{0,3}$/.test(cell.text.trim()))
      figures += 1
  }
  return all < 3 ? null : figures / all
}

function hasDigits(grid: TableGrid, { bottom }: TableHeadings, column: number): boolean {
  return grid.rows.some(({ row, cells }) => row > bottom && /\d/.test(cells.get(column)?.text ?? ''))
}

const RANK: Readonly<Record<Confidence, number>> = { sure: 0, likely: 1, unsure: 2 }

/** Each meaning once: the surest column keeps it, the leftmost of equals. */
function withoutTwice(
  grid: TableGrid,
  headings: TableHeadings,
  proposed: readonly ProposedColumn[],
): ProposedColumn[] {
  const result = [...proposed]
  const taken = new Map<ColumnMeaning, ProposedColumn>()
  const order = [...proposed].sort((a, b) => RANK[a.confidence] - RANK[b.confidence] || a.column - b.column)
  const replace = (each: ProposedColumn, other: Pick<ProposedColumn, 'meaning' | 'reason'>) => {
    result[proposed.indexOf(each)] = { ...each, ...other, confidence: 'unsure' }
  }
  for (const each of order) {
    if (each.meaning === 'ignored') continue
    const first = taken.get(each.meaning)
    if (first === undefined) {
      taken.set(each.meaning, each)
      continue
    }
    // 重点任务 | 具体举措: the one that spans the other's rows is the block of work.
    const [left, right] = first.column < each.column ? [first, each] : [each, first]
    const isOpen = !taken.has('programme') && (each.meaning === 'measure' || each.meaning === 'indicator')
    if (isOpen && isSpanning(grid, headings, left.column)) {
      replace(left, { meaning: 'programme', reason: `一格管着几行“${right.heading}”，像是类别，请核对` })
      taken.set('programme', left)
      taken.set(each.meaning, right)
      continue
    }
    replace(each, {
      meaning: 'ignored',
      reason: `“${first.heading}”已经读作${COLUMN_TITLES[each.meaning]}，这一列先不读入`,
    })
  }
  return result
}

/** Merged over rows, or typed once for several rows. */
function isSpanning(grid: TableGrid, { bottom }: TableHeadings, column: number): boolean {
  const rows = grid.rows.filter(({ row }) => row > bottom)
  const own = rows.filter(({ cells }) => cells.has(column)).length
  return rows.length >= 3 && own * 3 <= rows.length * 2
}

/** A column that this table cannot be read for is still shown, with what it seems to be. */
function notForPurpose(each: ProposedColumn, purpose: TablePurpose): ProposedColumn {
  const isFigure = each.meaning === 'value' || each.meaning === 'total' || each.meaning === 'status'
  const isWords = each.meaning === 'progress' || each.meaning === 'problems' || each.meaning === 'nextSteps'
  if (purpose !== 'plan' || !(isFigure || isWords) || MEANINGS_READ.plan.includes(each.meaning)) return each
  return { ...each, meaning: 'ignored', reason: `${each.reason}；要点里没有这一栏，不读入` }
}
