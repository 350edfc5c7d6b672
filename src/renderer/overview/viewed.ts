// Which figures the overview and everything opened from it show: accepted or provisional, known now or on a day.
import { createContext, useContext, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'

export interface Viewed {
  readonly provisional: boolean
  /** civil date; null = now */
  readonly asOf: string | null
  /** one of several plans that cover the month; null = the leading one */
  readonly plan: string | null
}

const ViewedContext = createContext<Viewed>({ provisional: false, asOf: null, plan: null })
export const ViewedProvider = ViewedContext.Provider

export function useViewed(): Viewed {
  return useContext(ViewedContext)
}

/** Kept in the address: another month is looked at as of the same day, and the browser's way back leads to now. */
export function useViewedInAddress(): [Viewed, (viewed: Viewed) => void] {
  const [params, setParams] = useSearchParams()
  const asOf = params.get('asOf')
  const provisional = params.has('provisional')
  const plan = params.get('plan')
  const viewed = useMemo(() => ({ provisional, asOf, plan }), [provisional, asOf, plan])
  return [
    viewed,
    (next) =>
      setParams({
        ...(next.asOf === null ? {} : { asOf: next.asOf }),
        ...(next.provisional ? { provisional: '1' } : {}),
        ...(next.plan === null ? {} : { plan: next.plan }),
      }),
  ]
}

/** What a file of this page is called: two that say different things must not have one name. */
export function useFileName(): (title: string, month: string) => string {
  const { plan } = useOpenSession()
  const { provisional, asOf, plan: chosen } = useViewed()
  return (title, month) =>
    [
      chosen === null ? null : plan.plan.title,
      title,
      monthTitle(month),
      provisional ? words.facts.provisional : null,
      asOf === null ? null : words.asOf.known(asOf),
    ]
      .filter((part) => part !== null)
      .join(' ')
}
