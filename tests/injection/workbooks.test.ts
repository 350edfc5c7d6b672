// Hundreds of texts that begin like a formula, in every field that people type into, in every workbook that goes out:
// read by openpyxl, and again after LibreOffice has opened and saved the file, they are texts with the same characters.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import { entryForm } from '../../src/core/reports/entry-form.ts'
import { nothingInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { yearReport } from '../../src/core/reports/year-report.ts'
import { cleanText, looksLikeFormula } from '../../src/excel/cell-content.ts'
import { writeForm } from '../../src/excel/write-form.ts'
import { writeLongWorkbook } from '../../src/excel/write-long-workbook.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import { areSecondReadersDeclaredAbsent, askOpenpyxl, savedByLibreOffice } from '../excel/second-readers.ts'
import { partsOf } from '../excel/workbook-parts.ts'
import { FORMULA_LEADS } from './formula-leads.ts'
import { type Field, injectedBulletin, injectedBureau, markOf } from './injected-bureau.ts'

const folder = mkdtempSync(join(tmpdir(), 'yaodian-injection-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Kind = 'bulletin' | 'year' | 'template'

/** Fields whose texts each kind of workbook shows, every one of them. */
const SHOWN: Readonly<Record<Kind, readonly Field[]>> = {
  bulletin: [
    ...(['处室', '行动', '举措', '节点', '指标', '计量单位', '说明', '进展', '问题', '下一步'] as const),
    ...(['退回原因', '更正原因', '调整原因', '文号', '新增举措', '填报人'] as const),
  ],
  year: [
    ...(['处室', '县区', '行动', '举措', '节点', '指标', '计量单位', '说明', '佐证'] as const),
    ...(['进展', '问题', '下一步', '新增举措'] as const),
  ],
  template: [
    ...(['县区', '行动', '举措', '节点', '指标', '计量单位', '进展', '问题', '下一步', '新增举措'] as const),
  ],
}

const WRITERS: Readonly<Record<Kind, (texts: readonly string[]) => Promise<Uint8Array>>> = {
  bulletin: (texts) => writeWorkbook(bulletinReport(injectedBulletin(texts))),
  year: async (texts) => {
    const { state } = injectedBureau(texts)
    const madeAt = '2020-07-30T16:30:00.000Z'
    const file = join(folder, 'year.xlsx')
    await writeLongWorkbook(
      yearReport({ state, year: 2020, basis: 'latest', madeAt, madeBy: texts[0] ?? '' }),
      file,
      () => undefined,
    )
    return new Uint8Array(readFileSync(file))
  },
  template: (texts) => {
    const { state, plan } = injectedBureau(texts, true)
    const month = '2020-07'
    return writeForm(entryForm({ state, plan: plan.at(month), month, department: 'd0' }))
  },
}

/** Amendments are looked back at one by one: many small bureaus take less time than a large one. */
const AT_ONCE = 110
/** More 县区园区 than this, changed in one go, are one line. */
const FEW = 5
const chunks = Array.from({ length: Math.ceil(FORMULA_LEADS.length / AT_ONCE) }, (_, at) =>
  FORMULA_LEADS.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
)

interface WrittenBook {
  readonly kind: Kind
  readonly texts: readonly string[]
  readonly bytes: Uint8Array
  /** of the same bureau with harmless texts */
  readonly formulas: number
}

const books: WrittenBook[] = []
beforeAll(async () => {
  for (const texts of chunks)
    for (const kind of ['bulletin', 'year', 'template'] as const) {
      const harmless = await WRITERS[kind](texts.map((text) => '文'.repeat(Math.min(text.length, 10))))
      books.push({ kind, texts, bytes: await WRITERS[kind](texts), formulas: formulasIn(harmless) })
    }
}, 120_000)

function formulasIn(bytes: Uint8Array): number {
  return Object.values(partsOf(bytes)).reduce((sum, xml) => sum + (xml.match(/<f[\s>]/g)?.length ?? 0), 0)
}

/** Cells whose text holds a mark, and how many formulas there are. */
const READ = `
import json, sys, openpyxl
books = []
for file in sys.argv[1:]:
    cells, formulas = [], 0
    for sheet in openpyxl.load_workbook(file, read_only=True).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None: continue
                if cell.data_type == 'f': formulas += 1
                elif isinstance(cell.value, str) and '\\u3014' in cell.value:
                    cells.append([sheet.title, cell.value, bool(cell.style_array.quotePrefix)])
    books.append({'cells': cells, 'formulas': formulas})
print(json.dumps(books))
`
interface SeenBook {
  readonly cells: readonly (readonly [sheet: string, text: string, isQuoted: boolean])[]
  readonly formulas: number
}

/** Shown behind a label alone, where blanks at the ends are left out: 节点：… */
const isLabelled = (kind: Kind, field: Field) => kind === 'year' && field === '节点'

/** Every marked text stands in a text cell of the book with all its characters before the mark. */
function missing(
  { kind, texts }: Pick<WrittenBook, 'kind' | 'texts'>,
  { cells }: SeenBook,
  fields = SHOWN[kind],
): string[] {
  const all = cells.map(([, text]) => text).join('\u0001')
  return fields.flatMap((field) =>
    texts.flatMap((text, at) => {
      const whole = `${cleanText(text)}${markOf(field, at)}`
      const wanted = isLabelled(kind, field) ? whole.trim() : whole
      return all.includes(wanted) ? [] : [`${kind} ${field} ${JSON.stringify(wanted)}`]
    }),
  )
}

test('there are more than four hundred of them, and rules make every pair of leads', () => {
  expect(FORMULA_LEADS.length).toBeGreaterThan(600)
  expect(FORMULA_LEADS).toContain('＝@SUM(1)')
  expect(new Set(FORMULA_LEADS).size).toBe(FORMULA_LEADS.length)
})

test('no text of anybody makes a formula', () => {
  const told = books.map(({ kind, bytes, formulas }) => [kind, formulasIn(bytes), formulas])
  expect(told.filter(([, found, harmless]) => found !== harmless)).toEqual([])
  expect(told.some(([, found]) => found !== 0)).toBe(true)
})

test('nor does the name of a plan, a bureau or whoever made the workbook', async () => {
  const bulletin = async (text: string) => {
    const input = nothingInput()
    const { plan } = input.plan
    return partsOf(
      await writeWorkbook(
        bulletinReport({
          ...input,
          plan: { ...input.plan, plan: { ...plan, title: text } },
          bureauName: text,
          madeBy: text,
        }),
      ),
    )
  }
  for (const text of FORMULA_LEADS.filter((each) => each.length < 100)) {
    const xml = Object.values(await bulletin(text)).join('')
    expect([text, /<f[\s>]/.test(xml)]).toEqual([text, false])
  }
}, 60_000)

describe.skipIf(areSecondReadersDeclaredAbsent)('second readers @workbook-eyes', () => {
  test('openpyxl reads texts, the same characters, marked as texts for whoever edits them', () => {
    const seen = askOpenpyxl<SeenBook[]>(
      READ,
      books.map(({ bytes }) => bytes),
    )
    books.forEach((book, at) => {
      const read = seen[at] ?? { cells: [], formulas: -1 }
      expect(missing(book, read)).toEqual([])
      expect([book.kind, read.formulas]).toEqual([book.kind, book.formulas])
      const unquoted = read.cells.filter(
        ([sheet, text, isQuoted]) => sheet !== '_meta' && looksLikeFormula(text) && !isQuoted,
      )
      expect([book.kind, unquoted]).toEqual([book.kind, []])
    })
  })

  test('县区园区, which a bulletin names where only a few of them changed, are texts as well', async () => {
    const few = Array.from({ length: Math.ceil(FORMULA_LEADS.length / FEW) }, (_, at) =>
      FORMULA_LEADS.slice(at * FEW, (at + 1) * FEW),
    )
    const written = await Promise.all(few.map((texts) => WRITERS.bulletin(texts)))
    const seen = askOpenpyxl<SeenBook[]>(READ, written)
    few.forEach((texts, at) => {
      const read = seen[at] ?? { cells: [], formulas: -1 }
      expect(missing({ kind: 'bulletin', texts }, read, ['县区'])).toEqual([])
    })
  }, 120_000)

  test('LibreOffice opens and saves them as what they were', () => {
    const resaved = savedByLibreOffice(books.map(({ bytes }) => bytes))
    const seen = askOpenpyxl<SeenBook[]>(READ, resaved)
    books.forEach((book, at) => {
      const read = seen[at] ?? { cells: [], formulas: -1 }
      expect(missing(book, read)).toEqual([])
      expect([book.kind, read.formulas]).toEqual([book.kind, book.formulas])
    })
  }, 180_000)
})
