// Workbooks that would show one thing to people and another to a reader that looks less closely, and kinds of hostility
// of their own: each is read as a spreadsheet shows it, or refused.
import { expect, test } from 'vitest'
import { CoveredCells } from '../../src/core/forms/covered-cells.ts'
import type { ReadSheet } from '../../src/core/forms/read-workbook.ts'
import { atOnce } from '../../src/core/steps.ts'
import { openGrid } from '../../src/core/tables/table-grid.ts'
import { readHere } from './read-here.ts'
import {
  makeWorkbook,
  numberCell,
  relation,
  relations,
  row,
  SHEET,
  sheetXml,
  textCell,
  withFirstRow,
  withRows,
  withSheet,
  workbookXml,
  XML,
} from './workbook-maker.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const IGNORED =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:e="urn:e" mc:Ignorable="e"'
const ignoring = (data: string, rest = '') =>
  withSheet(`${XML}<worksheet xmlns="${MAIN}" ${IGNORED}><sheetData>${data}</sheetData>${rest}</worksheet>`)

type Case = readonly [what: string, file: () => Uint8Array, told: string]

const cases: readonly Case[] = [
  [
    'a row that spreadsheets are told to ignore',
    () => ignoring(`${row(1, numberCell('A1', '5'))}<e:row r="2"><e:c r="A2"><e:v>99</e:v></e:c></e:row>`),
    'A1=5',
  ],
  [
    'a cell that they are told to ignore',
    () => ignoring(row(1, `${numberCell('A1', '5')}<e:c r="B1"><e:v>99</e:v></e:c>`)),
    'A1=5',
  ],
  [
    'a value that they are told to ignore',
    () => ignoring(row(1, '<c r="A1"><v>5</v><e:v>99</e:v></c>')),
    'A1=5',
  ],
  [
    'a whole table that they are told to ignore',
    () =>
      ignoring(row(1, numberCell('A1', '5')), `<e:sheetData>${row(2, numberCell('A2', '99'))}</e:sheetData>`),
    'A1=5',
  ],
  [
    'rows in an extension',
    () =>
      withRows(
        row(1, numberCell('A1', '5')),
        `<extLst><ext uri="{1}"><sheetData>${row(2, numberCell('A2', '99'))}</sheetData></ext></extLst>`,
      ),
    'A1=5',
  ],
  [
    'a row within a cell',
    () => withFirstRow(`<c r="A1"><v>5</v><row r="2"><c r="B1"><v>99</v></c></row></c>`),
    'A1=5',
  ],
  [
    'two tables in one sheet',
    () =>
      withSheet(
        `${XML}<worksheet xmlns="${MAIN}"><sheetData>${row(1, numberCell('A1', '5'))}</sheetData><sheetData>${row(2, numberCell('A2', '99'))}</sheetData></worksheet>`,
      ),
    'workbook-damaged',
  ],
  ['two values in one cell', () => withFirstRow('<c r="A1"><v>5</v><v>99</v></c>'), 'workbook-damaged'],
  [
    'a value and a text in one cell',
    () => withFirstRow('<c r="A1" t="inlineStr"><is><t>五</t></is><v>99</v></c>'),
    'workbook-damaged',
  ],
  ['an address of another program', () => ignoring(row(1, '<c e:r="C1" r="A1"><v>5</v></c>')), 'A1=5'],
  [
    'an address inside another value',
    () => ignoring(row(1, `<c e:note=' r="C1" t="s"' r="A1"><v>5</v></c>`)),
    'A1=5',
  ],
  [
    'one number for two relations',
    () =>
      makeWorkbook({
        'xl/_rels/workbook.xml.rels': relations(
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
          relation('rId1', 'worksheet', 'worksheets/sheet2.xml'),
        ),
        'xl/worksheets/sheet2.xml': sheetXml(row(1, numberCell('A1', '99'))),
      }),
    'workbook-damaged',
  ],
  [
    'two sheets of one name',
    () =>
      makeWorkbook({
        'xl/workbook.xml': workbookXml(
          '<sheet name="Table" sheetId="1" r:id="rId1"/><sheet name="TABLE" sheetId="2" r:id="rId1"/>',
        ),
      }),
    'workbook-damaged',
  ],
  [
    'coded characters that are none',
    () => withFirstRow(textCell('A1', 'a_x0000_b_xD800_c_xFFFF_d_xD83D__xDE00_')),
    'A1=abcd😀',
  ],
  [
    'a bracket in more bytes than it needs',
    () =>
      withSheet(
        Buffer.concat([
          Buffer.from('<worksheet><sheetData>'),
          Buffer.from([0xc0, 0xbc]),
          Buffer.from('row r="1"/></sheetData></worksheet>'),
        ]),
      ),
    'workbook-suspicious',
  ],
  [
    'a number of four hundred digits',
    () => withFirstRow(numberCell('A1', '9'.repeat(400))),
    `A1=${'9'.repeat(40)}(error)`,
  ],
  ['a number too small to be one', () => withFirstRow(numberCell('A1', '1E-400')), 'A1=0'],
  [
    'a merge that runs backwards, and one of no rows',
    () =>
      withRows(
        row(1, numberCell('A1', '5')),
        '<mergeCells><mergeCell ref="C3:A1"/><mergeCell ref="A0:B9999999"/></mergeCells>',
      ),
    'A1=5',
  ],
]

test.each(cases)('%s', async (_what, make, told) => {
  expect(await readHere(make())).toBe(told)
})

test('a hundred thousand merges over the whole sheet cost no cell its time', () => {
  const whole = [1, 1, 1_048_576, 16_384]
  const merges = Uint32Array.from({ length: 400_000 }, (_, at) => whole[at % 4] ?? 0)
  const count = 2000
  const sheet: ReadSheet = {
    name: '表一',
    isHidden: false,
    rows: Uint32Array.from({ length: count }, (_, at) => at + 1),
    columns: new Uint16Array(count).fill(1),
    kinds: new Uint8Array(count),
    texts: Array.from({ length: count }, () => '1'),
    merges,
    hiddenRows: new Uint32Array(),
  }
  expect(atOnce(openGrid(sheet))).toMatchObject({ ok: false, rejection: { code: 'table-too-long' } })
  // The sheet's list of merges is gone through once for a row, not once for each of its cells.
  let reads = 0
  const counted = new Proxy(merges, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
      return Reflect.get(target, key, target)
    },
  })
  const covered = new CoveredCells({ ...sheet, merges: counted })
  expect(covered.reasonAt(2, 1)).toMatch(/上下的格子合并/)
  const once = reads
  for (let column = 2; column < 500; column += 1) covered.reasonAt(2, column)
  expect(reads - once).toBeLessThan(once)
})

test('a form’s cell that is merged with its neighbour is told from one that is not', () => {
  const covered = new CoveredCells({ merges: Uint32Array.from([1, 1, 1, 2, 3, 1, 4, 1]) } as ReadSheet)
  expect(covered.reasonAt(1, 1)).toBeNull()
  expect(covered.reasonAt(1, 2)).toMatch(/左边/)
  expect(covered.reasonAt(4, 1)).toMatch(/上下/)
  expect(covered.reasonAt(2, 1)).toBeNull()
})

test('the part that is read is the sheet that the workbook names', async () => {
  // An attribute named id without a prefix is no relation.
  const file = makeWorkbook({
    'xl/workbook.xml': workbookXml('<sheet id="rId2" name="表一" sheetId="1" r:id="rId1"/>'),
    [SHEET]: sheetXml(row(1, numberCell('A1', '5'))),
  })
  expect(await readHere(file)).toBe('A1=5')
})
