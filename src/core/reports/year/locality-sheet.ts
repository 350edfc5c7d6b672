// 县区园区分解表: localities down, broken-down indicators across, the year so far. Amounts and levels add up; a ratio's
// total comes from the sums of its parts, never from the percentages.

import type { IndicatorReading } from '../../journal/journal-entry.ts'
import type { LocalityStatus } from '../../measuring/status.ts'
import type { Locality, LocalityId, LocalityKind } from '../../plan/annual-plan.ts'
import { localitiesOf } from '../../plan/localities-of.ts'
import { filledIn } from '../../plan/taken-figures.ts'
import { readingsOf } from '../../state/bureau-state.ts'
import { exact, toNumber, ZERO } from '../../values/exact.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import { basisWords, type IndicatorItem, numberedNotes } from '../bulletin/bulletin-context.ts'
import { READING_STATE_WORDS } from '../bulletin/item-words.ts'
import { figureShape, roundedShape } from '../number-shape.ts'
import { countCell, DASH, figureCell, textCell } from '../report-cells.ts'
import type { ReportBlock, ReportCell, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { isSame } from './same-double.ts'
import type { YearContext } from './year-context.ts'

const HEAD: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'locality', title: '县区园区', width: 12, align: 'left', wrap: true },
  { key: 'kind', title: '类别', width: 4, align: 'center' },
]
const KIND_WORDS: Readonly<Record<LocalityKind, string>> = { county: '县', district: '区', park: '园区' }
/** Columns of figures side by side on one page, and the width that they share. */
const MOST_COLUMNS = 14
const FIGURES_WIDTH = 84
const WIDEST_FIGURE = 22

/** Nothing is broken down: columns of about equal width, so that the lines above and below them find room. */
const EMPTY_COLUMNS: readonly ReportColumn[] = [
  ...HEAD,
  { key: 'figure', title: '本年累计', width: 0, align: 'center' as const },
].map((column) => ({ ...column, width: 22 }))

/** One broken-down indicator and what its localities have reached. */
interface Breakdown {
  readonly item: IndicatorItem
  /** unique key of its columns */
  readonly key: string
  readonly isRatio: boolean
  readonly localities: readonly Locality[]
  readonly statuses: ReadonlyMap<LocalityId, LocalityStatus>
  readonly parts: ReadonlyMap<LocalityId, Parts>
}

/** The newest parts of a locality's ratio. */
interface Parts {
  readonly numerator: number
  readonly denominator: number
}

export function localitySheet(context: YearContext): ReportSheet {
  const breakdowns = breakdownsOf(context)
  const chunks = inChunks(breakdowns)
  const widest = Math.max(0, ...chunks.map(columnCount))
  const differing = breakdowns.filter((each) => !isWhole(each)).map(({ item }) => item.planned.indicator.name)
  return {
    ...context.frame('县区园区分解表', '县区园区分解表', '见各栏'),
    paper: 'A3',
    blocks:
      chunks.length === 0
        ? [{ title: null, columns: EMPTY_COLUMNS, rows: [], emptyText: '本年度要点没有按县区园区分解的指标' }]
        : chunks.map((chunk, at) => block(chunk, { at, count: chunks.length, widest })),
    notes: numberedNotes([
      '各数为截至日期的本年累计（存量、比率为最近一次的数）。数量合计为各县区园区之和；比率合计按分子之和除以分母之和计算，不取平均。',
      ...(differing.length === 0
        ? []
        : [`有的月份只填了合计、没有分解，合计与各县区园区之和不同的有：${differing.join('、')}。`]),
      '“—”表示没有数，不是0。',
      basisWords(context.input.basis === 'latest'),
    ]),
  }
}

function breakdownsOf(context: YearContext): Breakdown[] {
  const { plan, month, input } = context
  return context.indicators.flatMap((item, at) => {
    const statuses = new Map((item.status.byLocality ?? []).map((each) => [each.locality, each]))
    const planned = localitiesOf(plan, item.planned)
    const others = [...statuses.keys()].flatMap((id) => plan.localitiesById.get(id) ?? [])
    const localities = [...new Map([...planned, ...others].map((each) => [each.id, each])).values()]
    if (localities.length === 0) return []
    const { id, mode } = filledIn(item.planned).indicator
    const parts =
      mode === 'ratio'
        ? newestParts(readingsOf(input.state, id, input.basis), month)
        : new Map<string, Parts>()
    return [{ item, key: `i${at}`, isRatio: mode === 'ratio', localities, statuses, parts }]
  })
}

