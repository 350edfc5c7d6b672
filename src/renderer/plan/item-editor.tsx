// The side form of one item. In a draft it saves the item; in a plan in force it saves an amendment with its month,
// reason and 文号, and only what was changed.
import { useState } from 'react'
import type { CallInput } from '../../contract/api.ts'
import type { Target } from '../../core/plan/annual-plan.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { Fault } from '../parts/fault.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { KIND_NAMES, plan as planWords, planForm as words } from '../words/plan.ts'
import { withItem } from './edit-draft.ts'
import { ItemFields } from './item-fields.tsx'
import { additionOf, changeOf, type ItemValues, targetsOf } from './item-values.ts'
import { withNamedPlaces } from './named-places.ts'
import { OrderFields } from './order-fields.tsx'
import { usePlanSource } from './plan-source.ts'
import { SideForm } from './side-form.tsx'
import { useAmend } from './use-amend.ts'
import { useOrder } from './use-order.ts'

interface Props {
  readonly initial: ItemValues
  readonly isNew: boolean
  readonly onDone: (id: string | null) => void
}

export function ItemEditor({ initial, isNew, onDone }: Props) {
  const { draft, view, index } = usePlanSource()
  const ask = useAsk()
  const sendAmendment = useAmend()
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
    return act(() => sendAmendment(order, change), words.amended(monthTitle(order.from)))
  }
  return (
    <SideForm
      title={isNew ? planWords.newItem(KIND_NAMES[values.kind]) : initial.name}
      label={isNew ? planWords.newItem(KIND_NAMES[values.kind]) : planWords.edit}
      saveText={draft === null ? words.saveAmendment : words.save}
      save={save}
      isBusy={isBusy}
      onCancel={() => onDone(isNew ? null : values.id)}
    >
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
      <Fault text={fault} />
      <RefusedNotice failure={withNamedPlaces(failure)} />
    </SideForm>
  )
}

function faultOf(values: ItemValues, isTargetWrong: boolean, isCurveWrong: boolean): string | null {
  if (values.name.trim() === '') return words.nameMissing
  if (values.kind === 'indicator' && values.unit.trim() === '') return words.unitMissing
  if (isTargetWrong) return words.figureWrong
  return isCurveWrong ? words.curveWrong : null
}
