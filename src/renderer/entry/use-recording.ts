// entry.record for one page: one save after the other, the page read again after each, the frame told what is going on.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CallInput, EntryPage, RecordWarning } from '../../contract/api.ts'
import { CallFailure, useAsk } from '../ask.tsx'
import { saveTracker } from '../save-state.ts'

type Sheet = CallInput<'entry.record'>['sheets'][number]
export type SheetContent = Pick<Sheet, 'readings' | 'measures'>

export type Recorded =
  | { readonly refused: null; readonly page: EntryPage; readonly warnings: readonly RecordWarning[] }
  /** `page` where it had to be read again because somebody else's figure came in between */
  | { readonly refused: string; readonly page: EntryPage | null }

export interface Recording {
  /** the page as it was read last */
  readonly pageNow: () => EntryPage | undefined
  readonly readPage: () => Promise<EntryPage>
  /** what React Query asks by itself */
  readonly askPage: () => Promise<EntryPage>
  /** reads the 县区园区 of an indicator that came folded, and from now on with every reading */
  readonly unfold: (indicator: string) => void
  /** `cells`: what the frame calls unsaved when it is refused */
  readonly record: (cells: readonly string[], content: SheetContent) => Promise<Recorded>
  /** runs after everything begun before it: each save needs the entry the one before it made */
  readonly inOrder: <Value>(job: () => Promise<Value>) => Promise<Value>
  /** the same for what saves: the frame says so until it is done */
  readonly save: <Value>(job: () => Promise<Value>) => Promise<Value>
  readonly correctionReason: string | null
  readonly setCorrectionReason: (reason: string | null) => void
}

/** `opened`: indicators that must not come folded. */
export function useRecording(department: string, month: string, opened: () => readonly string[]): Recording {
  const ask = useAsk()
  const queries = useQueryClient()
  const [correctionReason, setCorrectionReason] = useState<string | null>(null)
  const tail = useRef<Promise<unknown>>(Promise.resolve())
  const [open] = useState(() => new Set(opened()))
  const isLeft = useRef(false)
  useEffect(() => {
    isLeft.current = false
    return () => {
      isLeft.current = true
    }
  }, [])

  const pageNow = useCallback(
    () => queries.getQueryData<EntryPage>(['entry.read', { department, month }]),
    [queries, department, month],
  )
  const askPage = useCallback(
    () => ask('entry.read', { department, month, open: [...open] }),
    [ask, department, month, open],
  )
  const readPage = useCallback(async (): Promise<EntryPage> => {
    const page = await askPage()
    queries.setQueryData(['entry.read', { department, month }], page)
    // While figures are typed nothing else is on screen. Whoever has gone on meanwhile may be looking at the old ones.
    void queries.invalidateQueries({
      predicate: (query) => query.queryKey[0] !== 'entry.read',
      refetchType: isLeft.current ? 'active' : 'none',
    })
    return page
  }, [askPage, queries, department, month])

  const record = useCallback(
    async (cells: readonly string[], content: SheetContent): Promise<Recorded> => {
      const isLocked = pageNow()?.isLocked === true
      try {
        const reason = isLocked && correctionReason !== null ? { reason: correctionReason } : {}
        const { warnings } = await ask('entry.record', {
          sheets: [{ month, department, ...content, ...reason }],
        })
        const page = await readPage()
        for (const cell of cells) saveTracker.saved(cell, page.savedAt ?? new Date().toISOString())
        return { refused: null, page, warnings }
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error
        for (const cell of cells) saveTracker.refused(cell, error.message)
        // Somebody else's figure has come in between: it is shown, and the next save is made knowing it.
        const page = error.code === 'figure-changed-meanwhile' ? await readPage().catch(() => null) : null
        return { refused: error.message, page }
      }
    },
    [ask, correctionReason, month, department, pageNow, readPage],
  )

  const inOrder = useCallback(<Value>(job: () => Promise<Value>): Promise<Value> => {
    const run = tail.current.then(job, job)
    tail.current = run
    return run
  }, [])
  const save = useCallback(<Value>(job: () => Promise<Value>) => saveTracker.during(inOrder(job)), [inOrder])
  const unfold = useCallback(
    (indicator: string) => {
      if (open.has(indicator)) return
      open.add(indicator)
      // After the saves before it, so that the page that is shown is the newest.
      void inOrder(readPage).catch(() => open.delete(indicator))
    },
    [open, inOrder, readPage],
  )
  return useMemo(
    () => ({
      pageNow,
      readPage,
      askPage,
      unfold,
      record,
      inOrder,
      save,
      correctionReason,
      setCorrectionReason,
    }),
    [pageNow, readPage, askPage, unfold, record, inOrder, save, correctionReason],
  )
}
