import type { SessionView } from '../../contract/api.ts'
import { epochOf } from '../../core/journal/hybrid-clock.ts'
import { itemsOfDepartment } from '../../core/measuring/standing.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { indexPlan, type PlanIndex } from '../../core/plan/annual-plan.ts'
import { planOf } from '../../core/state/bureau-state.ts'
import { civilDateOf, isoOf } from '../../core/values/civil-time.ts'
import { monthOf, type ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import type { Outline } from '../ports.ts'

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
  const { session, journal } = context
  const outline = journal.outline()
  const plan = planOf(outline)
  const newestTime = journal.newestTime()
  const actor = session.actor === null ? null : (outline.people.get(session.actor) ?? null)
  return accept({
    store: 'open',
    isReadOnly: journal.isReadOnly,
    isExample: outline.isExample,
    planTitle: plan.plan.title,
    bureauName: outline.bureauName,
    years: plan.span,
    actor,
    people: [...outline.people.values()],
    departments: departmentsOf(plan),
    suggestedMonth: suggestedMonth(outline, context.ports.clock.now()),
    dataFolder: context.shelf.folder.place,
    newestEntryAt: newestTime === null ? null : isoOf(epochOf(newestTime)),
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
function suggestedMonth(outline: Outline, nowMs: number): ReportingMonth {
  const { from, to } = planOf(outline).span
  const today = civilDateOf(nowMs).slice(0, 7)
  if (outline.newestMonth !== null) return outline.newestMonth
  if (today < monthOf(from, 1)) return monthOf(from, 1)
  return today > monthOf(to, 12) ? monthOf(to, 1) : today
}
