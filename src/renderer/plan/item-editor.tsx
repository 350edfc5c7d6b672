// The side form of one item. In a draft it saves the item; in a plan in force it saves an amendment with its month,
// reason and 文号, and only what was changed.
import { Button } from 'antd'
import { useState } from 'react'
import type { CallInput } from '../../contract/api.ts'
import type { Target } from '../../core/plan/annual-plan.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { common } from '../words/common.ts'
import { KIND_NAMES, plan as planWords, planForm as words } from '../words/plan.ts'
import { withItem } from './edit-draft.ts'
import { ItemFields } from './item-fields.tsx'
import { additionOf, changeOf, type ItemValues, targetsOf } from './item-values.ts'
import { withNamedPlaces } from './named-places.ts'
import { OrderFields, orderInput } from './order-fields.tsx'
import { usePlanSource } from './plan-source.ts'
import { useOrder } from './use-order.ts'

interface Props {
  readonly initial: ItemValues
  readonly isNew: boolean
  readonly onDone: (id: string | null) => void
}

export function ItemEditor({ initial, isNew, onDone }: Props) {
  const { draft, view, index, amends } = usePlanSource()
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const [values, setValues] = useState(initial)
  const [isCurveWrong, setIsCurveWrong] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const amending = useOrder(view)
  const isFree = isNew || draft !== null

  const save = async () => {
    const targets = targetsOf(values)
    const wrong = faultOf(values, isFree && targets === 'wrong', isCurveWrong)
    setFault(wrong)
    if (wrong !== null || targets === 'wrong') return
    const isDone = draft === null ? await amend(targets) : await saveDraft(draft, targets)
    if (isDone) onDone(values.id)
  }
  const saveDraft = (id: string, targets: readonly Target[]) =>
    act(
      () =>
        ask('plan.saveDraft', {
          draft: id,
          plan: withItem(view.plan, values, targets),
          toCheck: view.toCheck.filter(({ place }) => place !== values.id),
        } as CallInput<'plan.saveDraft'>),
      words.saved,
    )
  const amend = async (targets: readonly Target[]) => {
    const change = isNew ? additionOf(values, targets) : changeOf(initial, values)
    if (change === null) {
      setFault(words.nothingChanged)
      return false
    }
    if (!amending.check()) return false
    const { order } = amending
    return act(
      () =>
        ask('plan.amend', {
          ...orderInput(order),
          plan: amends,
          changes: [change],
        } as CallInput<'plan.amend'>),
      words.amended(monthTitle(order.from)),
    )
  }
  return (
    <form
      className="form-column item-editor"
      aria-label={isNew ? planWords.newItem(KIND_NAMES[values.kind]) : planWords.edit}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{isNew ? planWords.newItem(KIND_NAMES[values.kind]) : initial.name}</h2>
      <ItemFields
        plan={index}
        values={values}
        isFree={isFree}
        from={draft === null ? amending.order.from : null}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        onCurveWrong={setIsCurveWrong}
      />
      {draft === null ? (
        <OrderFields
          order={amending.order}
          months={amending.months}
          isReasonMissing={amending.isReasonMissing}
          onChange={amending.setOrder}
        />
      ) : (
        <p className="soft">{words.draftAmend}</p>
      )}
      {fault === null ? null : (
        <p className="bad" role="alert">
          {fault}
        </p>
      )}
      <RefusedNotice failure={withNamedPlaces(failure)} />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {draft === null ? words.saveAmendment : words.save}
        </Button>
        <Button onClick={() => onDone(isNew ? null : values.id)}>{common.cancel}</Button>
      </div>
    </form>
  )
}

function faultOf(values: ItemValues, isTargetWrong: boolean, isCurveWrong: boolean): string | null {
  if (values.name.trim() === '') return words.nameMissing
  if (values.kind === 'indicator' && values.unit.trim() === '') return words.unitMissing
  if (isTargetWrong) return words.figureWrong
  return isCurveWrong ? words.curveWrong : null
}
