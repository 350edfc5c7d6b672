// The month and the department are chosen once, in the frame, and kept for every page and the next opening.
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { isReportingMonth, monthsOfYear, type ReportingMonth } from '../core/reporting-month.ts'
import { recall, remember } from './remembered.ts'
import { type OpenSession, useOpenSession } from './session.tsx'

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

/** Every month of the plan's years, oldest first. */
export function monthsOfPlan(years: { readonly from: number; readonly to: number }): ReportingMonth[] {
  return Array.from({ length: years.to - years.from + 1 }, (_, index) =>
    monthsOfYear(years.from + index),
  ).flat()
}

/** What the person may open in 本月填报: the office every department with items, others their own. */
export function departmentsFor({ session, actor }: Pick<OpenSession, 'session' | 'actor'>) {
  const own = session.departments.filter((each) => each.id === actor.department)
  if (actor.role !== 'office') return own
  const reporting = session.departments.filter((each) => each.hasItems)
  return reporting.length === 0 ? own : reporting
}

export function ChosenProvider({ children }: { readonly children: ReactNode }) {
  const open = useOpenSession()
  const { session, actor, plan, storeKey } = open
  const months = useMemo(() => monthsOfPlan(plan.plan.years), [plan])
  const departments = useMemo(() => departmentsFor({ session, actor }), [session, actor])
  const [picked, setPicked] = useState(() => ({
    month: recall(`month/${storeKey}`),
    department: recall(`department/${storeKey}`),
  }))
  const chosen = useMemo<Chosen>(() => {
    const isUsable = (month: string | null): month is ReportingMonth =>
      month !== null && isReportingMonth(month) && months.includes(month)
    const month = [picked.month, session.suggestedMonth].find(isUsable) ?? months[0] ?? '2020-01'
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
  }, [picked, months, departments, session.suggestedMonth, actor.department, storeKey])
  return <ChosenContext value={chosen}>{children}</ChosenContext>
}
