// Workbooks that are unusual and still say clearly what is in them: made by WPS, LibreOffice, libraries and people.
import { describe, expect, test } from 'vitest'
import { answerReading } from '../../src/excel/reading/workbook-reader-process.ts'
import { readHere } from './read-here.ts'
import {
  BASIC,
  makeWorkbook,
  numberCell,
  relation,
  relations,
  row,
  SHEET,
  sharedXml,
  sheetXml,
  stylesXml,
  textCell,
  withFirstRow,
  withPart,
  withRows,
  withSheet,
  workbookXml,
  XML,
} from './workbook-maker.ts'

const styled = (format: string, value: string, more: { date1904?: boolean } = {}) =>
  withRows(row(1, numberCell('A1', value, '1')), '', {
    'xl/styles.xml': stylesXml(
      `<numFmt numFmtId="170" formatCode="${format}"/>`,
      '<xf numFmtId="0"/><xf numFmtId="170"/>',
    ),
    ...(more.date1904
      ? {
          'xl/workbook.xml': workbookXml(
            '<sheet name="表一" sheetId="1" r:id="rId1"/>',
            '<workbookPr date1904="1"/>',
          ),
        }
      : {}),
  })
const builtIn = (id: number, value: string) =>
  withRows(row(1, numberCell('A1', value, '1')), '', {
    'xl/styles.xml': stylesXml('', `<xf numFmtId="0"/><xf numFmtId="${id}"/>`),
  })
const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=')

type Case = readonly [what: string, file: Uint8Array, told: string]

const packages: readonly Case[] = [
  ['as it is', makeWorkbook(), 'A1=指标 B1=18'],
  ['a comment behind the end', makeWorkbook({}, { comment: 'PK\x05\x06 made by WPS' }), 'A1=指标 B1=18'],
  ['a part that is stored', withPart(SHEET, { isStored: true }), 'A1=指标 B1=18'],
  ['a folder among the parts', makeWorkbook({ 'xl/media/': '' }), 'A1=指标 B1=18'],
  [
    'targets from the root, as WPS writes',
    makeWorkbook({
      'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml')),
    }),
    'A1=指标 B1=18',
  ],
  [
    'no styles and no texts',
    makeWorkbook({ 'xl/styles.xml': null, 'xl/sharedStrings.xml': null }),
    'A1=指标 B1=18',
  ],
  [
    'relations of the strict kind',
    makeWorkbook({
      '_rels/.rels': (BASIC['_rels/.rels'] ?? '').replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
    }),
    'A1=指标 B1=18',
  ],
  ['macros', makeWorkbook({ 'xl/vbaProject.bin': 'Sub Auto_Open()' }), 'A1=指标 B1=18'],
  [
    'links to other workbooks',
    makeWorkbook({
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE never read>',
      'xl/_rels/workbook.xml.rels': relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId9', 'externalLink', 'file:///etc/passwd', ' TargetMode="External"'),
      ),
    }),
    'A1=指标 B1=18',
  ],
  [
    'a document type where nobody reads',
    makeWorkbook({ 'docProps/core.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
    'A1=指标 B1=18',
  ],
  [
    'names like properties of objects',
    makeWorkbook({ __proto__: 'x', 'xl/constructor': 'y', 'xl/__proto__/toString': 'z' }),
    'A1=指标 B1=18',
  ],
  [
    'a chart sheet beside the table',
    makeWorkbook({
      'xl/workbook.xml': workbookXml(
        '<sheet name="图" sheetId="2" r:id="rId5"/><sheet name="表一" sheetId="1" r:id="rId1"/>',
      ),
    }),
    'A1=指标 B1=18',
  ],
  [
    'two sheets, one hidden',
    makeWorkbook({
      'xl/workbook.xml': workbookXml(
        '<sheet name="表一" sheetId="1" r:id="rId1"/><sheet name="表二" sheetId="2" state="veryHidden" r:id="rId4"/>',
      ),
      'xl/_rels/workbook.xml.rels': relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId4', 'worksheet', 'worksheets/sheet2.xml'),
      ),
      'xl/worksheets/sheet2.xml': sheetXml(row(1, textCell('A1', '二'))),
    }),
    'A1=指标 B1=18 | A1=二',
  ],
]

