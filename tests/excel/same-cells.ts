// The peer our workbook writer is timed against: plain ExcelJS writing the same cells, styles, merges, heights
// and page set-up, all known beforehand.
import ExcelJS from 'exceljs'

interface KnownCell {
  readonly row: number
  readonly column: number
  readonly value: ExcelJS.CellValue
  readonly style: Partial<ExcelJS.Style>
}

interface KnownSheet {
  readonly name: string
  readonly pageSetup: Partial<ExcelJS.PageSetup>
  readonly views: Partial<ExcelJS.WorksheetView>[]
  readonly footer: string
  readonly widths: readonly number[]
  readonly heights: readonly (readonly [number, number])[]
  readonly merges: readonly string[]
  readonly cells: readonly KnownCell[]
}

/** Reads a finished book once; the answer writes the same book with plain ExcelJS, each time it is called. */
export async function sameCells(bytes: Uint8Array): Promise<() => Promise<Uint8Array>> {
  const source = new ExcelJS.Workbook()
  await source.xlsx.load(bytes.slice().buffer)
  const styles = new Map<string, Partial<ExcelJS.Style>>()
  const shared = (style: Partial<ExcelJS.Style>): Partial<ExcelJS.Style> => {
    const key = JSON.stringify(style)
    const known = styles.get(key) ?? style
    styles.set(key, known)
    return known
  }
  const sheets = source.worksheets.map((sheet) => known(sheet, shared))
  return () => write(sheets)
}

function known(
  sheet: ExcelJS.Worksheet,
  shared: (style: Partial<ExcelJS.Style>) => Partial<ExcelJS.Style>,
): KnownSheet {
  const cells: KnownCell[] = []
  const heights: (readonly [number, number])[] = []
  const merges = new Set<string>()
  sheet.eachRow((row, number) => {
    heights.push([number, row.height])
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const value = cell.master === cell ? cell.value : null
      cells.push({ row: number, column, value, style: shared(cell.style) })
    })
  })
  for (const range of sheet.model.merges) merges.add(range)
  return {
    name: sheet.name,
    pageSetup: sheet.pageSetup,
    views: sheet.views,
    footer: sheet.headerFooter.oddFooter ?? '',
    widths: sheet.columns.map(({ width }) => width ?? 9),
    heights,
    merges: [...merges],
    cells,
  }
}

async function write(sheets: readonly KnownSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
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
