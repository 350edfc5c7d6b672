// Who answers for an item and who takes part; what is inherited from the programme says so and can be overridden.
import { Checkbox, Select } from 'antd'
import { useId } from 'react'
import type { DepartmentId, PlanIndex } from '../../core/plan/annual-plan.ts'
import { planForm as words } from '../words/plan.ts'
import type { ItemValues } from './item-values.ts'

interface Props {
  readonly plan: PlanIndex
  readonly values: ItemValues
  readonly onChange: (change: Partial<ItemValues>) => void
}

const INHERITED = ''

export function UnitsFields({ plan, values, onChange }: Props) {
  const id = useId()
  const programme = values.programme === null ? undefined : plan.programmesById.get(values.programme)
  const inherits = programme !== undefined && values.kind !== 'programme'
  const nameOf = (unit: DepartmentId | null | undefined) =>
    unit == null ? words.chooseLead : (plan.departmentsById.get(unit)?.name ?? unit)
  const units = plan.plan.departments.filter(
    ({ mergedInto, id: unit }) =>
      mergedInto == null || unit === values.lead || values.participating?.includes(unit),
  )
  const leads = units
    .filter(({ kind }) => kind === 'department')
    .map(({ id: value, name: label }) => ({ value, label }))
  return (
    <>
      {values.kind === 'safeguard' ? null : (
        <>
          <label htmlFor={`${id}-lead`}>{words.lead}</label>
          <Select
            id={`${id}-lead`}
            value={values.lead ?? (inherits ? INHERITED : undefined)}
            placeholder={words.chooseLead}
            options={[
              ...(inherits ? [{ value: INHERITED, label: words.inheritLead(nameOf(programme.lead)) }] : []),
              ...leads,
            ]}
            onChange={(lead) => onChange({ lead: lead || null })}
          />
        </>
      )}
      <label htmlFor={`${id}-part`}>{words.participating}</label>
      {inherits ? (
        <Checkbox
          checked={values.participating === null}
          onChange={({ target }) =>
            onChange({ participating: target.checked ? null : (programme.participating ?? []) })
          }
        >
          {words.inheritUnits}（{(programme.participating ?? []).map(nameOf).join('、') || '—'}）
        </Checkbox>
      ) : null}
      {inherits && values.participating === null ? null : (
        <Select
          id={`${id}-part`}
          mode="multiple"
          optionFilterProp="label"
          value={[...(values.participating ?? [])]}
          options={units.map(({ id: value, name: label }) => ({ value, label }))}
          onChange={(participating) => onChange({ participating })}
        />
      )}
    </>
  )
}
