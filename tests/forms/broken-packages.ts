// Files that are no workbooks, and packages that lie: what each is, and the refusal it is met with.
import { deflateRawSync } from 'node:zlib'
import { BASIC, makeWorkbook, parts, relations, SHEET, withPart, XML } from './workbook-maker.ts'
import { makeZip } from './zip-maker.ts'

export type BrokenFile = readonly [what: string, file: Uint8Array, code: string]

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const bomb = deflateRawSync(Buffer.alloc(1024 * 1024))

export const otherFiles: readonly BrokenFile[] = [
  ['nothing', Buffer.from(''), 'workbook-damaged'],
  ['one byte', Buffer.from('P'), 'workbook-not-xlsx'],
  ['the old format', Buffer.concat([OLE, Buffer.alloc(2048)]), 'workbook-old-format'],
  [
    'a password',
    Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'workbook-encrypted',
  ],
  ['a web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'workbook-not-xlsx'],
  ['a web page with a mark', Buffer.from('\ufeff<!DOCTYPE html><html></html>'), 'workbook-not-xlsx'],
  ['XML of 2003', Buffer.from('<?xml version="1.0"?><Workbook/>'), 'workbook-not-xlsx'],
  ['CSV', Buffer.from('指标,单位\n新增高企,家\n'), 'workbook-not-xlsx'],
  ['PDF', Buffer.from('%PDF-1.7\n'), 'workbook-not-xlsx'],
  ['RTF', Buffer.from('{\\rtf1}'), 'workbook-not-xlsx'],
  ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'workbook-not-xlsx'],
  ['another zip', makeZip([{ name: 'a.txt', bytes: Buffer.from('a') }]), 'workbook-not-xlsx'],
  [
    'OpenDocument',
    makeZip([
      {
        name: 'mimetype',
        bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
        isStored: true,
      },
    ]),
    'workbook-not-xlsx',
  ],
  ['a binary workbook', makeWorkbook({ 'xl/workbook.bin': 'x' }), 'workbook-not-xlsx'],
  ['a text document', makeWorkbook({ 'xl/workbook.xml': `${XML}<document/>` }), 'workbook-not-xlsx'],
  ['no way to the workbook', makeWorkbook({ '_rels/.rels': relations() }), 'workbook-not-xlsx'],
  ['an empty zip', makeZip([]), 'workbook-not-xlsx'],
]

export const brokenZips: readonly BrokenFile[] = [
  ['no end', makeWorkbook().subarray(0, -22), 'workbook-damaged'],
  ['something behind the end', Buffer.concat([makeWorkbook(), Buffer.from('more')]), 'workbook-damaged'],
  [
    'something before the beginning',
    Buffer.concat([Buffer.from('PK more'), makeWorkbook()]),
    'workbook-damaged',
  ],
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
    withPart(SHEET, { packed: Buffer.from('not deflated at all') }),
    'workbook-damaged',
  ],
  ['packed bytes that are empty', withPart(SHEET, { packed: Buffer.alloc(0) }), 'workbook-damaged'],
  [
    'something behind the packed bytes',
    withPart(SHEET, { trailing: Buffer.from('hidden') }),
    'workbook-suspicious',
  ],
  ['a bomb that admits nothing', withPart(SHEET, { packed: bomb }), 'workbook-suspicious'],
  ['two parts over each other', overlapping(), 'workbook-suspicious'],
  [
    'one part twice',
    makeZip([...parts(), { name: SHEET, bytes: Buffer.from('<a/>') }]),
    'workbook-suspicious',
  ],
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
