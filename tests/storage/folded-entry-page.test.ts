// 本月填报 with hundreds of 县区园区: folded rows say the same as whole ones, only shorter.
import { expect, test } from 'vitest'
import type { EntryPage } from '../../src/contract/api.ts'
import { brokenDownService } from './broken-down-service.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const session = { actor: '王敏' }

async function aService(localities: number) {
  const service = brokenDownService(tempFolder(), localities)
  const record = (month: string, value: number) =>
    service.call(
      'entry.record',
      {
        sheets: [
          {
            month,
            department: 'a',
            readings: ['i0', 'i1'].flatMap((indicator) =>
              [0, 1, 2].map((at) => ({ indicator, locality: `x${at}`, value: value + at, note: '核对过' })),
            ),
          },
        ],
      },
      session,
    )
  expect(await record('2020-01', 1)).toMatchObject({ ok: true })
  expect(await record('2020-02', 10)).toMatchObject({ ok: true })
  const read = async (open?: readonly string[]): Promise<EntryPage> => {
    const input = { department: 'a', month: '2020-02', ...(open === undefined ? {} : { open: [...open] }) }
    const answer = await service.ask('entry.read', input, session)
    if (!answer.ok) throw new Error(answer.rejection.message)
    return answer.value
  }
  return { service, read }
}

test('of more than 300, those that are opened come whole and the others say how many they are', async () => {
  const { service, read } = await aService(151)
  const whole = await read()
  expect(whole.indicators.map(({ folded, localities }) => [folded, localities.length])).toEqual([
    [null, 151],
    [null, 151],
  ])
  const page = await read(['i1'])
  const [first, second] = page.indicators
  expect(second).toEqual(whole.indicators[1])
  expect(first).toEqual({
    ...whole.indicators[0],
    localities: [],
    readings: [],
    folded: { count: 151, filled: 3 },
  })
  expect({ ...page, indicators: [] }).toEqual({ ...whole, indicators: [] })
  service.close()
})

test('what is doubtful in folded rows is asked for apart, and is what their pages would say', async () => {
  const { service } = await aService(151)
  const record = (indicator: string, value: number, note?: string) => {
    const readings = [{ indicator, locality: 'x1', value, ...(note === undefined ? {} : { note }) }]
    return service.ask('entry.record', { sheets: [{ month: '2020-03', department: 'a', readings }] }, session)
  }
  const doubts = async (indicators: string[]) => {
    const answer = await service.ask(
      'entry.doubts',
      { department: 'a', month: '2020-03', indicators },
      session,
    )
    return answer.ok ? answer.value.figures : answer
  }
  expect(await record('i0', 90)).toMatchObject({ value: { warnings: [{ code: 'far-above-usual' }] } })
  expect(await doubts(['i0', 'i1'])).toEqual([{ indicator: 'i0', locality: 'x1' }])
  expect(await doubts(['i1'])).toEqual([])
  await record('i0', 90, '集中认定')
  expect(await doubts(['i0', 'i1'])).toEqual([])
  service.close()
})

test('of 300 and fewer, all come whole; months before come without their explanations', async () => {
  const { service, read } = await aService(150)
  const page = await read([])
  expect(page).toEqual(await read())
  const [flow] = page.indicators
  expect(flow?.folded).toBeNull()
  expect(flow?.previousTotal).toBe(6)
  expect(flow?.readings.map(({ month, value, note }) => [month, value, note])).toEqual([
    ['2020-01', '1', null],
    ['2020-01', '2', null],
    ['2020-01', '3', null],
    ['2020-02', '10', '核对过'],
    ['2020-02', '11', '核对过'],
    ['2020-02', '12', '核对过'],
  ])
  expect(flow?.history.map(({ month, text }) => [month, text])).toEqual([
    ['2020-02', '第2县 12'],
    ['2020-01', '第2县 3'],
  ])
  service.close()
})
