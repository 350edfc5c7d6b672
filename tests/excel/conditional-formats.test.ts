// Traffic lights as conditional formats: each light's cell is met by the one rule of its own mark, in its own colours.
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { LIGHT_MARKS } from '../../src/core/measuring/status.ts'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import { comparedInput } from '../../src/core/reports/testing/compared-bulletin.ts'
import { largeInput, sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import { areSecondReadersDeclaredAbsent, askOpenpyxl } from './second-readers.ts'
import { partsOf } from './workbook-parts.ts'

/** Mark → ink and ground of its rule; '' where it has no ground. */
const COLOURS: Readonly<Record<string, readonly [ink: string, ground: string]>> = {
  '★': ['FF1F4E79', ''],
  '●': ['FF2E6B34', ''],
  '▲': ['FF7F5200', 'FFFFF4D6'],
  '■': ['FFA61C1C', 'FFFBE3E0'],
  '○': ['FF595959', ''],
}
const MARKS = Object.values(LIGHT_MARKS)

interface Rule {
  readonly column: string
  readonly first: number
  readonly last: number
  readonly mark: string
  readonly address: string
  readonly colours: readonly [string, string]
}

let parts: Record<string, string>[]
let books: Uint8Array[]
beforeAll(async () => {
  books = await Promise.all(
    [sampleInput(), comparedInput(), largeInput(200)].map((input) => writeWorkbook(bulletinReport(input))),
  )
  parts = books.map(partsOf)
})

function rulesOf(xml: string, styles: string): Rule[] {
  const looks = [...styles.matchAll(/<dxf>(.*?)<\/dxf>/g)].map(([, look = '']): [string, string] => [
    /<color rgb="(\w+)"/.exec(look)?.[1] ?? '',
    /<bgColor rgb="(\w+)"/.exec(look)?.[1] ?? '',
  ])
  return [...xml.matchAll(/<conditionalFormatting sqref="([A-Z]+)(\d+):[A-Z]+(\d+)">(.*?)<\/cond/g)].flatMap(
    ([, column = '', first, last, inside = '']) =>
      [
        ...inside.matchAll(
          /type="expression" dxfId="(\d+)" priority="\d+"><formula>LEFT\((\w+),1\)=&quot;(.)&quot;/g,
        ),
      ].map(([, look, address = '', mark = '']) => ({
        ...{ column, first: Number(first), last: Number(last), mark, address },
        colours: looks[Number(look)] ?? ['', ''],
      })),
  )
}

describe.each([
  ['sample', 0, 30],
  ['compared', 1, 20],
  ['large', 2, 400],
] as const)('%s', (_name, which, least) => {
  test('every light is met by one rule, of its mark and in its colours', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(books[which]?.slice().buffer ?? new ArrayBuffer(0))
    let lights = 0
    for (const [at, sheet] of workbook.worksheets.entries()) {
      const rules = rulesOf(
        parts[which]?.[`xl/worksheets/sheet${at + 1}.xml`] ?? '',
        parts[which]?.['xl/styles.xml'] ?? '',
      )
      for (const rule of rules) expect(rule.address).toBe(`${rule.column}${rule.first}`)
      sheet.eachRow((row, number) => {
        row.eachCell((cell) => {
          const mark = String(cell.value).charAt(0)
          // The overview's headings and sentences begin with marks too; a light is a mark, a blank and a word.
          if (!MARKS.includes(mark) || !/^. \S{1,7}$/.test(String(cell.value)) || cell.isMerged) return
          lights += 1
          const column = cell.address.replace(/\d+/, '')
          const own = rules.filter(
            (rule) =>
              rule.column === column && rule.first <= number && number <= rule.last && rule.mark === mark,
          )
          expect([sheet.name, cell.address, own.map(({ colours }) => colours)]).toEqual([
            ...[sheet.name, cell.address],
            [COLOURS[mark]],
          ])
          // What a rule colours has no colour of its own, or a word corrected by hand would keep the old one.
          expect([cell.font.color, cell.fill]).toEqual([undefined, { type: 'pattern', pattern: 'none' }])
        })
      })
    }
    expect(lights).toBeGreaterThan(least)
  })

  test('no two rules of a sheet share a priority', () => {
    const sheets = Object.entries(parts[which] ?? {}).filter(([name]) =>
      /worksheets\/sheet\d+\.xml$/.test(name),
    )
    for (const [name, xml] of sheets) {
      const priorities = [...xml.matchAll(/<cfRule [^>]*?priority="(\d+)"/g)].map(([, each]) => each)
      const inside = priorities.filter((each, index) => priorities.indexOf(each) !== index)
      // A data bar's second half stands in the extension list under the same number.
      const bars = [...xml.matchAll(/<x14:cfRule [^>]*?priority="(\d+)"/g)].map(([, each]) => each)
      expect([name, inside.filter((each) => !bars.includes(each))]).toEqual([name, []])
    }
  })
})

if (!areSecondReadersDeclaredAbsent)
  test('openpyxl reads five rules for each column of lights @workbook-eyes', () => {
    const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: {str(area.sqref): [rule.formula[0] for rule in area.rules if rule.type == 'expression']
    for area in sheet.conditional_formatting} for sheet in book.worksheets}))`
    const read = askOpenpyxl<Record<string, Record<string, string[]>>>(script, [books[0] ?? new Uint8Array()])
    const lights = Object.entries(read.指标进度 ?? {}).filter(([, rules]) => rules.length > 0)
    expect(lights).toEqual([
      [expect.stringMatching(/^L4:L\d+$/), ['★', '●', '▲', '■', '○'].map((mark) => `LEFT(L4,1)="${mark}"`)],
    ])
  })
