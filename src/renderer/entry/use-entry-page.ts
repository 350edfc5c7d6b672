// 本月填报 of one department and month: what is stored, what is typed, and the saving of cells in order.

import { useCallback, useEffect, useMemo } from 'react'
import type { EntryPage } from '../../contract/api.ts'
import type { Evidence } from '../../core/journal/journal-entry.ts'
import { type AnswerState, useAnswer } from '../ask.tsx'
import { saveTracker } from '../save-state.ts'
import { useOpenSession } from '../session.tsx'
import { shownTogether } from '../shown-together.ts'
import { withEvidence } from './cell-contents.ts'
import { DraftStore } from './draft-store.ts'
import { cellsOfPage, checkDraft, type EntryCell, indicatorOfLocalityCell } from './entry-cells.ts'
import { type MeasureDraft, type MeasureInput, measureInput } from './measure-draft.ts'
import type { ReadingDraft, ReadingInput } from './reading-draft.ts'
import { cellsOfLog } from './undo-log.ts'
import { UndoStore } from './undo-store.ts'
import { type Recording, useRecording } from './use-recording.ts'
import { contentsOf, sheetOf, type Undo, useUndo } from './use-undo.ts'

export interface EntryPageModel
  extends Undo,
    Pick<Recording, 'correctionReason' | 'setCorrectionReason' | 'unfold'> {
  readonly answer: AnswerState<'entry.read'>
  readonly readings: DraftStore<ReadingDraft>
  readonly measures: DraftStore<MeasureDraft>
  readonly undoStore: UndoStore
  /** saves what is typed in these cells, all at once; a cell that cannot be saved says why and holds no other back */
  readonly saveReadings: (ids: readonly string[]) => Promise<void>
  readonly saveReading: (id: string) => Promise<void>
  readonly saveMeasure: (id: string) => Promise<void>
  /** changes an item's 佐证材料; answers why it did not */
  readonly saveEvidence: (
    id: string,
    change: (before: readonly Evidence[]) => readonly Evidence[],
  ) => Promise<string | null>
  /** once every save begun so far was answered and is shown */
  readonly settled: () => Promise<void>
}

interface ReadySave {
  readonly cell: EntryCell
  readonly draft: ReadingDraft
  readonly input: ReadingInput
}