function newestParts(
  readings: ReadonlyMap<ReportingMonth, ReadonlyMap<LocalityId | '', IndicatorReading>>,
  month: ReportingMonth,
): Map<LocalityId, Parts> {
  const newest = new Map<LocalityId, Parts>()
  for (const each of [...readings.keys()].filter((key) => key <= month).sort()) {
    for (const [locality, { state, numerator, denominator }] of readings.get(each) ?? []) {
      if (locality === '' || state !== 'number' || numerator === null || denominator === null) continue
      newest.set(locality, {
        numerator: toNumber(exact(numerator)),
        denominator: toNumber(exact(denominator)),
      })
    }
  }
  return newest
}

const columnsOf = ({ isRatio }: Breakdown): number => (isRatio ? 3 : 1)

function columnCount(chunk: readonly Breakdown[]): number {
  return chunk.reduce((sum, each) => sum + columnsOf(each), 0)
}

/** Chunks of about equal width; the widest comes last, since the last table sets the sheet's grid. */
function inChunks(breakdowns: readonly Breakdown[]): Breakdown[][] {
  const total = columnCount(breakdowns)
  const count = Math.ceil(total / MOST_COLUMNS)
  const chunks = Array.from({ length: count }, (): Breakdown[] => [])
  let before = 0
  for (const each of breakdowns) {
    chunks[Math.floor((before * count) / total)]?.push(each)
    before += columnsOf(each)
  }
  return chunks.filter((chunk) => chunk.length > 0).sort((a, b) => columnCount(a) - columnCount(b))
}

function block(
  chunk: readonly Breakdown[],
  { at, count, widest }: { at: number; count: number; widest: number },
): ReportBlock {
  const localities = [
    ...new Map(chunk.flatMap((each) => each.localities).map((each) => [each.id, each])).values(),
  ]
  return {
    title: count === 1 ? null : `（${at + 1}/${count}）`,
    columns: stretched(
      chunk.flatMap((each) => figureColumns(each, widest)),
      widest,
    ),
    rows: [...localities.map((locality, place) => localityRow(chunk, locality, place + 1)), totalRow(chunk)],
    emptyText: '没有县区园区',
  }
}

/** Narrower tables take as much of the grid as the widest. */
function stretched(figures: readonly ReportColumn[], widest: number): ReportColumn[] {
  const spare = widest - figures.length
  const each = Math.floor(spare / figures.length)
  const rest = spare % figures.length
  return [...HEAD, ...figures.map((column, at) => ({ ...column, gridSpan: 1 + each + (at < rest ? 1 : 0) }))]
}

const keysOf = (key: string) => ({ numerator: `${key}n`, denominator: `${key}d`, actual: `${key}a` })

function figureColumns({ item, key, isRatio }: Breakdown, widest: number): ReportColumn[] {
  const { name, unit } = item.planned.indicator
  const keys = keysOf(key)
  const width = Math.min(FIGURES_WIDTH / widest, WIDEST_FIGURE)
  const title = unit === '' ? name : `${name}（${unit}）`
  const column = { width, align: 'center' as const }
  if (!isRatio) return [{ ...column, key: keys.actual, title }]
  return [
    { ...column, key: keys.numerator, title: '分子', group: title },
    { ...column, key: keys.denominator, title: '分母', group: title },
    { ...column, key: keys.actual, title: '比率', group: title },
  ]
}

function localityRow(chunk: readonly Breakdown[], { id, name, kind }: Locality, no: number): ReportRow {
  return {
    id: `locality/${id}`,
    cells: {
      no: countCell(no),
      locality: textCell(name),
      kind: textCell(KIND_WORDS[kind]),
      ...Object.assign({}, ...chunk.map((each) => localityCells(each, id))),
    },
  }
}

