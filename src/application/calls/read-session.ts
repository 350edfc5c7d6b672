import type { SessionView } from '../../contract/api.ts'
import { indexPlan, type PlanIndex } from '../../core/annual-plan.ts'
import { type BureauState, planOf } from '../../core/bureau-state.ts'
import { civilDateOf, isoOf } from '../../core/civil-time.ts'
import { epochOf } from '../../core/hybrid-clock.ts'
import { itemsOfDepartment } from '../../core/measuring/standing.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { monthOf, type ReportingMonth } from '../../core/reporting-month.ts'
import type { CallContext } from '../call-context.ts'

/** The first question of every window. What reads a plan file is loaded only where there is no store yet. */
export async function readSession(context: CallContext): Promise<Outcome<SessionView>> {
  if (!context.shelf.hasStore()) {
    const { readPlanFile } = await import('../read-plan-file.ts')
    const shipped = readPlanFile(context.ports.shippedPlanText())
    return accept({
      store: 'missing',
      isReadOnly: false,
      isExample: false,
      planTitle: null,
      bureauName: null,
      years: null,
      actor: null,
      people: [],
      // The first question asks who somebody is; with the shipped plan these are the departments to choose from.
      departments: shipped.ok ? departmentsOf(indexPlan(shipped.value)) : [],
      suggestedMonth: null,
      dataFolder: context.shelf.folder.place,
      newestEntryAt: null,
    })
  }
  const { state, plan, session } = context
  const actor = session.actor === null ? null : (state.people.get(session.actor) ?? null)
  return accept({
    store: 'open',
    isReadOnly: context.journal.isReadOnly,
    isExample: state.isExample,
    planTitle: plan.plan.title,
    bureauName: state.bureauName,
    years: plan.span,
    actor,
    people: [...state.people.values()],
    departments: departmentsOf(plan),
    suggestedMonth: suggestedMonth(state, context.ports.clock.now()),
    dataFolder: context.shelf.folder.place,
    newestEntryAt: state.newestTime === null ? null : isoOf(epochOf(state.newestTime)),
  })
}

function departmentsOf(plan: PlanIndex): SessionView['departments'] {
  return [...plan.everyUnit.values()]
    .filter(({ kind, mergedInto }) => kind === 'department' && mergedInto == null)
    .map((department) => {
      const items = itemsOfDepartment(plan, department.id)
      return {
        id: department.id,
        name: department.name,
        hasItems: items.indicators.length + items.measures.length > 0,
      }
    })
}

/** The latest month with figures; a store without any begins with today's month, or the plan's nearest to it. */
function suggestedMonth(state: BureauState, nowMs: number): ReportingMonth {
  const { from, to } = planOf(state).span
  const recorded = [...state.submissions.values()].map((record) => record.month).sort()
  const today = civilDateOf(nowMs).slice(0, 7)
  const latest = recorded.at(-1)
  if (latest !== undefined) return latest
  if (today < monthOf(from, 1)) return monthOf(from, 1)
  return today > monthOf(to, 12) ? monthOf(to, 1) : today
}
