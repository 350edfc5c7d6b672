// The table that Excel, WPS or Word put on the clipboard as HTML. Read as text only; nothing of it is shown or run.
import type { TextTable } from './clipboard-table.ts'

/** More cells than any form has: a merged cell that claims a million columns is cut here. */
const MOST_SPAN = 200

/** The first table's texts, merged cells holding their text at the first place; null without a table. */
export function parseHtmlTable(html: string): TextTable | null {
  if (!/<table/i.test(html)) return null
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return null
  const rows: string[][] = [...table.rows].map(() => [])
  const taken = new Set<string>()
  for (const [rowAt, row] of [...table.rows].entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (taken.has(`${rowAt} ${column}`)) column += 1
      for (let down = 0; down < Math.min(cell.rowSpan, MOST_SPAN); down += 1) {
        for (let right = 0; right < Math.min(cell.colSpan, MOST_SPAN); right += 1) {
          taken.add(`${rowAt + down} ${column + right}`)
          const target = rows[rowAt + down]
          if (target !== undefined) target[column + right] = down + right === 0 ? textOf(cell) : ''
        }
      }
    }
  }
  const filled = rows.map((row) => Array.from(row, (text) => text ?? ''))
  while (filled.length > 0 && filled.at(-1)?.every((text) => text === '')) filled.pop()
  return filled
}

function textOf(cell: HTMLElement): string {
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\n')
  return (cell.textContent ?? '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
