// The short way to a workbook's parts gives what ExcelJS's own file holds: the steps it takes are not in the typings.
import { strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import type { Parts } from '../../src/excel/charts/package-parts.ts'
import { partsOfWorkbook } from '../../src/excel/workbook-parts.ts'
import { workbookWithEverything } from './chart-samples.ts'
import { partsByExcelJs } from './workbook-parts.ts'

/** Data bars get a random id each time. */
function texts(parts: Parts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => [name, strFromU8(bytes, true).replace(/\{[0-9A-F-]{36}\}/g, '{id}')]),
  )
}

test('image, comments, table, data bars and properties: part by part the same', async () => {
  const workbook = workbookWithEverything()
  workbook.created = new Date(0)
  workbook.modified = new Date(0)
  const direct = texts(await partsOfWorkbook(workbook))
  expect(direct).toEqual(texts(await partsByExcelJs(workbook)))
  expect(Object.keys(direct)).toEqual(
    expect.arrayContaining(['[Content_Types].xml', 'xl/media/image1.png', 'xl/tables/table1.xml']),
  )
})
