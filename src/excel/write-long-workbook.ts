// A workbook of printed sheets and tables of any length → a file, written while the rows are made: memory does not
// grow with their number.
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { strFromU8 } from 'fflate'
import { Turn } from '../application/turn.ts'
import type { LongReport, RecordTable } from '../core/reports/record-table.ts'
import { sheetPartOf } from './charts/package-parts.ts'
import { recordRows } from './records/record-rows.ts'
import { addRecordSheet, FIRST_ROW, sheetAround } from './records/record-sheet.ts'
import { SharedTexts } from './records/shared-texts.ts'
import { ZipFile } from './records/zip-file.ts'
import { finishedParts } from './repack-workbook.ts'
import { reportBook } from './report-book.ts'
import { partsOfWorkbook } from './workbook-parts.ts'

const SHARED_TEXTS = 'xl/sharedStrings.xml'

/** Rows written so far, of all. */
export type OnRows = (done: number, total: number) => void

/** Overwrites `file`; after an error it is not whole and not to be kept. */
export async function writeLongWorkbook(report: LongReport, file: string, onRows: OnRows): Promise<void> {
  const { workbook, styles, charts } = await reportBook(report, new Turn())
  for (const table of report.records) addRecordSheet(workbook, table, styles)
  const parts = finishedParts(await partsOfWorkbook(workbook), charts)
  const handle = openSync(file, 'w')
  try {
    const zip = new ZipFile(handle)
    const tables = new Map(report.records.map((table) => [sheetPartOf(parts, table.name), table]))
    for (const [name, bytes] of Object.entries(parts)) {
      if (!tables.has(name) && name !== SHARED_TEXTS) zip.add(name, bytes)
    }
    const texts = new SharedTexts(parts[SHARED_TEXTS] ?? new Uint8Array())
    const total = report.records.reduce((sum, { rowCount }) => sum + rowCount, 0)
    let before = 0
    for (const [name, table] of tables) {
      const done = before
      const xml = strFromU8(parts[name] ?? new Uint8Array())
      await zip.addStream(
        name,
        sheetXml(xml, table, texts, (rows) => onRows(done + rows, total)),
      )
      before += table.rowCount
    }
    zip.add(SHARED_TEXTS, texts.part())
    zip.finish()
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function* sheetXml(
  xml: string,
  table: RecordTable,
  texts: SharedTexts,
  onRows: (rows: number) => void,
): Generator<string> {
  const { before, behind, styles } = sheetAround(xml, table)
  yield before
  yield* recordRows(table, FIRST_ROW, { styles, texts, onRows })
  yield behind
}
