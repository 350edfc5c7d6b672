// The parts of a workbook file.
import type { Workbook } from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Parts } from '../../src/excel/charts/package-parts.ts'

/** As ExcelJS writes them itself, through its zip. */
export async function partsByExcelJs(workbook: Workbook): Promise<Parts> {
  const packed = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  return unzipSync(new Uint8Array(packed), { filter: ({ name }) => !name.endsWith('/') })
}

export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

/** The same book without the results of its formulas, so that a reader has to work them out. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(partsOf(bytes)).map(([name, xml]) => [
    name,
    strToU8(name.startsWith('xl/worksheets/') ? xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1') : xml),
  ])
  return zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>)
}

/** Names of the root element's children, in order. */
export function childrenOfRoot(xml: string): string[] {
  const names: string[] = []
  let depth = 0
  for (const [, isEnd, name, isEmpty] of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)(?:\s[^>]*?)?(\/?)>/g)) {
    if (isEnd === '/') depth -= 1
    else {
      if (depth === 1 && name !== undefined) names.push(name)
      if (isEmpty !== '/') depth += 1
    }
  }
  return names
}
