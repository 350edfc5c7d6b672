// The first plan out of a bureau's own table. There is no draft to settle things in yet, so what is uncertain is looked
// at here, and what a plan cannot do without has to stand in the table.
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type AnnualPlan, indexPlan } from '../../core/plan/annual-plan.ts'
import { obstaclesOf } from '../../core/plan/plan-tree.ts'
import { PlanTableDialog } from '../tables/plan-table-dialog.tsx'
import { firstStart as words } from '../words/first-start.ts'

interface Props {
  readonly file: File
  readonly onTaken: (plan: AnnualPlan) => void
  readonly onClose: () => void
}

export default function FirstPlanTable({ file, onTaken, onClose }: Props) {
  /** the plan whose uncertain places somebody said to have looked at */
  const [checked, setChecked] = useState<AnnualPlan | null>(null)
  return (
    <PlanTableDialog
      firstFile={file}
      remembers={false}
      beforeContent={({ preview: { plan } }) => <Lacking plan={plan} />}
      toCheckHint={words.tableToCheck}
      afterContent={({ preview: { plan, toCheck } }) =>
        toCheck.length === 0 || obstaclesOf(indexPlan(plan)).length > 0 ? null : (
          <Checkbox
            checked={checked === plan}
            onChange={({ target }) => setChecked(target.checked ? plan : null)}
          >
            {words.tableChecked(toCheck.length)}
          </Checkbox>
        )
      }
      last={({ preview: { plan, toCheck } }) => (
        <Button
          type="primary"
          disabled={obstaclesOf(indexPlan(plan)).length > 0 || (toCheck.length > 0 && checked !== plan)}
          onClick={() => onTaken(plan)}
        >
          {words.takeTable}
        </Button>
      )}
      onClose={onClose}
    />
  )
}

/** What keeps the plan from being put in force. */
function Lacking({ plan }: { readonly plan: AnnualPlan }) {
  const obstacles = obstaclesOf(indexPlan(plan))
  if (obstacles.length === 0) return null
  return (
    <div className="notice notice-refused" role="alert">
      {words.tableLacks}
      <ul className="own-table-checks">
        {obstacles.map(({ place, message }) => (
          <li key={`${place} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
