// What an amendment of the plan changed, in words.
import { targetInForce } from '../../annual-plan.ts'
import { changeLine, targetText } from '../../change-words.ts'
import { type PlanEvent, type PlanInForce, timelineOf } from '../../plan-timeline.ts'

/** One line of 要点调整: what was, what is; only targets have a figure before and after. */
export interface PlanEventLine {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** The event among those of its plan: names are as they were before it. */
export function planEventLines(plan: PlanInForce, event: PlanEvent): PlanEventLine[] {
  const { what } = event
  const { from } = what.body
  const earlier = plan.events.slice(0, Math.max(plan.events.indexOf(event), 0))
  const before = timelineOf([{ ...plan, events: earlier }])?.at(from)
  if (before === undefined) return []
  if (what.kind === 'amended')
    return what.body.changes.map((change) => ({
      name: changeLine(change, before, from),
      before: null,
      after: null,
    }))
  const indicator = before.indicatorsById.get(what.body.indicator)?.indicator
  const old = indicator === undefined ? null : targetInForce(indicator, from)
  const unit = indicator?.unit ?? ''
  return [
    {
      name: `${indicator?.name ?? what.body.indicator}年度目标`,
      before: old === null ? null : targetText(old.committed, old.stretch, unit),
      after: targetText(what.body.committed, what.body.stretch, unit),
    },
  ]
}
