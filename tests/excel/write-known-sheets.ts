// Cells known beforehand, written with plain ExcelJS, which whoever calls has loaded.
import type ExcelJS from 'exceljs'

export interface KnownCell {
  readonly row: number
  readonly column: number
  readonly value: ExcelJS.CellValue
  readonly style: Partial<ExcelJS.Style>
}

export interface KnownSheet {
  readonly name: string
  readonly pageSetup: Partial<ExcelJS.PageSetup>
  readonly views: Partial<ExcelJS.WorksheetView>[]
  readonly footer: string
  readonly widths: readonly number[]
  readonly heights: readonly (readonly [number, number])[]
  readonly merges: readonly string[]
  readonly cells: readonly KnownCell[]
}

/** Into an empty book of plain ExcelJS. */
export async function writeKnownSheets(
  workbook: ExcelJS.Workbook,
  sheets: readonly KnownSheet[],
): Promise<Uint8Array> {
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name, { pageSetup: sheet.pageSetup, views: sheet.views })
    worksheet.headerFooter.oddFooter = sheet.footer
    sheet.widths.forEach((width, index) => {
      worksheet.getColumn(index + 1).width = width
    })
    for (const [row, height] of sheet.heights) worksheet.getRow(row).height = height
    for (const { row, column, value, style } of sheet.cells) {
      const cell = worksheet.getRow(row).getCell(column)
      cell.style = style
      cell.value = value
    }
    for (const range of sheet.merges) worksheet.mergeCellsWithoutStyle(range)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
