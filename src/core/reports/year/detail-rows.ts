// What a row of 明细 says about its cell: what was filled in, by whom, how it stands, and who accepted it.

import { evidenceName } from '../../journal/evidence-file.ts'
import { epochOf } from '../../journal/hybrid-clock.ts'
import type { Evidence, IndicatorReading, MeasureReport, ReadingState } from '../../journal/journal-entry.ts'
import { cellState, numberOf } from '../../measuring/accumulate.ts'
import { LIGHT_MARKS, type Light, type LightLabel } from '../../measuring/status.ts'
import { fullWidth } from '../../measuring/wording.ts'
import { type PlannedIndicator, type PlannedMeasure, targetInForce } from '../../plan/annual-plan.ts'
import { type Cell, planOf, type Recorded } from '../../state/bureau-state.ts'
import { measureStatusInState } from '../../state/measure-state.ts'
import { civilTimeOf } from '../../values/civil-time.ts'
import { type Exact, exact, toNumber } from '../../values/exact.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import { measureStatusWord, takenFromWords } from '../bulletin/item-words.ts'
import { targetShape } from '../bulletin/target-cells.ts'
import { figureShape, percentShape, roundedShape } from '../number-shape.ts'
import type { RecordCell } from '../record-table.ts'
import { countingEntry, type DetailCell } from './detail-cells.ts'
import type { DetailRow } from './detail-columns.ts'
import { indicatorFigures } from './detail-figures.ts'
import { unitName, type YearContext } from './year-context.ts'

/** The states of a cell, told apart; a measure's cell says its status. */
const STATE_WORDS: Readonly<Record<ReadingState, string>> = {
  blank: '未填',
  number: '数字',
  'no-progress': '本月无进展',
  'not-applicable': '不适用',
  'not-yet-published': '尚未统计',
}

/** The row of a broken-down indicator as a whole, beside those of its localities. */
const WHOLE = '合计'

/** What a row of 明细 says about its cell. */
export function detailRows(context: YearContext): (cell: DetailCell) => DetailRow {
  const figures = indicatorFigures(context)
  return (cell) => {
    if (cell.kind === 'measure') return measureCells(context, cell.planned, cell.month)
    const { planned, month, locality } = cell
    return {
      ...itemCells(context, planned, month),
      kind: '指标',
      name: planned.indicator.name,
      unit: planned.indicator.unit,
      ...(locality === null
        ? wholeCells(context, cell, figures(planned).whole(month))
        : localityCells(context, { ...cell, locality }, figures(planned).local(locality, month))),
    }
  }
}

function itemCells(
  context: YearContext,
  { programme, lead }: PlannedIndicator | PlannedMeasure,
  month: ReportingMonth,
): DetailRow {
  const plan = planOf(context.input.state).at(month)
  return {
    month,
    programme: programme?.name ?? '主要目标',
    lead: lead === null ? null : unitName(plan, lead),
  }
}

type IndicatorCell = Extract<DetailCell, { kind: 'indicator' }>
type Whole = ReturnType<ReturnType<ReturnType<typeof indicatorFigures>>['whole']>

function wholeCells(
  context: YearContext,
  { planned, month, isParted }: IndicatorCell,
  whole: Whole,
): DetailRow {
  const { indicator } = planned
  const { bands } = planOf(context.input.state).at(month)
  const target = targetInForce(indicator, month)
  const decimals = indicator.decimals ?? 0
  const asTyped = (value: number) => ({ value, shape: figureShape(value, decimals) })
  const asShare = (value: number) => ({ value, shape: percentShape(value, bands) })
  const cell = cellOf(context, planned, month, '')
  return {
    locality: isParted || indicator.byLocality === true ? WHOLE : null,
    ...(planned.takenFrom !== null
      ? { state: STATE_WORDS[whole?.state ?? 'blank'], note: takenFromWords(planned.takenFrom) }
      : isParted
        ? { state: STATE_WORDS[cellState(countingReadings(context, planned, month))] }
        : readingCells(context, planned, cell)),
    amount: mapped(whole?.monthAmount, asTyped),
    actual: mapped(whole?.actual, (value) => ({ value, shape: figureShape(value, decimals) })),
    committed: target?.committed == null ? null : shaped(target.committed, targetShape(indicator, target)),
    stretch: target?.stretch == null ? null : shaped(target.stretch, targetShape(indicator, target)),
    completion: mapped(whole?.completion, asShare),
    expected: mapped(whole?.expected, (value) => ({ value, shape: roundedShape(value, decimals) })),
    pace: mapped(whole?.pace, asShare),
    light: whole === null ? null : lightWord(whole.light, whole.label),
  }
}

