import { Button, Input, Select } from 'antd'
import type { Milestone } from '../../core/plan/annual-plan.ts'
import { monthTitle, type ReportingMonth } from '../../core/values/reporting-month.ts'
import { planForm as words } from '../words/plan.ts'

interface Props {
  /** the measure's id, with which new milestones' ids begin */
  readonly measure: string
  readonly milestones: readonly Milestone[]
  readonly months: readonly ReportingMonth[]
  readonly onChange: (milestones: readonly Milestone[]) => void
}

export function MilestonesEditor({ measure, milestones, months, onChange }: Props) {
  const change = (id: string, part: Partial<Milestone>) =>
    onChange(milestones.map((each) => (each.id === id ? { ...each, ...part } : each)))
  const add = () => {
    const taken = new Set(milestones.map(({ id }) => id))
    let number = 1
    while (taken.has(`${measure}s${number}`)) number += 1
    onChange([...milestones, { id: `${measure}s${number}`, name: '', due: months.at(-1) ?? '2020-12' }])
  }
  return (
    <fieldset className="milestones-editor">
      <legend>{words.milestones}</legend>
      {milestones.map((milestone, index) => (
        <div className="milestone-row" key={milestone.id}>
          <Input
            value={milestone.name}
            aria-label={`${words.milestoneName}${index + 1}`}
            placeholder={words.milestoneName}
            maxLength={500}
            onChange={({ target }) => change(milestone.id, { name: target.value })}
          />
          <Select
            value={milestone.due}
            aria-label={`${words.milestoneDue}${index + 1}`}
            options={months.map((value) => ({ value, label: monthTitle(value) }))}
            onChange={(due) => change(milestone.id, { due })}
          />
          <Button type="text" onClick={() => onChange(milestones.filter(({ id }) => id !== milestone.id))}>
            {words.remove}
          </Button>
        </div>
      ))}
      <Button onClick={add}>{words.addMilestone}</Button>
    </fieldset>
  )
}
