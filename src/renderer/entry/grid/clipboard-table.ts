// A block of cells as Excel and WPS put it on the clipboard: text with tabs, where a cell that holds a tab, a line
// break or a quote stands in quotes.

export type TextTable = readonly (readonly string[])[]

/** Reads tab-separated text; the empty line that Excel ends with is not a row. */
export function parseTabbedText(text: string): TextTable {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const flat = text.replace(/\r\n?/g, '\n').replaceAll('\0', '')
  while (at <= flat.length) {
    const quoted = flat[at] === '"' ? quotedCell(flat, at) : null
    const end = quoted?.end ?? endOfCell(flat, at)
    row.push(quoted?.text ?? flat.slice(at, end))
    const next = flat[end]
    if (next !== '\t') {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop()
  return rows
}

function endOfCell(text: string, from: number): number {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1
  return end
}

/** A quoted cell, or null where the quote is just the first character of a plain one. */
function quotedCell(text: string, from: number): { readonly text: string; readonly end: number } | null {
  let content = ''
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') content += text[at]
    else if (text[at + 1] === '"') {
      content += '"'
      at += 1
    } else {
      const after = text[at + 1]
      return after === undefined || after === '\t' || after === '\n' ? { text: content, end: at + 1 } : null
    }
  }
  return null
}

export function tabbedText(table: TextTable): string {
  return table.map((row) => row.map(quotedIfNeeded).join('\t')).join('\r\n')
}

function quotedIfNeeded(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The same block as a table, which Excel and WPS prefer over the text. */
export function htmlText(table: TextTable): string {
  const rows = table.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<table>${rows.join('')}</table>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|\n/g, '<br>')
}
