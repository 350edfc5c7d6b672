// One sheet of a fill-in form: title, lead, hint, one heading row, one sheet row for each row of the form. No merged
// cells below the heading, so that the table can be sorted and filtered.
import type { DataValidation, Worksheet } from 'exceljs'
import { STATE_WORDS, STATUS_WORDS } from '../core/forms/form-fields.ts'
import { cellAddress, columnName } from '../core/forms/read-workbook.ts'
import { NO_FIGURE } from '../core/reports/cell-text.ts'
import type { EntryFormCell, EntryFormColumn, EntryFormSheet } from '../core/reports/entry-form-table.ts'
import { cleanText, escapeCoded, looksLikeFormula } from './cell-content.ts'
import { excelWidth } from './column-points.ts'
import { paperOf } from './page-setup.ts'
import { textHeight } from './row-heights.ts'
import { BODY_SIZE, INDENT_WIDTH, type StyleWish } from './styles.ts'
import type { CellUse, EntryStyles } from './write-form-cells.ts'

/** points */
const HEIGHTS = { title: 38, lead: 20, hint: 22, heading: 30 } as const
const TALLEST = 400
const HEADING_ROW = 4
const FIRST_ROW = HEADING_ROW + 1
/** Columns that stay in sight while the others are scrolled: up to the item's name. */
const FROZEN_COLUMNS = 3

export function writeFormSheet(worksheet: Worksheet, sheet: EntryFormSheet, styles: EntryStyles): void {
  const shown = sheet.columns.filter(({ isHidden }) => isHidden !== true)
  sheet.columns.forEach((column, index) => {
    const target = worksheet.getColumn(index + 1)
    target.width = excelWidth(column.width)
    if (column.isHidden === true) target.hidden = true
  })
  const page = new FormPage(worksheet, styles)
  page.line(1, shown.length, sheet.title, { role: 'title', align: 'center', isWrapped: true })
  writeLead(page, sheet.lead, shown.length)
  page.line(3, shown.length, sheet.hint, { role: 'note', align: 'left', isWrapped: true })
  sheet.columns.forEach((column, index) => {
    const isEntry = column.field !== undefined
    page.put(
      HEADING_ROW,
      index + 1,
      column.title,
      { role: 'heading', align: 'center', isWrapped: true },
      isEntry ? 'heading' : 'shown',
    )
  })
  setHeights(worksheet, [HEIGHTS.title, HEIGHTS.lead, HEIGHTS.hint, HEIGHTS.heading])
  sheet.rows.forEach((row, index) => {
    sheet.columns.forEach((column, at) => {
      const cell = row.cells[column.key] ?? { value: null }
      page.put(FIRST_ROW + index, at + 1, cell.value, wishOf(column, cell), useOf(column, cell))
    })
    worksheet.getRow(FIRST_ROW + index).height = heightOf(shown, row.cells, sheet.rowHeight)
  })
  addChoices(worksheet, sheet)
  finish(worksheet, sheet, shown.length)
}

function writeLead(page: FormPage, lead: EntryFormSheet['lead'], columns: number): void {
  const third = Math.floor(columns / 3)
  page.area(2, 1, third, lead[0], { role: 'lead', align: 'left' })
  page.area(2, third + 1, columns - third, lead[1], { role: 'lead', align: 'center' })
  page.area(2, columns - third + 1, columns, lead[2], { role: 'lead', align: 'right' })
}

function wishOf(column: EntryFormColumn, cell: EntryFormCell): StyleWish {
  return {
    role: 'body',
    align: cell.value === NO_FIGURE ? 'center' : column.align,
    ...(column.wrap === true ? { isWrapped: true } : {}),
    ...(cell.shape === undefined ? {} : { shape: cell.shape }),
  }
}

function useOf(column: EntryFormColumn, cell: EntryFormCell): CellUse {
  if (column.field === undefined) return 'shown'
  return cell.isOpen === true ? 'entry' : 'closed'
}

