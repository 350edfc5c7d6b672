// The shipped 示例数据, told through the real rules into a real store: what every page can show must be in it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillExample } from '../../src/application/fill-example.ts'
import { readPlanFile } from '../../src/application/read-plan-file.ts'
import { exampleStory } from '../../src/contract/example-story.ts'
import type { SubmissionStatus } from '../../src/core/measuring/status.ts'
import type { BureauState } from '../../src/core/state/bureau-state.ts'
import { measureMonth } from '../../src/core/state/measure-month.ts'
import { parseInstant } from '../../src/core/values/civil-time.ts'
import { monthsOfYearUpTo, type ReportingMonth } from '../../src/core/values/reporting-month.ts'
import { storeFolder } from '../../src/storage/open-store.ts'

const resources = join(import.meta.dirname, '../../resources')
const storyText = readFileSync(join(resources, 'example-story.json'), 'utf8')
const story = exampleStory.parse(JSON.parse(storyText))
const months = monthsOfYearUpTo('2020-06')

let folder: string
let state: BureauState

beforeAll(() => {
  const plan = readPlanFile(readFileSync(join(resources, 'example-plan.json'), 'utf8'))
  if (!plan.ok) throw new Error(plan.rejection.message)
  folder = mkdtempSync(join(tmpdir(), 'yaodian-example-'))
  const journal = storeFolder(join(folder, 'data'), { owner: 'command' }).create((empty) =>
    fillExample(empty, plan.value, storyText),
  )
  state = journal.state()
  journal.close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const accepted = (month: ReportingMonth) => measureMonth(state, month, 'accepted')
const indicator = (id: string, month: ReportingMonth) =>
  accepted(month).indicators.find((each) => each.id === id)
const measure = (id: string, month: ReportingMonth) => accepted(month).measures.find((each) => each.id === id)

/** "keyan 2020-03" of every department-month that answers yes. */
const departmentMonths = (isMeant: (submission: SubmissionStatus) => boolean) =>
  months.flatMap((month) =>
    accepted(month)
      .submissions.filter(isMeant)
      .map(({ department }) => `${department} ${month}`),
  )

describe('the story itself', () => {
  test('says that it is made up', () => {
    expect(story.note).toContain('示例数据')
    expect(story.note).toContain('均为虚构')
    expect(story.bureauName).toContain('示例')
    expect(state.isExample).toBe(true)
  })

  test('is told in rising order of time, each step one act', () => {
    const times = [story.startedAt, ...story.steps.map((step) => step.at)].map(parseInstant)
    expect(times).not.toContain(null)
    expect(times.every((time, index) => index === 0 || Number(time) > Number(times[index - 1]))).toBe(true)
    expect(story.steps.filter(({ at: _at, as: _as, ...act }) => Object.keys(act).length !== 1)).toEqual([])
  })

  test('has somebody of every role, and a clerk in every department that leads something', () => {
    const people = [...state.people.values()]
    expect(new Set(people.map((person) => person.role))).toEqual(
      new Set(['clerk', 'head', 'office', 'leader']),
    )
    const clerks = people.filter((person) => person.role === 'clerk').map((person) => person.department)
    const leads = [...(state.plan?.indicators ?? []), ...(state.plan?.measures ?? [])].map(({ lead }) => lead)
    expect(new Set(clerks)).toEqual(new Set(leads))
  })

  test('uses every state that a cell can be filled with', () => {
    const states = months.flatMap((month) => accepted(month).indicators.map((each) => each.state))
    expect(new Set(states)).toEqual(
      new Set(['blank', 'number', 'no-progress', 'not-applicable', 'not-yet-published']),
    )
  })
})

describe('reporting', () => {
  test('everything is accepted but June of 法规处, which has not reported', () => {
    expect(departmentMonths(({ state }) => state !== 'accepted')).toEqual(['fagui 2020-06'])
    expect(accepted('2020-06').submissions.find(({ department }) => department === 'fagui')).toMatchObject({
      state: 'none',
      filled: 0,
      expected: 1,
    })
    expect(accepted('2020-06').reportingRate).toBe(0.75)
  })

  test('one month was sent back, with its reason, and reported again in time', () => {
    expect(departmentMonths(({ timesReturned }) => timesReturned > 0)).toEqual(['keyan 2020-03'])
    expect(accepted('2020-03').submissions.find(({ department }) => department === 'keyan')).toMatchObject({
      state: 'accepted',
      timesReturned: 1,
      returnReason: expect.stringContaining('与登记系统导出的4.60亿元不一致'),
      onTime: true,
    })
    expect(indicator('i14', '2020-03')?.monthAmount).toBe(4.6)
  })

  test('one month was submitted late, another was made good after its due day', () => {
    expect(departmentMonths(({ onTime }) => onTime === false)).toEqual(['quyu 2020-02', 'fagui 2020-04'])
  })

  test('two accepted months were corrected with a reason and accepted again', () => {
    expect(departmentMonths(({ correctionReason }) => correctionReason !== null)).toEqual([
      'quyu 2020-03',
      'keyan 2020-04',
    ])
    expect(indicator('i14', '2020-04')).toMatchObject({
      actual: 11.85,
      isCorrectionPending: false,
      note: expect.stringContaining('由2.45亿元更正为2.75亿元'),
    })
  })

  test('two cells show 黄(已补): one was red when first accepted, one was blank on its due day', () => {
    const madeGood = months.flatMap((month) =>
      accepted(month)
        .indicators.filter(({ label }) => label === '黄(已补)')
        .map(({ id, why }) => ({ month, id, why })),
    )
    expect(madeGood).toEqual([
      {
        month: '2020-03',
        id: 'i12',
        why: expect.stringMatching(/首次审核时\(\d+月\d+日\)为红,\d+月\d+日更正/),
      },
      { month: '2020-04', id: 'i11', why: expect.stringMatching(/到期时\(4月\d+日\)未填报,\d+月\d+日补报/) },
    ])
  })
})

describe('June', () => {
  test('tells the worked example', () => {
    const registered = indicator('i14', '2020-06')
    expect(registered).toMatchObject({ actual: 18, light: 'yellow', label: '滞后', completion: 0.45 })
    expect(registered?.why).toContain(
      '截至6月累计18亿元,序时应达20亿元,完成序时90.0%,低于100%、不低于85%,故为黄',
    )
    expect(registered?.whatItTakes).toBe('剩余6个月月均需3.67亿元')
  })

  test('shows every light among the indicators, and four among the programmes', () => {
    const { indicators, programmes } = accepted('2020-06')
    expect(new Set(indicators.map(({ light }) => light))).toEqual(
      new Set(['blue', 'green', 'yellow', 'red', 'grey']),
    )
    expect(programmes).toHaveLength(9)
    expect(new Set(programmes.map(({ light }) => light))).toEqual(new Set(['green', 'yellow', 'red', 'grey']))
    expect(indicator('i11', '2020-06')).toMatchObject({ light: 'grey', label: '未填报', actual: 112 })
    expect(indicator('i4', '2020-06')?.actual).toBe(446)
    expect(indicator('i5', '2020-06')?.paceRatio).toBe(1.52)
    expect(indicator('i6', '2020-06')?.verdict).toBe('已达确保目标,距力争目标差1.68个百分点')
  })

  test('has a measure with an overdue milestone, a blocked one, and one that was done in May', () => {
    expect(measure('p4m1', '2020-06')).toMatchObject({
      light: 'yellow',
      overdueMilestones: [{ id: 'p4m1s1', due: '2020-06' }],
    })
    expect(measure('p9m3', '2020-06')).toMatchObject({ status: 'blocked', light: 'yellow' })
    expect(measure('p8m3', '2020-04')?.status).toBe('under-way')
    expect(measure('p8m3', '2020-05')?.light).toBe('blue')
    expect(measure('p8m3', '2020-06')?.light).toBe('blue')
  })

  test('holds nothing that waits: provisional and accepted figures are the same', () => {
    expect({ ...measureMonth(state, '2020-06', 'latest'), provisional: false }).toEqual(accepted('2020-06'))
  })
})

describe('figures that belong together', () => {
  test('the share of GDP counts the contracts registered in its quarter', () => {
    const share = state.readings.get('i9')?.get('2020-04')?.cells.get('')?.latest.body
    expect(Number(share?.numerator)).toBe(indicator('i14', '2020-03')?.actual)
    expect(share?.unitNote).toBe('亿元')
  })

  test('no month has more new engineering centres than new research units, which cover them', () => {
    const amounts = months.map((month) => [
      indicator('i10', month)?.monthAmount ?? 0,
      indicator('i7', month)?.monthAmount ?? 0,
    ])
    expect(amounts.filter(([centres = 0, units = 0]) => centres > units)).toEqual([])
  })

  test('the number of valid high-tech enterprises never grows by more than the new ones', () => {
    const grown = months.slice(1).map((month, index) => {
      const before = indicator('i4', months[index] ?? '')?.actual ?? 0
      return {
        month,
        growth: (indicator('i4', month)?.actual ?? 0) - before,
        added: indicator('i3', month)?.monthAmount ?? 0,
      }
    })
    expect(grown.filter(({ growth, added }) => growth > added)).toEqual([])
    expect(grown.find(({ month }) => month === '2020-05')).toMatchObject({ growth: 2, added: 3 })
  })
})
