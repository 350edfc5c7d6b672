// `import table`, as scripts use it: a preview, the same applied, and the columns named in a file.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEYAN_JULY, writeTable } from '../tables/sample-tables.ts'

const CLI = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))
let folder = ''
let data = ''
let file = ''

function yaodian(...words: string[]) {
  return spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8', timeout: 60_000 })
}
function json(...words: string[]) {
  const { status, stdout } = yaodian(...words, '--json')
  return { status, said: JSON.parse(stdout) }
}
const table = (...words: string[]) => json('import', 'table', file, '--data', data, ...words)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yaodian-table-'))
  data = join(folder, 'data')
  file = await writeTable(join(folder, '进展.xlsx'), KEYAN_JULY)
  expect(yaodian('init', '--data', data, '--at', '2020-01-02').status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = ['--month', '2020-07', '--department', 'keyan']

test('a preview in the shape of `import template`, with the columns it took', () => {
  const { status, said } = table(...place)
  expect([status, said.applied, said.recorded]).toEqual([0, false, 0])
  expect(said.columns[6]).toEqual({
    ...{ column: 'G', heading: '完成情况 / 7月', meaning: 'value' },
    ...{ confidence: 'sure', reason: '标题是“7月”' },
  })
  expect(said.changes[0]).toMatchObject({
    ...{ indicator: 'i7', field: 'value', from: null, to: 3 },
    ...{ sheet: '7月进展', cell: 'G5', near: null, isDoubtful: false },
  })
  expect(said.unread.slice(0, 2)).toEqual([
    {
      ...{ sheet: '7月进展', cell: 'H5', text: '20' },
      reason: '和台账对不上：上月累计0加本月数3是3，表里的累计没有读入，请核对',
    },
    {
      ...{ sheet: '7月进展', cell: 'G6', text: '约2个' },
      reason: '不是能用的数，请只填数字，例如 18 或 2.5',
    },
  ])
})

test('applied, and applied again; near names only where they are asked for', () => {
  expect(table(...place, '--apply').said).toMatchObject({ applied: true, recorded: 5 })
  expect(table(...place, '--apply').said).toMatchObject({ applied: true, recorded: 0 })
  expect(table(...place, '--apply', '--near').said).toMatchObject({ applied: true, recorded: 1 })
  expect(table(...place).said.changes).toEqual([])
})

test('columns named in a file are taken, and remembered once applied', () => {
  const columns = join(folder, 'columns.json')
  writeFileSync(columns, JSON.stringify({ '指标（事项）': '指标名称', H: '本年累计', 备注: 'note' }))
  const { said } = table('--month', '2020-08', '--department', 'keyan', '--columns', columns, '--apply')
  expect(said.columns.map(({ meaning }: { meaning: string }) => meaning).join()).toBe(
    'ignored,ignored,indicator,ignored,ignored,ignored,ignored,total,ignored,ignored,note',
  )
  expect(said.changes[0]).toMatchObject({ indicator: 'i7', to: 17, isDoubtful: true })
  expect(said.changes[0].remarks).toEqual([
    '取的是公式上次算出的结果',
    '按本年累计20减去上月累计3得出',
    '前面有6个月台账里没有数，请核对',
  ])
  const again = table('--month', '2020-08').said.columns
  expect(again[7]).toMatchObject({ meaning: 'total', reason: '标题写的是7月，导入的是8月，请核对' })
  expect(again[10]).toMatchObject({ meaning: 'note', reason: '沿用上次确认的' })
})

test.each([
  ['{"没有这一列": "备注"}', '栏目文件有误（表里没有“没有这一列”这一列）'],
  ['{"备注": "别的"}', '栏目文件有误（“备注”不能读作“别的”）'],
  ['["备注"]', '栏目文件有误（不是对象）'],
  ['{', '栏目文件有误（'],
])('a file of columns that says %s is refused', (text, message) => {
  const columns = join(folder, 'wrong.json')
  writeFileSync(columns, text)
  const { status, said } = table(...place, '--columns', columns)
  expect([status, said.code, said.message.startsWith(message)]).toEqual([1, 'table-columns-file', true])
})

test('people read lines; bad usage ends with 2, a workbook without a table with 1', async () => {
  const run = yaodian(
    'import',
    'table',
    file,
    '--data',
    data,
    '--month',
    '2020-09',
    '--department',
    'keyan',
    '--columns',
    join(folder, 'columns.json'),
  )
  expect(run.stdout).toContain('  C　指标（事项）　→ 指标名称\n')
  expect(run.stdout).toContain('需要核对的4处，没有录入（核对后加 --near 录入）：\n')
  expect(yaodian('import', 'table', file, '--data', data).status).toBe(2)
  const words = await writeTable(join(folder, '说明.xlsx'), { name: '说明', rows: [['请如实填写']] })
  expect(json('import', 'table', words, '--data', data, '--month', '2020-07')).toMatchObject({
    status: 1,
    said: {
      code: 'table-not-found',
      message:
        '没有找到表头：要有一栏是指标、任务之类的名称，另有一栏是目标、本月数、进展等，请在表里补上表头，或换一张工作表。',
    },
  })
})
