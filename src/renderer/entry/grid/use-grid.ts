// The adapter between the page and everything spreadsheet-like: what can be selected, typed, copied, pasted and filled.
// A grid of somebody else's could stand behind the same few functions.
import { type FocusEvent, type MouseEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { DraftStore } from '../draft-store.ts'
import type { EntryCell } from '../entry-cells.ts'
import type { ReadingDraft } from '../reading-draft.ts'
import { blockDrafts } from './block-drafts.ts'
import type { CellAddress } from './cell-address.ts'
import { textOfCell } from './cell-text.ts'
import type { TextTable } from './clipboard-table.ts'
import { addressOf, editableOf, focusAddress, focusCell, rowsOf, setEditing } from './grid-page.ts'
import { GridSelection } from './grid-selection.ts'
import { type CellText, type NotTaken, planPaste } from './paste-block.ts'
import { useGridClipboard } from './use-grid-clipboard.ts'
import { useGridKeys } from './use-grid-keys.ts'

/** What became of a paste, for the list under the page. */
export interface PasteReport {
  readonly taken: number
  readonly notTaken: readonly NotTaken[]
  readonly isLocked: boolean
}

interface Options {
  readonly cells: ReadonlyMap<string, EntryCell>
  readonly readings: DraftStore<ReadingDraft>
  readonly isEditable: boolean
  readonly saveReadings: (ids: readonly string[]) => Promise<void>
}

export interface Grid {
  readonly root: RefObject<HTMLDivElement | null>
  readonly selection: GridSelection
  readonly report: PasteReport | null
  readonly closeReport: () => void
  readonly handlers: {
    readonly onKeyDown: ReturnType<typeof useGridKeys>
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void
    readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void
    readonly onMouseOver: (event: MouseEvent<HTMLElement>) => void
  }
}

export function useGrid({ cells, readings, isEditable, saveReadings }: Options): Grid {
  const root = useRef<HTMLDivElement>(null)
  const [selection] = useState(() => new GridSelection())
  const [report, setReport] = useState<PasteReport | null>(null)
  const actions = useMemo(() => {
    const rowOf = (id: string) => {
      const cell = cells.get(id)
      return cell === undefined ? undefined : { cell, draft: readings.read(id).draft }
    }
    const put = (texts: readonly CellText[]) => {
      const block = blockDrafts(texts, rowOf)
      for (const { id, draft } of block.drafts) readings.type(id, draft)
      void saveReadings(block.drafts.map(({ id }) => id))
      return block
    }
    /** for what is done with the keyboard: nothing to say when all of it was taken */
    const putAndSay = (texts: readonly CellText[]) => {
      if (!isEditable) return
      const { taken, notTaken } = put(texts)
      setReport(notTaken.length === 0 ? null : { taken, notTaken, isLocked: false })
    }
    const selected = (from: CellAddress) => selection.block ?? { rows: [from.row], columns: [from.column] }
    const textAt = ({ row, column }: CellAddress) => {
      const found = rowOf(row)
      return found === undefined ? '' : textOfCell({ ...found.cell, ...found }, column)
    }
    const spread = (from: CellAddress, textOf: (address: CellAddress) => string | null): CellText[] => {
      const { rows, columns } = selected(from)
      return rows.flatMap((row) =>
        columns.flatMap((column) => {
          const text = textOf({ row, column })
          return text === null ? [] : [{ row, column, text }]
        }),
      )
    }
    return {
      save: (row: string) => void saveReadings([row]),
      restore: (row: string) => readings.discard(row),
      hasDraft: (row: string) => readings.read(row).draft !== null,
      clear: (from: CellAddress) => putAndSay(spread(from, () => '')),
      fillDown: (from: CellAddress) => {
        const all = root.current === null ? [] : rowsOf(root.current)
        const block = selected(from)
        const isOne = block.rows.length === 1
        const top = isOne ? all[all.indexOf(from.row) - 1] : block.rows[0]
        if (top === undefined) return
        putAndSay(
          spread(from, ({ row, column }) => {
            if (row === top) return null
            // A chosen state has no figure to copy: its row's state is what fills down.
            const text = textAt({ row: top, column })
            return text === '' && column === 'figure' ? textAt({ row: top, column: 'state' }) : text
          }),
        )
      },
      fillSelection: (from: CellAddress) => {
        const text = textAt(from)
        putAndSay(spread(from, ({ column }) => (column === from.column ? text : null)))
      },
      copied: (from: CellAddress): TextTable => {
        const { rows, columns } = selected(from)
        return rows.map((row) => columns.map((column) => textAt({ row, column })))
      },
      isBlockSelected: () => selection.block !== null,
      paste: (table: TextTable, at: CellAddress) => {
        const grid = root.current
        if (grid === null) return
        if (!isEditable || table.length === 0) {
          setReport({ taken: 0, notTaken: [], isLocked: !isEditable })
          return
        }
        const block = selection.block
        const text = table[0]?.[0] ?? ''
        const isOneIntoMany = block !== null && table.length === 1 && table[0]?.length === 1
        const start =
          block === null ? at : { row: block.rows[0] ?? at.row, column: block.columns[0] ?? at.column }
        const rows = rowsOf(grid).map((id) => ({ id, name: cells.get(id)?.name ?? '' }))
        const plan = isOneIntoMany
          ? { texts: spread(at, () => text), notTaken: [] }
          : planPaste(table, start, rows)
        const { taken, notTaken } = put(plan.texts)
        const all = [...notTaken, ...plan.notTaken]
        setReport(all.length === 0 ? null : { taken, notTaken: all, isLocked: false })
        requestAnimationFrame(() => focusAddress(grid, at))
      },
    }
  }, [cells, readings, isEditable, saveReadings, selection])
  useGridClipboard(root, actions)
  const onKeyDown = useGridKeys(root, selection, actions)
  return {
    root,
    selection,
    report,
    closeReport: () => setReport(null),
    handlers: { onKeyDown, ...pointerHandlers(root, selection) },
  }
}

/** Clicking selects a cell, clicking it again puts the cursor into its text; Shift and drawing select several. */
function pointerHandlers(root: RefObject<HTMLElement | null>, selection: GridSelection) {
  return {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      const at = addressOf(event.target)
      if (at !== null && root.current !== null)
        selection.select({ anchor: at, head: at }, rowsOf(root.current))
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      const input = editableOf(event.target)
      if (input !== null) delete input.dataset.editing
      if (addressOf(event.relatedTarget) === null) selection.select(null, [])
    },
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      const at = addressOf(event.target)
      const input = editableOf(event.target)
      const grid = root.current
      if (at === null || grid === null || event.button !== 0) return
      const anchor = addressOf(document.activeElement)
      if (event.shiftKey && anchor !== null) {
        event.preventDefault()
        selection.select({ anchor, head: at }, rowsOf(grid))
        return
      }
      if (input === null) return
      if (document.activeElement !== input) {
        event.preventDefault()
        focusCell(input)
      } else if (input.dataset.editing !== 'yes' && selection.block === null) {
        setEditing(input)
      }
    },
    onMouseOver: (event: MouseEvent<HTMLElement>) => {
      const head = addressOf(event.target)
      const anchor = addressOf(document.activeElement)
      const grid = root.current
      if (event.buttons !== 1 || head === null || anchor === null || grid === null) return
      if (editableOf(document.activeElement)?.dataset.editing === 'yes') return
      if (anchor.row !== head.row || anchor.column !== head.column || selection.block !== null)
        selection.select({ anchor, head }, rowsOf(grid))
    },
  }
}
