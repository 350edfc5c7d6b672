// Before the first start: a bureau's own table of tasks and targets is read into a plan, and a ledger begins with it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../src/contract/api.ts'
import type { AnnualPlan } from '../../src/core/plan/annual-plan.ts'
import { composeService } from '../../src/main/compose-service.ts'
import { answered } from './own-table.ts'
import { PLAN_2021, writeTable } from './sample-tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-first-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function asking(dataFolder: string, givenFile: string) {
  return async <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    actor: string | null = null,
  ): Promise<
    { ok: true; value: CallOutput<Name> } | { ok: false; rejection: { code: string; message: string } }
  > => {
    const service = composeService({ dataFolder, mode: 'command', givenFile })
    try {
      return await service.ask(name, input, { actor })
    } finally {
      service.close()
    }
  }
}

async function readPlan(ask: ReturnType<typeof asking>) {
  const opened = answered(await ask('table.open', { purpose: 'plan' }))
  const columns = opened.columns.map(({ column, meaning }) => ({ column, meaning }))
  const question = { sheet: opened.sheet, columns, title: opened.planTitle, year: opened.planYear }
  return { opened, preview: answered(await ask('table.previewPlan', question)) }
}

const created = (plan: AnnualPlan) => ({
  planText: JSON.stringify(plan),
  person: { name: '陈静', role: 'office' as const },
})

test('programmes, items and units of the table; units are new and no doubt', async () => {
  const file = await writeTable(join(folder, 'plan.xlsx'), PLAN_2021)
  const ask = asking(join(folder, 'one'), file)
  const { opened, preview } = await readPlan(ask)
  expect([opened.planTitle, opened.planYear, opened.rememberedAt]).toEqual([
    '2021年全市科技工作要点',
    2021,
    null,
  ])
  expect(preview.plan.departments.map(({ name, kind }) => [name, kind])).toEqual([
    ['高新处', 'department'],
    ['各县区、园区', 'group'],
    ['科研处', 'department'],
    ['区域处', 'department'],
    ['办公室', 'department'],
    ['市财政局', 'department'],
    ['法规处', 'department'],
  ])
  expect(preview.toCheck.filter(({ message }) => message.includes('不在现有处室里'))).toEqual([])
  expect(await ask('store.create', created(preview.plan))).toMatchObject({
    ok: true,
    value: { planTitle: '2021年全市科技工作要点', years: { from: 2021, to: 2021 } },
  })
  // From now on such a table is the office's, and becomes a draft.
  expect(await ask('table.open', { purpose: 'plan' })).toMatchObject({ rejection: { code: 'not-signed-in' } })
  expect((await readPlan((name, input) => ask(name, input, '陈静'))).preview.plan.indicators[0]?.id).toBe(
    preview.plan.indicators[0]?.id,
  )
})

test('without a year above the table it is the one that runs; a month’s table needs somebody who acts', async () => {
  const file = await writeTable(join(folder, 'no-year.xlsx'), {
    name: '任务',
    rows: [
      ['工作任务', '计量单位', '年度目标', '牵头处室'],
      ['新增国家高新技术企业', '家', 120, '高新处'],
    ],
  })
  const ask = asking(join(folder, 'two'), file)
  const { opened } = await readPlan(ask)
  expect(opened.planYear).toBe(new Date(Date.now() + 8 * 3_600_000).getUTCFullYear())
  expect(await ask('table.open', { purpose: 'month' })).toMatchObject({
    rejection: { code: 'not-signed-in' },
  })
})

test('a plan with an item that nobody leads is refused, and no ledger begins', async () => {
  const file = await writeTable(join(folder, 'no-lead.xlsx'), {
    name: '任务',
    rows: [
      ['2021年工作要点'],
      ['工作任务', '计量单位', '年度目标', '牵头处室'],
      ['新增国家高新技术企业', '家', 120, null],
      ['重大科技成果转化项目', '项', 10, '科研处'],
    ],
  })
  const ask = asking(join(folder, 'three'), file)
  const { preview } = await readPlan(ask)
  expect(await ask('store.create', created(preview.plan))).toMatchObject({
    rejection: { code: 'plan-lead-missing' },
  })
  expect(await ask('session.read', {})).toMatchObject({ value: { store: 'missing' } })
})
