// ExcelJS's parts, packed: the same report gives the same bytes on every PC, and what ExcelJS cannot say
// (quotePrefix, an absolute print area, charts) is put in.
import { strFromU8, strToU8, zipSync } from 'fflate'
import { addCharts, type SheetCharts } from './charts/add-charts.ts'
import type { Parts } from './charts/package-parts.ts'
import { orderedSheet } from './sheet-order.ts'
import { QUOTED_TEXT_FORMAT } from './styles.ts'

/** Read by its local parts, so that every time zone writes the same DOS time. */
const FIXED_TIME = new Date(2000, 0, 1, 12, 0, 0)
const CONTENT_TYPES = '[Content_Types].xml'
/** Three per cent larger than at 6, in two thirds of the time. Never the system's zlib: its bytes depend on the processor. */
const LEVEL = 4

/** Patches ExcelJS's parts, adds the charts, and packs them. */
export function packParts(parts: Parts, charts: readonly SheetCharts[] = []): Uint8Array {
  return zipSync(finishedParts(parts, charts), { level: LEVEL, mtime: FIXED_TIME })
}

/** The parts as they belong into the file, in its order. */
export function finishedParts(parts: Parts, charts: readonly SheetCharts[] = []): Parts {
  addCharts(parts, charts)
  let guids = 0
  const names = Object.keys(parts).sort(contentTypesFirst)
  const repacked: Parts = {}
  for (const name of names) {
    const bytes = parts[name]
    if (bytes === undefined) continue
    if (name === 'xl/workbook.xml') repacked[name] = patched(bytes, absolutePrintAreas)
    else if (name === 'xl/styles.xml')
      repacked[name] = patched(bytes, (xml) => standardFont(quotePrefixes(xml)))
    else if (name.startsWith('xl/worksheets/') && !name.includes('_rels')) {
      repacked[name] = patched(bytes, (xml) => {
        const fixed = countedGuids(orderedSheet(xml), guids)
        guids = fixed.guids
        return fixed.xml
      })
    } else repacked[name] = bytes
  }
  return repacked
}

function patched(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const xml = strFromU8(bytes)
  const changed = change(xml)
  return changed === xml ? bytes : strToU8(changed)
}

/** Some readers look at the first part only to tell what the file is. */
function contentTypesFirst(a: string, b: string): number {
  if (a === CONTENT_TYPES || b === CONTENT_TYPES) return a === b ? 0 : a === CONTENT_TYPES ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** ExcelJS writes 'sheet'!$A1:$J40, which moves with the cell it is read from. */
function absolutePrintAreas(xml: string): string {
  return xml.replace(
    /(_xlnm\.Print_Area"[^>]*>[^<]*!)\$([A-Z]+)(\d+):\$([A-Z]+)(\d+)/g,
    '$1$$$2$$$3:$$$4$$$5',
  )
}

const RANDOM_ID = /(<x14:id>|<x14:cfRule [^>]*id=")(\{[0-9A-F-]{36}\})/g

/** Data bars get a random id each; pairs of equal ids become pairs of counted ones. */
function countedGuids(xml: string, before: number): { xml: string; guids: number } {
  const counted = new Map<string, string>()
  const fixed = xml.replace(RANDOM_ID, (_match, lead: string, id: string) => {
    const known = counted.get(id) ?? countedGuid(before + counted.size + 1)
    counted.set(id, known)
    return `${lead}${known}`
  })
  return { xml: fixed, guids: before + counted.size }
}

function countedGuid(count: number): string {
  return `{00000000-0000-4000-8000-${count.toString(16).toUpperCase().padStart(12, '0')}}`
}

/**
 * The first font is the workbook's own, and column widths are counted in its digits. ExcelJS's follows the theme, which
 * stands for another font in every language; 宋体 is the same everywhere and its digits have a known width.
 */
function standardFont(xml: string): string {
  return xml.replace(/(<fonts [^>]*>)<font>.*?<\/font>/, `$1${STANDARD_FONT}`)
}

const STANDARD_FONT =
  '<font><sz val="11"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font>'

/** Cells of the quoted text format keep their text a text even when somebody edits them in Excel. */
function quotePrefixes(xml: string): string {
  const format = new RegExp(
    `numFmtId="(\\d+)" formatCode="${QUOTED_TEXT_FORMAT.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"`,
  )
  const id = format.exec(xml)?.[1]
  if (id === undefined) return xml
  const [before, cellStyles, after] = xml.split(/(<cellXfs[\s\S]*<\/cellXfs>)/)
  if (before === undefined || cellStyles === undefined || after === undefined) return xml
  return (
    before + cellStyles.replaceAll(`<xf numFmtId="${id}"`, `<xf quotePrefix="1" numFmtId="${id}"`) + after
  )
}
