// One sheet from top to bottom: title, the line under it, summary, tables, notes, sign-off.
import type { Worksheet } from 'exceljs'
import type { HorizontalAlign, ReportBlock, ReportChart, ReportSheet } from '../core/reports/report-table.ts'
import { type ChartTable, type PlacedChart, placeChart } from './charts/placed-chart.ts'
import { columnPoints, excelWidth } from './column-points.ts'
import { type WrittenSheets, withPlaces } from './formula-address.ts'
import { headingHeights } from './heading-heights.ts'
import { PageMeter } from './page-meter.ts'
import { finishPage, printedPage } from './page-setup.ts'
import { textHeight } from './row-heights.ts'
import { type SheetGrid, sheetGrid } from './sheet-grid.ts'
import { blockHeight, CHART_ROW, chartRows, tablesHeight } from './sheet-height.ts'
import { SheetPen } from './sheet-pen.ts'
import { BODY_SIZE, type Role, type StyleBook, TITLE_SIZE } from './styles.ts'
import { type WrittenBlock, writeBlock } from './write-block.ts'

/** points */
const HEIGHTS = { title: 36, lead: 20, caption: 20, gap: 6, signOff: 26 } as const
const SUMMARY_SIZE = 12
const NOTE_SIZE = 10
/** Headings that stand again on each page take so much at least, in points. */
const REPEATED_HEADINGS = 50
/** Charts on a page of their own are taller: they take this share of it, though no row grows beyond bounds. */
const ROOMY = { share: 0.8, row: 2 * CHART_ROW } as const
/** Names of more characters would take all of half a page's width: such charts stand one below the other. */
const LONG_NAME = 24
/** A further table needs so much room below the one before it, else it begins a page. */
const LEAST_TABLE = 140
/** One no longer than this share of a page is kept whole. */
const SHORT_TABLE = 0.5

/** What later sheets and the charts need to know of a written sheet. */
export interface WrittenSheet {
  readonly tables: readonly ChartTable[]
  /** where the charts are to lie; ExcelJS cannot write those */
  readonly charts: readonly PlacedChart[]
}

export function writeSheet(
  worksheet: Worksheet,
  report: ReportSheet,
  styles: StyleBook,
  written: WrittenSheets = new Map(),
): WrittenSheet {
  const sheet = withPlaces(report, written)
  const grid = sheetGrid(sheet)
  grid.widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = excelWidth(width)
  })
  const notes = sheet.notes.map((note) => ({ note, height: lineHeight(grid, note, NOTE_SIZE) }))
  const tail = HEIGHTS.gap + notes.reduce((sum, { height }) => sum + height, 0) + HEIGHTS.signOff
  const meter = pageMeter(sheet, grid, tail)
  const page = new SheetPage(new SheetPen(worksheet, styles), grid, meter)
  page.line(
    sheet.title,
    'title',
    'center',
    Math.max(HEIGHTS.title, lineHeight(grid, sheet.title, TITLE_SIZE)),
  )
  page.parts([sheet.lead.left, sheet.lead.middle, sheet.lead.right], HEIGHTS.lead)
  if (sheet.summary !== null) {
    page.line(sheet.summary, 'summary', 'left', lineHeight(grid, sheet.summary, SUMMARY_SIZE))
  }
  let headings = { first: 1, last: 1 }
  const tables: (ChartTable & WrittenBlock)[] = []
  sheet.blocks.forEach((block, index) => {
    const columns = grid.place(block)
    const isLast = index === sheet.blocks.length - 1
    const ownTail = isLast && chartRows(sheet) === 0 ? tail : 0
    if (index > 0) page.gap(roomFor(HEIGHTS.caption + blockHeight(block, columns) + ownTail, meter))
    if (block.title !== null) page.line(block.title, 'caption', 'left', HEIGHTS.caption)
    const placed = writeBlock(worksheet, page.pen, block, {
      columns,
      top: page.next,
      paging: meter === null ? null : { meter, tail: ownTail },
      // A file repeats the headings of one table; the others carry their own.
      areHeadingsWritten: !isLast,
      written,
    })
    headings = { first: placed.headingFirst, last: placed.headingLast }
    tables.push({ sheetName: sheet.name, block, columns, ...placed })
    page.next = placed.last + 1
  })
  const { charts, isOwnPage } = placeCharts(page, grid, sheet, tables)
  page.gap()
  for (const { note, height } of notes) page.line(note, 'note', 'left', height)
  page.parts(sheet.signOff, HEIGHTS.signOff)
  finishPage(worksheet, sheet, {
    columns: grid.widths.length,
    rows: page.next - 1,
    headings,
    // Nothing but charts on the further page: headings of a table that ended before would only puzzle there.
    areHeadingsRepeated: !isOwnPage || (tables.at(-1)?.rows.some(({ isPageStart }) => isPageStart) ?? false),
    isOnePage: meter === null,
  })
  return { tables, charts }
}

/** Room that a further table has to find, in points. */
function roomFor(whole: number, meter: PageMeter | null): number {
  return meter !== null && whole <= meter.capacity * SHORT_TABLE ? Math.max(whole, LEAST_TABLE) : LEAST_TABLE
}

