import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SessionView } from '../contract/api.ts'
import { shownTogether } from './shown-together.ts'

/**
 * After another store was opened (or another person chosen): the answer becomes the session, and nothing that was
 * read before is shown any more. Queries are reset, not removed, because pages on screen hold on to them. Done when the
 * session is shown: what is read again is not waited for, because by then somebody may have gone on to another page.
 */
export function useEnterStore(): (session: SessionView) => Promise<void> {
  const queries = useQueryClient()
  return useCallback(
    (session) => {
      // Told at once together, or the new session would stand there for a moment with what was read before.
      notifyManager.batch(() => {
        queries.setQueryData(['session.read', {}], session)
        void queries.resetQueries({ predicate: (query) => query.queryKey[0] !== 'session.read' })
      })
      return shownTogether()
    },
    [queries],
  )
}
