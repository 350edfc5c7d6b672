// Report → bytes of an .xlsx.
import type { Report } from '../core/reports/report-table.ts'
import { packParts } from './repack-workbook.ts'
import { reportBook } from './report-book.ts'
import { partsOfWorkbook } from './workbook-parts.ts'

/** The same report gives the same bytes. */
export async function writeWorkbook(report: Report): Promise<Uint8Array> {
  const { workbook, charts } = await reportBook(report)
  return packParts(await partsOfWorkbook(workbook), charts)
}
