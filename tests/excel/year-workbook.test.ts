// 全年台账 as a file, read back by openpyxl and LibreOffice; and a table of 100,000 rows within its memory.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LongReport } from '../../src/core/reports/record-table.ts'
import { YEAR_PLAN, yearInput } from '../../src/core/reports/testing/sample-years.ts'
import { yearReport } from '../../src/core/reports/year-report.ts'
import { aReading, aReport, StateBuilder } from '../../src/core/testing/builders.ts'
import { writeLongWorkbook } from '../../src/excel/write-long-workbook.ts'
import { longReport, longRow } from './long-rows.ts'
import {
  areSecondReadersDeclaredAbsent,
  type ReadBook,
  readWithOpenpyxl,
  savedByLibreOffice,
} from './second-readers.ts'
import { SHEET_ORDER } from './sheet-order-of-schema.ts'
import { childrenOfRoot, partsOf, withoutResults } from './workbook-parts.ts'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-year-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function written(name: string, report: LongReport): Promise<Uint8Array> {
  const file = join(folder, `${name}.xlsx`)
  await writeLongWorkbook(report, file, () => undefined)
  return new Uint8Array(readFileSync(file))
}

const PRINTED = ['说明', '全年台账', '逐月进度', '举措逐月', '县区园区分解表', '处室汇总']
const RECORDS = ['明细', '佐证材料']
/** Leads of formulas, controls, codes and markup, as people paste them. */
const NASTY = [
  '=1+1',
  '+7',
  '-3',
  '@SUM(A1)',
  '\t=2',
  'a\u0007b',
  '_x000D_',
  '<b>&"x"</b>',
  '  两边有空格  ',
  '甲\n乙',
]

/** Nasty words in every free text, and a plan without localities or measures beside it. */
function nasty(): LongReport {
  const story = new StateBuilder(YEAR_PLAN)
  NASTY.forEach((note, at) => {
    const month = `2020-${String(at + 1).padStart(2, '0')}`
    story.read('2020-01-20T09:00', aReading(month, at / 8, { indicator: 'cases', note }))
    story.report('2020-01-20T09:00', aReport(month, { status: 'blocked', progress: note, problems: note }))
  })
  return yearReport(yearInput({ state: story.state, basis: 'latest' }))
}

const BOOKS: Readonly<Record<string, () => LongReport>> = {
  sample: () => yearReport(yearInput()),
  untouched: () => yearReport(yearInput({ state: new StateBuilder(YEAR_PLAN).state })),
  nasty,
}
const books: Record<string, Uint8Array> = {}

beforeAll(async () => {
  for (const [name, make] of Object.entries(BOOKS)) books[name] = await written(name, make())
})

