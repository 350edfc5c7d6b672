// A bureau where every text that people type begins like a formula: one department, programme, measure, indicator and
// locality for each text, each field marked with its own words, so that it can be found again in a workbook.
import type { AnnualPlan } from '../../src/core/plan/annual-plan.ts'
import type { BulletinInput } from '../../src/core/reports/bulletin.ts'
import { inputFor } from '../../src/core/reports/testing/sample-bulletins.ts'
import { measureMonth } from '../../src/core/state/measure-month.ts'
import { aReading, aReport, aTarget, StateBuilder } from '../../src/core/testing/builders.ts'

const MAY = '2020-05'
export const MONTH = '2020-06'

/** Fields that people type into. */
export const FIELDS = [
  ...['计划', '单位名', '处室', '县区', '行动', '举措', '节点', '指标', '计量单位', '说明', '佐证'],
  ...['进展', '问题', '下一步', '退回原因', '更正原因', '调整原因', '文号', '新增举措', '填报人'],
] as const
export type Field = (typeof FIELDS)[number]

/** The text as it stands in a field, with the mark by which it is found. */
export type Marked = (field: Field, at: number) => string

export const markOf = (field: Field, at: number) => `〔${field}${at}〕`

export const marked =
  (texts: readonly string[]): Marked =>
  (field, at) =>
    `${texts[at] ?? ''}${markOf(field, at)}`

const count = (many: number) => Array.from({ length: many }, (_, at) => at)

function planOf(many: number, text: Marked, isOneDepartment: boolean): AnnualPlan {
  const lead = (at: number) => (isOneDepartment ? 'd0' : `d${at}`)
  return {
    title: text('计划', 0),
    years: { from: 2020, to: 2020 },
    departments: [
      ...count(many).map((at) => ({ id: `d${at}`, name: text('处室', at), kind: 'department' as const })),
      {
        id: 'localities',
        name: '各县区、园区',
        kind: 'group',
        members: count(many).map((at) => ({ id: `x${at}`, name: text('县区', at), kind: 'county' as const })),
      },
    ],
    programmes: count(many).map((at) => ({
      id: `p${at}`,
      name: text('行动', at),
      lead: lead(at),
      participating: at === 0 ? ['localities'] : [],
      measures: [
        {
          id: `m${at}`,
          name: text('举措', at),
          lead: lead(at),
          milestones: [{ id: `s${at}`, name: text('节点', at), due: '2020-04' }],
        },
      ],
    })),
    indicators: count(many).map((at) => ({
      id: `i${at}`,
      name: text('指标', at),
      unit: text('计量单位', at),
      mode: at % 3 === 1 ? ('ratio' as const) : ('monthly-flow' as const),
      programme: `p${at}`,
      lead: lead(at),
      key: true,
      byLocality: at === 0,
      targets: [aTarget({ committed: 90 })],
    })),
  }
}

/** May accepted, corrected and accepted again; June reported and sent back; targets and plan amended. */
export function injectedBureau(texts: readonly string[], isOneDepartment = false): StateBuilder {
  const text = marked(texts)
  const all = count(texts.length)
  const story = new StateBuilder(planOf(texts.length, text, isOneDepartment))
  const figures = (month: string, more: number) =>
    all.flatMap((at) => {
      const own = {
        indicator: `i${at}`,
        note: text('说明', at),
        evidence: [{ path: text('佐证', at) }],
      }
      if (at > 0) return [aReading(month, at % 3 === 1 ? [at + more, at * 9] : at + more, own)]
      return all.map((place) => aReading(month, place + more, { ...own, locality: `x${place}` }))
    })
  const reports = (month: string) =>
    all.map((at) =>
      aReport(month, {
        measure: `m${at}`,
        status: 'blocked',
        progress: text('进展', at),
        problems: text('问题', at),
        nextSteps: text('下一步', at),
        evidence: [{ path: text('佐证', at) }],
      }),
    )
  const departments = isOneDepartment ? [0] : all
  const each = (month: string, at: string, act: 'submit' | 'accept' | 'correct' | 'sendBack') => {
    for (const department of departments) {
      const id = `d${department}`
      if (act === 'submit' || act === 'accept') story[act](at, month, id)
      else story[act](at, month, text(act === 'correct' ? '更正原因' : '退回原因', department), id)
    }
  }
  story.read('2020-05-20T09:00', ...figures(MAY, 0)).report('2020-05-20T09:00', ...reports(MAY))
  each(MAY, '2020-05-21T09:00', 'submit')
  each(MAY, '2020-05-22T09:00', 'accept')
  each(MAY, '2020-05-23T09:00', 'correct')
  story.read('2020-05-24T09:00', ...figures(MAY, 1))
  each(MAY, '2020-05-25T09:00', 'submit')
  each(MAY, '2020-05-26T09:00', 'accept')
  story.append(
    all.flatMap((at) => [
      {
        kind: 'target-revised' as const,
        subject: `target/i${at}`,
        basis: null,
        body: {
          indicator: `i${at}`,
          committed: '80',
          stretch: null,
          from: MONTH,
          reason: text('调整原因', at),
          documentNumber: text('文号', at),
        },
      },
      {
        kind: 'plan-amended' as const,
        subject: 'plan',
        basis: null,
        body: {
          from: MONTH,
          reason: text('调整原因', at),
          documentNumber: text('文号', at),
          changes: [
            {
              kind: 'measure-added' as const,
              programme: `p${at}`,
              measure: { id: `n${at}`, name: text('新增举措', at) },
            },
          ],
        },
      },
    ]),
    '2020-06-02T09:00',
  )
  story.read('2020-06-20T09:00', ...figures(MONTH, 2)).report('2020-06-20T09:00', ...reports(MONTH))
  for (const at of departments)
    story.append(
      [
        {
          kind: 'submission-submitted',
          subject: `submission/${MONTH}/d${at}`,
          basis: null,
          body: { department: `d${at}`, month: MONTH },
        },
      ],
      '2020-06-21T09:00',
      text('填报人', at),
    )
  each(MONTH, '2020-06-22T09:00', 'sendBack')
  return story
}

export function injectedBulletin(texts: readonly string[]): BulletinInput {
  const story = injectedBureau(texts)
  return inputFor(story, {
    bureauName: marked(texts)('单位名', 0),
    status: { ...measureMonth(story.state, MONTH, 'latest'), asOf: null },
    madeBy: marked(texts)('填报人', 0),
  })
}
