// Whose form it is: by its hidden sheet, else by what stands on its pages.
import type { ReturnedForm } from './form-sheets.ts'
import { cellAt } from './read-workbook.ts'

/** As the form tells it; ids by its hidden sheet, names by its pages. */
export interface Whereabouts {
  readonly department: string | null
  readonly departmentName: string | null
  readonly month: string | null
}

const UNIT = /^填报单位[:：]\s*(.+)$/
const MONTH = /^(\d{4})年(\d{1,2})月$/
/** The lead stands in the first rows. */
const LEAD_CELLS = 40

export function whereabouts(form: ReturnedForm): Whereabouts {
  if (form.meta !== null) {
    const { department, departmentName, month } = form.meta
    return { department: department || null, departmentName: departmentName || null, month: month || null }
  }
  let departmentName: string | null = null
  let month: string | null = null
  for (const sheet of [...form.sheets.map((each) => each.sheet), ...form.others]) {
    for (let index = 0; index < Math.min(LEAD_CELLS, sheet.rows.length); index += 1) {
      const text = cellAt(sheet, index).text.trim()
      departmentName ??= UNIT.exec(text)?.[1]?.trim() ?? null
      const found = MONTH.exec(text)
      if (found !== null) month ??= `${found[1]}-${(found[2] ?? '').padStart(2, '0')}`
    }
  }
  return { department: null, departmentName, month }
}
