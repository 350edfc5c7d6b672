import { useCallback, useSyncExternalStore } from 'react'
import type { CellState, DraftStore } from './draft-store.ts'

/** One cell's unsaved text; redraws when that cell changes and only then. */
export function useCell<Draft extends object>(store: DraftStore<Draft>, cell: string): CellState<Draft> {
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.read(cell), [store, cell]),
  )
}
