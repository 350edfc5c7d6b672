// Report → bytes of an .xlsx.
import { Turn } from '../application/turn.ts'
import type { Report } from '../core/reports/report-table.ts'
import { packParts } from './repack-workbook.ts'
import { reportBook } from './report-book.ts'
import { partsOfWorkbook } from './workbook-parts.ts'

/** The same report gives the same bytes. */
export async function writeWorkbook(report: Report): Promise<Uint8Array> {
  const turn = new Turn()
  const { workbook, charts } = await reportBook(report, turn)
  const parts = await partsOfWorkbook(workbook, turn)
  await turn.letOthersIfOver()
  return packParts(parts, charts)
}
