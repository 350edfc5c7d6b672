// Doubtful figures of 县区园区 that did not come with the page: asked about before 报送, so that nobody reports unseen.
import { useCallback, useMemo, useState } from 'react'
import type { EntryPage } from '../../contract/api.ts'
import { useAsk } from '../ask.tsx'
import { useOpenSession } from '../session.tsx'
import { entry as words } from '../words/entry.ts'
import { localityCellId } from './entry-cells.ts'

/** Indicators of one question: a hundred 县区园区 each are some milliseconds of the service. */
const AT_ONCE = 5

export interface Doubtful {
  /** of its cell */
  readonly id: string
  readonly name: string
}

export interface FoldedDoubts {
  /** as found at the last asking, of indicators that are still folded */
  readonly figures: readonly Doubtful[]
  /** throws CallFailure */
  readonly find: () => Promise<void>
}

export function useFoldedDoubts({ department, month, indicators }: EntryPage): FoldedDoubts {
  const { plan } = useOpenSession()
  const ask = useAsk()
  const [found, setFound] = useState<readonly (Doubtful & { readonly indicator: string })[]>([])
  const folded = useMemo(
    () => indicators.flatMap(({ id, folded: isFolded }) => (isFolded === null ? [] : [id])),
    [indicators],
  )
  const find = useCallback(async () => {
    const all: (Doubtful & { readonly indicator: string })[] = []
    for (let at = 0; at < folded.length; at += AT_ONCE) {
      const { figures } = await ask('entry.doubts', {
        department,
        month,
        indicators: folded.slice(at, at + AT_ONCE),
      })
      for (const { indicator, locality } of figures) {
        const name = plan.indicatorsById.get(indicator)?.indicator.name ?? indicator
        all.push(
          locality === null
            ? { id: indicator, indicator, name }
            : {
                id: localityCellId(indicator, locality),
                indicator,
                name: words.localityOf(name, plan.localitiesById.get(locality)?.name ?? locality),
              },
        )
      }
    }
    setFound(all)
  }, [ask, department, month, folded, plan])
  const figures = useMemo(() => found.filter(({ indicator }) => folded.includes(indicator)), [found, folded])
  return { figures, find }
}
