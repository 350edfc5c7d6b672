// 全年台账 of the shipped example: exported by the command line, read back by others, and broken off without a trace.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeService } from '../../src/main/compose-service.ts'
import {
  areSecondReadersDeclaredAbsent,
  type ReadBook,
  readWithOpenpyxl,
  savedByLibreOffice,
} from '../excel/second-readers.ts'
import { partsOf, withoutResults } from '../excel/workbook-parts.ts'

const CLI = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))
const SHEETS = ['说明', '全年台账', '逐月进度', '举措逐月', '县区园区分解表', '处室汇总', '明细', '佐证材料']

let folder = ''
let data = ''
let bytes = new Uint8Array()

function yaodian(...words: string[]) {
  return spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8', timeout: 120_000 })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaodian-year-'))
  data = join(folder, 'data')
  expect(yaodian('demo', '--out', folder).status).toBe(0)
  const out = join(folder, '全年.xlsx')
  const { status, stdout } = yaodian(
    'export',
    'year',
    '--data',
    data,
    '--year',
    '2020',
    '--out',
    out,
    '--json',
  )
  expect([status, JSON.parse(stdout)]).toMatchObject([0, { ok: true, place: out }])
  bytes = readFileSync(out)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('a year that no plan covers is refused, and no file appears', () => {
  const out = join(folder, '别的年.xlsx')
  const { status, stdout } = yaodian(
    'export',
    'year',
    '--data',
    data,
    '--year',
    '2031',
    '--out',
    out,
    '--json',
  )
  expect([status, JSON.parse(stdout)]).toMatchObject([
    1,
    {
      ok: false,
      code: 'year-outside-plan',
      message: '2031年不在已启用要点的年度（2020年至2020年）内，请改选年度。',
    },
  ])
  expect(readdirSync(folder)).not.toContain('别的年.xlsx')
})

test('no part holds an error value, and every sheet is there', () => {
  const parts = partsOf(bytes)
  expect(
    [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name),
  ).toEqual(SHEETS)
  for (const [name, xml] of Object.entries(parts)) expect(xml, name).not.toMatch(/#(REF|NAME|VALUE|DIV\/0)/)
})

test.runIf(areSecondReadersDeclaredAbsent)('openpyxl and LibreOffice did not run: declared absent', () => {
  expect(areSecondReadersDeclaredAbsent).toBe(true)
})

describe.skipIf(areSecondReadersDeclaredAbsent)('second readers @workbook-eyes', () => {
  let book: ReadBook = {}
  beforeAll(() => {
    book = readWithOpenpyxl(bytes)
  })

  test('明细 and 佐证材料 have a row for each entry, no merges, and a frozen heading', () => {
    for (const name of ['明细', '佐证材料']) {
      expect(book[name]?.merges).toEqual([])
      expect(book[name]?.freeze).toMatch(/^[A-Z]+\d+$/)
    }
    const texts = Object.values(book.明细?.cells ?? {}).map(({ value }) => value)
    // The states stay apart: sorting and filtering must not mix what nobody filled in with what has no figure.
    for (const state of ['未填', '本月无进展', '尚未统计']) expect(texts).toContain(state)
    expect(texts).not.toContain('—')
  })

  test('a formula’s result is what LibreOffice works out', () => {
    const [saved] = savedByLibreOffice([withoutResults(bytes)])
    const recalculated = readWithOpenpyxl(saved ?? new Uint8Array())
    let formulas = 0
    for (const [name, sheet] of Object.entries(book))
      for (const [address, cell] of Object.entries(sheet.cells)) {
        if (cell.formula === null) continue
        formulas += 1
        const again = recalculated[name]?.cells[address]?.value
        if (typeof cell.value === 'number')
          expect(Math.abs(Number(again) - cell.value), `${name}!${address}`).toBeLessThan(1e-9)
        else expect(again, `${name}!${address}`).toEqual(cell.value)
      }
    expect(formulas).toBeGreaterThan(20)
  }, 120_000)
})

test('broken off, it leaves no file; started again, it ends with one', async () => {
  const service = composeService({ dataFolder: data, mode: 'window' })
  const session = { actor: '陈静' }
  const files = () => {
    try {
      return readdirSync(join(data, '导出'))
    } catch {
      return []
    }
  }
  try {
    const started = await service.ask('year.export', { year: 2020 }, session)
    expect(started).toMatchObject({ ok: true, value: { state: 'running' } })
    // A second one has to wait for the first.
    expect(await service.ask('year.export', { year: 2020 }, session)).toMatchObject({
      ok: false,
      rejection: { code: 'export-running' },
    })
    expect(await service.ask('exports.cancel', {}, session)).toMatchObject({
      ok: true,
      value: { state: 'cancelled', file: null },
    })
    expect(files()).toEqual([])
    let progress = await service.ask('year.export', { year: 2020 }, session)
    while (progress.ok && progress.value.state === 'running')
      progress = await service.ask(
        'exports.progress',
        { job: progress.value.job, seen: progress.value.step },
        session,
      )
    expect(progress).toMatchObject({ ok: true, value: { state: 'done', rejection: null } })
    expect(files()).toHaveLength(1)
  } finally {
    service.close()
  }
}, 120_000)
