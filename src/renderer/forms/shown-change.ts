// A change's values as people read them.

import type { FormChange, ShownValue } from '../../core/forms/form-change.ts'
import { STATE_WORDS, STATUS_WORDS } from '../../core/forms/form-fields.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { figure } from '../shown-figure.ts'
import { forms as words } from '../words/forms.ts'

export function shownValue(plan: PlanIndex, change: FormChange, value: ShownValue): string {
  if (value === null) return words.blank
  if (typeof value === 'number') {
    const indicator = plan.indicatorsById.get(change.indicator ?? '')?.indicator
    return `${figure(value, indicator?.decimals)}${change.field === 'value' ? (indicator?.unit ?? '') : ''}`
  }
  if (typeof value !== 'string') return milestoneNames(plan, change, value)
  if (change.field === 'state') return STATE_WORDS[value as keyof typeof STATE_WORDS] ?? value
  if (change.field === 'status') return STATUS_WORDS[value as keyof typeof STATUS_WORDS] ?? value
  return value
}

function milestoneNames(plan: PlanIndex, change: FormChange, ids: readonly string[]): string {
  const milestones = plan.measuresById.get(change.measure ?? '')?.measure.milestones ?? []
  const names = milestones.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  return names.length === 0 ? words.blank : names.join('；')
}

/** One change among the others of its file. */
export function changeKey({ sheet, cell }: Pick<FormChange, 'sheet' | 'cell'>): string {
  return `${sheet} ${cell}`
}
