// Rows of a record table as XML. Everything of a cell but its value is put together beforehand, column by column.
import type { RecordCell, RecordColumn, RecordTable } from '../../core/reports/record-table.ts'
import type { NumberShape } from '../../core/reports/report-table.ts'
import { cleanText, escapeCoded, looksLikeFormula } from '../cell-content.ts'
import { columnLetter } from '../formula-address.ts'
import { lightLook, numberLook, textLook } from './record-styles.ts'
import type { SharedTexts } from './shared-texts.ts'

/** points; equal for all rows, since sorting moves cells and leaves heights where they are */
export const ROW_HEIGHT = 18
/** UTF-16 units of XML handed over at once */
const CHUNK = 128 * 1024
const COUNT_SHAPE: NumberShape = { decimals: 0 }

const SPECIAL = /[&<>]/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function textXml(text: string): string {
  const coded = escapeCoded(text)
  return SPECIAL.test(coded) ? coded.replace(/[&<>]/g, (letter) => ENTITIES[letter] ?? letter) : coded
}

export interface RowSink {
  readonly styles: ReadonlyMap<string, number>
  readonly texts: SharedTexts
  /** number of rows written so far */
  readonly onRows: (count: number) => void
}

/** The table's rows in chunks of XML, beginning in the sheet's row `first`. */
export function* recordRows(table: RecordTable, first: number, sink: RowSink): Generator<string> {
  const columns = table.columns.map((column, at) => new ColumnXml(column, at, sink))
  let xml = ''
  let count = 0
  for (const cells of table.rows()) {
    const row = first + count
    xml += `<row r="${row}" ht="${ROW_HEIGHT}" customHeight="1">`
    for (let at = 0; at < columns.length; at += 1) {
      const cell = cells[at]
      if (cell !== null && cell !== undefined) xml += columns[at]?.cell(cell, row) ?? ''
    }
    xml += '</row>'
    count += 1
    if (xml.length < CHUNK) continue
    yield xml
    xml = ''
    sink.onRows(count)
  }
  if (count !== table.rowCount) throw new RangeError(`${table.name}: ${count} rows, not ${table.rowCount}`)
  yield xml
  sink.onRows(count)
}

/** The cells of one column. */
class ColumnXml {
  readonly #column: RecordColumn
  readonly #at: number
  readonly #sink: RowSink
  readonly #open: string
  /** shapes come from a few places, so most are met again as the same object */
  readonly #numberStyles = new Map<NumberShape, number>()

  constructor(column: RecordColumn, at: number, sink: RowSink) {
    this.#column = column
    this.#at = at
    this.#sink = sink
    this.#open = `<c r="${columnLetter(at + 1)}`
  }

  cell(cell: Exclude<RecordCell, null>, row: number): string {
    if (typeof cell === 'string') return this.#text(cell, row, null)
    if (typeof cell === 'number') return this.#number(cell, COUNT_SHAPE, row)
    if (typeof cell.value === 'string')
      return this.#text(cell.value, row, 'light' in cell ? lightLook(this.#column.align, cell.light) : null)
    return this.#number(cell.value, 'shape' in cell ? cell.shape : COUNT_SHAPE, row)
  }

  #number(value: number, shape: NumberShape, row: number): string {
    let style = this.#numberStyles.get(shape)
    if (style === undefined) {
      style = this.#style(numberLook(this.#column.align, shape))
      if (this.#numberStyles.size < 100) this.#numberStyles.set(shape, style)
    }
    return `${this.#open}${row}" s="${style}"><v>${value}</v></c>`
  }

  #text(given: string, row: number, look: string | null): string {
    const text = cleanText(given)
    if (text === '') return ''
    const style = this.#style(look ?? textLook(this.#column.align, looksLikeFormula(text)))
    const id = this.#sink.texts.idOf(text, this.#at, textXml)
    if (id !== null) return `${this.#open}${row}" s="${style}" t="s"><v>${id}</v></c>`
    return `${this.#open}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textXml(text)}</t></is></c>`
  }

  #style(look: string): number {
    const style = this.#sink.styles.get(look)
    if (style === undefined) throw new RangeError(`no style for ${look}`)
    return style
  }
}
