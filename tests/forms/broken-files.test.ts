// Files that are broken, dishonest or not workbooks at all: each is refused in its own words, and nothing is read.
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { rejectionMessage } from '../../src/core/rejections.ts'
import { answerReading } from '../../src/excel/reading/workbook-reader-process.ts'
import { readHere } from './read-here.ts'
import {
  BASIC,
  makeWorkbook,
  parts,
  relation,
  relations,
  row,
  sharedXml,
  sheetXml,
  textCell,
  withPart,
  withRows,
  workbookXml,
  XML,
} from './workbook-maker.ts'
import { makeZip } from './zip-maker.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const bytes = (text: string) => Buffer.from(text)
const sheet = (xml: string) => makeWorkbook({ [SHEET]: xml })
const bomb = deflateRawSync(Buffer.alloc(1024 * 1024))
const first = (rows: string) => withRows(row(1, rows))

type Case = readonly [what: string, file: Uint8Array, code: string]

const otherFiles: readonly Case[] = [
  ['nothing', bytes(''), 'workbook-damaged'],
  ['one byte', bytes('P'), 'workbook-not-xlsx'],
  ['the old format', Buffer.concat([OLE, Buffer.alloc(2048)]), 'workbook-old-format'],
  [
    'a password',
    Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'workbook-encrypted',
  ],
  ['a web page', bytes('<html><table><tr><td>1</td></tr></table></html>'), 'workbook-not-xlsx'],
  ['a web page with a mark', bytes('\ufeff<!DOCTYPE html><html></html>'), 'workbook-not-xlsx'],
  ['XML of 2003', bytes('<?xml version="1.0"?><Workbook/>'), 'workbook-not-xlsx'],
  ['CSV', bytes('指标,单位\n新增高企,家\n'), 'workbook-not-xlsx'],
  ['PDF', bytes('%PDF-1.7\n'), 'workbook-not-xlsx'],
  ['RTF', bytes('{\\rtf1}'), 'workbook-not-xlsx'],
  ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'workbook-not-xlsx'],
  ['another zip', makeZip([{ name: 'a.txt', bytes: bytes('a') }]), 'workbook-not-xlsx'],
  [
    'OpenDocument',
    makeZip([
      { name: 'mimetype', bytes: bytes('application/vnd.oasis.opendocument.spreadsheet'), isStored: true },
    ]),
    'workbook-not-xlsx',
  ],
  ['a binary workbook', makeWorkbook({ 'xl/workbook.bin': 'x' }), 'workbook-not-xlsx'],
  ['a text document', makeWorkbook({ 'xl/workbook.xml': `${XML}<document/>` }), 'workbook-not-xlsx'],
  ['no way to the workbook', makeWorkbook({ '_rels/.rels': relations() }), 'workbook-not-xlsx'],
  ['an empty zip', makeZip([]), 'workbook-not-xlsx'],
]

