// The peer our workbook writer is timed against: plain ExcelJS writing the same cells, styles, merges, heights
// and page set-up, all known beforehand.
import ExcelJS from 'exceljs'
import { type KnownCell, type KnownSheet, writeKnownSheets } from './write-known-sheets.ts'

/** Reads a finished book once; the answer writes the same book with plain ExcelJS, each time it is called. */
export async function sameCells(bytes: Uint8Array): Promise<() => Promise<Uint8Array>> {
  const sheets = await knownSheets(bytes)
  return () => writeKnownSheets(new ExcelJS.Workbook(), sheets)
}

/** What a finished book holds; equal styles are one object. */
export async function knownSheets(bytes: Uint8Array): Promise<readonly KnownSheet[]> {
  const source = new ExcelJS.Workbook()
  await source.xlsx.load(bytes.slice().buffer)
  const styles = new Map<string, Partial<ExcelJS.Style>>()
  const shared = (style: Partial<ExcelJS.Style>): Partial<ExcelJS.Style> => {
    const key = JSON.stringify(style)
    const known = styles.get(key) ?? style
    styles.set(key, known)
    return known
  }
  return source.worksheets.map((sheet) => known(sheet, shared))
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