/** Null where the sheet is to be one page. */
function pageMeter(sheet: ReportSheet, grid: SheetGrid, tail: number): PageMeter | null {
  const sheetWidth = grid.widths.reduce((sum, width) => sum + columnPoints(width), 0)
  const repeated = sheet.blocks.map((block) => headingHeights(grid.place(block)))
  const meter = new PageMeter(
    printedPage(sheet.paper, sheetWidth),
    Math.max(REPEATED_HEADINGS, ...repeated.map(({ upper, lower }) => upper + lower)),
  )
  const captions = sheet.blocks.length * (HEIGHTS.caption + HEIGHTS.gap)
  const summary = sheet.summary === null ? 0 : lineHeight(grid, sheet.summary, SUMMARY_SIZE)
  const charts = chartRows(sheet) * CHART_ROW
  const around = charts + HEIGHTS.title + HEIGHTS.lead + summary + captions + tail
  return meter.isOnePage(around + tablesHeight(sheet, grid), sheet.isOnePage) ? null : meter
}

/** Charts stand on rows of their own, side by side where their names are short enough; one without anything to draw is left out. */
function placeCharts(
  page: SheetPage,
  grid: SheetGrid,
  sheet: ReportSheet,
  tables: readonly (ChartTable & WrittenBlock)[],
): { readonly charts: PlacedChart[]; readonly isOwnPage: boolean } {
  const drawn = (sheet.charts ?? []).flatMap((chart) => {
    const table = tables[chart.block]
    return table === undefined || table.body.length === 0 ? [] : [{ chart, table }]
  })
  if (drawn.length === 0) return { charts: [], isOwnPage: false }
  const rows = chartRows(sheet)
  const isOwnPage = page.gap(rows * CHART_ROW)
  if (isOwnPage && drawn.some(({ chart, table }) => longestName(chart, table.block) > LONG_NAME)) {
    const height = roomyRow(rows * drawn.length, page.pageHeight)
    const whole = { first: 1, last: grid.widths.length }
    const charts = drawn.map(({ chart, table }) =>
      placeChart(chart, table, { top: page.next, bottom: page.room(rows, height), ...whole }),
    )
    return { charts, isOwnPage }
  }
  const top = page.next
  const bottom = page.room(rows, isOwnPage ? roomyRow(rows, page.pageHeight) : CHART_ROW)
  const parts = grid.parts(drawn.length)
  const charts = drawn.map(({ chart, table }, index) =>
    placeChart(chart, table, { top, bottom, ...(parts[index] ?? { first: 1, last: 1 }) }),
  )
  return { charts, isOwnPage }
}

function longestName({ categories }: ReportChart, { rows }: ReportBlock): number {
  return Math.max(...rows.map(({ cells }) => String(cells[categories]?.value ?? '').length))
}

function roomyRow(rows: number, pageHeight: number): number {
  return Math.min(ROOMY.row, Math.floor((pageHeight * ROOMY.share) / rows))
}

/** Height of a text that runs over the whole width, in points. */
function lineHeight(grid: SheetGrid, text: string, size: number): number {
  return textHeight(text, grid.totalWidth, size, BODY_SIZE)
}

/** The sheet while it is filled from top to bottom. */
class SheetPage {
  readonly pen: SheetPen
  /** the first row that is still free */
  next = 1
  readonly #grid: SheetGrid
  readonly #meter: PageMeter | null

  constructor(pen: SheetPen, grid: SheetGrid, meter: PageMeter | null) {
    this.pen = pen
    this.#grid = grid
    this.#meter = meter
  }

  /** of a sheet with pages, in points of the sheet */
  get pageHeight(): number {
    return this.#meter?.capacity ?? 0
  }

  /** A line over the whole width. */
  line(text: string, role: Role, align: HorizontalAlign, height: number): void {
    const area = { top: this.next, bottom: this.next, first: 1, last: Math.max(this.#grid.widths.length, 1) }
    this.pen.put(area, text, { role, align, isWrapped: true })
    this.#advance(height)
  }

  /** A line shared out: the first part left, the last right, the others in the middle. */
  parts(texts: readonly string[], height: number): void {
    const parts = this.#grid.parts(texts.length)
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1
      const text = isLast ? texts.slice(index).join('　') : (texts[index] ?? '')
      const align: HorizontalAlign = index === 0 ? 'left' : isLast ? 'right' : 'center'
      this.pen.put({ top: this.next, bottom: this.next, ...part }, text, { role: 'lead', align })
    })
    this.#advance(height)
  }

  /** Empty rows; answers the last of them. */
  room(rows: number, height: number): number {
    for (let row = 0; row < rows; row += 1) this.#advance(height)
    return this.next - 1
  }

  /** `needed`: what follows begins a page where there is less room for it; answers whether it does. */
  gap(needed = 0): boolean {
    const isTurned = this.#meter !== null && this.#meter.room < needed + HEIGHTS.gap
    if (isTurned) {
      this.pen.endPage(this.next - 1)
      this.#meter?.turn()
    }
    this.#advance(HEIGHTS.gap)
    return isTurned
  }

  #advance(height: number): void {
    this.pen.setHeight(this.next, height)
    this.#meter?.add(height)
    this.next += 1
  }
}