function localityCells(breakdown: Breakdown, id: LocalityId): Record<string, ReportCell> {
  const { item, key, isRatio, statuses, parts } = breakdown
  const keys = keysOf(key)
  const status = statuses.get(id)
  const decimals = item.planned.indicator.decimals ?? 0
  const actual = status?.actual ?? null
  if (!isRatio)
    return {
      [keys.actual]:
        actual === null ? stateCell(status) : figureCell(actual, (value) => figureShape(value, decimals)),
    }
  const part = parts.get(id)
  const shown = (value: number | undefined) => figureCell(value ?? null, (figure) => figureShape(figure, 0))
  return {
    [keys.numerator]: shown(part?.numerator),
    [keys.denominator]: shown(part?.denominator),
    [keys.actual]:
      actual === null ? stateCell(status) : ratioCell(breakdown, actual, part?.numerator, part?.denominator),
  }
}

/** Why there is no number, in the words of the cell; a sum passes over words. */
function stateCell(status: LocalityStatus | undefined): ReportCell {
  if (status === undefined || status.state === 'number' || status.state === 'blank') return DASH
  return { value: READING_STATE_WORDS[status.state], align: 'center' }
}

/** Live where the parts give the value. */
function ratioCell(
  { item, key }: Breakdown,
  value: number,
  numerator: number | undefined,
  denominator: number | undefined,
): ReportCell {
  const { unit, decimals } = item.planned.indicator
  const keys = keysOf(key)
  const factor = unit === '%' ? 100 : 1
  const isLive = isSame(((numerator ?? Number.NaN) / (denominator ?? Number.NaN)) * factor, value)
  const formula = `{${keys.numerator}}/{${keys.denominator}}${factor === 1 ? '' : '*100'}`
  return {
    ...figureCell(value, (figure) => roundedShape(figure, decimals ?? 0)),
    ...(isLive ? { formula } : {}),
  }
}

function totalRow(chunk: readonly Breakdown[]): ReportRow {
  return {
    kind: 'total',
    id: 'total',
    cells: {
      no: { value: '合计', align: 'center', span: HEAD.length },
      ...Object.assign({}, ...chunk.map(totalCells)),
    },
  }
}

function totalCells(breakdown: Breakdown): Record<string, ReportCell> {
  const { item, key, isRatio } = breakdown
  const keys = keysOf(key)
  const { actual } = item.status
  const decimals = item.planned.indicator.decimals ?? 0
  if (!isRatio) {
    const formula = isWhole(breakdown) ? sumOf(keys.actual) : undefined
    return {
      [keys.actual]: {
        ...figureCell(actual, (value) => figureShape(value, decimals)),
        ...(formula === undefined || actual === null ? {} : { formula }),
      },
    }
  }
  const { numerator, denominator } = sumsOfParts(breakdown)
  const part = (column: string, value: number): ReportCell =>
    breakdown.parts.size === 0 ? DASH : { value, shape: figureShape(value, 0), formula: sumOf(column) }
  return {
    [keys.numerator]: part(keys.numerator, numerator),
    [keys.denominator]: part(keys.denominator, denominator),
    [keys.actual]: actual === null ? DASH : ratioCell(breakdown, actual, numerator, denominator),
  }
}

function sumOf(column: string): string {
  return `SUM({${column}:first}:{${column}:last})`
}

/** Added exactly, as the total is. */
function sumsOfParts({ parts }: Breakdown): Parts {
  const all = [...parts.values()]
  const sum = (values: readonly number[]) =>
    toNumber(values.reduce((total, value) => total.add(exact(value)), ZERO))
  return {
    numerator: sum(all.map(({ numerator }) => numerator)),
    denominator: sum(all.map(({ denominator }) => denominator)),
  }
}

/** The localities' figures give the total. */
function isWhole(breakdown: Breakdown): boolean {
  const { item, isRatio, statuses } = breakdown
  const { actual } = item.status
  if (actual === null) return true
  if (isRatio) {
    const { numerator, denominator } = sumsOfParts(breakdown)
    return isSame((numerator / denominator) * (item.planned.indicator.unit === '%' ? 100 : 1), actual)
  }
  const sum = [...statuses.values()].reduce(
    (total, each) => (each.actual === null ? total : total.add(exact(each.actual))),
    ZERO,
  )
  return isSame(toNumber(sum), actual)
}
