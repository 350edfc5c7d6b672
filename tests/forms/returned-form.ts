// Edits a form in memory, as a person would in Excel.
import { readFileSync, writeFileSync } from 'node:fs'
import ExcelJS from 'exceljs'

export type Sheet = ExcelJS.Worksheet

const HEADING = 4

export class Editing {
  readonly book: ExcelJS.Workbook

  constructor(book: ExcelJS.Workbook) {
    this.book = book
  }

  get indicators(): Sheet {
    return this.sheet('指标填报')
  }

  get measures(): Sheet {
    return this.sheet('举措填报')
  }

  sheet(name: string): Sheet {
    const found = this.book.getWorksheet(name)
    if (found === undefined) throw new Error(`no sheet ${name}`)
    return found
  }

  column(sheet: Sheet, heading: string): number {
    const values = sheet.getRow(HEADING).values
    const found = Array.isArray(values) ? values.indexOf(heading) : -1
    if (found < 1) throw new Error(`no column ${heading}`)
    return found
  }

  /** The cell of an item, by the item's name, and a column's heading. */
  cell(sheet: Sheet, name: string, heading: string): ExcelJS.Cell {
    const title = sheet.name === '举措填报' ? '举措' : '指标'
    const column = this.column(sheet, title)
    for (let row = HEADING + 1; row <= sheet.rowCount; row += 1) {
      if (sheet.getCell(row, column).value === name) return sheet.getCell(row, this.column(sheet, heading))
    }
    throw new Error(`no row ${name}`)
  }

  indicator(name: string, heading = '本月数'): ExcelJS.Cell {
    return this.cell(this.indicators, name, heading)
  }

  measure(name: string, heading: string): ExcelJS.Cell {
    return this.cell(this.measures, name, heading)
  }
}

/** Opens the form, lets `edit` change it, and saves it in place. */
export async function editForm(file: string, edit: (form: Editing) => void): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(file)).buffer)
  edit(new Editing(book))
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return file
}
