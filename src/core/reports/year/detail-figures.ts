// What 明细 knows of each indicator's months: the whole as measured, and each locality's own amounts and totals.

import type { IndicatorReading } from '../../journal/journal-entry.ts'
import { accumulateMonths } from '../../measuring/accumulate.ts'
import type { MeasuredIndicator } from '../../measuring/measure-indicator.ts'
import type { IndicatorId, LocalityId, PlannedIndicator } from '../../plan/annual-plan.ts'
import { readingsOf } from '../../state/bureau-state.ts'
import { measureIndicatorSeries } from '../../state/measure-state.ts'
import { type Exact, toNumber } from '../../values/exact.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import type { YearContext } from './year-context.ts'

/** In the unit; null where there is no number. */
export interface LocalityFigure {
  readonly amount: number | null
  readonly actual: number | null
}

export interface IndicatorFigures {
  whole(month: ReportingMonth): MeasuredIndicator | null
  local(locality: LocalityId, month: ReportingMonth): LocalityFigure
}

const NOTHING: LocalityFigure = { amount: null, actual: null }

/** Each indicator is worked out when it is first asked for, and kept: rows come month by month. */
export function indicatorFigures(context: YearContext): (planned: PlannedIndicator) => IndicatorFigures {
  const known = new Map<IndicatorId, IndicatorFigures>()
  return (planned) => {
    const { id } = planned.indicator
    const found = known.get(id) ?? figuresOf(context, planned)
    known.set(id, found)
    return found
  }
}

function figuresOf(context: YearContext, { indicator }: PlannedIndicator): IndicatorFigures {
  const { months } = context
  const { state, basis } = context.input
  const wholes = new Map(
    measureIndicatorSeries(state, indicator.id, months, basis).map(
      ({ month, result }) => [month, result] as const,
    ),
  )
  const places = new Map(months.map((month, at) => [month, at]))
  const locals = new Map<LocalityId, LocalityFigure[]>()
  for (const [locality, own] of readingsByLocality(readingsOf(state, indicator.id, basis))) {
    locals.set(
      locality,
      accumulateMonths(indicator, own, months).map(({ monthAmount, actual }) => ({
        amount: numberOrNull(monthAmount),
        actual: numberOrNull(actual),
      })),
    )
  }
  return {
    whole: (month) => wholes.get(month) ?? null,
    local: (locality, month) => locals.get(locality)?.[places.get(month) ?? -1] ?? NOTHING,
  }
}

type OwnReadings = Map<ReportingMonth, Map<'', IndicatorReading>>

function readingsByLocality(readings: ReturnType<typeof readingsOf>): Map<LocalityId, OwnReadings> {
  const found = new Map<LocalityId, OwnReadings>()
  for (const [month, cells] of readings) {
    for (const [locality, reading] of cells) {
      if (locality === '') continue
      const own: OwnReadings = found.get(locality) ?? new Map()
      own.set(month, new Map([['', reading]]))
      found.set(locality, own)
    }
  }
  return found
}

function numberOrNull(value: Exact | null): number | null {
  return value === null ? null : toNumber(value)
}
