// `export template` and `import template`, as scripts use them: JSON on standard output, exit codes, nothing half done.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editForm } from '../forms/returned-form.ts'
import { BUILT_FOLDER } from './built-folder.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND_LINE = join(BUILT_FOLDER, 'main/cli.js')
const place = ['--department', 'keyan', '--month', '2020-06']

interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function yaodian(...words: string[]): Run {
  return spawnSync(process.execPath, [COMMAND_LINE, ...words], { encoding: 'utf8' })
}

function json(...words: string[]) {
  const run = yaodian(...words, '--json')
  return { status: run.status, said: JSON.parse(run.stdout) as Record<string, unknown> }
}

let data: string
let form: string

function store(): void {
  const folder = temporaryFolder()
  data = join(folder, 'data')
  form = join(folder, '填报表.xlsx')
  expect(yaodian('init', '--data', data).status).toBe(0)
}

const ORGANS = '新建市级以上企业研发机构'

test('out, filled in, in, and in again', async () => {
  store()
  const out = json('export', 'template', '--data', data, ...place, '--out', form)
  expect(out).toEqual({ status: 0, said: { ok: true, fileName: '科研处2020年6月填报表.xlsx', place: form } })
  const untouched = readFileSync(form)
  yaodian('export', 'template', '--data', data, ...place, '--out', form)
  expect(readFileSync(form).equals(untouched)).toBe(true)
  await editForm(form, (edited) => {
    edited.indicator(ORGANS).value = '１２家'
    edited.indicator('重大科技成果转化项目').value = '约30%'
  })
  const change = { indicator: 'i7', field: 'value', from: null, to: 12, sheet: '指标填报', cell: 'H5' }
  const unread = { sheet: '指标填报', cell: 'H6', text: '约30%', reason: expect.any(String) }
  const preview = json('import', 'template', form, '--data', data)
  expect(preview).toMatchObject({ status: 0, said: { changes: [change], unread: [unread], applied: false } })
  expect(json('status', '--data', data, '--month', '2020-06', '--provisional').said.fillRate).toBe(0)
  const applied = json('import', 'template', form, '--data', data, '--apply')
  expect(applied).toMatchObject({ status: 0, said: { changes: [change], unread: [unread], applied: true } })
  const again = json('import', 'template', form, '--data', data, '--apply')
  expect(again).toMatchObject({ status: 0, said: { changes: [], unread: [unread], applied: true } })
})

test('people read lines, and reminders apart', async () => {
  store()
  yaodian('export', 'template', '--data', data, ...place, '--out', form)
  await editForm(form, (edited) => {
    edited.indicator(ORGANS).value = 5000
    edited.indicator(ORGANS, '本月说明').value = '待核'
  })
  const run = yaodian('import', 'template', form, '--data', data, '--apply')
  expect(run.stdout.split('\n')).toEqual([
    '已录入2处改动：',
    `  指标填报 H5　${ORGANS}　本月数：空 → 5000`,
    `  指标填报 L5　${ORGANS}　本月说明：空 → 待核`,
    '',
  ])
  expect([run.status, run.stderr.startsWith('提醒：')]).toEqual([0, true])
})

test('refusals end with 1 and their code, bad usage with 2', () => {
  store()
  writeFileSync(form, '<html></html>')
  const refused = json('import', 'template', form, '--data', data)
  expect(refused).toMatchObject({ status: 1, said: { ok: false, code: 'workbook-not-xlsx', details: [] } })
  const missing = json('import', 'template', `${form}.none`, '--data', data, '--apply')
  expect(missing).toMatchObject({ status: 1, said: { code: 'workbook-not-opened' } })
  const nothing = json(
    'export',
    'template',
    '--data',
    data,
    '--department',
    'nongshe',
    '--month',
    '2020-06',
    '--out',
    form,
  )
  expect(nothing).toMatchObject({ status: 1, said: { code: 'nothing-to-report' } })
  expect(yaodian('import', 'template', '--data', data).status).toBe(2)
  expect(yaodian('export', 'template', '--data', data, '--out', form).status).toBe(2)
})
