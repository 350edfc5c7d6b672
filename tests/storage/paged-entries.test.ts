// The entries behind an indicator come a page at a time; put together, the pages are all of them.
import { expect, test } from 'vitest'
import type { CallInput } from '../../src/contract/api.ts'
import type { IndicatorEntries } from '../../src/contract/overview-answers.ts'
import { brokenDownService } from './broken-down-service.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const session = { actor: '王敏' }

/** January and February of 60 places each, then February of the first place once more. */
async function aService() {
  const service = brokenDownService(tempFolder(), 60)
  const record = async (month: string, places: number, value: number) => {
    const readings = Array.from({ length: places }, (_, at) => ({
      indicator: 'i0',
      locality: `x${at}`,
      value,
    }))
    const answer = await service.call(
      'entry.record',
      { sheets: [{ month, department: 'a', readings }] },
      session,
    )
    expect(answer).toMatchObject({ ok: true })
  }
  await record('2020-01', 60, 1)
  await record('2020-02', 60, 2)
  await record('2020-02', 1, 3)
  const page = async (input: Partial<CallInput<'indicator.entries'>>): Promise<IndicatorEntries> => {
    const question = { indicator: 'i0', month: '2020-02', provisional: true, ...input }
    const answer = await service.ask('indicator.entries', question, session)
    if (!answer.ok) throw new Error(answer.rejection.message)
    return answer.value
  }
  return { service, page }
}

test('newest first, fifty at a time, until nothing is left', async () => {
  const { service, page } = await aService()
  const pages: IndicatorEntries[] = [await page({})]
  for (let last = pages[0]; last !== undefined && last.left > 0; last = pages.at(-1))
    pages.push(await page({ after: last.entries.at(-1)?.entry ?? null }))
  expect(pages.map(({ entries, left }) => [entries.length, left])).toEqual([
    [50, 71],
    [50, 21],
    [21, 0],
  ])
  const all = pages.flatMap(({ entries }) => entries)
  expect(new Set(all.map(({ entry }) => entry)).size).toBe(121)
  expect(all.map(({ time }) => time)).toEqual(
    all
      .map(({ time }) => time)
      .sort()
      .reverse(),
  )
  expect(all[0]).toMatchObject({ month: '2020-02', locality: 'x0', text: '3', isNewest: true })
  const replaced = all.filter(({ isNewest }) => !isNewest)
  expect(replaced.map(({ month, locality, text }) => [month, locality, text])).toEqual([
    ['2020-02', 'x0', '2'],
  ])
  service.close()
})

test('of one month, its own alone; the months say how many there are and who wrote last', async () => {
  const { service, page } = await aService()
  const february = await page({ of: '2020-02' })
  const rest = await page({ of: '2020-02', after: february.entries.at(-1)?.entry ?? null })
  expect([february.left, rest.entries.length, rest.left]).toEqual([11, 11, 0])
  expect(new Set([...february.entries, ...rest.entries].map(({ month }) => month))).toEqual(
    new Set(['2020-02']),
  )
  expect(await page({ of: '2019-12' })).toEqual({ entries: [], left: 0 })
  const question = { indicator: 'i0', month: '2020-02', provisional: true }
  const answer = await service.ask('indicator.read', question, session)
  expect(answer.ok && answer.value.recorded).toEqual([
    { month: '2020-01', count: 60, newest: { author: '王敏', time: expect.any(String) } },
    { month: '2020-02', count: 61, newest: { author: '王敏', time: february.entries[0]?.time } },
  ])
  service.close()
})
