// Plain ExcelJS in a fresh process; prints the milliseconds from loading the package to the bytes of the same cells.
import { readFileSync } from 'node:fs'
import { writeKnownSheets } from '../tests/excel/write-known-sheets.ts'

const [sheetsFile] = process.argv.slice(2)
const sheets = JSON.parse(readFileSync(sheetsFile, 'utf8'))
const styles = new Map()
for (const { cells } of sheets)
  for (const cell of cells) {
    const key = JSON.stringify(cell.style)
    if (!styles.has(key)) styles.set(key, cell.style)
    cell.style = styles.get(key)
  }
const began = performance.now()
const { default: ExcelJS } = await import('exceljs')
await writeKnownSheets(new ExcelJS.Workbook(), sheets)
console.info(performance.now() - began)
