// Copy, cut and paste of blocks. Listened to on the document: a browser sends these to the page's body when the
// focus is on a state's list, which is no text field.
import { type RefObject, useEffect } from 'react'
import type { CellAddress } from './cell-address.ts'
import { htmlText, parseTabbedText, type TextTable, tabbedText } from './clipboard-table.ts'
import { addressOf, editableOf, isEditing, isWhole } from './grid-page.ts'
import { parseHtmlTable } from './html-table.ts'

export interface ClipboardActions {
  /** the texts of the selection, or of the one cell */
  readonly copied: (from: CellAddress) => TextTable
  readonly clear: (from: CellAddress) => void
  readonly paste: (table: TextTable, at: CellAddress) => void
  readonly isBlockSelected: () => boolean
}

export function useGridClipboard(grid: RefObject<HTMLElement | null>, actions: ClipboardActions): void {
  useEffect(() => {
    /** The cell in question; null where the text inside a cell is meant, which the browser copies itself. */
    const cellNow = (): CellAddress | null => {
      const focused = document.activeElement
      if (focused === null || grid.current?.contains(focused) !== true) return null
      const input = editableOf(focused)
      const isInText = input !== null && (isEditing(input) || (input.value !== '' && !isWhole(input)))
      return isInText && !actions.isBlockSelected() ? null : addressOf(focused)
    }
    const onCopy = (event: ClipboardEvent) => {
      const from = cellNow()
      if (from === null || event.clipboardData === null) return
      const table = actions.copied(from)
      event.clipboardData.setData('text/plain', tabbedText(table))
      event.clipboardData.setData('text/html', htmlText(table))
      event.preventDefault()
      if (event.type === 'cut') actions.clear(from)
    }
    const onPaste = (event: ClipboardEvent) => {
      const focused = document.activeElement
      const at = grid.current?.contains(focused) === true ? addressOf(focused) : null
      if (at === null || event.clipboardData === null) return
      const html = parseHtmlTable(event.clipboardData.getData('text/html'))
      const table = html ?? parseTabbedText(event.clipboardData.getData('text/plain'))
      // One text into the middle of another, or a note of several lines, is typing and not a block.
      const isOne = table.length === 1 && table[0]?.length === 1
      if (isOne && cellNow() === null) return
      event.preventDefault()
      actions.paste(table, at)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [grid, actions])
}
