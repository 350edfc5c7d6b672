import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlanFile } from './read-plan-file.ts'

const good = () => ({
  title: '2020年工作要点',
  years: { from: 2020, to: 2020 },
  departments: [
    { id: 'gaoxin', name: '高新处', kind: 'department' },
    { id: 'grp', name: '各县区', kind: 'group', members: [] },
  ],
  programmes: [{ id: 'p1', name: '行动', lead: 'gaoxin', measures: [{ id: 'm1', name: '举措' }] }],
  indicators: [
    { id: 'i1', name: '甲', unit: '家', programme: 'p1', mode: 'monthly-flow' },
    { id: 'i2', name: '乙', unit: '家', lead: 'gaoxin', mode: 'stock' },
  ],
})
type Draft = Record<string, unknown> & { [Key in keyof ReturnType<typeof good>]: unknown }
// biome-ignore format: one line for each case
const spoil = (change: (plan: ReturnType<typeof good> & Record<string, unknown>) => void): string => {
  const plan = good()
  change(plan as ReturnType<typeof good> & Record<string, unknown>)
  return JSON.stringify(plan as Draft)
}

const NO_DEPARTMENT = '没有编号为“nobody”的处室'
const at = (plan: object, path: string, value: unknown) => {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const holder = steps.reduce((each, step) => (each as Record<string, object>)[step] ?? {}, plan)
  Object.assign(holder, { [last]: value })
}
const changed = (...changes: readonly (readonly [string, unknown])[]) =>
  spoil((plan) => {
    for (const [path, value] of changes) at(plan, path, value)
  })

test.each<[what: string, text: string, places: [string, string][]]>([
  [
    'form alone',
    changed(['indicators.0.mode', 'often']),
    [['indicators[0].mode', '只能是 monthly-flow、running-total、stock、ratio、yearly']],
  ],
  [
    'form and a contradiction elsewhere',
    changed(['indicators.0.decimals', 'two'], ['programmes.0.lead', 'nobody']),
    [
      ['programmes[0].lead', NO_DEPARTMENT],
      ['indicators[0].decimals', '应为数字'],
    ],
  ],
  [
    'both in one object, what the reader finds first first',
    changed(['indicators.1.commited', 1], ['indicators.1.lead', 'nobody'], ['indicators.1.carriedBy', 'p9']),
    [
      ['indicators[1]', '有不认识的项：commited'],
      ['indicators[1].lead', NO_DEPARTMENT],
      ['indicators[1].carriedBy', '没有编号为“p9”的行动'],
    ],
  ],
  [
    'an item without a lead beside a mistake of form',
    changed(['reportingDueDay', 40], ['indicators.1.lead', null]),
    [
      ['reportingDueDay', '不能大于31'],
      ['indicators[1].lead', '“乙”没有牵头处室'],
    ],
  ],
  [
    'nothing is said of what rests on a misshapen place: the unit whose id is no text',
    changed(['departments.0.id', 5], ['indicators.1.lead', 'nobody'], ['indicators.0.dueMonth', 99]),
    [
      ['departments[0].id', '应为文字'],
      ['indicators[0].dueMonth', '不能大于36'],
    ],
  ],
  [
    'nor of years that cannot be read',
    changed(
      ['years.from', '2020年'],
      ['indicators.0.targets', [{ year: 2020, comparator: 'at-least', committed: 5, stretch: 3 }]],
    ),
    [
      ['years.from', '应为数字'],
      ['indicators[0].targets[0].stretch', '确保5已超过力争3'],
    ],
  ],
  [
    'an item that is no object leaves the others their numbers',
    changed(['indicators.0', '新增高企'], ['indicators.1.carriedBy', 'p9']),
    [
      ['indicators[0]', '应为对象'],
      ['indicators[1].carriedBy', '没有编号为“p9”的行动'],
    ],
  ],
  [
    'numbers beyond any statistic',
    changed(
      ['indicators.0.targets', [{ year: 2020, comparator: 'at-least', committed: 1e300 }]],
      ['bands', { green: -1, yellow: 0.5 }],
    ),
    [
      ['bands.green', '不能小于0'],
      ['indicators[0].targets[0].committed', '数值超出范围'],
    ],
  ],
  ['a list in place of the plan', '[]', [['整个文件', '应为对象']]],
  [
    'no departments at all',
    changed(['departments', []], ['indicators.1.carriedBy', 'p9']),
    [['departments', '至少要有1项']],
  ],
])('%s', (_, text, places) => {
  const read = readPlanFile(text)
  expect(read).toMatchObject({ ok: false, rejection: { code: 'plan-file-invalid' } })
  if (read.ok) return
  const { message, details } = read.rejection
  expect(details.map((each) => [each.place, each.message])).toEqual(places)
  expect(message).toBe(
    `要点文件有${places.length}处不符合格式，第一处在 ${places[0]?.[0]}：${places[0]?.[1]}，请改正后再启用。`,
  )
  expect(readPlanFile(text)).toEqual(read)
})

test('a plan whose form is right is read, contradictions and all: a draft may still have them', () => {
  expect(readPlanFile(changed(['indicators.1.carriedBy', 'p9'])).ok).toBe(true)
})

const shipped: unknown = JSON.parse(readFileSync('resources/example-plan.json', 'utf8'))

/** Every place below the root, written as a refusal writes it. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  const here = path.length === 0 ? [] : [[...path]]
  if (typeof value !== 'object' || value === null) return here
  const steps = Array.isArray(value) ? value.map((_, at) => at) : Object.keys(value)
  return [
    ...here,
    ...steps.flatMap((step) => placesIn((value as Record<string | number, unknown>)[step], [...path, step])),
  ]
}

const placeText = (path: readonly (string | number)[]) =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  )

test('of a plan without contradictions, only what was spoilt is told', () => {
  const everywhere = placesIn(shipped)
  const spoilt = fc.array(
    fc.record({ path: fc.constantFrom(...everywhere), junk: fc.constantFrom<unknown>(true, { x: 1 }, [[]]) }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(spoilt, (changes) => {
      const plan: unknown = structuredClone(shipped)
      const done: string[] = []
      for (const { path, junk } of changes) {
        const holder = path
          .slice(0, -1)
          .reduce<unknown>(
            (each, step) => (each as Record<string | number, unknown> | undefined)?.[step],
            plan,
          )
        if (typeof holder !== 'object' || holder === null) continue
        Object.assign(holder, { [path.at(-1) ?? '']: structuredClone(junk) })
        done.push(placeText(path))
      }
      const read = readPlanFile(JSON.stringify(plan))
      const told = read.ok ? [] : read.rejection.details.map(({ place }) => place)
      const isSpoilt = (place: string) =>
        done.some((each) => place === each || place.startsWith(`${each}.`) || place.startsWith(`${each}[`))
      expect(told.filter((place) => !isSpoilt(place))).toEqual([])
    }),
    { numRuns: 400 },
  )
})
