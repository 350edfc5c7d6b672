// The June issue of a builder's plan, with May's before it.
import { fold } from '../../state/fold-entries.ts'
import { measureMonth } from '../../state/measure-month.ts'
import type { StateBuilder } from '../../testing/builders.ts'
import type { BulletinInput } from '../bulletin.ts'
import { sampleInput } from './sample-bulletins.ts'

export const MAY = '2020-05'
export const JUNE = '2020-06'

/** `known`: how many of the builder's entries were known at May's issue; null = there was none. */
export function juneInput(
  builder: StateBuilder,
  known: number | null,
  rest: Partial<BulletinInput> = {},
): BulletinInput {
  return sampleInput({
    plan: builder.plan.at(JUNE),
    state: builder.state,
    status: { ...measureMonth(builder.state, JUNE, 'accepted'), asOf: null },
    earlier: known === null ? null : mayIssue(builder, known),
    ...rest,
  })
}

function mayIssue(builder: StateBuilder, known: number): BulletinInput['earlier'] {
  const state = fold(builder.entries.slice(0, known))
  return { month: MAY, issue: 5, state, plans: state.plans, status: measureMonth(state, MAY, 'accepted') }
}
