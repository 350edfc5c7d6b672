// Workbooks that are made to cost a reader its time or its memory, as small files; and what each is met with.
import {
  makeWorkbook,
  numberCell,
  relation,
  relations,
  row,
  sharedXml,
  stylesXml,
  textCell,
  withRows,
  withSheet,
  workbookXml,
  XML,
} from './workbook-maker.ts'

const MIB = 1024 * 1024
const blanks = (bytes: number) => Buffer.alloc(bytes, ' ')
const wrapped = (inside: Uint8Array) =>
  Buffer.concat([Buffer.from('<worksheet><sheetData>'), inside, Buffer.from('</sheetData></worksheet>')])

/** What it is, its bytes, and the refusal's code, or the cells that are read. */
export type HostileWorkbook = readonly [what: string, make: () => Uint8Array, told: string]

/** Each looks like a workbook of a few hundred kilobytes. */
export const bombs: readonly HostileWorkbook[] = [
  ['half a gigabyte of blanks', () => withSheet(wrapped(blanks(512 * MIB))), 'workbook-over-limit'],
  [
    'one tag without end',
    () => withSheet(wrapped(Buffer.concat([Buffer.from('<c a="'), blanks(64 * MIB)]))),
    'workbook-over-limit',
  ],
  ['tags within tags', () => withSheet(wrapped(Buffer.from('<a>'.repeat(4 * MIB)))), 'workbook-suspicious'],
  ['ten million empty cells', () => withRows(`<row>${'<c s="1"/>'.repeat(16_000)}</row>`.repeat(625)), ''],
  [
    'ten million numbers',
    () => withRows(`<row>${'<c><v>1</v></c>'.repeat(500)}</row>`.repeat(10_000)),
    'workbook-over-limit',
  ],
  [
    'a million long texts',
    () =>
      makeWorkbook({
        'xl/sharedStrings.xml': sharedXml(`<si><t>${'一二三四五六七八九十'.repeat(8)}</t></si>`.repeat(MIB)),
      }),
    'workbook-over-limit',
  ],
  [
    'a million merges',
    () => withRows('', `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(MIB)}</mergeCells>`),
    'workbook-over-limit',
  ],
  [
    'thirty million formats',
    () =>
      makeWorkbook({
        'xl/styles.xml': `<styleSheet><cellXfs>${'<xf/>'.repeat(8 * MIB)}</cellXfs></styleSheet>`,
      }),
    'workbook-over-limit',
  ],
  [
    'a million kinds of tags',
    () =>
      withSheet(
        `<worksheet>${Array.from({ length: MIB }, (_, index) => `<t${index}/>`).join('')}</worksheet>`,
      ),
    'workbook-suspicious',
  ],
  [
    'twelve million entities',
    () => withRows(row(1, textCell('A1', '&#65;'.repeat(12_000_000)))),
    'workbook-over-limit',
  ],
  [
    'a million blank rows, coloured over nine columns',
    () =>
      withRows(
        Array.from({ length: MIB }, (_, at) => {
          const cells = [...'ABCDEFGHI'].map((column) => `<c r="${column}${at + 1}" s="1"/>`)
          return `<row r="${at + 1}">${cells.join('')}</row>`
        }).join(''),
      ),
    '',
  ],
  ['a million empty columns', () => withRows(`<row>${'<c s="1"/>'.repeat(MIB)}</row>`), ''],
  [
    'a million columns with numbers',
    () => withRows(`<row>${'<c><v>1</v></c>'.repeat(MIB)}</row>`),
    'workbook-over-limit',
  ],
  [
    'rules and names over whole columns',
    () => {
      const everything = 'A1:XFD1048576'
      const rules = `<dataValidation type="list" sqref="${everything}"><formula1>"是,否"</formula1></dataValidation>`
      const names = `<definedName name="全部">表一!$A:$XFD</definedName>`
      return withRows(
        row(1, textCell('A1', '指标')),
        `<dataValidations>${rules.repeat(10_000)}</dataValidations>`,
        {
          'xl/workbook.xml': workbookXml('<sheet name="表一" sheetId="1" r:id="rId1"/>').replace(
            '</workbook>',
            `<definedNames>${names.repeat(10_000)}</definedNames></workbook>`,
          ),
        },
      )
    },
    'A1=指标',
  ],
  [
    'a billion laughs',
    () => {
      const levels = [...'bcdefghij'].map(
        (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`,
      )
      const type = `<!DOCTYPE laughs [<!ENTITY a "ha">${levels.join('')}]>`
      return withSheet(`${XML}${type}<worksheet><sheetData>&j;</sheetData></worksheet>`)
    },
    'workbook-suspicious',
  ],
  [
    'a document type from elsewhere',
    () => withSheet(`${XML}<!DOCTYPE worksheet SYSTEM "http://example.invalid/x.dtd"><worksheet/>`),
    'workbook-suspicious',
  ],
  [
    'links to other files, and data from another program',
    () =>
      withRows(
        row(
          1,
          `<c r="A1"><f>'[1]表'!A1</f><v>7</v></c><c r="B1" t="str"><f>cmd|'/C calc'!A0</f><v>8</v></c>`,
        ),
        '',
        {
          'xl/externalLinks/externalLink1.xml': '<!DOCTYPE never read>',
          'xl/_rels/workbook.xml.rels': relations(
            relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
            relation('rId9', 'externalLink', 'file:///etc/passwd', ' TargetMode="External"'),
          ),
        },
      ),
    'A1=7(公式) B1=8(公式)',
  ],
  ['a workbook with macros', () => makeWorkbook({ 'xl/vbaProject.bin': 'Sub Auto_Open()' }), 'A1=指标 B1=18'],
  [
    'three hundred thousand relations',
    () =>
      makeWorkbook({
        'xl/_rels/workbook.xml.rels': relations(
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
          Array.from({ length: 300_000 }, (_, at) => relation(`x${at}`, 'image', `m${at}.png`)).join(''),
        ),
      }),
    'A1=指标 B1=18',
  ],
  [
    'a format against patterns',
    () =>
      withRows(row(1, numberCell('A1', '5', '1')), '', {
        'xl/styles.xml': stylesXml(
          `<numFmt numFmtId="170" formatCode="${'[$'.repeat(1_000_000)}"/>`,
          '<xf numFmtId="0"/><xf numFmtId="170"/>',
        ),
      }),
    'A1=5',
  ],
  [
    'a hundred megabytes of comment',
    () => withRows(row(1, `<!--${' '.repeat(100 * MIB)}-->${numberCell('A1', '5')}`)),
    'workbook-over-limit',
  ],
]
