// 撤销 and 恢复, as buttons and as Ctrl+Z and Ctrl+Y anywhere on the page.
import { Button } from 'antd'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { entryGrid as words } from '../words/entry-grid.ts'
import { addressOf, focusItem } from './grid/grid-page.ts'
import type { EntryPageModel } from './use-entry-page.ts'
import type { UndoResult } from './use-undo.ts'

interface Props {
  readonly model: EntryPageModel
  readonly isEditable: boolean
}

export function UndoButtons({ model, isEditable }: Props) {
  const { undo, redo, readings, measures } = model
  const log = useSyncExternalStore(model.undoStore.subscribe, model.undoStore.read)
  const [result, setResult] = useState<UndoResult | null>(null)
  const make = useCallback(async (step: EntryPageModel['undo']) => {
    const made = await step()
    setResult(made)
    if (made?.cell != null) focusItem(made.cell)
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      const isUndo = key === 'z' && !event.shiftKey
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!event.ctrlKey || event.altKey || event.isComposing || !(isUndo || isRedo)) return
      const focused = document.activeElement
      // A text being written is undone by the browser, letter by letter; a dialog's text is not this page's.
      if (focused instanceof HTMLElement && focused.closest('[role="dialog"]') !== null) return
      const at = addressOf(focused)
      if (at !== null && readings.isOnlyTyped(at.row)) {
        event.preventDefault()
        if (isUndo) readings.discard(at.row)
        return
      }
      if (focused instanceof HTMLTextAreaElement && at === null) {
        const measure = focused.closest<HTMLElement>('[data-measure]')?.dataset.measure
        if (measure !== undefined && measures.read(measure).draft !== null) return
      }
      event.preventDefault()
      if (isEditable) void make(isUndo ? undo : redo)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [make, undo, redo, readings, measures, isEditable])
  if (!isEditable) return null
  return (
    <span className="undo-buttons">
      <Button size="small" title={words.undoHint} disabled={log.done === 0} onClick={() => void make(undo)}>
        {words.undo}
      </Button>
      <Button
        size="small"
        title={words.redoHint}
        disabled={log.done === log.commands.length}
        onClick={() => void make(redo)}
      >
        {words.redo}
      </Button>
      <span className={`undo-said ${result?.isRefused === true ? 'bad' : 'soft'}`} role="status">
        {result?.said ?? ''}
      </span>
    </span>
  )
}
