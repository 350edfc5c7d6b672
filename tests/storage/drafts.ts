// Stamps and small drafts; without the test runner, so that child processes can use them.
import type { Stamp } from '../../src/application/ports.ts'
import type { EntryDraft } from '../../src/core/journal/journal-entry.ts'
import type { AnnualPlan } from '../../src/core/plan/annual-plan.ts'

/** A morning in January 2020, in the time zone of the bureau. */
export const START = Date.UTC(2020, 0, 2, 1)

export function aStamp(stamp: Partial<Stamp> = {}): Stamp {
  return { author: '王敏', wallMs: START, isClockSet: false, ...stamp }
}

export function aPlanDraft(plan: AnnualPlan): EntryDraft {
  return {
    kind: 'plan-put-in-force',
    subject: 'plan',
    basis: null,
    body: { plan, isExample: false, bureauName: null },
  }
}

/** The level of planOfEveryMode's first level indicator, for January. */
export function aFigureDraft(value: string): EntryDraft {
  const body = {
    month: '2020-01',
    indicator: 'stock',
    locality: null,
    state: 'number',
    value,
    numerator: null,
    denominator: null,
    unitNote: null,
    note: null,
  } as const
  return { kind: 'indicator-reading-recorded', subject: 'reading/2020-01/stock', basis: null, body }
}

export function aPersonDraft(name: string): EntryDraft {
  return {
    kind: 'person-added',
    subject: `person/${name}`,
    basis: null,
    body: { name, department: null, role: 'office' },
  }
}
