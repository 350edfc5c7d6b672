// 全年台账 through every host: started, watched to its end, cancelled without a trace, other calls answered meanwhile.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ExportProgress } from '../../src/contract/long-export-calls.ts'
import { type Call, callInProcess, callOverHttp, callThroughWindow } from './contract-hosts.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HOSTS: readonly (readonly [string, (dataFolder: string) => Promise<Call>])[] = [
  ['the application itself', callInProcess],
  ['the window', callThroughWindow],
  ['the browser host', callOverHttp],
]

interface Story {
  readonly call: Call
  /** of the exports */
  readonly folder: string
}

async function example(open: (dataFolder: string) => Promise<Call>): Promise<Story> {
  const dataFolder = join(temporaryFolder(), 'data')
  const call = await open(dataFolder)
  expect(await call('store.openExample', {})).toMatchObject({ ok: true })
  return { call, folder: join(dataFolder, '导出') }
}

async function progress(call: Call, name: string, input: object): Promise<ExportProgress> {
  const answer = await call(name, input)
  if (!answer.ok) throw new Error(answer.rejection.message)
  return answer.value as ExportProgress
}

/** Follows the newest export; answers its end and the stages it went through. */
async function toItsEnd(call: Call): Promise<{ readonly end: ExportProgress; readonly stages: string[] }> {
  const stages = new Set<string>()
  let seen = 0
  for (;;) {
    const now = await progress(call, 'exports.progress', { seen })
    stages.add(now.stage)
    if (now.state !== 'running') return { end: now, stages: [...stages] }
    expect(now.step).toBeGreaterThan(seen)
    seen = now.step
  }
}

const NAME = '2020年全年台账（示例数据）.xlsx'

describe.each(HOSTS)('%s', (_name, open) => {
  test('the file is there when it is done, and only then', async () => {
    const { call, folder } = await example(open)
    expect(await progress(call, 'exports.progress', {})).toMatchObject({ job: null, state: 'none' })
    const started = await progress(call, 'year.export', { year: 2020 })
    expect([started.state, existsSync(join(folder, NAME))]).toEqual(['running', false])
    const { end, stages } = await toItsEnd(call)
    expect(end).toMatchObject({
      job: started.job,
      state: 'done',
      file: { fileName: NAME, place: join(folder, NAME) },
      rejection: null,
    })
    expect([end.done, end.total > 200, stages.at(-1)]).toEqual([end.total, true, 'rows'])
    expect(readdirSync(folder)).toEqual([NAME])
    expect(readFileSync(join(folder, NAME)).subarray(0, 2).toString()).toBe('PK')
  })

  test('one at a time; other calls are answered; cancelled, nothing of it is left', async () => {
    const { call, folder } = await example(open)
    const { job } = await progress(call, 'year.export', { year: 2020 })
    expect(await call('year.export', { year: 2020 })).toMatchObject({
      ok: false,
      rejection: {
        code: 'export-running',
        message: `正在导出${NAME}，请等它完成，或先取消再导出。`,
      },
    })
    expect(await call('overview.read', { month: '2020-06' })).toMatchObject({ ok: true })
    expect(await progress(call, 'exports.cancel', { job })).toMatchObject({ state: 'cancelled', file: null })
    expect(readdirSync(folder)).toEqual([])
    expect(await progress(call, 'exports.cancel', { job })).toMatchObject({ state: 'cancelled' })
    expect(await progress(call, 'year.export', { year: 2020, provisional: true })).toMatchObject({
      state: 'running',
    })
    const { end } = await toItsEnd(call)
    expect(end.file?.fileName).toBe('2020年全年台账（含未审核数）（示例数据）.xlsx')
  })
})

test('a year outside the plans is refused, and a store that is gone is told at the end', async () => {
  const { call, folder } = await example(callInProcess)
  expect(await call('year.export', { year: 2021 })).toMatchObject({
    rejection: {
      code: 'year-outside-plan',
      message: '2021年不在已启用要点的年度（2020年至2020年）内，请改选年度。',
    },
  })
  const { state } = await progress(call, 'year.export', { year: 2020 })
  rmSync(join(folder, '../示例'), { recursive: true })
  expect([state, (await toItsEnd(call)).end]).toMatchObject([
    'running',
    { state: 'refused', file: null, rejection: { code: 'store-missing' } },
  ])
  expect(readdirSync(folder)).toEqual([])
})
