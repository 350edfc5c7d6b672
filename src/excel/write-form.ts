// 处室填报表 → bytes of an .xlsx: everything locked but the cells to fill in, choices where there are any, and a
// hidden sheet that says whose form it is. No password: the lock keeps hands from slipping, it keeps nobody out.
import type { Workbook, Worksheet, WorksheetProtection } from 'exceljs'
import { SHEET_NAMES } from '../core/forms/form-fields.ts'
import { metaRows } from '../core/forms/form-meta.ts'
import type { EntryForm } from '../core/reports/entry-form-table.ts'
import { parseInstant } from '../core/values/civil-time.ts'
import { cleanText, escapeCoded } from './cell-content.ts'
import { newWorkbook } from './new-workbook.ts'
import { paperOf } from './page-setup.ts'
import { packParts } from './repack-workbook.ts'
import { StyleBook } from './styles.ts'
import { partsOfWorkbook } from './workbook-parts.ts'
import { EntryStyles } from './write-form-cells.ts'
import { writeFormSheet } from './write-form-sheet.ts'
import { writeSheet } from './write-sheet.ts'

/** What stays possible on a locked sheet: to look at it as one likes. */
const PROTECTION: Partial<WorksheetProtection> = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
}

/** The same form gives the same bytes. */
export async function writeForm(form: EntryForm): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const madeAt = new Date(parseInstant(form.madeAt) ?? 0)
  workbook.creator = cleanText(form.author)
  workbook.lastModifiedBy = cleanText(form.author)
  workbook.title = cleanText(form.title)
  workbook.created = madeAt
  workbook.modified = madeAt
  const styles = new StyleBook()
  const guide = workbook.addWorksheet(form.guide.name, { pageSetup: paperOf(form.guide) })
  writeSheet(guide, form.guide, styles)
  await protect(guide)
  const entries = new EntryStyles(styles)
  for (const sheet of form.sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, {
      pageSetup: paperOf({ paper: 'A4', isOnePage: false }),
    })
    writeFormSheet(worksheet, sheet, entries)
    await protect(worksheet)
  }
  writeMeta(workbook, form)
  return packParts(await partsOfWorkbook(workbook))
}

async function protect(worksheet: Worksheet): Promise<void> {
  await worksheet.protect('', PROTECTION)
}

/** Texts only: an id that looks like a number or a formula comes back as it went out. */
function writeMeta(workbook: Workbook, form: EntryForm): void {
  const worksheet = workbook.addWorksheet(SHEET_NAMES.meta, {
    state: 'veryHidden',
    pageSetup: paperOf({ paper: 'A4', isOnePage: false }),
  })
  for (const row of metaRows(form.meta)) worksheet.addRow(row.map((text) => escapeCoded(cleanText(text))))
}
