// The cells of a printed sheet, from the pen to XML. ExcelJS would keep an object for each cell, a model of each object
// and a text for each attribute: half the time of a bulletin for what a table never asks of it.
import type { Style, Worksheet } from 'exceljs'
import { escapeXml } from './charts/xml-text.ts'
import { columnLetter } from './formula-address.ts'

/** Cells `first` … `last` of rows `top` … `bottom`, all counted from 1 and included. */
export interface Area {
  readonly top: number
  readonly bottom: number
  readonly first: number
  readonly last: number
}

/** What a cell is to hold: text and numbers as they are, a formula with its result. */
export type Content = string | number | null | { readonly formula: string; readonly result: number | string }

/** The workbook's numbers for styles and texts. */
export interface Numbering {
  styleOf(style: Partial<Style>): number
  textOf(text: string): number
}

interface Row {
  height: number | null
  /** both by column */
  readonly styles: (Partial<Style> | undefined)[]
  readonly contents: (Content | undefined)[]
}

const ofSheets = new WeakMap<Worksheet, SheetCells>()

export class SheetCells {
  readonly merges: string[] = []
  readonly #rows: Row[] = []
  #columns = 0

  /** The worksheet's cells, written with it (workbook-parts.ts) in the place of ExcelJS's own. */
  static in(worksheet: Worksheet): SheetCells {
    const cells = SheetCells.known(worksheet) ?? new SheetCells()
    ofSheets.set(worksheet, cells)
    return cells
  }

  static known(worksheet: Worksheet): SheetCells | undefined {
    return ofSheets.get(worksheet)
  }

  /** Fills an area with one value; every cell of it carries the style, so that a merged cell has all its borders. */
  put({ top, bottom, first, last }: Area, content: Content, style: Partial<Style>): void {
    for (let number = top; number <= bottom; number += 1) {
      const { styles } = this.#row(number)
      for (let column = first; column <= last; column += 1) styles[column] = style
    }
    this.#row(top).contents[first] = content
    this.#columns = Math.max(this.#columns, last)
    if (bottom > top || last > first) this.merges.push(`${addressOf(first, top)}:${addressOf(last, bottom)}`)
  }

  /** points */
  setHeight(row: number, height: number): void {
    this.#row(row).height = height
  }

  /** The area in use: A1:J40. */
  get extent(): string {
    return `A1:${addressOf(Math.max(this.#columns, 1), Math.max(this.#rows.length - 1, 1))}`
  }

  /** The rows as they stand in the sheet's file. */
  xml(numbering: Numbering): string {
    let xml = ''
    this.#rows.forEach((row, number) => {
      xml += rowXml(row, number, numbering)
    })
    return xml
  }

  #row(number: number): Row {
    let row = this.#rows[number]
    if (row === undefined) {
      row = { height: null, styles: [], contents: [] }
      this.#rows[number] = row
    }
    return row
  }
}

function rowXml({ height, styles, contents }: Row, number: number, numbering: Numbering): string {
  let cells = ''
  let first = 0
  for (let column = 1; column < styles.length; column += 1) {
    const style = styles[column]
    if (style === undefined) continue
    if (first === 0) first = column
    const open = `<c r="${addressOf(column, number)}" s="${numbering.styleOf(style)}"`
    cells += cellXml(open, contents[column] ?? null, numbering)
  }
  const tall = height === null ? '' : ` ht="${height}" customHeight="1"`
  const spans = cells === '' ? '' : ` spans="${first}:${styles.length - 1}"`
  const row = `<row r="${number}"${tall}${spans} x14ac:dyDescent="0.25"`
  return cells === '' ? `${row}/>` : `${row}>${cells}</row>`
}

function cellXml(open: string, content: Content, { textOf }: Numbering): string {
  if (content === null) return `${open}/>`
  if (typeof content === 'number') return `${open}><v>${content}</v></c>`
  if (typeof content === 'string') return `${open} t="s"><v>${textOf(content)}</v></c>`
  const { formula, result } = content
  return typeof result === 'number'
    ? `${open}><f>${escapeXml(formula)}</f><v>${result}</v></c>`
    : `${open} t="str"><f>${escapeXml(formula)}</f><v>${escapeXml(result)}</v></c>`
}

const letters: string[] = []

function addressOf(column: number, row: number): string {
  const letter = letters[column] ?? columnLetter(column)
  letters[column] = letter
  return letter + row
}