const brokenZips: readonly Case[] = [
  ['no end', makeWorkbook().subarray(0, -22), 'workbook-damaged'],
  ['something behind the end', Buffer.concat([makeWorkbook(), bytes('more')]), 'workbook-damaged'],
  ['something before the beginning', Buffer.concat([bytes('PK more'), makeWorkbook()]), 'workbook-damaged'],
  ['a directory elsewhere', makeWorkbook({}, { directoryStart: 3 }), 'workbook-damaged'],
  ['a directory past the end', makeWorkbook({}, { directoryBytes: 99_999 }), 'workbook-damaged'],
  ['more parts than there are', makeWorkbook({}, { count: 99 }), 'workbook-damaged'],
  ['several disks', makeWorkbook({}, { disk: 2 }), 'workbook-damaged'],
  ['sixty-four bits without the record', makeWorkbook({}, { count: 0xffff }), 'workbook-damaged'],
  ['a part outside of the file', withPart(SHEET, { lies: { offset: 9_999_999 } }), 'workbook-damaged'],
  ['a part that points into another', withPart(SHEET, { lies: { offset: 5 } }), 'workbook-damaged'],
  ['a size of four gigabytes', withPart(SHEET, { lies: { bytes: 0xffff_fffe } }), 'workbook-over-limit'],
  ['a size that is too small', withPart(SHEET, { lies: { bytes: 10 } }), 'workbook-suspicious'],
  ['a size that is too large', withPart(SHEET, { lies: { bytes: 9999 } }), 'workbook-damaged'],
  ['a packed size that is too large', withPart(SHEET, { lies: { packedBytes: 99_999 } }), 'workbook-damaged'],
  ['a packed size that is too small', withPart(SHEET, { lies: { packedBytes: 20 } }), 'workbook-damaged'],
  ['a wrong checksum', withPart(SHEET, { lies: { checksum: 1 } }), 'workbook-damaged'],
  ['a rare compression', withPart(SHEET, { lies: { method: 12 } }), 'workbook-suspicious'],
  ['an encrypted part', withPart(SHEET, { lies: { flags: 1 } }), 'workbook-suspicious'],
  ['two names for one part', withPart(SHEET, { lies: { localName: 'xl/other.xml' } }), 'workbook-suspicious'],
  [
    'packed bytes that are none',
    withPart(SHEET, { packed: bytes('not deflated at all') }),
    'workbook-damaged',
  ],
  ['packed bytes that are empty', withPart(SHEET, { packed: Buffer.alloc(0) }), 'workbook-damaged'],
  [
    'something behind the packed bytes',
    withPart(SHEET, { trailing: bytes('hidden') }),
    'workbook-suspicious',
  ],
  ['a bomb that admits nothing', withPart(SHEET, { packed: bomb }), 'workbook-suspicious'],
  ['two parts over each other', overlapping(), 'workbook-suspicious'],
  ['one part twice', makeZip([...parts(), { name: SHEET, bytes: bytes('<a/>') }]), 'workbook-suspicious'],
  [
    'one part twice but for its case',
    makeWorkbook({ 'XL/Worksheets/SHEET1.xml': '<a/>' }),
    'workbook-suspicious',
  ],
  [
    'one part twice but for its form',
    makeWorkbook({ 'xl/\u00e9.xml': 'a', 'xl/e\u0301.xml': 'b' }),
    'workbook-suspicious',
  ],
  ['a way out', makeWorkbook({ '../../evil.sh': 'x' }), 'workbook-suspicious'],
  ['a way out in the middle', makeWorkbook({ 'xl/../../evil': 'x' }), 'workbook-suspicious'],
  ['an absolute path', makeWorkbook({ '/etc/passwd': 'x' }), 'workbook-suspicious'],
  ['a drive', makeWorkbook({ 'C:evil.exe': 'x' }), 'workbook-suspicious'],
  ['a path of Windows', makeWorkbook({ 'xl\\evil.exe': 'x' }), 'workbook-suspicious'],
  ['a zero byte in a name', makeWorkbook({ 'xl/a\0b': 'x' }), 'workbook-suspicious'],
  ['a name without end', makeWorkbook({ ['a'.repeat(2000)]: 'x' }), 'workbook-suspicious'],
  [
    'ten thousand parts and more',
    makeZip(
      Array.from({ length: 10_001 }, (_, index) => ({
        name: `p${index}`,
        bytes: Buffer.alloc(0),
        isStored: true,
      })),
    ),
    'workbook-over-limit',
  ],
]

/** The directory leads two names to one place. */
function overlapping(): Buffer {
  const all = parts()
  return makeZip(
    [
      ...all,
      {
        name: 'xl/again.xml',
        bytes: Buffer.from(BASIC['[Content_Types].xml'] ?? ''),
        lies: { offset: 0, localName: 'xl/again.xml' },
      },
    ].map((part, index) => (index === 0 ? { ...part, lies: { localName: 'xl/again.xml' } } : part)),
  )
}

