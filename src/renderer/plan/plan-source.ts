// What the page shows: the plan in force as it stands for the chosen month, or a draft.
import { createContext, useContext } from 'react'
import type { PlanTreeView } from '../../contract/plan-views.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'

/** A draft, or a plan in force; neither = the one that leads in the chosen month. */
export interface PlanChoice {
  readonly draft: string | null
  readonly plan: string | null
}

export const LEADING: PlanChoice = { draft: null, plan: null }

export interface PlanSource {
  /** null = in force */
  readonly draft: string | null
  readonly view: PlanTreeView
  readonly index: PlanIndex
  /** which plan an amendment is about, where several cover the month */
  readonly amends: string | null
  /** the person may change it */
  readonly mayEdit: boolean
}

const SourceContext = createContext<PlanSource | null>(null)
export const PlanSourceProvider = SourceContext.Provider

export function usePlanSource(): PlanSource {
  const source = useContext(SourceContext)
  if (source === null) throw new Error('used outside the plan page')
  return source
}

export function planYears({ index }: PlanSource): number[] {
  const { from, to } = index.plan.years
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
