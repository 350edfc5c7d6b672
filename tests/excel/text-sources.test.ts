// Sheet 通报文字: beside each sentence the sheets and cells that its numbers come from; the cells hold those numbers.
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import { comparedInput } from '../../src/core/reports/testing/compared-bulletin.ts'
import { largeInput, sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'

const SENTENCES = '拟稿文字'
const PLACE = /([^；“]+)“[^”]+”栏 ([A-Z]+\d+(?::[A-Z]+\d+)?)(?=；|$)/g

/** ExcelJS forgets a result of 0. */
const resultOf = (value: ExcelJS.CellValue = null) =>
  value !== null && typeof value === 'object' && 'formula' in value ? (value.result ?? 0) : value

describe.each([
  ['sample', () => sampleInput()],
  ['after another issue', () => comparedInput()],
  ['200 rows', () => largeInput(200)],
  ['edited', () => sampleInput({ editedText: '通报\n各处室：\n改过的文字，填实率90.5%。' })],
] as const)('%s', (_name, input) => {
  let workbook: ExcelJS.Workbook
  const rows: { readonly value: ExcelJS.CellValue; readonly source: string }[] = []

  beforeAll(async () => {
    workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await writeWorkbook(bulletinReport(input()))).slice().buffer)
    let isBelowHeadings = false
    workbook.getWorksheet('通报文字')?.eachRow((row) => {
      if (isBelowHeadings && row.getCell(3).value !== null && typeof row.getCell(1).value === 'number')
        rows.push({ value: row.getCell(4).value, source: String(row.getCell(5).value) })
      if (row.getCell(2).value === SENTENCES) isBelowHeadings = true
    })
  })

  test('every figure names a sheet and an address in it', () => {
    expect(rows.length).toBeGreaterThan(5)
    for (const { source } of rows) {
      const places = [...source.matchAll(PLACE)]
      expect(places.length).toBeGreaterThan(0)
      for (const [, sheet = ''] of places) expect(workbook.getWorksheet(sheet)).toBeDefined()
    }
  })

  test('a formula reads the cells that are named, and a single cell holds the number', () => {
    let single = 0
    for (const { value, source } of rows) {
      if (value === null || typeof value !== 'object' || !('formula' in value)) continue
      const places = [...source.matchAll(PLACE)]
      for (const [, sheet, address] of places) expect(value.formula).toContain(`'${sheet}'!${address}`)
      const [, sheet = '', address = ''] = places[0] ?? []
      if (value.formula !== `'${sheet}'!${address}`) continue
      single += 1
      expect(resultOf(workbook.getWorksheet(sheet)?.getCell(address).value)).toBe(resultOf(value))
    }
    expect(single).toBeGreaterThan(3)
  })
})