describe('the file itself', () => {
  test.each(Object.keys(BOOKS))('%s: element order of every sheet follows the schema', (name) => {
    const sheets = Object.entries(partsOf(books[name] ?? new Uint8Array())).filter(([part]) =>
      /^xl\/worksheets\/[^/]+\.xml$/.test(part),
    )
    expect(sheets).toHaveLength(PRINTED.length + RECORDS.length)
    for (const [, xml] of sheets) {
      const places = childrenOfRoot(xml).map((each) => SHEET_ORDER.indexOf(each))
      expect(places).not.toContain(-1)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  test('shared texts are counted, every reference leads to one, and content types come first', () => {
    for (const bytes of Object.values(books)) {
      const parts = partsOf(bytes)
      expect(Object.keys(parts)[0]).toBe('[Content_Types].xml')
      const table = parts['xl/sharedStrings.xml'] ?? ''
      const texts = table.match(/<si>/g)?.length ?? 0
      expect(/uniqueCount="(\d+)"/.exec(table)?.[1]).toBe(String(texts))
      const references = Object.entries(parts)
        .filter(([part]) => part.startsWith('xl/worksheets/'))
        .flatMap(([, xml]) => [...xml.matchAll(/t="s"><v>(\d+)<\/v>/g)].map(([, id]) => Number(id)))
      expect(/\scount="(\d+)"/.exec(table)?.[1]).toBe(String(references.length))
      expect(Math.max(...references)).toBeLessThan(texts)
    }
  })

  test('the same report gives the same bytes', async () => {
    const [sample] = [BOOKS.sample]
    if (sample === undefined) throw new Error('no sample')
    expect(Buffer.compare(await written('again', sample()), books.sample ?? new Uint8Array())).toBe(0)
  })

  test('texts come back as they were typed, none as a formula', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((books.nasty ?? new Uint8Array()).slice().buffer)
    const sheet = workbook.getWorksheet('明细')
    const headings = sheet?.getRow(1).values
    const heading = Array.isArray(headings) ? headings.indexOf('说明、进展') : 0
    const notes: string[] = []
    sheet?.eachRow((row, number) => {
      const { value, formula } = row.getCell(heading)
      expect(formula).toBeUndefined()
      if (number > 1 && row.getCell(5).value === '失信案件') notes.push(String(value))
    })
    expect(notes).toEqual(NASTY.map((text) => text.replace('\u0007', '')))
  })
})

if (areSecondReadersDeclaredAbsent) {
  test('openpyxl and LibreOffice did not run: declared absent', () => {
    expect(process.env.YAODIAN_SECOND_READERS).toBe('none')
  })
} else {
  describe('read with openpyxl @workbook-eyes', () => {
    let book: ReadBook
    beforeAll(() => {
      book = readWithOpenpyxl(books.sample ?? new Uint8Array())
    })

    test('printed sheets first, record tables behind them', () => {
      expect(Object.keys(book)).toEqual([...PRINTED, ...RECORDS])
      expect([...PRINTED, ...RECORDS].map((name) => [book[name]?.paper, book[name]?.orientation])).toEqual(
        [9, 8, 8, 8, 8, 9, 8, 8].map((paper) => [paper, 'landscape']),
      )
      expect(new Set(Object.values(book).map(({ footer }) => footer))).toEqual(new Set(['第 &P 页 共 &N 页']))
    })

    test.each(RECORDS)(
      '%s: no merged cell, no dash, one heading row that stays in sight and repeats',
      (name) => {
        const sheet = book[name]
        expect([sheet?.merges, sheet?.printTitles]).toEqual([[], '$1:$1'])
        expect(sheet?.freeze).toMatch(/^[A-Z]2$/)
        expect(Object.values(sheet?.cells ?? {}).filter(({ value }) => value === '—')).toEqual([])
        expect(Object.values(sheet?.cells ?? {}).filter(({ formula }) => formula !== null)).toEqual([])
      },
    )

    test('numbers at full precision in their format, lights and states in words', () => {
      const cells = book.明细?.cells ?? {}
      expect([cells.M2?.value, cells.P2?.value, cells.P2?.format]).toEqual([
        43.333333333333336,
        1.4444444444444444,
        '0.0%',
      ])
      expect([cells.H2?.value, cells.S2?.value, cells.N11?.format]).toEqual(['数字', '★ 已完成', '"≤"0'])
      expect(book.逐月进度?.cells.H6).toMatchObject({ value: 3, format: '0" ■"' })
    })

    test('programmes are merged where it is printed', () => {
      expect(book.全年台账?.merges).toEqual(expect.arrayContaining(['A1:O1', 'B5:B7', 'B8:B9']))
    })

    test('what looks like a formula stays a text when somebody edits it', () => {
      const quoted = Object.values(readWithOpenpyxl(books.nasty ?? new Uint8Array()).明细?.cells ?? {})
        .filter(({ isQuoted }) => isQuoted)
        .map(({ value }) => value)
      expect(new Set(quoted)).toEqual(new Set(['=1+1', '+7', '-3', '@SUM(A1)', '\t=2']))
    })
  })

  describe('worked out by LibreOffice @workbook-eyes', () => {
    test('every formula gives the stored value, none an error', () => {
      const names = Object.keys(BOOKS)
      const given = names.map((name) => books[name] ?? new Uint8Array())
      const saved = savedByLibreOffice(given.map(withoutResults)).map(readWithOpenpyxl)
      let formulas = 0
      given.map(readWithOpenpyxl).forEach((stored, index) => {
        for (const [name, { cells }] of Object.entries(stored)) {
          for (const [address, { value, formula }] of Object.entries(cells)) {
            const again = saved[index]?.[name]?.cells[address]?.value
            if (formula !== null) formulas += 1
            // LibreOffice keeps 15 digits of a double's 17.
            if (typeof value === 'number')
              expect(Math.abs(Number(again) - value), `${name}!${address}`).toBeLessThan(1e-12)
            else expect(again, `${names[index]} ${name}!${address}`).toEqual(value)
          }
        }
      })
      expect(formulas).toBeGreaterThan(80)
    })
  })
}

describe('100,000 rows', () => {
  const file = join(folder, 'long.xlsx')

  test('are written within 300 MB, whole', async () => {
    const run = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'long-workbook-memory.ts'), file, '100000'],
      { encoding: 'utf8', env: {} },
    )
    expect(run.stderr).toBe('')
    expect((JSON.parse(run.stdout) as { megabytes: number }).megabytes).toBeLessThan(300)
    const xml = partsOf(new Uint8Array(readFileSync(file)))['xl/worksheets/sheet2.xml'] ?? ''
    expect(xml).toContain('<dimension ref="A1:L100001"/>')
    expect(xml.match(/<row /g)).toHaveLength(100_001)
    const last = /<row r="100001".*<\/row>/.exec(xml)?.[0] ?? ''
    expect(last).toContain(`<v>${longRow(99_999)[4]}</v>`)
    expect(last).toContain(`${longRow(99_999)[3]}</t>`)
  })

  test('progress is told in rows, up to all of them', async () => {
    const told: (readonly [number, number])[] = []
    await writeLongWorkbook(longReport(3000), join(folder, 'told.xlsx'), (...rows) => told.push(rows))
    expect(told.length).toBeGreaterThan(3)
    expect(told.every(([done], at) => done >= (told[at - 1]?.[0] ?? 0))).toBe(true)
    expect(told.at(-1)).toEqual([3000, 3000])
  })

  test('a full disk is an error, not a file that looks whole', async () => {
    if (!statSync('/dev/full', { throwIfNoEntry: false })?.isCharacterDevice()) return
    await expect(writeLongWorkbook(longReport(3000), '/dev/full', () => undefined)).rejects.toMatchObject({
      code: 'ENOSPC',
    })
  })
})
