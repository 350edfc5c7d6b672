// Moving between the cells of 本月填报 as in a spreadsheet. Cells carry data-cell="column id/row id"; columns are
// read from the page itself, so rows may come and go. This is the seam a fuller grid can take the place of.

export type GridColumn = 'figure' | 'state' | 'note'

export function cellKeyOf(column: GridColumn, id: string): string {
  return `${column}/${id}`
}

/** The neighbour in the same column, or null at the end. */
export function neighbour(keys: readonly string[], key: string, step: 1 | -1): string | null {
  const at = keys.indexOf(key)
  return at === -1 ? null : (keys[at + step] ?? null)
}

/** Puts the cursor into the next cell of the same column; answers whether there was one. */
export function moveInColumn(from: HTMLElement, step: 1 | -1): boolean {
  const grid = from.closest('[data-grid]')
  const key = from.dataset.cell
  const column = key?.split('/')[0]
  if (grid === null || key === undefined || column === undefined) return false
  const cells = [...grid.querySelectorAll<HTMLElement>(`[data-cell^="${column}/"]`)].filter(
    (cell) => !isOff(cell),
  )
  const next = neighbour(
    cells.map((cell) => cell.dataset.cell ?? ''),
    key,
    step,
  )
  const target = cells.find((cell) => cell.dataset.cell === next)
  if (target === undefined) return false
  focusCell(target)
  return true
}

function isOff(cell: HTMLElement): boolean {
  return cell.getAttribute('aria-disabled') === 'true' || (cell instanceof HTMLInputElement && cell.disabled)
}

/** Focus with the whole text selected: typing replaces it, also with a Chinese input method. */
export function focusCell(cell: HTMLElement): void {
  cell.focus()
  if (cell instanceof HTMLInputElement) cell.select()
  cell.scrollIntoView({ block: 'nearest' })
}

/** Jumps to an item's first cell from anywhere on the page. */
export function focusItem(id: string): void {
  const selector = (['figure', 'state'] as const)
    .map((column) => `[data-cell="${CSS.escape(cellKeyOf(column, id))}"]`)
    .join(',')
  const cell = document.querySelector<HTMLElement>(selector)
  if (cell === null) return
  cell.focus()
  cell.scrollIntoView({ block: 'center' })
}
