import type { PlanIndex } from './annual-plan.ts'

/** The same work, done once for each plan and key: a plan stays the same for months, and every entry asks again. */
export function perPlan<Key, Value extends object>(
  work: (plan: PlanIndex, key: Key) => Value,
): (plan: PlanIndex, key: Key) => Value {
  const done = new WeakMap<PlanIndex, Map<Key, Value>>()
  return (plan, key) => {
    const values = done.get(plan) ?? new Map<Key, Value>()
    const known = values.get(key)
    if (known !== undefined) return known
    const value = work(plan, key)
    done.set(plan, values.set(key, value))
    return value
  }
}
