// 取自年度要点: under the name of a figure that is filled in for another plan, where that is and the way there.
import { bareTitle } from '../../core/plan/plan-title.ts'
import type { TakenFrom } from '../../core/plan/taken-figures.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { entry as words } from '../words/entry.ts'
import { focusItem } from './grid/grid-page.ts'

interface Props {
  readonly takenFrom: TakenFrom
  /** whose page this is */
  readonly department: string
}

export function TakenFromLine({ takenFrom: { planTitle, planned }, department }: Props) {
  const { plan } = useOpenSession()
  const { id, name } = planned.indicator
  const isHere = planned.lead === department
  return (
    <p className="soft taken-from">
      {words.takenFrom(bareTitle(planTitle), name)}
      {isHere ? null : words.takenFromBy(departmentName(plan, planned.lead))}
      {isHere ? (
        <button type="button" className="link-button" onClick={() => focusItem(id)}>
          {words.takenFromGo}
        </button>
      ) : null}
    </p>
  )
}
