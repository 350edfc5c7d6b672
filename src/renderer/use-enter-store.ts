import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SessionView } from '../contract/api.ts'

/**
 * After another store was opened (or another person chosen): the answer becomes the session, and nothing that was
 * read before is shown any more. Queries are reset, not removed, because pages on screen hold on to them.
 */
export function useEnterStore(): (session: SessionView) => Promise<void> {
  const queries = useQueryClient()
  return useCallback(
    async (session) => {
      queries.setQueryData(['session.read', {}], session)
      await queries.resetQueries({ predicate: (query) => query.queryKey[0] !== 'session.read' })
    },
    [queries],
  )
}
