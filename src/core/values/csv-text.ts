// A table as comma-separated text for Excel and WPS. Text that a spreadsheet would take for a formula stays text.
import { FORMULA_MARKS, UNSEEN } from './formula-lead.ts'

export type CsvCell = string | number | null

/** The marks of a formula, also behind quotes we add and blanks of any kind, or a tab or line break itself. */
const FORMULA_LEAD = new RegExp(`^'*[${UNSEEN}]*[${FORMULA_MARKS}]|^'*[\\t\\r\\n]`)
const LINE_BREAK = /\r\n|\r|\n/

/** Byte order mark, so that Excel reads Chinese; lines end in CR LF; every text is quoted. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return `"${shielded(cell).replaceAll('"', '""')}"`
}

/** A quote before every physical line that begins like a formula: a careless reader may split a cell at its breaks. */
export function shielded(text: string): string {
  return mapLines(text, (line) => (FORMULA_LEAD.test(line) ? `'${line}` : line))
}

/** The text that was shielded. */
export function unshielded(text: string): string {
  return mapLines(text, (line) => (line.startsWith("'") && FORMULA_LEAD.test(line) ? line.slice(1) : line))
}

function mapLines(text: string, change: (line: string) => string): string {
  const breaks = text.match(new RegExp(LINE_BREAK, 'g')) ?? []
  return text
    .split(LINE_BREAK)
    .map((line, at) => `${change(line)}${breaks[at] ?? ''}`)
    .join('')
}
