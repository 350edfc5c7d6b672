// The cells of one sheet. Empty ones, formats, validations, charts and links are passed over, however many there are.
import { CELL_KINDS, type CellKind, FORMULA_FLAG, type ReadSheet } from '../../core/forms/read-workbook.ts'
import type { NumberMeaning } from './cell-styles.ts'
import { joined, type TextBudget, TextRuns, unescaped } from './cell-texts.ts'
import { civilDate } from './civil-date.ts'
import { type CellRun, passEmptyCells } from './empty-cells.ts'
import { LIMITS } from './reading-limits.ts'
import { damaged, overLimit } from './unreadable-workbook.ts'
import { attribute, type XmlHandler } from './xml-scanner.ts'

/** What the cells of all sheets share. */
export interface CellContext {
  readonly sharedTexts: readonly string[]
  readonly styles: readonly NumberMeaning[]
  readonly isFrom1904: boolean
  readonly texts: TextBudget
  /** used cells, and characters in them, that may still come */
  readonly cells: { left: number; charactersLeft: number }
}

const KIND_CODES = new Map(CELL_KINDS.map((kind, code) => [kind, code]))
const USUAL_CELL = /^ r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?$/
const DIGITS = /^-?[1-9]\d*$/
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

export class SheetCells implements XmlHandler {
  readonly #context: CellContext
  readonly #rows: number[] = []
  readonly #columns: number[] = []
  readonly #kinds: number[] = []
  readonly #texts: string[] = []
  readonly #merges: number[] = []
  readonly #hiddenRows: number[] = []
  readonly #runs = new TextRuns()
  readonly #path: string[] = []
  readonly #run: CellRun = { addressEnd: '', column: 0 }
  #row = 0
  #column = 0
  #type = 'n'
  #style = 0
  #value: string | null = null
  #hasFormula = false
  #isInline = false
  #hasData = false

  constructor(context: CellContext) {
    this.#context = context
  }

