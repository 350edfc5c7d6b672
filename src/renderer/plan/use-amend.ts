// 调整 of the plan in force, asked for by every side form in the same way.
import type { CallInput } from '../../contract/api.ts'
import type { PlanChange } from '../../core/plan/plan-change.ts'
import { useAsk } from '../ask.tsx'
import { type Order, orderInput } from './order-fields.tsx'
import { usePlanSource } from './plan-source.ts'

export function useAmend() {
  const { amends } = usePlanSource()
  const ask = useAsk()
  return (order: Order, change: PlanChange) =>
    ask('plan.amend', {
      ...orderInput(order),
      plan: amends,
      changes: [change],
    } as CallInput<'plan.amend'>)
}