const brokenXml: readonly Case[] = [
  [
    'a document type',
    sheet(`<!DOCTYPE worksheet><worksheet><sheetData/></worksheet>`),
    'workbook-suspicious',
  ],
  [
    'a billion laughs',
    sheet(
      `${XML}<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>`,
    ),
    'workbook-suspicious',
  ],
  [
    'an external entity',
    sheet(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>`),
    'workbook-suspicious',
  ],
  ['an unknown entity', first(textCell('A1', '&nbsp;')), 'workbook-suspicious'],
  ['an entity without end', first(textCell('A1', 'a & b')), 'workbook-suspicious'],
  ['a character that is none', first(textCell('A1', '&#xD800;')), 'workbook-suspicious'],
  ['a character beyond all', first(textCell('A1', '&#x110000;')), 'workbook-suspicious'],
  [
    'another encoding',
    makeWorkbook({ [SHEET]: Buffer.from(`\ufeff${sheetXml('')}`, 'utf16le') }),
    'workbook-suspicious',
  ],
  ['a declared other encoding', sheet(sheetXml('').replace('UTF-8', 'UTF-7')), 'workbook-suspicious'],
  [
    'bytes that are no text',
    makeWorkbook({ [SHEET]: Buffer.concat([bytes('<worksheet><sheetData>'), Buffer.from([0xc3, 0x28])]) }),
    'workbook-suspicious',
  ],
  ['a tag that is left open', sheet('<worksheet><sheetData>'), 'workbook-damaged'],
  ['tags that cross', sheet('<worksheet><sheetData></worksheet></sheetData>'), 'workbook-damaged'],
  ['half a tag', sheet('<worksheet><sheetData'), 'workbook-damaged'],
  ['two roots', sheet('<worksheet/><worksheet/>'), 'workbook-damaged'],
  ['text around the root', sheet('hello<worksheet/>'), 'workbook-damaged'],
  ['a tag without name', sheet('<worksheet>< ></worksheet>'), 'workbook-damaged'],
  ['a tag in a tag', sheet('<worksheet><row <c/></row></worksheet>'), 'workbook-damaged'],
  ['nothing in it', sheet(''), 'workbook-damaged'],
  ['another root', sheet('<chartsheet/>'), 'workbook-damaged'],
  ['depth without end', sheet('<worksheet>'.padEnd(11 + 3 * 200, '<a>')), 'workbook-suspicious'],
  [
    'an attribute without end',
    sheet(`<worksheet a="${'x'.repeat(5 * 1024 * 1024)}"/>`),
    'workbook-over-limit',
  ],
  ['a sheet that is missing', makeWorkbook({ [SHEET]: null }), 'workbook-damaged'],
  ['no sheets', makeWorkbook({ 'xl/workbook.xml': workbookXml('') }), 'workbook-damaged'],
  ['no relations', makeWorkbook({ 'xl/_rels/workbook.xml.rels': null }), 'workbook-damaged'],
  ['a workbook that is missing', makeWorkbook({ 'xl/workbook.xml': null }), 'workbook-not-xlsx'],
  [
    'a sheet on another machine',
    makeWorkbook({
      'xl/_rels/workbook.xml.rels': relations(
        relation('rId1', 'worksheet', 'http://example.invalid/s.xml', ' TargetMode="External"'),
      ),
    }),
    'workbook-damaged',
  ],
  [
    'a sheet beyond the package',
    makeWorkbook({
      'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', '../../../../etc/passwd')),
    }),
    'workbook-damaged',
  ],
  [
    'three hundred sheets',
    makeWorkbook({ 'xl/workbook.xml': workbookXml('<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(300)) }),
    'workbook-over-limit',
  ],
]

const brokenCells: readonly Case[] = [
  ['cells out of order', first(textCell('B1', 'b') + textCell('A1', 'a')), 'workbook-damaged'],
  ['one cell twice', first(textCell('A1', 'a') + textCell('A1', 'b')), 'workbook-damaged'],
  ['rows out of order', withRows(row(2, '') + row(1, '')), 'workbook-damaged'],
  ['one row twice', withRows(row(1, '') + row(1, '')), 'workbook-damaged'],
  ['a row without number', withRows('<row r="x"/>'), 'workbook-damaged'],
  ['a row beyond the last', withRows(row(1_048_577, '')), 'workbook-damaged'],
  ['an address of another row', first(textCell('A2', 'a')), 'workbook-damaged'],
  ['an address that is none', first(textCell('1A', 'a')), 'workbook-damaged'],
  ['a column beyond the last', first(textCell('ZZZ1', 'a')), 'workbook-damaged'],
  ['the last cell of all', withRows(row(1_048_576, textCell('XFD1048576', 'a'))), 'workbook-over-limit'],
  ['a column too far', first(textCell('SS1', 'a')), 'workbook-over-limit'],
  ['a row too far', withRows(row(50_001, textCell('A50001', 'a'))), 'workbook-over-limit'],
  ['a text that is not there', first('<c r="A1" t="s"><v>7</v></c>'), 'workbook-damaged'],
  ['a text with a negative number', first('<c r="A1" t="s"><v>-1</v></c>'), 'workbook-damaged'],
  ['a text longer than a cell', first(textCell('A1', '长'.repeat(240_000))), 'workbook-damaged'],
  [
    'one long text in every cell',
    withRows(
      Array.from({ length: 600 }, (_, index) =>
        row(index + 1, `<c r="A${index + 1}" t="s"><v>0</v></c>`),
      ).join(''),
      '',
      { 'xl/sharedStrings.xml': sharedXml(`<si><t>${'长'.repeat(32_000)}</t></si>`) },
    ),
    'workbook-over-limit',
  ],
  ['half a million cells and more', manyCells(), 'workbook-over-limit'],
  [
    'a merge that is none',
    withRows('', '<mergeCells><mergeCell ref="here"/></mergeCells>'),
    'workbook-damaged',
  ],
  [
    'two hundred thousand merges',
    withRows('', `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(200_000)}</mergeCells>`),
    'workbook-over-limit',
  ],
  [
    'styles without number',
    makeWorkbook({
      'xl/styles.xml': `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(65_001)}</cellXfs></styleSheet>`,
    }),
    'workbook-over-limit',
  ],
]

function manyCells(): Buffer {
  const cells = '<c><v>1</v></c>'.repeat(501)
  return withRows(`<row>${cells}</row>`.repeat(1000))
}

describe.each([
  ['other files', otherFiles],
  ['broken packages', brokenZips],
  ['broken XML', brokenXml],
  ['broken cells', brokenCells],
] as const)('%s', (_, cases) => {
  test.each(cases)('%s', async (_what, file, code) => {
    const before = Object.getOwnPropertyNames(Object.prototype).length
    expect(await readHere(file)).toBe(code)
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before)
  })
})

test('there are at least a hundred of them, and every refusal says what to do', async () => {
  const all = [...otherFiles, ...brokenZips, ...brokenXml, ...brokenCells]
  expect(all.length).toBeGreaterThanOrEqual(100)
  for (const [what, file] of all) {
    const answer = await answerReading({ base64: Buffer.from(file).toString('base64') })
    if (answer.ok) throw new Error(what)
    const sentence = rejectionMessage(answer.code, answer.values)
    expect([what, /请.+。$/.test(sentence), sentence.includes('（）')]).toEqual([what, true, false])
  }
})

test('cut off at any byte, a workbook is refused and never half read', async () => {
  const whole = makeWorkbook()
  const codes = new Set<string>()
  for (let length = 0; length < whole.length; length += 1)
    codes.add(await readHere(whole.subarray(0, length)))
  expect([...codes].sort()).toEqual(['workbook-damaged', 'workbook-not-xlsx'])
})

test('with any byte changed, a workbook is read as it was, as something else that fits, or refused', async () => {
  const whole = makeWorkbook()
  const odd: string[] = []
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x55
    const answer = await readHere(changed)
    if (!answer.startsWith('workbook-') && answer !== 'A1=指标 B1=18') odd.push(`${at}: ${answer}`)
  }
  expect(odd).toEqual([])
})