const markup: readonly Case[] = [
  ['a mark before the text', withSheet(`\ufeff${BASIC[SHEET]}`), 'A1=指标 B1=18'],
  ['prefixes everywhere', withSheet(prefixed((BASIC[SHEET] ?? '').replace(XML, ''))), 'A1=指标 B1=18'],
  ['comments and instructions', withFirstRow(`<!-- <c> --><?x y?>${textCell('A1', 'a')}`), 'A1=a'],
  [
    'text kept as it is',
    withFirstRow('<c r="A1" t="inlineStr"><is><t><![CDATA[<b> & ]]></t></is></c>'),
    'A1=<b> & ',
  ],
  [
    'entities and numbers',
    withFirstRow(textCell('A1', '&lt;&amp;&gt;&quot;&apos;&#20013;&#x6587;')),
    'A1=<&>"\'中文',
  ],
  ['a bracket inside quotes', withSheet(sheetXml('').replace('<sheetData>', '<sheetData note="a > b">')), ''],
  ['quotes of the other kind', withFirstRow("<c r='A1'><v>5</v></c>"), 'A1=5'],
  [
    'no addresses at all',
    withRows('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'),
    'A1=1 B1=2 A2=3',
  ],
  [
    'text in runs',
    withFirstRow(
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>新增</t></r><r><t xml:space="preserve"> 高企</t></r></is></c>',
    ),
    'A1=新增 高企',
  ],
  [
    'readings beside the text',
    withRows(row(1, '<c r="A1" t="s"><v>0</v></c>'), '', {
      'xl/sharedStrings.xml': sharedXml('<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>'),
    }),
    'A1=東京',
  ],
  ['coded characters', withFirstRow(textCell('A1', 'a_x000A_b_x005F_x000D_')), 'A1=a\nb_x000D_'],
  [
    'characters of four bytes over the border of two pieces',
    withFirstRow(textCell('A1', `${'x'.repeat(30_000)}𠮷`)),
    `A1=${'x'.repeat(30_000)}𠮷`,
  ],
]

