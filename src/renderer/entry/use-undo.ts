// 撤销 and 恢复: the newest step of the log as a save of its own, refused where somebody has changed the cell since.
import { useCallback, useMemo } from 'react'
import type { EntryPage } from '../../contract/api.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { entryGrid as words } from '../words/entry-grid.ts'
import {
  type CellContent,
  measureContent,
  measureRestored,
  readingContent,
  readingRestored,
} from './cell-contents.ts'
import { cellsOfPage } from './entry-cells.ts'
import { changedSince, redoStep, type Step, undoStep, withoutStep } from './undo-log.ts'
import type { UndoStore } from './undo-store.ts'
import type { Recording, SheetContent } from './use-recording.ts'

/** What became of it, in words, and the cell to show. */
export interface UndoResult {
  readonly said: string
  readonly isRefused: boolean
  readonly cell: string | null
}

export interface Undo {
  readonly undo: () => Promise<UndoResult | null>
  readonly redo: () => Promise<UndoResult | null>
}

/** Every cell of the page by id, as the undo log keeps it. */
export function contentsOf(plan: PlanIndex, page: EntryPage): ReadonlyMap<string, CellContent> {
  return new Map<string, CellContent>([
    ...[...cellsOfPage(plan, page)].map(([id, cell]) => [id, readingContent(cell)] as const),
    ...page.measures.map((row) => [row.id, measureContent(row)] as const),
  ])
}

/** `rebase`: what is typed in the cells that were put back goes on from there. */
export function useUndo(
  plan: PlanIndex,
  recording: Recording,
  store: UndoStore,
  rebase: (page: EntryPage, cells: readonly string[]) => void,
): Undo {
  const make = useCallback(
    (direction: 'undo' | 'redo') =>
      recording.save(async (): Promise<UndoResult | null> => {
        const page = recording.pageNow()
        const log = store.read()
        const step = direction === 'undo' ? undoStep(log) : redoStep(log)
        if (page === undefined || step === null) return null
        const contents = contentsOf(plan, page)
        const names = namesOf(plan, page, step)
        const cell = step.changes[0]?.cell ?? null
        if (changedSince(step, (id) => contents.get(id)).length > 0) {
          store.write(withoutStep(log, direction))
          return { said: words.undoRefused(names, words.changedSince), isRefused: true, cell }
        }
        const done = await recording.record([], sheetOf(plan, page, step.changes))
        if (done.refused !== null)
          return { said: words.undoRefused(names, done.refused), isRefused: true, cell }
        store.write(step.log)
        rebase(
          done.page,
          step.changes.map((change) => change.cell),
        )
        return {
          said: direction === 'undo' ? words.undone(names) : words.redone(names),
          isRefused: false,
          cell,
        }
      }),
    [plan, recording, store, rebase],
  )
  return useMemo(() => ({ undo: () => make('undo'), redo: () => make('redo') }), [make])
}

/** The save that puts these contents into their cells, knowing what stands there now. */
export function sheetOf(
  plan: PlanIndex,
  page: EntryPage,
  changes: readonly { readonly cell: string; readonly wanted: CellContent }[],
): SheetContent {
  const cells = cellsOfPage(plan, page)
  const readings: NonNullable<SheetContent['readings']> = []
  const measures: NonNullable<SheetContent['measures']> = []
  for (const { cell: id, wanted } of changes) {
    const cell = cells.get(id)
    if (wanted.kind === 'measure') {
      const basis = page.measures.find((row) => row.id === id)?.basis ?? null
      measures.push(measureRestored(id, wanted.content, basis))
    } else if (cell !== undefined) readings.push(readingRestored(cell, wanted.content))
  }
  return {
    ...(readings.length === 0 ? {} : { readings }),
    ...(measures.length === 0 ? {} : { measures }),
  }
}

function namesOf(plan: PlanIndex, page: EntryPage, step: Step<CellContent>): string {
  const cells = cellsOfPage(plan, page)
  const ids = [...new Set(step.changes.map(({ cell }) => cell))]
  const first = ids[0] ?? ''
  const name = cells.get(first)?.name ?? plan.measuresById.get(first)?.measure.name ?? first
  return ids.length > 1 ? words.namesAndMore(name, ids.length) : name
}
