import { Button } from 'antd'
import { useId, useState } from 'react'
import type { PlanTreeView } from '../../contract/plan-views.ts'
import type { Department } from '../../core/plan/annual-plan.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { settings as words } from '../words/settings.ts'
import { type UnitAct, UnitDialog } from './unit-dialog.tsx'

interface Props {
  readonly mayEdit: boolean
  readonly view: PlanTreeView
}

export function UnitsSection({ mayEdit, view }: Props) {
  const id = useId()
  const { session, plan } = useOpenSession()
  const [open, setOpen] = useState<{ readonly what: UnitAct; readonly unit: Department | null } | null>(null)
  const detailOf = (unit: Department) => {
    if (unit.mergedInto != null)
      return words.mergedInto(departmentName(plan, unit.mergedInto), monthTitle(unit.until ?? ''))
    if (unit.kind === 'group') return words.groupMembers(unit.members?.length ?? 0)
    const count = (items: readonly { readonly lead: string | null }[]) =>
      items.filter(({ lead }) => lead === unit.id).length
    return words.itemCount(count(plan.indicators), count(plan.measures))
  }
  return (
    <section className="card settings-card" aria-labelledby={`${id}-title`}>
      <div className="settings-head">
        <h2 id={`${id}-title`}>{words.units}</h2>
        {mayEdit ? (
          <Button onClick={() => setOpen({ what: 'add', unit: null })}>{words.addUnit}</Button>
        ) : null}
      </div>
      <p className="soft">{words.unitsText}</p>
      <table className="lined">
        <thead>
          <tr>
            <th>{words.unitColumns.name}</th>
            <th>{words.unitColumns.items}</th>
            <th className="number-cell">{words.unitColumns.people}</th>
            {mayEdit ? <th>{words.unitColumns.acts}</th> : null}
          </tr>
        </thead>
        <tbody>
          {plan.plan.departments.map((unit) => (
            <tr key={unit.id}>
              <td>{unit.name}</td>
              <td className="soft">{detailOf(unit)}</td>
              <td className="number-cell">
                {unit.kind === 'group'
                  ? ''
                  : session.people.filter((each) => each.department === unit.id).length}
              </td>
              {mayEdit ? (
                <td className="settings-acts">
                  {unit.mergedInto == null ? (
                    <UnitButtons unit={unit} onOpen={(what) => setOpen({ what, unit })} />
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {open === null ? null : (
        <UnitDialog act={open.what} unit={open.unit} view={view} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

interface ButtonsProps {
  readonly unit: Department
  readonly onOpen: (what: UnitAct) => void
}

function UnitButtons({ unit, onOpen }: ButtonsProps) {
  const button = (what: UnitAct, label: string) => (
    <Button size="small" aria-label={`${label} ${unit.name}`} onClick={() => onOpen(what)}>
      {label}
    </Button>
  )
  return (
    <>
      {button('rename', words.rename)}
      {unit.kind === 'group' ? null : (
        <>
          {button('merge', words.merge)}
          {button('hand', words.hand)}
        </>
      )}
    </>
  )
}
