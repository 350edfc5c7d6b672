// The keys of the grid, as in Excel and WPS. One listener for all cells: a cell itself is an ordinary input, so a
// Chinese input method works from the first key and a screen reader reads a form.
import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { type CellAddress, shifted } from './cell-address.ts'
import {
  addressOf,
  cellElement,
  type EditableCell,
  editableOf,
  focusAddress,
  isEditing,
  isWhole,
  moveInColumn,
  rowsOf,
  setEditing,
} from './grid-page.ts'
import type { GridSelection } from './grid-selection.ts'

export interface GridActions {
  /** puts what is typed in the cell into the store */
  readonly save: (row: string) => void
  readonly restore: (row: string) => void
  /** Delete: every cell of the selection */
  readonly clear: (from: CellAddress) => void
  readonly fillDown: (from: CellAddress) => void
  /** Ctrl+Enter: the cell's text into the whole selection */
  readonly fillSelection: (from: CellAddress) => void
  readonly hasDraft: (row: string) => boolean
}

export function useGridKeys(
  grid: RefObject<HTMLElement | null>,
  selection: GridSelection,
  actions: GridActions,
) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.nativeEvent.isComposing || event.keyCode === 229) return
      const root = grid.current
      const from = addressOf(event.target)
      if (root === null || from === null || event.altKey) return
      const press = { event, root, from, selection, actions, input: editableOf(event.target) }
      if (event.ctrlKey || event.metaKey ? onControl(press) : onPlain(press)) event.preventDefault()
    },
    [grid, selection, actions],
  )
}

interface Press {
  readonly event: KeyboardEvent<HTMLElement>
  readonly root: HTMLElement
  readonly from: CellAddress
  readonly selection: GridSelection
  readonly actions: GridActions
  /** null on a state's list */
  readonly input: EditableCell | null
}

/** Answers whether the key was the grid's. */
function onControl({ event, root, from, selection, actions, input }: Press): boolean {
  const rows = rowsOf(root)
  const first = rows[0] ?? from.row
  const last = rows.at(-1) ?? from.row
  switch (event.key) {
    case 'Enter':
      if (selection.block === null) actions.save(from.row)
      else actions.fillSelection(from)
      return true
    case 'd':
    case 'D':
      actions.fillDown(from)
      return true
    case 'a':
    case 'A':
      if (isEditing(input)) return false
      selection.select(
        { anchor: { row: first, column: 'figure' }, head: { row: last, column: 'note' } },
        rows,
      )
      return true
    case 'Home':
    case 'End': {
      if (isEditing(input)) return false
      const row = event.key === 'Home' ? first : last
      if (event.shiftKey) selection.select({ anchor: from, head: { ...from, row } }, rows)
      else focusAddress(root, { ...from, row })
      return true
    }
    default:
      return false
  }
}

const ARROWS: Readonly<Record<string, { readonly down?: 1 | -1; readonly right?: 1 | -1 }>> = {
  ArrowUp: { down: -1 },
  ArrowDown: { down: 1 },
  ArrowLeft: { right: -1 },
  ArrowRight: { right: 1 },
}

function onPlain(press: Press): boolean {
  const { event, root, from, selection, actions, input } = press
  const arrow = ARROWS[event.key]
  if (arrow !== undefined) return onArrow(press, arrow)
  switch (event.key) {
    case 'Enter':
      if (input === null) return false
      // Moving on leaves the cell, which saves it; in the last row there is nowhere to move to.
      if (!moveInColumn(input, event.shiftKey ? -1 : 1)) actions.save(from.row)
      return true
    case 'F2':
      if (input === null) return false
      setEditing(input)
      return true
    case 'Escape':
      if (selection.block !== null) selection.select(null, [])
      else if (actions.hasDraft(from.row)) actions.restore(from.row)
      else if (!isEditing(input)) return false
      // once the stored text is back in the cell; whoever has gone on by then is not called back
      if (input !== null)
        requestAnimationFrame(() => {
          if (document.activeElement === input) focusAddress(root, from)
        })
      return true
    case 'Delete':
    case 'Backspace':
      if (selection.block === null && (isEditing(input) || (input !== null && !isWhole(input)))) return false
      if (event.key === 'Backspace' && selection.block === null) return false
      actions.clear(from)
      return true
    case 'Home':
    case 'End': {
      if (isEditing(input)) return false
      const to: CellAddress = { row: from.row, column: event.key === 'Home' ? 'figure' : 'note' }
      if (event.shiftKey) selection.select({ anchor: from, head: to }, rowsOf(root))
      else focusAddress(root, to)
      return true
    }
    default:
      return false
  }
}

function onArrow(
  { event, root, from, selection, input }: Press,
  by: { readonly down?: 1 | -1; readonly right?: 1 | -1 },
): boolean {
  // F2: the arrows move inside the text, until Enter.
  if (isEditing(input) && (by.right !== undefined || from.column === 'note')) return false
  const rows = rowsOf(root)
  if (event.shiftKey) {
    const head = shifted(selection.range?.head ?? from, rows, by)
    selection.select({ anchor: from, head }, rows)
    cellElement(root, head)?.scrollIntoView({ block: 'nearest' })
    return true
  }
  if (by.down !== undefined) {
    const cell = cellElement(root, from)
    if (cell !== null) moveInColumn(cell, by.down)
  } else focusAddress(root, shifted(from, rows, by))
  return true
}
