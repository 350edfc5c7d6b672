// The smallest workbook that is one, with any part replaced, added or left out.
import { type MadePart, makeZip, type ZipLies } from './zip-maker.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
/** The only sheet of the basic workbook. */
export const SHEET = 'xl/worksheets/sheet1.xml'
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const relation = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"${more}/>`

export const relations = (...list: string[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`

export const sheetXml = (rows: string, rest = '') =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${rest}</worksheet>`

export const workbookXml = (sheets: string, before = '') =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheets>${sheets}</sheets></workbook>`

export const stylesXml = (formats: string, cells: string) =>
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`

export const sharedXml = (items: string) => `${XML}<sst xmlns="${MAIN}">${items}</sst>`

/** A row of cells given as XML. */
export const row = (number: number, cells: string, more = '') => `<row r="${number}"${more}>${cells}</row>`
export const textCell = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
export const numberCell = (address: string, value: string, style = '') =>
  `<c r="${address}"${style === '' ? '' : ` s="${style}"`}><v>${value}</v></c>`

export type Parts = Readonly<Record<string, string | Uint8Array | null>>

export const BASIC: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': workbookXml('<sheet name="表一" sheetId="1" r:id="rId1"/>'),
  'xl/_rels/workbook.xml.rels': relations(
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('rId2', 'styles', 'styles.xml'),
    relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
  ),
  [SHEET]: sheetXml(row(1, textCell('A1', '指标') + numberCell('B1', '18'))),
  'xl/styles.xml': stylesXml('', '<xf numFmtId="0"/>'),
  'xl/sharedStrings.xml': sharedXml('<si><t>共用文字</t></si>'),
}

/** Parts of the basic workbook with these instead; null leaves one out. */
export function parts(changed: Parts = {}): MadePart[] {
  return Object.entries({ ...BASIC, ...changed }).flatMap(([name, content]) =>
    content === null ? [] : [{ name, bytes: typeof content === 'string' ? Buffer.from(content) : content }],
  )
}

export function makeWorkbook(changed: Parts = {}, lies: ZipLies = {}): Buffer {
  return makeZip(parts(changed), lies)
}

/** The basic workbook whose only sheet holds these rows. */
export function withRows(rows: string, rest = '', more: Parts = {}): Buffer {
  return makeWorkbook({ [SHEET]: sheetXml(rows, rest), ...more })
}

/** The basic workbook whose only sheet holds these cells in its first row. */
export function withFirstRow(cells: string): Buffer {
  return withRows(row(1, cells))
}

/** The basic workbook with this in place of its only sheet. */
export function withSheet(xml: string | Uint8Array): Buffer {
  return makeWorkbook({ [SHEET]: xml })
}

/** The basic workbook with something changed in one part's entry. */
export function withPart(name: string, change: Partial<MadePart>, changed: Parts = {}): Buffer {
  return makeZip(parts(changed).map((part) => (part.name === name ? { ...part, ...change } : part)))
}