export function useEntryPage(department: string, month: string): EntryPageModel {
  const { plan, storeKey, actor } = useOpenSession()
  const { readings, measures, undoStore } = useMemo(() => {
    const prefix = `${storeKey}/${month}/${department}`
    const putBack = (cell: string) => saveTracker.withdrawn(cell)
    return {
      readings: new DraftStore<ReadingDraft>(`${prefix}/i`, putBack),
      measures: new DraftStore<MeasureDraft>(`${prefix}/m`, putBack),
      undoStore: new UndoStore(`${prefix}/${actor.name}`),
    }
  }, [storeKey, month, department, actor.name])
  const recording = useRecording(department, month, () =>
    indicatorsOf([...readings.remembered(), ...cellsOfLog(undoStore.read())]),
  )
  const answer = useAnswer('entry.read', { department, month }, { ask: recording.askPage })
  /** What is typed in cells that were saved beside it goes on from the entry this made, which is nobody else's. */
  const rebase = useCallback(
    (page: EntryPage, ids: readonly string[]) => {
      const cells = cellsOfPage(plan, page)
      for (const id of ids) {
        const readingBasis = cells.get(id)?.basis ?? null
        const measureBasis = page.measures.find((row) => row.id === id)?.basis ?? null
        readings.rebase(id, (draft) => ({ ...draft, basis: readingBasis }))
        measures.rebase(id, (draft) => ({ ...draft, basis: measureBasis }))
      }
    },
    [plan, readings, measures],
  )
  const undo = useUndo(plan, recording, undoStore, rebase)

  useEffect(() => {
    saveTracker.forget()
    return () => saveTracker.forget()
  }, [])
  useEffect(() => saveTracker.known(answer.data?.savedAt ?? null), [answer.data])

  /** What the save changed, for 撤销. */
  const remember = useCallback(
    (before: EntryPage, after: EntryPage, ids: readonly string[]) => {
      const was = contentsOf(plan, before)
      const is = contentsOf(plan, after)
      undoStore.saved(
        ids.flatMap((cell) => {
          const [from, to] = [was.get(cell), is.get(cell)]
          return from === undefined || to === undefined ? [] : [{ cell, before: from, after: to }]
        }),
      )
    },
    [plan, undoStore],
  )

  /** Drafts that can go; the others are withdrawn or told why not. */
  const readyOf = useCallback(
    (page: EntryPage, ids: readonly string[]): ReadySave[] => {
      const cells = cellsOfPage(plan, page)
      return ids.flatMap((id) => {
        const cell = cells.get(id)
        const { draft } = readings.read(id)
        if (cell === undefined || draft === null) return []
        const check = checkDraft(cell, draft)
        if (check.kind === 'fit') return [{ cell, draft, input: check.input }]
        if (check.kind === 'unchanged') {
          readings.discard(id)
          return []
        }
        readings.refuse(id, check.sentence, (each) => each)
        saveTracker.refused(id, check.sentence)
        return []
      })
    },
    [plan, readings],
  )

  const sendReadings = useCallback(
    async (ready: readonly ReadySave[]): Promise<void> => {
      const before = recording.pageNow()
      if (before === undefined || ready.length === 0) return
      const ids = ready.map(({ cell }) => cell.id)
      const done = await recording.record(ids, { readings: ready.map(({ input }) => input) })
      // One stale cell refuses the whole block; the others are saved one by one.
      if (done.refused !== null && ready.length > 1) {
        for (const each of ready) await sendReadings([each])
        return
      }
      if (done.refused === null) remember(before, done.page, ids)
      const cells = done.page === null ? null : cellsOfPage(plan, done.page)
      // The next save waits for it: what was typed meanwhile has to know the entry this one made.
      await shownTogether(() => {
        for (const { cell, draft } of ready) {
          const rebased = (each: ReadingDraft) =>
            cells === null ? each : { ...each, basis: cells.get(cell.id)?.basis ?? null }
          if (done.refused === null) {
            const warnings = done.warnings.filter(
              ({ code, indicator }) => code === 'whole-superseded' && indicator === cell.indicator.id,
            )
            readings.saved(cell.id, draft, { rebased, warnings: warnings.map(({ message }) => message) })
          } else readings.refuse(cell.id, done.refused, rebased)
        }
      })
    },
    [recording, plan, readings, remember],
  )

  const saveReadings = useCallback(
    async (ids: readonly string[]) => {
      if (readings.pending(ids).length === 0) return
      readings.given(ids)
      await recording.save(async () => {
        const page = recording.pageNow()
        if (page !== undefined) await sendReadings(readyOf(page, ids))
      })
    },
    [recording, readings, readyOf, sendReadings],
  )
  const saveReading = useCallback((id: string) => saveReadings([id]), [saveReadings])

  const saveMeasure = useCallback(
    async (id: string) => {
      if (measures.pending([id]).length === 0) return
      await recording.save(async () => {
        const page = recording.pageNow()
        const row = page?.measures.find((each) => each.id === id)
        const { draft } = measures.read(id)
        if (page === undefined || row === undefined || draft === null) return
        const input: MeasureInput | null = measureInput(row, draft)
        if (input === null) {
          measures.discard(id)
          return
        }
        const done = await recording.record([id], { measures: [input] })
        if (done.refused === null) remember(page, done.page, [id])
        const basis = done.page?.measures.find((each) => each.id === id)?.basis ?? null
        const rebased = (each: MeasureDraft) => (done.page === null ? each : { ...each, basis })
        await shownTogether(() => {
          if (done.refused === null) measures.saved(id, draft, { rebased, warnings: [] })
          else measures.refuse(id, done.refused, rebased)
        })
      })
    },
    [recording, measures, remember],
  )

  const saveEvidence = useCallback(
    (id: string, change: (before: readonly Evidence[]) => readonly Evidence[]) =>
      recording.save(async (): Promise<string | null> => {
        const page = recording.pageNow()
        const content = page === undefined ? undefined : contentsOf(plan, page).get(id)
        if (page === undefined || content === undefined) return null
        const wanted = withEvidence(content, change)
        const done = await recording.record([id], sheetOf(plan, page, [{ cell: id, wanted }]))
        if (done.refused !== null) return done.refused
        remember(page, done.page, [id])
        rebase(done.page, [id])
        return null
      }),
    [recording, plan, remember, rebase],
  )

  const settled = useCallback(() => recording.inOrder(() => shownTogether()), [recording])

  const { correctionReason, setCorrectionReason, unfold } = recording
  return {
    answer,
    readings,
    measures,
    undoStore,
    saveReadings,
    saveReading,
    saveMeasure,
    saveEvidence,
    settled,
    correctionReason,
    setCorrectionReason,
    unfold,
    ...undo,
  }
}

/** The indicators whose 县区园区 are among these cells: what is typed there, or can be undone, has to be on the page. */
function indicatorsOf(cells: readonly string[]): readonly string[] {
  return [...new Set(cells.flatMap((cell) => indicatorOfLocalityCell(cell) ?? []))]
}
