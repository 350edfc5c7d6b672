// The parts of a workbook straight from ExcelJS. Its own zip is written in ticks of the event loop and opened again at
// once here: a third of the time of a bulletin.

import type { Style, Workbook } from 'exceljs'
import { strToU8 } from 'fflate'
import { Turn } from '../application/turn.ts'
import type { Parts } from './charts/package-parts.ts'
import { SheetCells } from './sheet-cells.ts'

/** The steps by which ExcelJS 4.4.0 writes a file, in order. Not in its typings, though not marked private either. */
const STEPS = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addDrawings',
  'addTables',
  'addThemes',
  'addStyles',
  'addMedia',
  'addApp',
  'addCore',
  'addWorkbook',
] as const

interface PartSink {
  append(data: string | Uint8Array, options: { readonly name: string; readonly base64?: boolean }): void
}

type Writing = {
  readonly [Step in (typeof STEPS)[number]]: (sink: PartSink, book: BookModel) => Promise<void> | void
} & { readonly prepareModel: (book: BookModel, options: object) => void }

/** What the steps write, once it is prepared. */
interface BookModel {
  readonly worksheets: {
    readonly id: number
    dimensions: unknown
    mergeCells: readonly string[]
  }[]
  readonly styles: { addStyleModel(style: Partial<Style>): number }
  readonly sharedStrings: { add(text: string): number }
}

const NO_ROWS = '<sheetData/>'

/** The same parts as in the file ExcelJS would write, with the printed sheets' own cells (sheet-cells.ts) in them. */
export async function partsOfWorkbook(workbook: Workbook, turn = new Turn()): Promise<Parts> {
  // Both are ExcelJS's own, with more in them than its typings tell.
  const writing = workbook.xlsx as object as Writing
  const book = workbook.model as object as BookModel
  writing.prepareModel(book, {})
  const rows = await numberedRows(workbook, book, turn)
  const parts: Parts = {}
  const sink: PartSink = {
    append: (data, { name, base64 }) => {
      if (typeof data !== 'string') parts[name] = data
      // Only pictures come so, and only where somebody gave them in base64.
      else if (base64 === true) parts[name] = Uint8Array.from(Buffer.from(data, 'base64'))
      else parts[name] = strToU8(withRows(data, rows.get(name)))
    },
  }
  for (const step of STEPS) {
    await turn.letOthersIfOver()
    await writing[step](sink, book)
  }
  return parts
}

/** The rows of each sheet's part; their styles and texts join the workbook's. */
async function numberedRows(
  workbook: Workbook,
  book: BookModel,
  turn: Turn,
): Promise<ReadonlyMap<string, string>> {
  const numbering = {
    styleOf: (style: Partial<Style>) => book.styles.addStyleModel(style),
    textOf: (text: string) => book.sharedStrings.add(text),
  }
  const rows = new Map<string, string>()
  for (const [index, worksheet] of workbook.worksheets.entries()) {
    await turn.letOthersIfOver()
    const cells = SheetCells.known(worksheet)
    const sheet = book.worksheets[index]
    if (cells === undefined || sheet === undefined) continue
    sheet.dimensions = cells.extent
    sheet.mergeCells = cells.merges
    rows.set(`xl/worksheets/sheet${sheet.id}.xml`, cells.xml(numbering))
  }
  return rows
}

function withRows(xml: string, rows: string | undefined): string {
  if (rows === undefined) return xml
  const at = xml.indexOf(NO_ROWS)
  if (at === -1) throw new RangeError('a sheet has cells of ExcelJS beside its own')
  return `${xml.slice(0, at)}<sheetData>${rows}</sheetData>${xml.slice(at + NO_ROWS.length)}`
}
