// The month and the department are chosen once, in the frame, and kept for every page and the next opening.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Person } from '../core/journal/journal-entry.ts'
import type { PlanIndex } from '../core/plan/annual-plan.ts'
import { unitNow } from '../core/plan/plan-timeline.ts'
import { isReportingMonth, monthsOfYear, type ReportingMonth } from '../core/values/reporting-month.ts'
import { recall, remember } from './remembered.ts'
import { useOpenSession, WithPlan } from './session.tsx'

export interface Chosen {
  readonly month: ReportingMonth
  readonly months: readonly ReportingMonth[]
  readonly chooseMonth: (month: ReportingMonth) => void
  /** whose month 本月填报 shows; null when the plan gives nobody anything to report */
  readonly department: string | null
  /** departments this person may look at in 本月填报 */
  readonly departments: readonly { readonly id: string; readonly name: string }[]
  readonly chooseDepartment: (department: string) => void
}

const ChosenContext = createContext<Chosen | null>(null)

export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext)
  if (chosen === null) throw new Error('used outside ChosenProvider')
  return chosen
}

/** Every month that a plan covers, oldest first. */
function monthsOfPlan({ span, covers }: PlanIndex): ReportingMonth[] {
  return Array.from({ length: span.to - span.from + 1 }, (_, index) => monthsOfYear(span.from + index))
    .flat()
    .filter(covers)
}

/**
 * What the person may open in 本月填报 in a month: the office every department that leads something, others their
 * own, and where units were merged what went into it. `plan`: as it stands for the month.
 */
function departmentsFor(plan: PlanIndex, actor: Person): Chosen['departments'] {
  const leads = new Set([...plan.indicators, ...plan.measures].map(({ lead }) => lead))
  const departments = plan.plan.departments.filter(({ kind }) => kind === 'department')
  const isOwn = (id: string) =>
    actor.department !== null && unitNow(plan, id) === unitNow(plan, actor.department)
  const own = departments.filter(({ id }) => id === actor.department || (isOwn(id) && leads.has(id)))
  if (actor.role !== 'office') {
    const reporting = own.filter(({ id }) => leads.has(id))
    return reporting.length === 0 ? own : reporting
  }
  const reporting = departments.filter(({ id }) => leads.has(id))
  return reporting.length === 0 ? own : reporting
}

export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const open = useOpenSession()
  const { session, actor, plan, storeKey } = open
  const months = useMemo(() => monthsOfPlan(plan), [plan])
  const [picked, setPicked] = useState(() => ({
    month: recall(`month/${storeKey}`),
    department: recall(`department/${storeKey}`),
  }))
  const chosen = useMemo<Chosen>(() => {
    const isUsable = (month: string | null): month is ReportingMonth =>
      month !== null && isReportingMonth(month) && months.includes(month)
    const month = [picked.month, session.suggestedMonth].find(isUsable) ?? months[0] ?? '2020-01'
    const departments = departmentsFor(plan.at(month), actor)
    const known = (id: string | null) => departments.some((each) => each.id === id)
    const department =
      [picked.department, actor.department].find((id) => id !== null && known(id)) ??
      departments[0]?.id ??
      null
    return {
      month,
      months,
      chooseMonth: (next) => {
        remember(`month/${storeKey}`, next)
        setPicked((before) => ({ ...before, month: next }))
      },
      department,
      departments,
      chooseDepartment: (next) => {
        remember(`department/${storeKey}`, next)
        setPicked((before) => ({ ...before, department: next }))
      },
    }
  }, [picked, months, plan, session.suggestedMonth, actor, storeKey])
  return (
    <ChosenContext value={chosen}>
      <WithPlan plan={plan.at(chosen.month)}>{children}</WithPlan>
    </ChosenContext>
  )
}
