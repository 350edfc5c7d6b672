// 本月填报 of one department and month: what is stored, what is typed, and the saving of single cells in order.
import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CallInput, EntryPage } from '../../contract/api.ts'
import { type AnswerState, CallFailure, useAnswer, useAsk } from '../ask.tsx'
import { saveTracker } from '../save-state.ts'
import { useOpenSession } from '../session.tsx'
import { entry as words } from '../words/entry.ts'
import { DraftStore } from './draft-store.ts'
import { type MeasureDraft, measureInput } from './measure-draft.ts'
import { type ReadingDraft, readingInput } from './reading-draft.ts'

type Sheet = CallInput<'entry.record'>['sheets'][number]

export interface EntryPageModel {
  readonly answer: AnswerState<'entry.read'>
  readonly readings: DraftStore<ReadingDraft>
  readonly measures: DraftStore<MeasureDraft>
  readonly saveReading: (id: string) => Promise<void>
  readonly saveMeasure: (id: string) => Promise<void>
  /** typed in 提出更正, sent with every save while the month is locked */
  readonly correctionReason: string | null
  readonly setCorrectionReason: (reason: string | null) => void
  readonly refresh: () => Promise<void>
}

export function useEntryPage(department: string, month: string): EntryPageModel {
  const { plan, storeKey } = useOpenSession()
  const ask = useAsk()
  const queries = useQueryClient()
  const answer = useAnswer('entry.read', { department, month })
  const [correctionReason, setCorrectionReason] = useState<string | null>(null)
  const drafts = useMemo(() => {
    const prefix = `${storeKey}/${month}/${department}`
    return {
      readings: new DraftStore<ReadingDraft>(`${prefix}/i`),
      measures: new DraftStore<MeasureDraft>(`${prefix}/m`),
    }
  }, [storeKey, month, department])
  /** Saves run one after the other: each needs the entry the one before it made. */
  const tail = useRef<Promise<void>>(Promise.resolve())

  useEffect(() => {
    saveTracker.forget()
    return () => saveTracker.forget()
  }, [])
  useEffect(() => saveTracker.known(answer.data?.savedAt ?? null), [answer.data])

  const readPage = useCallback(async (): Promise<EntryPage> => {
    const page = await ask('entry.read', { department, month })
    queries.setQueryData(['entry.read', { department, month }], page)
    void queries.invalidateQueries({
      predicate: (query) => query.queryKey[0] !== 'entry.read',
      refetchType: 'none',
    })
    return page
  }, [ask, queries, department, month])

  const record = useCallback(
    async (cell: string, content: Pick<Sheet, 'readings' | 'measures'>, isLocked: boolean) => {
      saveTracker.started()
      try {
        const reason = isLocked && correctionReason !== null ? { reason: correctionReason } : {}
        const { warnings } = await ask('entry.record', {
          sheets: [{ month, department, ...content, ...reason }],
        })
        const page = await readPage()
        saveTracker.saved(cell, page.savedAt ?? new Date().toISOString())
        return { page, warnings: warnings.map((warning) => warning.message) }
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error
        saveTracker.refused(cell, error.message)
        // Somebody else's figure has come in between: it is shown, and the next save is made knowing it.
        const page = error.code === 'figure-changed-meanwhile' ? await readPage().catch(() => null) : null
        return { refused: error.message, page }
      }
    },
    [ask, correctionReason, month, department, readPage],
  )

  const inOrder = useCallback((job: () => Promise<void>) => {
    tail.current = tail.current.then(job, job)
    return tail.current
  }, [])
  const pageNow = useCallback(
    () => queries.getQueryData<EntryPage>(['entry.read', { department, month }]),
    [queries, department, month],
  )

  const saveReading = useCallback(
    (id: string) =>
      inOrder(async () => {
        const page = pageNow()
        const row = page?.indicators.find((each) => each.id === id)
        const planned = plan.indicatorsById.get(id)
        const { draft } = drafts.readings.read(id)
        if (page === undefined || row === undefined || planned === undefined || draft === null) return
        const built = readingInput(row, planned.indicator, draft)
        if (built === null) {
          drafts.readings.discard(id)
          saveTracker.withdrawn(id)
          return
        }
        if ('problem' in built) {
          const sentence = words.otherUnit(built.problem.typedUnit, planned.indicator.unit)
          drafts.readings.refuse(id, sentence, (each) => each)
          saveTracker.started()
          saveTracker.refused(id, sentence)
          return
        }
        const done = await record(id, { readings: [built.input] }, page.isLocked)
        const basis = done.page?.indicators.find((each) => each.id === id)?.basis ?? null
        const rebased = (each: ReadingDraft) => (done.page === null ? each : { ...each, basis })
        // Through React Query's own scheduler, so that the row never shows the old figure in between.
        notifyManager.schedule(() => {
          if (done.refused === undefined)
            drafts.readings.saved(id, draft, { rebased, warnings: done.warnings })
          else drafts.readings.refuse(id, done.refused, rebased)
        })
      }),
    [inOrder, pageNow, plan, drafts, record],
  )

  const saveMeasure = useCallback(
    (id: string) =>
      inOrder(async () => {
        const page = pageNow()
        const row = page?.measures.find((each) => each.id === id)
        const { draft } = drafts.measures.read(id)
        if (page === undefined || row === undefined || draft === null) return
        const input = measureInput(row, draft)
        if (input === null) {
          drafts.measures.discard(id)
          saveTracker.withdrawn(id)
          return
        }
        const done = await record(id, { measures: [input] }, page.isLocked)
        const basis = done.page?.measures.find((each) => each.id === id)?.basis ?? null
        const rebased = (each: MeasureDraft) => (done.page === null ? each : { ...each, basis })
        notifyManager.schedule(() => {
          if (done.refused === undefined) drafts.measures.saved(id, draft, { rebased, warnings: [] })
          else drafts.measures.refuse(id, done.refused, rebased)
        })
      }),
    [inOrder, pageNow, drafts, record],
  )

  const refresh = useCallback(async () => {
    await readPage()
  }, [readPage])
  return { answer, ...drafts, saveReading, saveMeasure, correctionReason, setCorrectionReason, refresh }
}
