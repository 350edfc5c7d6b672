// Entries of an indicator a page at a time: a province's month has hundreds.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CallInput } from '../../contract/api.ts'
import type { IndicatorEntries, ReadingTrace } from '../../contract/overview-answers.ts'
import { type CallFailure, useAsk } from '../ask.tsx'

type Question = Omit<CallInput<'indicator.entries'>, 'after'>

export interface GrowingEntries {
  /** newest first; undefined until the first page is there */
  readonly entries: readonly ReadingTrace[] | undefined
  readonly error: CallFailure | null
  /** older ones that were not asked for yet */
  readonly left: number
  readonly isLoadingMore: boolean
  readonly readMore: () => void
}

export function useIndicatorEntries(question: Question, isEnabled = true): GrowingEntries {
  const ask = useAsk()
  const { data, error, isFetchingNextPage, fetchNextPage } = useInfiniteQuery<
    IndicatorEntries,
    CallFailure,
    { readonly pages: readonly IndicatorEntries[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['indicator.entries', question],
    queryFn: ({ pageParam }) => ask('indicator.entries', { ...question, after: pageParam }),
    initialPageParam: null,
    getNextPageParam: ({ left, entries }) => (left === 0 ? undefined : entries.at(-1)?.entry),
    enabled: isEnabled,
  })
  return {
    entries: data?.pages.flatMap(({ entries }) => entries),
    error,
    left: data?.pages.at(-1)?.left ?? 0,
    isLoadingMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
  }
}
