// 全年台账 while it is written: started here, followed until it ends, found again by whoever comes back to the page.
import { useCallback, useEffect, useState } from 'react'
import type { CallInput } from '../../contract/api.ts'
import type { ExportProgress } from '../../contract/long-export-calls.ts'
import { CallFailure, useAsk } from '../ask.tsx'
import { forget, recall, remember } from '../remembered.ts'

/** The export that was started here and whose end nobody has seen yet. */
const FOLLOWED = 'year-export'

export interface YearExport {
  /** null until the first one is started */
  readonly progress: ExportProgress | null
  readonly failure: CallFailure | null
  start(order: CallInput<'year.export'>): void
  cancel(): void
}

export function useYearExport(): YearExport {
  const ask = useAsk()
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  const take = useCallback((next: ExportProgress) => {
    if (next.state === 'running' && next.job !== null) remember(FOLLOWED, next.job)
    else forget(FOLLOWED)
    setProgress(next.state === 'none' ? null : next)
    setFailure(next.rejection === null ? null : new CallFailure(next.rejection))
  }, [])
  const attempt = useCallback(
    async (question: () => Promise<ExportProgress>, isStillAsked: () => boolean = () => true) => {
      setFailure(null)
      try {
        const next = await question()
        if (isStillAsked()) take(next)
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error
        setFailure(error)
      }
    },
    [take],
  )

  // One that was started before this page was opened is still of interest while it runs, and its end once.
  useEffect(() => {
    let isHere = true
    void ask('exports.progress', {}).then(
      (known) => {
        const isOfInterest =
          known.state === 'running' || (known.job !== null && known.job === recall(FOLLOWED))
        if (isHere && isOfInterest) take(known)
      },
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [ask, take])

  const job = progress?.state === 'running' ? progress.job : null
  const seen = progress?.step ?? 0
  useEffect(() => {
    if (job === null) return
    let isHere = true
    void attempt(
      () => ask('exports.progress', { job, seen }),
      () => isHere,
    )
    return () => {
      isHere = false
    }
  }, [ask, attempt, job, seen])

  return {
    progress,
    failure,
    start: (order) => void attempt(() => ask('year.export', order)),
    cancel: () => void attempt(() => ask('exports.cancel', { job })),
  }
}