function localityCells(
  context: YearContext,
  { planned, month, locality }: IndicatorCell & { readonly locality: string },
  { amount, actual }: { readonly amount: number | null; readonly actual: number | null },
): DetailRow {
  const plan = planOf(context.input.state).at(month)
  const decimals = planned.indicator.decimals ?? 0
  return {
    locality:
      (plan.localitiesById.get(locality) ?? context.plan.localitiesById.get(locality))?.name ?? locality,
    ...readingCells(context, planned, cellOf(context, planned, month, locality)),
    amount: amount === null ? null : { value: amount, shape: figureShape(amount, decimals) },
    actual: actual === null ? null : { value: actual, shape: figureShape(actual, decimals) },
  }
}

/** What was filled in, by whom and when. */
function readingCells(
  context: YearContext,
  { indicator }: PlannedIndicator,
  cell: Cell<IndicatorReading> | undefined,
): DetailRow {
  const recorded = countingEntry(cell, context.input.basis)
  const body = recorded?.body
  const value = body === undefined ? null : numberOf(body, indicator.unit)
  const part = (text: string | null | undefined) =>
    text == null ? null : mapped(exact(text), (figure) => ({ value: figure, shape: figureShape(figure, 0) }))
  return {
    state: STATE_WORDS[body?.state ?? 'blank'],
    value: mapped(value, (figure) => ({
      value: figure,
      shape: figureShape(figure, indicator.decimals ?? 0),
    })),
    numerator: part(body?.numerator),
    denominator: part(body?.denominator),
    note: body?.note ?? null,
    ...entryCells(recorded, cell),
    evidence: evidenceNames(body?.evidence ?? []),
  }
}

function measureCells(context: YearContext, planned: PlannedMeasure, month: ReportingMonth): DetailRow {
  const { state, basis } = context.input
  const cell = state.measures.get(planned.measure.id)?.get(month)
  const recorded = countingEntry<MeasureReport>(cell, basis)
  const { light, label } = measureStatusInState(state, planned, month, basis)
  return {
    ...itemCells(context, planned, month),
    kind: '举措',
    name: planned.measure.name,
    state: measureStatusWord(recorded?.body.status ?? null),
    light: lightWord(light, label),
    note: recorded?.body.progress ?? null,
    problems: recorded?.body.problems ?? null,
    nextSteps: recorded?.body.nextSteps ?? null,
    ...entryCells(recorded, cell),
    evidence: evidenceNames(recorded?.body.evidence ?? []),
  }
}

function entryCells<Body>(recorded: Recorded<Body> | null, cell: Cell<Body> | undefined): DetailRow {
  return {
    author: recorded?.author ?? null,
    time: recorded === null ? null : civilTimeOf(epochOf(recorded.time)),
    review: cell === undefined ? null : reviewWord(cell),
  }
}

/** 更正待审: an accepted value keeps counting while a newer one waits. */
export function reviewWord<Body>({ latest, accepted }: Cell<Body>): string {
  if (accepted === null) return '待审核'
  return accepted.entry === latest.entry ? '已审核' : '更正待审'
}

function cellOf(
  context: YearContext,
  { indicator }: PlannedIndicator,
  month: ReportingMonth,
  locality: string,
) {
  return context.input.state.readings.get(indicator.id)?.get(month)?.cells.get(locality)
}

function countingReadings(context: YearContext, { indicator }: PlannedIndicator, month: ReportingMonth) {
  const cells = context.input.state.readings.get(indicator.id)?.get(month)?.cells ?? new Map()
  return new Map(
    [...cells].flatMap(([locality, cell]) => {
      const recorded = countingEntry<IndicatorReading>(cell, context.input.basis)
      return recorded === null ? [] : [[locality, recorded.body] as const]
    }),
  )
}

function evidenceNames(evidence: readonly Evidence[]): string | null {
  return evidence.length === 0 ? null : evidence.map(evidenceName).join('；')
}

function lightWord(light: Light, label: LightLabel): RecordCell {
  return { value: `${LIGHT_MARKS[light]} ${fullWidth(label)}`, light }
}

function mapped(value: Exact | null | undefined, cell: (value: number) => RecordCell): RecordCell {
  return value == null ? null : cell(toNumber(value))
}

function shaped(value: number, shapeOf: ReturnType<typeof targetShape>): RecordCell {
  return { value, shape: shapeOf(value) }
}
