// Figures to measure with: the example plan as a bureau fills it in, and a plan of the size of a province.
import { readFileSync } from 'node:fs'
import type { Stamp } from '../src/application/ports.ts'
import type { EntryDraft, IndicatorReading, MeasureReport } from '../src/core/journal/journal-entry.ts'
import { subjectOf } from '../src/core/journal/journal-entry.ts'
import type { AccumulationMode, AnnualPlan } from '../src/core/plan/annual-plan.ts'

export const START = Date.UTC(2020, 0, 2, 1)

export function stampAt(minutes: number): Stamp {
  return { author: '王敏', wallMs: START + minutes * 60_000, isClockSet: true }
}

export function examplePlan(): AnnualPlan {
  return JSON.parse(
    readFileSync(new URL('../resources/example-plan.json', import.meta.url), 'utf8'),
  ) as AnnualPlan
}

export function planDraft(plan: AnnualPlan): EntryDraft {
  return {
    kind: 'plan-put-in-force',
    subject: subjectOf.plan(),
    basis: null,
    body: { plan, isExample: true, bureauName: null },
  }
}

export function readingDraft(
  reading: Pick<IndicatorReading, 'month' | 'indicator' | 'value'> & { locality?: string; note?: string },
): EntryDraft {
  const { month, indicator, value, locality = null, note = null } = reading
  const body: IndicatorReading = {
    month,
    indicator,
    locality,
    state: 'number',
    value,
    numerator: null,
    denominator: null,
    unitNote: null,
    note,
  }
  return {
    kind: 'indicator-reading-recorded',
    subject: subjectOf.reading(month, indicator, locality),
    basis: null,
    body,
  }
}

export function reportDraft(month: string, measure: string): EntryDraft {
  const words = {
    progress: '已完成摸底，召开部门联席会议一次，形成工作清单。',
    problems: null,
    nextSteps: '按清单推进。',
  }
  const body: MeasureReport = {
    month,
    measure,
    status: 'under-way',
    ...words,
    milestonesDone: [],
    evidence: [],
  }
  return { kind: 'measure-progress-recorded', subject: subjectOf.measure(month, measure), basis: null, body }
}

export const monthName = (number: number) => `2020-${String(number).padStart(2, '0')}`

/** Half a year of the example plan: every cell filled, all months but the last accepted. */
export function halfYear(plan: AnnualPlan): EntryDraft[][] {
  return Array.from({ length: 6 }, (_, index) => {
    const month = monthName(index + 1)
    const readings = plan.indicators.map(({ id }, item) =>
      readingDraft({ month, indicator: id, value: String(((index + 1) * (item + 3)) / 2) }),
    )
    const reports = plan.programmes.flatMap((programme) =>
      (programme.measures ?? []).map(({ id }) => reportDraft(month, id)),
    )
    const departments = index === 5 ? [] : plan.departments.filter(({ kind }) => kind === 'department')
    const acceptances = departments.map(({ id: department }): EntryDraft => {
      const subject = subjectOf.submission(month, department)
      return { kind: 'submission-accepted', subject, basis: null, body: { department, month } }
    })
    return [...readings, ...reports, ...acceptances]
  })
}

const MODES: readonly AccumulationMode[] = ['monthly-flow', 'running-total', 'stock']

export const LOCALITIES = 100
export const INDICATORS = 60

/** Nine programmes, 60 indicators, each broken down by 100 localities. */
export function provincePlan(): AnnualPlan {
  const members = Array.from({ length: LOCALITIES }, (_, index) => ({
    id: `x${index}`,
    name: `第${index + 1}县`,
    kind: 'county' as const,
  }))
  return {
    title: '2020年全省科技工作要点',
    years: { from: 2020, to: 2020 },
    departments: [
      { id: 'a', name: '高新处', kind: 'department' },
      { id: 'localities', name: '各县区、园区', kind: 'group', members },
    ],
    programmes: Array.from({ length: 9 }, (_, index) => ({
      id: `p${index + 1}`,
      name: `第${index + 1}项行动`,
      lead: 'a',
    })),
    indicators: Array.from({ length: INDICATORS }, (_, index) => ({
      id: `i${index + 1}`,
      name: `第${index + 1}项指标`,
      unit: '家',
      mode: MODES[index % MODES.length] ?? 'stock',
      programme: `p${1 + (index % 9)}`,
      key: true,
      byLocality: true,
      targets: [{ year: 2020, comparator: 'at-least' as const, committed: 20_000 }],
    })),
  }
}

/** The n-th reading of a province's year: localities within indicators within months, later ones correct earlier ones. */
export function provinceReading(index: number): EntryDraft {
  const cell = index % (LOCALITIES * INDICATORS * 12)
  const month = monthName(1 + Math.floor(cell / (LOCALITIES * INDICATORS)))
  const indicator = `i${1 + (Math.floor(cell / LOCALITIES) % INDICATORS)}`
  return readingDraft({
    month,
    indicator,
    locality: `x${cell % LOCALITIES}`,
    value: String(((index * 7) % 400) / 10),
    note: '按季度统计口径核对，含园区数据。',
  })
}