function heightOf(
  columns: readonly EntryFormColumn[],
  cells: Readonly<Record<string, EntryFormCell>>,
  lowest: number,
): number {
  const heights = columns.map(({ key, width, wrap }) => {
    const value = cells[key]?.value
    return typeof value === 'string' && wrap === true
      ? textHeight(cleanText(value), width - INDENT_WIDTH, BODY_SIZE, BODY_SIZE)
      : 0
  })
  return Math.min(TALLEST, Math.ceil(Math.max(lowest, ...heights)))
}

/** Checks that a whole column shares; one range each, or readers take minutes for what one drag of a person makes. */
function addChoices(worksheet: Worksheet, sheet: EntryFormSheet): void {
  // The typings leave out what every worksheet has.
  const { dataValidations } = worksheet as Worksheet & {
    readonly dataValidations: { add(range: string, validation: DataValidation): void }
  }
  sheet.columns.forEach((column, index) => {
    const validation = validationOf(column)
    if (validation === null) return
    const letter = columnName(index + 1)
    dataValidations.add(`${letter}${FIRST_ROW}:${letter}${HEADING_ROW + sheet.rows.length}`, validation)
  })
}

function validationOf({ field }: EntryFormColumn): DataValidation | null {
  if (field === 'state')
    return choice(Object.values(STATE_WORDS), '有数的不用选；没有数的，请从下拉框里选一项。')
  if (field === 'status') return choice(Object.values(STATUS_WORDS), '请从下拉框里选一项。')
  if (field !== 'value' && field !== 'numerator' && field !== 'denominator') return null
  return {
    type: 'decimal',
    operator: 'between',
    formulae: [-1e15, 1e15],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '请只填数字',
    error: '这一格要填数字，不要写单位和“约”“左右”。',
  }
}

function choice(words: readonly string[], error: string): DataValidation {
  return {
    type: 'list',
    formulae: [`"${words.join(',')}"`],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: '请从下拉框里选',
    error,
  }
}

function setHeights(worksheet: Worksheet, heights: readonly number[]): void {
  heights.forEach((height, index) => {
    worksheet.getRow(index + 1).height = height
  })
}

function finish(worksheet: Worksheet, sheet: EntryFormSheet, columns: number): void {
  const last = HEADING_ROW + sheet.rows.length
  worksheet.pageSetup = {
    ...worksheet.pageSetup,
    ...paperOf({ paper: 'A4', isOnePage: false }),
    printArea: `A1:${cellAddress(last, columns)}`,
    printTitlesRow: `${HEADING_ROW}:${HEADING_ROW}`,
  }
  worksheet.headerFooter.oddFooter = '&C第 &P 页 共 &N 页'
  const firstEntry = sheet.columns.findIndex(({ field }) => field !== undefined)
  worksheet.views = [
    {
      state: 'frozen',
      xSplit: FROZEN_COLUMNS,
      ySplit: HEADING_ROW,
      topLeftCell: cellAddress(FIRST_ROW, FROZEN_COLUMNS + 1),
      activeCell: cellAddress(FIRST_ROW, firstEntry + 1),
      showGridLines: false,
      zoomScale: 100,
    },
  ]
}

/** Puts values and styles into the worksheet. */
class FormPage {
  readonly #worksheet: Worksheet
  readonly #styles: EntryStyles

  constructor(worksheet: Worksheet, styles: EntryStyles) {
    this.#worksheet = worksheet
    this.#styles = styles
  }

  put(row: number, column: number, value: string | number | null, wish: StyleWish, use: CellUse): void {
    const cell = this.#worksheet.getRow(row).getCell(column)
    const text = typeof value === 'string' ? cleanText(value) : null
    const isQuoted = text !== null && looksLikeFormula(text)
    cell.style = this.#styles.get(isQuoted ? { ...wish, isQuoted: true } : wish, use)
    cell.value = text === null ? value : escapeCoded(text)
  }

  /** A text over the whole width. */
  line(row: number, columns: number, text: string, wish: StyleWish): void {
    this.area(row, 1, columns, text, wish)
  }

  area(row: number, first: number, last: number, text: string, wish: StyleWish): void {
    for (let column = first; column <= last; column += 1)
      this.put(row, column, column === first ? text : null, wish, 'shown')
    if (last > first) this.#worksheet.mergeCellsWithoutStyle(row, first, row, last)
  }
}
