// The limit of what a workbook writer can reach: XML by putting texts together, node:zlib, a zip by hand. One sheet,
// nothing checked, everything in memory. Same cells as tests/excel/long-rows.ts, styles by column.
import { writeFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import { LONG_COLUMNS, LONG_SHAPES, longRow } from '../tests/excel/long-rows.ts'

const LEVEL = 6
/** UTF-16 units */
const CHUNK = 128 * 1024
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Style 0 is the standard, 1 centred, 2 left and wrapped, 3 … 8 the six formats. */
const STYLE_OF_COLUMN = [1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 1, 1]

export function writeRawWorkbook(file: string, rowCount: number): void {
  const shared = new Map<string, number>()
  const letters = LONG_COLUMNS.map((_, at) => String.fromCharCode(65 + at))
  const chunks: Buffer[] = []
  let rows = `<row r="1">${LONG_COLUMNS.map(({ title }, at) => `<c r="${letters[at]}1" t="inlineStr"><is><t>${title}</t></is></c>`).join('')}</row>`
  for (let row = 0; row < rowCount; row += 1) {
    const number = row + 2
    rows += `<row r="${number}" ht="18" customHeight="1">`
    const cells = longRow(row)
    for (let at = 0; at < cells.length; at += 1) {
      const value = cells[at] ?? ''
      const open = `<c r="${letters[at]}${number}" s="${STYLE_OF_COLUMN[at]}"`
      if (typeof value === 'number') rows += `${open}><v>${value}</v></c>`
      else if (at === 1 || at === 2) {
        let id = shared.get(value)
        if (id === undefined) {
          id = shared.size
          shared.set(value, id)
        }
        rows += `${open} t="s"><v>${id}</v></c>`
      } else rows += `${open} t="inlineStr"><is><t>${value}</t></is></c>`
    }
    rows += '</row>'
    if (rows.length < CHUNK) continue
    // One text of all rows would have to be copied together before it is packed.
    chunks.push(Buffer.from(rows))
    rows = ''
  }
  const last = `${letters.at(-1)}${rowCount + 1}`
  const texts = [...shared.keys()].map((text) => `<si><t>${text}</t></si>`).join('')
  writeFileSync(
    file,
    zip({
      '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="明细" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/styles.xml': styles(),
      'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${shared.size}">${texts}</sst>`,
      'xl/worksheets/sheet1.xml': Buffer.concat([
        Buffer.from(
          `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`,
        ),
        ...chunks,
        Buffer.from(`${rows}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`),
      ]),
    }),
  )
}

function styles(): string {
  const formats = LONG_SHAPES.map(({ decimals, isPercent, prefix }, at) => {
    const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
    const lead = prefix === undefined ? '' : `&quot;${prefix}&quot;`
    return `<numFmt numFmtId="${164 + at}" formatCode="${lead}${digits}${isPercent ? '%' : ''}"/>`
  })
  const numbers = LONG_SHAPES.map(
    (_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"><alignment horizontal="right"/></xf>`,
  )
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="仿宋_GB2312"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/></border></borders><cellXfs count="9"><xf/><xf><alignment horizontal="center" vertical="top" wrapText="1"/></xf><xf><alignment horizontal="left" vertical="top" wrapText="1"/></xf>${numbers.join('')}</cellXfs></styleSheet>`
}

function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, xml] of Object.entries(parts)) {
    const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml
    const packed = deflateRawSync(bytes, { level: LEVEL })
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const header = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, rest, Buffer.from(name)]),
    )
    local.push(header, packed)
    offset += header.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\u0005\u0006'), end])
}
