// Long work in steps. The rules know no clock and no event loop: they say where they may be left off, and whoever runs
// them decides how many steps make a turn.

/** Work that may be left off at each `yield` and taken up again, as long as what it reads is still the same. */
export type Steps<Value> = Generator<undefined, Value, undefined>

/** All steps one after the other. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
