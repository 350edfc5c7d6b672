// What every page inside the frame may rely on: an open store, a person who acts, and the plan with its look-ups.
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { SessionView } from '../contract/api.ts'
import type { Person } from '../core/journal/journal-entry.ts'
import type { PlanIndex } from '../core/plan/annual-plan.ts'
import { timelineOf } from '../core/plan/plan-timeline.ts'
import { useAnswer } from './ask.tsx'
import { PageError, PageLoading } from './parts/page-states.tsx'

export interface OpenSession {
  readonly session: SessionView
  readonly actor: Person
  /** as it stands for the chosen month */
  readonly plan: PlanIndex
  /** what drafts and choices of this store are remembered under */
  readonly storeKey: string
}

const OpenSessionContext = createContext<OpenSession | null>(null)

export function useOpenSession(): OpenSession {
  const open = useContext(OpenSessionContext)
  if (open === null) throw new Error('used outside an open session')
  return open
}

export function departmentName(plan: PlanIndex, id: string | null): string {
  return id === null ? '—' : (plan.departmentsById.get(id)?.name ?? id)
}

interface Props {
  readonly session: SessionView
  readonly actor: Person
  readonly children: ReactNode
}

export function OpenSessionProvider({ session, actor, children }: Props) {
  const planAnswer = useAnswer('plan.timeline', {})
  const plan = useMemo(
    () => (planAnswer.data === undefined ? null : timelineOf(planAnswer.data)),
    [planAnswer.data],
  )
  const open = useMemo<OpenSession | null>(
    () =>
      plan === null
        ? null
        : { session, actor, plan, storeKey: `${session.dataFolder}${session.isExample ? '#example' : ''}` },
    [plan, session, actor],
  )
  if (open !== null) return <OpenSessionContext value={open}>{children}</OpenSessionContext>
  if (planAnswer.error !== null)
    return <PageError failure={planAnswer.error} onRetry={() => void planAnswer.refetch()} />
  return <PageLoading />
}

/** Below this, the plan is the one given: as it stands for a month, or as it was known on a day. */
export function WithPlan({ plan, children }: { readonly plan: PlanIndex; readonly children: ReactNode }) {
  const open = useOpenSession()
  const dated = useMemo<OpenSession>(() => ({ ...open, plan }), [open, plan])
  return <OpenSessionContext value={dated}>{children}</OpenSessionContext>
}
