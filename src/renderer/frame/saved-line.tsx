import { useSaveState } from '../save-state.ts'
import { timeText } from '../shown-time.ts'
import { frame as words } from '../words/frame.ts'

export function SavedLine() {
  const state = useSaveState()
  return (
    <span
      className={`saved-line saved-${state.kind}`}
      role="status"
      title={state.kind === 'failed' ? state.reason : undefined}
    >
      {state.kind === 'saved' ? words.saved(timeText(state.at, Date.now())) : null}
      {state.kind === 'saving' ? words.saving : null}
      {state.kind === 'failed' ? words.notSavedCells(state.cells, state.reason) : null}
    </span>
  )
}
