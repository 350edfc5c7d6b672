// Builders for tests: each test names only what it is about.

import { nextHybridTime } from '../journal/hybrid-clock.ts'
import type { EntryDraft, IndicatorReading, JournalEntry, MeasureReport } from '../journal/journal-entry.ts'
import { measureIndicator } from '../measuring/measure-indicator.ts'
import { readingsByMonth } from '../measuring/preview.ts'
import {
  type AnnualPlan,
  type Indicator,
  indexPlan,
  type Measure,
  type PlanIndex,
  type PlannedIndicator,
  type Target,
} from '../plan/annual-plan.ts'
import { type BureauState, emptyState } from '../state/bureau-state.ts'
import { applyEntry } from '../state/fold-entries.ts'
import { parseInstant } from '../values/civil-time.ts'

export function aTarget(target: Partial<Target> = {}): Target {
  return { year: 2020, comparator: 'at-least', committed: 100, ...target }
}

export function anIndicator(indicator: Partial<Indicator> = {}): Indicator {
  return {
    id: 'i1',
    name: '新增高企',
    unit: '家',
    mode: 'monthly-flow',
    lead: 'gaoxin',
    key: true,
    programme: 'p1',
    targets: [aTarget()],
    ...indicator,
  }
}

export function aMeasure(measure: Partial<Measure> = {}): Measure {
  return { id: 'p1m1', name: '强化培育', ...measure }
}

/** A plan of one programme, led by 高新处, with 科研处 beside it. */
export function aPlan(plan: Partial<AnnualPlan> & { measures?: readonly Measure[] } = {}): AnnualPlan {
  const { measures, ...rest } = plan
  return {
    title: '2020年全市科技工作要点',
    years: { from: 2020, to: 2021 },
    departments: [
      { id: 'gaoxin', name: '高新处', kind: 'department' },
      { id: 'keyan', name: '科研处', kind: 'department' },
      {
        id: 'localities',
        name: '各县区、园区',
        kind: 'group',
        members: [
          { id: 'lianshui', name: '涟水县', kind: 'county' },
          { id: 'xuyi', name: '盱眙县', kind: 'county' },
        ],
      },
    ],
    programmes: [
      { id: 'p1', name: '培育行动', lead: 'gaoxin', participating: ['localities'], measures: measures ?? [] },
    ],
    indicators: [anIndicator()],
    ...rest,
  }
}

export function planned(indicator: Indicator): PlannedIndicator {
  const found = indexPlan(aPlan({ indicators: [indicator] })).indicatorsById.get(indicator.id)
  if (found === undefined) throw new Error('unreachable')
  return found
}

/** "2020-03": 5 → a reading; a state name → that state; [n, d] → parts. */
export type Shorthand = number | string | readonly [number, number]

export function aReading(
  month: string,
  content: Shorthand,
  extra: Partial<IndicatorReading> = {},
): IndicatorReading {
  const empty = {
    month,
    indicator: 'i1',
    locality: null,
    value: null,
    numerator: null,
    denominator: null,
    unitNote: null,
    note: null,
  }
  if (typeof content === 'number') return { ...empty, state: 'number', value: String(content), ...extra }
  if (typeof content === 'string') return { ...empty, state: content as IndicatorReading['state'], ...extra }
  return {
    ...empty,
    state: 'number',
    numerator: String(content[0]),
    denominator: String(content[1]),
    ...extra,
  }
}

export function aReport(month: string, report: Partial<MeasureReport> = {}): MeasureReport {
  return {
    month,
    measure: 'p1m1',
    status: null,
    progress: null,
    problems: null,
    nextSteps: null,
    milestonesDone: [],
    evidence: [],
    ...report,
  }
}

/** Measures one indicator from a list of month → shorthand. */
export function measured(
  indicator: Indicator,
  month: string,
  readings: Readonly<Record<string, Shorthand>> | readonly IndicatorReading[],
  bands = { green: 1, yellow: 0.85 },
) {
  const list = Array.isArray(readings)
    ? (readings as readonly IndicatorReading[])
    : Object.entries(readings as Record<string, Shorthand>).map(([each, content]) => aReading(each, content))
  const input = { planned: planned(indicator), bands, month, readings: readingsByMonth(list) }
  return { input, result: measureIndicator(input) }
}

/** A journal in memory that stamps and folds as the real one does; for rules that need a state. */
export class StateBuilder {
  readonly state: BureauState = emptyState()
  readonly entries: JournalEntry[] = []
  #newest: string | null = null

  constructor(plan: AnnualPlan = aPlan(), at = '2020-01-02T09:00') {
    this.append(
      [
        {
          kind: 'plan-put-in-force',
          subject: 'plan',
          basis: null,
          body: { plan, isExample: false, bureauName: null },
        },
      ],
      at,
    )
  }

  get plan(): PlanIndex {
    if (this.state.plan === null) throw new Error('unreachable')
    return this.state.plan
  }

  append(drafts: readonly EntryDraft[], at: string, author = '王敏'): this {
    for (const draft of drafts) {
      const time = nextHybridTime(this.#newest, parseInstant(at) ?? 0)
      this.#newest = time
      const seq = this.entries.length + 1
      const entry: JournalEntry = {
        ...draft,
        id: `e${seq}`,
        device: 'd1',
        seq,
        time,
        isClockSet: true,
        author,
        previous: null,
        hash: `h${seq}`,
      }
      this.entries.push(entry)
      applyEntry(this.state, entry)
    }
    return this
  }

  read(at: string, ...readings: IndicatorReading[]): this {
    return this.append(
      readings.map((body) => ({
        kind: 'indicator-reading-recorded',
        subject: `reading/${body.month}/${body.indicator}`,
        basis: null,
        body,
      })),
      at,
    )
  }

  report(at: string, ...reports: MeasureReport[]): this {
    return this.append(
      reports.map((body) => ({
        kind: 'measure-progress-recorded',
        subject: `measure/${body.month}/${body.measure}`,
        basis: null,
        body,
      })),
      at,
    )
  }

  submit(at: string, month: string, department = 'gaoxin'): this {
    return this.append(
      [
        {
          kind: 'submission-submitted',
          subject: `submission/${month}/${department}`,
          basis: null,
          body: { department, month },
        },
      ],
      at,
    )
  }

  accept(at: string, month: string, department = 'gaoxin'): this {
    return this.append(
      [
        {
          kind: 'submission-accepted',
          subject: `submission/${month}/${department}`,
          basis: null,
          body: { department, month },
        },
      ],
      at,
      '李强',
    )
  }

  sendBack(at: string, month: string, reason = '核对', department = 'gaoxin'): this {
    return this.append(
      [
        {
          kind: 'submission-returned',
          subject: `submission/${month}/${department}`,
          basis: null,
          body: { department, month, reason },
        },
      ],
      at,
      '李强',
    )
  }

  correct(at: string, month: string, reason = '更正', department = 'gaoxin'): this {
    return this.append(
      [
        {
          kind: 'correction-opened',
          subject: `submission/${month}/${department}`,
          basis: null,
          body: { department, month, reason },
        },
      ],
      at,
    )
  }
}
