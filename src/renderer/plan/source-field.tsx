// 数从哪里来: an indicator may show the figures of one that another plan of the same years already asks for.

import { Select } from 'antd'
import { useId } from 'react'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { bareTitle } from '../../core/plan/plan-title.ts'
import { canTakeFrom } from '../../core/plan/taken-figures.ts'
import { monthOf } from '../../core/values/reporting-month.ts'
import { useOpenSession } from '../session.tsx'
import { planForm as words } from '../words/plan.ts'
import type { ItemValues } from './item-values.ts'
import { usePlanSource } from './plan-source.ts'

interface Props {
  readonly values: ItemValues
  readonly onChange: (change: Partial<ItemValues>) => void
}

interface Candidate {
  readonly id: string
  readonly name: string
  readonly plan: string
}

export function SourceField({ values, onChange }: Props) {
  const field = useId()
  const { view } = usePlanSource()
  const { plan: now } = useOpenSession()
  const candidates = candidatesFor(now, view.planId, view.plan.years, values)
  const { sameAs } = values
  if (candidates.length === 0 && sameAs === null) return null
  const namesake = candidates.find(({ name }) => name === values.name.trim())
  const isGone = sameAs !== null && !candidates.some(({ id }) => id === sameAs)
  const titles = [...new Set(candidates.map(({ plan }) => plan))]
  return (
    <>
      <label htmlFor={field}>{words.sameAs}</label>
      <Select
        id={field}
        value={sameAs ?? ''}
        options={[
          { value: '', label: words.ownFigures },
          ...(isGone ? [{ value: sameAs, label: words.sameAsGone(sameAs) }] : []),
          ...titles.map((title) => ({
            label: title,
            options: candidates
              .filter(({ plan }) => plan === title)
              .map(({ id, name }) => ({ value: id, label: name })),
          })),
        ]}
        onChange={(id) => onChange({ sameAs: id === '' ? null : id })}
      />
      {namesake === undefined || sameAs !== null ? null : (
        <p className="soft">{words.sameAsHint(namesake.plan, namesake.name)}</p>
      )}
    </>
  )
}

/** What the plans beside it have in any of its years that can stand for the figure. */
function candidatesFor(
  now: PlanIndex,
  own: string | null,
  { from, to }: { readonly from: number; readonly to: number },
  values: ItemValues,
): Candidate[] {
  const found = new Map<string, Candidate>()
  for (let year = from; year <= to; year += 1) {
    const month = monthOf(year, 12)
    for (const part of now.covers(month) ? now.at(month).parts : []) {
      if (part.id === own) continue
      for (const { indicator } of part.indicators) {
        const { id, name, sameAs } = indicator
        if (sameAs != null || id === values.id || !canTakeFrom(values, indicator)) continue
        found.set(id, { id, name, plan: bareTitle(part.plan.title) })
      }
    }
  }
  return [...found.values()]
}
