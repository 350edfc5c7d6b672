// Reading a workbook that comes in: ours in a process of its own, start and hand-over included.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { startInNode } from '../src/main/helpers/node-helpers.ts'
import { readInHelper } from '../src/main/reading/read-in-helper.ts'
import { alternate, type Benchmark } from './benchmark.ts'
import { withTempFolder } from './temp-folder.ts'

/** As it is shipped. */
const READER = join(import.meta.dirname, '../out/main/workbook-reader.js')
const ROWS = 20_000
const COLUMNS = 12

export const formRead: Benchmark = {
  name: 'form-read-20k',
  about:
    'a workbook of 20,000 rows × 12 read within limits in a process of its own, started for it ÷ ExcelJS reading the same file in this process',
  unit: 'ms',
  goal: 1,
  run: () =>
    withTempFolder(async (folder) => {
      const file = join(folder, 'rows.xlsx')
      writeFileSync(file, await sample())
      return alternate({
        ours: async () => {
          const began = performance.now()
          const answer = await readInHelper(() => startInNode('workbook-reader', READER), { path: file })
          const took = performance.now() - began
          if (!answer.ok || answer.workbook.sheets[0]?.rows.length !== ROWS * COLUMNS)
            throw new Error('not every cell was read')
          return took
        },
        peer: async () => {
          const began = performance.now()
          const book = new ExcelJS.Workbook()
          await book.xlsx.readFile(file)
          const took = performance.now() - began
          if (book.worksheets[0]?.rowCount !== ROWS) throw new Error('not every row was read')
          return took
        },
      })
    }),
}

/** Half texts that repeat, half numbers, as a year's detail has. */
async function sample(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('明细')
  for (let row = 0; row < ROWS; row += 1) {
    sheet.addRow(
      Array.from({ length: COLUMNS }, (_, column) =>
        column % 2 === 0 ? `第${(row * column) % 500}项指标` : (row * 7 + column) / 8,
      ),
    )
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