const cells: readonly Case[] = [
  ['a shared text', withFirstRow('<c r="A1" t="s"><v>0</v></c>'), 'A1=共用文字'],
  ['an empty cell', withRows(row(1, '<c r="A1" s="0"/><c r="B1"><v></v></c>')), ''],
  ['dust behind the fifteenth digit', withFirstRow(numberCell('A1', '18.300000000000001')), 'A1=18.3'],
  ['a sum of tenths', withFirstRow(numberCell('A1', '0.30000000000000004')), 'A1=0.3'],
  ['a tiny number', withFirstRow(numberCell('A1', '1.5E-7')), 'A1=1.5e-7'],
  ['minus zero', withFirstRow(numberCell('A1', '-0')), 'A1=0'],
  ['a number beyond all numbers', withFirstRow(numberCell('A1', '1E400')), 'A1=1E400(error)'],
  ['a number that is none', withFirstRow(numberCell('A1', '0x10')), 'A1=0x10(error)'],
  [
    'yes and no',
    withRows(row(1, '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>')),
    'A1=TRUE(boolean) B1=FALSE(boolean)',
  ],
  ['an error', withFirstRow('<c r="A1" t="e"><v>#REF!</v></c>'), 'A1=#REF!(error)'],
  ['a formula and its result', withFirstRow('<c r="A1"><f>SUM(B1:B9)</f><v>18</v></c>'), 'A1=18(公式)'],
  [
    'a formula that gave words',
    withFirstRow('<c r="A1" t="str"><f>A2</f><v>推进中</v></c>'),
    'A1=推进中(公式)',
  ],
  ['a formula without result', withFirstRow('<c r="A1"><f>SUM(B1:B9)</f></c>'), 'A1=(no-result)(公式)'],
  [
    'a formula that failed',
    withFirstRow('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    'A1=#DIV/0!(error)(公式)',
  ],
  [
    'a call to another program',
    withFirstRow('<c r="A1" t="str"><f>cmd|\'/c calc\'!A1</f><v>x</v></c>'),
    'A1=x(公式)',
  ],
  ['a percentage', builtIn(10, '0.235'), 'A1=0.235(percent)'],
  ['a percentage of one’s own', styled('0.0%;[Red]-0.0%', '0.235'), 'A1=0.235(percent)'],
  ['a percent sign in quotes', styled('0&quot;%&quot;', '23'), 'A1=23'],
  ['a day', builtIn(14, '44012'), 'A1=2020-06-30(date)'],
  [
    'a day in Chinese',
    styled('yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '44012'),
    'A1=2020-06-30(date)',
  ],
  ['a day and its time', builtIn(22, '44012.354166666664'), 'A1=2020-06-30 08:30(date)'],
  ['a time', builtIn(20, '0.354166666666667'), 'A1=08:30(date)'],
  ['the last second of a day', builtIn(14, '44012.999999999'), 'A1=2020-07-01(date)'],
  ['the first of March 1900', builtIn(14, '61'), 'A1=1900-03-01(date)'],
  ['the day that never was', builtIn(14, '60'), 'A1=1900-02-29(date)'],
  ['the first of January 1900', builtIn(14, '1'), 'A1=1900-01-01(date)'],
  ['a day counted from 1904', styled('yyyy-mm-dd', '42550', { date1904: true }), 'A1=2020-06-30(date)'],
  ['a day before all days', builtIn(14, '-5'), 'A1=-5'],
  ['a day in letters', withFirstRow('<c r="A1" t="d"><v>2020-06-30T00:00:00</v></c>'), 'A1=2020-06-30(date)'],
  ['a red number', styled('[Red]0.00_ ;[$-804]0', '5'), 'A1=5'],
  [
    'a hidden row and a merge',
    withRows(
      row(1, textCell('A1', 'a'), ' hidden="1"'),
      '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>',
    ),
    'A1=a',
  ],
  ['a style that is not there', withFirstRow(numberCell('A1', '5', '99')), 'A1=5'],
]

const huge: readonly Case[] = [
  [
    'rules over whole columns',
    withRows(
      row(1, textCell('A1', 'a')),
      `<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>`,
    ),
    'A1=a',
  ],
  [
    'names over whole sheets',
    makeWorkbook({
      'xl/workbook.xml': workbookXml('<sheet name="表一" sheetId="1" r:id="rId1"/>').replace(
        '</workbook>',
        `<definedNames>${'<definedName name="n">表一!$A$1:$XFD$1048576</definedName>'.repeat(20_000)}</definedNames></workbook>`,
      ),
    }),
    'A1=指标 B1=18',
  ],
  [
    'a dimension that lies',
    withSheet((BASIC[SHEET] ?? '').replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
    'A1=指标 B1=18',
  ],
  [
    'two hundred thousand empty rows with a format',
    withRows(
      row(1, textCell('A1', 'a')) +
        Array.from(
          { length: 200_000 },
          (_, index) => `<row r="${index + 2}" s="1" customFormat="1"><c r="A${index + 2}" s="1"/></row>`,
        ).join(''),
    ),
    'A1=a',
  ],
  ['sixteen thousand empty columns', withRows(row(1, `${textCell('A1', 'a')}<c r="XFD1" s="1"/>`)), 'A1=a'],
  [
    'a picture of 30 MB that nobody opens',
    makeWorkbook({ 'xl/media/image1.png': Buffer.alloc(30 * 1024 * 1024) }),
    'A1=指标 B1=18',
  ],
]

describe.each([
  ['packages', packages],
  ['markup', markup],
  ['cells', cells],
  ['a lot of nothing', huge],
] as const)('%s', (_, cases) => {
  test.each(cases)('%s', async (_what, file, told) => {
    expect(await readHere(file)).toBe(told)
  })
})

test('merged areas and hidden rows are told', async () => {
  const file = withRows(
    row(1, '') + row(2, '', ' hidden="true"'),
    '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="$D$4"/></mergeCells>',
  )
  const answer = await answerReading({ base64: file.toString('base64') })
  if (!answer.ok) throw new Error(answer.code)
  const [sheet] = answer.workbook.sheets
  expect([...(sheet?.merges ?? [])]).toEqual([1, 1, 2, 3, 4, 4, 4, 4])
  expect([...(sheet?.hiddenRows ?? [])]).toEqual([2])
})

test('no name in a file reaches the prototype of objects', async () => {
  const file = withRows(row(1, textCell('A1', '__proto__') + textCell('B1', 'constructor')))
  await readHere(file)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
