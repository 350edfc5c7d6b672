// The grid as it stands on the page. Cells carry data-cell="column/row", rows data-row; both are read from the page
// itself, so rows may come and go.
import { addressOfKey, type CellAddress, cellKeyOf } from './cell-address.ts'

export type EditableCell = HTMLInputElement | HTMLTextAreaElement

/** The cell that an event's target is, or lies in. */
export function addressOf(target: EventTarget | null): CellAddress | null {
  if (!(target instanceof HTMLElement) || target.closest('[data-row]') === null) return null
  return addressOfKey(target.closest<HTMLElement>('[data-cell]')?.dataset.cell)
}

export function editableOf(target: EventTarget | null): EditableCell | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null
}

/** The ids of the rows that can hold a figure, in page order. */
export function rowsOf(root: HTMLElement): string[] {
  return [...root.querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.dataset.row ?? '')
}

export function cellElement(root: HTMLElement, { row, column }: CellAddress): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cellKeyOf(column, row))}"]`)
}

/** F2 or a second click: the cursor stands in the text, and arrows move inside it. */
export function isEditing(input: EditableCell | null): boolean {
  return input?.dataset.editing === 'yes'
}

export function setEditing(input: EditableCell): void {
  input.dataset.editing = 'yes'
  input.setSelectionRange(input.value.length, input.value.length)
}

/** The whole text is selected, so that the next key replaces it: what “selected” means for a cell. */
export function isWhole(input: EditableCell): boolean {
  return input.selectionStart === 0 && input.selectionEnd === input.value.length
}

/** Focus with the whole text selected: typing replaces it, also with a Chinese input method. */
export function focusCell(cell: HTMLElement): void {
  cell.focus()
  const input = editableOf(cell)
  if (input !== null) {
    delete input.dataset.editing
    input.select()
  }
  cell.scrollIntoView({ block: 'nearest' })
}

export function focusAddress(root: HTMLElement, address: CellAddress): void {
  const cell = cellElement(root, address)
  if (cell !== null) focusCell(cell)
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
  const next = cells[cells.indexOf(from) + step]
  // Below the last figure the measures begin.
  const target =
    next ??
    (step === 1 && column !== 'state' ? grid.querySelector<HTMLElement>('.measure-row .choice') : null)
  if (target == null || isOff(target)) return false
  focusCell(target)
  return true
}

function isOff(cell: HTMLElement): boolean {
  return cell.getAttribute('aria-disabled') === 'true' || (cell instanceof HTMLInputElement && cell.disabled)
}

/** The first figure that can be typed; the page stays where it is. */
export function focusFirstCell(): void {
  const cells = document.querySelectorAll<HTMLInputElement>('[data-cell^="figure/"]')
  const first = [...cells].find((cell) => !isOff(cell) && !cell.readOnly)
  first?.focus({ preventScroll: true })
  first?.select()
}

/** Jumps to an item's first cell from anywhere on the page. */
export function focusItem(id: string): void {
  const selector = (['figure', 'state'] as const)
    .map((column) => `[data-cell="${CSS.escape(cellKeyOf(column, id))}"]`)
    .join(',')
  const cell = document.querySelector<HTMLElement>(selector)
  if (cell === null) return
  focusCell(cell)
  cell.scrollIntoView({ block: 'center' })
}

/** Jumps to the explanation of a row. */
export function focusNote(row: string): void {
  const cell = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cellKeyOf('note', row))}"]`)
  if (cell !== null) focusCell(cell)
}