  /** Throws where the part was no worksheet. */
  finish(name: string, isHidden: boolean): ReadSheet {
    return {
      name,
      isHidden,
      rows: Uint32Array.from(this.#rows),
      columns: Uint16Array.from(this.#columns),
      kinds: Uint8Array.from(this.#kinds),
      texts: this.#texts,
      merges: Uint32Array.from(this.#merges),
      hiddenRows: Uint32Array.from(this.#hiddenRows),
    }
  }

  passOver(text: string, at: number): number {
    const path = this.#path
    if (path.length !== 3 || !this.#isInRow()) return at
    this.#run.column = this.#column
    const behind = passEmptyCells(text, at, this.#run)
    this.#column = this.#run.column
    return behind
  }

  open(name: string, attributes: string): void {
    const path = this.#path
    const parent = path[path.length - 1]
    path.push(name)
    if (path.length === 1 && name !== 'worksheet') throw damaged('工作表的内容不对')
    if (path.length === 2 && name === 'sheetData') this.#beginData()
    else if (path.length === 3 && name === 'row' && parent === 'sheetData') this.#beginRow(attributes)
    else if (path.length === 4 && name === 'c' && this.#isInRow()) this.#beginCell(attributes)
    else if (path.length === 5 && parent === 'c' && this.#isInRow()) this.#beginContent(name)
    else if (this.#isInline) this.#runs.open(name)
    else if (path.length === 3 && name === 'mergeCell' && parent === 'mergeCells')
      this.#merge(attribute(attributes, 'ref') ?? '')
  }

  close(name: string): void {
    const path = this.#path
    path.pop()
    if (path.length === 3 && name === 'c' && this.#isInRow()) this.#endCell()
    else if (this.#isInline) this.#runs.close(name)
  }

  text(text: string): void {
    const path = this.#path
    if (path.length === 5 && path[4] === 'v' && this.#isInRow()) this.#value = joined(this.#value ?? '', text)
    else if (this.#isInline) this.#runs.add(text)
  }

  /** Rows and cells elsewhere (in extensions of some program) are none that people see. */
  #isInRow(): boolean {
    return this.#path[2] === 'row' && this.#path[1] === 'sheetData'
  }

  #beginData(): void {
    if (this.#hasData) throw damaged('工作表里有两份内容')
    this.#hasData = true
  }

  /** A second value of one cell would be another than people see. */
  #beginContent(name: string): void {
    if (name === 'f') this.#hasFormula = true
    if (name !== 'v' && name !== 'is') return
    if (this.#value !== null || this.#isInline) throw damaged('一个单元格里有两份内容')
    if (name === 'v') this.#value = ''
    else {
      this.#isInline = true
      this.#runs.begin()
    }
  }

  #beginRow(attributes: string): void {
    const given = attribute(attributes, 'r')
    const row = given === null ? this.#row + 1 : Number(given)
    if (!Number.isInteger(row) || row <= this.#row || row > 1_048_576) throw damaged('行的次序不对')
    this.#row = row
    this.#column = 0
    this.#run.addressEnd = `${row}"`
    if (attributes.includes('hidden') && /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '')) {
      // Beyond the rows that are read, a hidden row hides nothing.
      if (this.#hiddenRows.length < LIMITS.hiddenRows && row <= LIMITS.rows) this.#hiddenRows.push(row)
    }
  }

  #beginCell(attributes: string): void {
    // As nearly every program writes it; one look instead of three.
    const usual = USUAL_CELL.exec(attributes)
    const given = usual === null ? attribute(attributes, 'r') : (usual[1] ?? null)
    const column = given === null ? this.#column + 1 : this.#columnOf(given)
    if (column <= this.#column) throw damaged('单元格的次序不对')
    this.#column = column
    this.#type = (usual === null ? attribute(attributes, 't') : usual[3]) ?? 'n'
    this.#style = Number((usual === null ? attribute(attributes, 's') : usual[2]) ?? '0')
    this.#value = null
    this.#hasFormula = false
    this.#isInline = false
  }

  /** "H12" → 8; the row has to be the one it stands in. */
  #columnOf(address: string): number {
    let column = 0
    let at = 0
    for (; at < address.length; at += 1) {
      const code = address.charCodeAt(at)
      if (code < 65 || code > 90) break
      column = column * 26 + code - 64
    }
    if (at === 0 || at > 3 || Number(address.slice(at)) !== this.#row || column > 16_384)
      throw damaged('单元格的地址不对')
    return column
  }

  #endCell(): void {
    const read = this.#content()
    this.#isInline = false
    if (read === null) return
    const [kind, text] = read
    if (this.#column > LIMITS.columns) throw overLimit(`有内容的列超过${LIMITS.columns}列`)
    if (this.#row > LIMITS.rows) throw overLimit(`有内容的行超过第${LIMITS.rows}行`)
    this.#context.cells.left -= 1
    if (this.#context.cells.left < 0) throw overLimit(`有内容的单元格超过${LIMITS.cells}个`)
    // Cells may all refer to one long text; what is handed on holds it once for each.
    this.#context.cells.charactersLeft -= text.length
    if (this.#context.cells.charactersLeft < 0) throw overLimit('文字太多')
    this.#rows.push(this.#row)
    this.#columns.push(this.#column)
    this.#kinds.push((KIND_CODES.get(kind) ?? 0) + (this.#hasFormula ? FORMULA_FLAG : 0))
    this.#texts.push(text)
  }

  /** Kind and text of the cell that ends; null where it is empty. */
  #content(): [CellKind, string] | null {
    const { texts, sharedTexts } = this.#context
    if (this.#isInline) return asText(texts.keep(this.#runs.take()))
    const value = this.#value
    if (value === null || (value === '' && this.#type !== 'str'))
      return this.#hasFormula ? ['no-result', ''] : null
    if (this.#type === 's') {
      const shared = /^\d{1,7}$/.test(value.trim()) ? sharedTexts[Number(value)] : undefined
      if (shared === undefined) throw damaged('单元格引用的文字不存在')
      return asText(shared)
    }
    if (this.#type === 'str' || this.#type === 'inlineStr') return asText(texts.keep(unescaped(value)))
    if (this.#type === 'b')
      return ['boolean', value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE']
    if (this.#type === 'e') return ['error', texts.keep(value.slice(0, 40))]
    if (this.#type === 'd')
      return [
        'date',
        texts.keep(
          value
            .slice(0, 40)
            .replace('T', ' ')
            .replace(/( 00:00)?(:00(\.0+)?)?Z?$/, ''),
        ),
      ]
    return this.#number(value.trim())
  }

  #number(value: string): [CellKind, string] {
    const number = DECIMAL.test(value) ? Number(value) : Number.NaN
    if (!Number.isFinite(number)) return ['error', this.#context.texts.keep(value.slice(0, 40))]
    const meaning = this.#context.styles[this.#style] ?? 'number'
    if (meaning === 'date') {
      const date = civilDate(number, this.#context.isFrom1904)
      if (date !== null) return ['date', date]
    }
    return [meaning === 'percent' ? 'percent' : 'number', plainNumber(number, value)]
  }

  #merge(area: string): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(area)
    if (match === null) throw damaged('合并单元格的地址不对')
    const [, left = '', top = '', right = left, bottom = top] = match
    if (this.#merges.length >= LIMITS.merges * 4) throw overLimit(`合并单元格超过${LIMITS.merges}处`)
    this.#merges.push(Number(top), columnNumber(left), Number(bottom), columnNumber(right))
  }
}

function asText(text: string): [CellKind, string] | null {
  return text === '' ? null : ['text', text]
}

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Numbers of up to fifteen digits are what they look like; others lose the dust behind their fifteenth digit. */
function plainNumber(number: number, written: string): string {
  if (written.length <= 15 && DIGITS.test(written)) return written
  // Fifteen digits and a point; an exponent would count as digits as well, and leaves fewer.
  return String(written.length <= 16 ? number + 0 : Number(number.toPrecision(15)))
}
