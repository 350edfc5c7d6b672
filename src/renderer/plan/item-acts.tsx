// 调整目标, 停用 and 拆分 of an item of the plan in force: each a small form with its month, reason and 文号.
import { Input } from 'antd'
import { useId, useState } from 'react'
import { type Indicator, targetInForce } from '../../core/plan/annual-plan.ts'
import type { IndicatorNode, MeasureNode, PlanNode } from '../../core/plan/plan-tree.ts'
import { targetText, wholeTargetText } from '../../core/reports/change-words.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { Fault } from '../parts/fault.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { plan as planWords, planForm as words } from '../words/plan.ts'
import { figureOf } from './item-values.ts'
import { withNamedPlaces } from './named-places.ts'
import { OrderFields, orderInput } from './order-fields.tsx'
import { usePlanSource } from './plan-source.ts'
import { SideForm } from './side-form.tsx'
import { partsOf, type SplitPart, SplitParts } from './split-parts.tsx'
import { useAmend } from './use-amend.ts'
import { useOrder } from './use-order.ts'

interface Props<Node extends PlanNode> {
  readonly node: Node
  readonly onDone: () => void
}

export function ReviseForm({ node, onDone }: Props<IndicatorNode>) {
  const indicator: Indicator = node.item
  const id = useId()
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  // A target may be revised for a month that is frozen: the issue keeps the old one.
  const amending = useOrder(null)
  const before = targetInForce(indicator, amending.order.from)
  const text = (value: number | null | undefined) => (value == null ? '' : String(value))
  const [committed, setCommitted] = useState(text(before?.committed))
  const [stretch, setStretch] = useState(text(before?.stretch))
  const [fault, setFault] = useState<string | null>(null)
  const figures = {
    committed: figureOf(committed, indicator.unit),
    stretch: figureOf(stretch, indicator.unit),
  }
  const isSame =
    figures.committed === (before?.committed ?? null) && figures.stretch === (before?.stretch ?? null)
  const save = async () => {
    const isWrong = !isNumber(figures.committed) || !isNumber(figures.stretch)
    setFault(isWrong ? words.figureWrong : isSame ? words.nothingChanged : null)
    if (!amending.check() || isWrong || isSame) return
    const { order } = amending
    const isDone = await act(
      () => ask('plan.reviseTarget', { indicator: indicator.id, ...figures, ...orderInput(order) }),
      words.amended(monthTitle(order.from)),
    )
    if (isDone) onDone()
  }
  return (
    <SideForm
      title={words.reviseTitle(node.name)}
      saveText={words.saveAmendment}
      save={save}
      isBusy={isBusy}
      onCancel={onDone}
    >
      <p>
        {words.oldTarget(before === null ? planWords.noTarget : wholeTargetText(before, indicator.unit))}
        {isNumber(figures.committed) && isNumber(figures.stretch) && !isSame ? (
          <>
            <br />
            {words.newTarget(targetText(figures.committed, figures.stretch, indicator.unit))}
          </>
        ) : null}
      </p>
      <label htmlFor={`${id}-committed`}>
        {planWords.target.committed}（{indicator.unit}）
      </label>
      <Input id={`${id}-committed`} value={committed} onChange={({ target }) => setCommitted(target.value)} />
      <label htmlFor={`${id}-stretch`}>
        {planWords.target.stretch}（{indicator.unit}）
      </label>
      <Input id={`${id}-stretch`} value={stretch} onChange={({ target }) => setStretch(target.value)} />
      <Fault text={fault} />
      <OrderFields {...amending} onChange={amending.setOrder} />
      <RefusedNotice failure={withNamedPlaces(failure)} />
    </SideForm>
  )
}

const isNumber = (value: number | null | 'wrong'): value is number | null => value !== 'wrong'

export function DropForm({ node, onDone }: Props<PlanNode>) {
  const { view } = usePlanSource()
  const amend = useAmend()
  const { act, failure, isBusy } = useAct()
  const amending = useOrder(view)
  const { order } = amending
  const save = async () => {
    if (!amending.check()) return
    const change = { kind: 'item-dropped' as const, item: node.kind, id: node.id }
    const isDone = await act(() => amend(order, change), words.amended(monthTitle(order.from)))
    if (isDone) onDone()
  }
  return (
    <SideForm
      title={words.dropTitle(node.name)}
      saveText={words.saveAmendment}
      save={save}
      isBusy={isBusy}
      onCancel={onDone}
    >
      <p>{words.dropText(monthTitle(order.from))}</p>
      <OrderFields {...amending} onChange={amending.setOrder} />
      <RefusedNotice failure={withNamedPlaces(failure)} />
    </SideForm>
  )
}

export function SplitForm({ node, onDone }: Props<IndicatorNode | MeasureNode>) {
  const { view } = usePlanSource()
  const amend = useAmend()
  const { act, failure, isBusy } = useAct()
  const amending = useOrder(view)
  const [parts, setParts] = useState<readonly SplitPart[]>([
    { name: '', committed: '' },
    { name: '', committed: '' },
  ])
  const [fault, setFault] = useState<string | null>(null)
  const { order } = amending
  const save = async () => {
    const change = partsOf(view.plan, node, parts, order.from)
    setFault(typeof change === 'string' ? change : null)
    if (!amending.check() || typeof change === 'string') return
    const isDone = await act(() => amend(order, change), words.amended(monthTitle(order.from)))
    if (isDone) onDone()
  }
  return (
    <SideForm
      title={words.splitTitle(node.name)}
      saveText={words.saveAmendment}
      save={save}
      isBusy={isBusy}
      onCancel={onDone}
    >
      <p>{words.splitText}</p>
      <SplitParts
        unit={node.kind === 'indicator' ? node.item.unit : null}
        parts={parts}
        onChange={setParts}
      />
      <Fault text={fault} />
      <OrderFields {...amending} onChange={amending.setOrder} />
      <RefusedNotice failure={withNamedPlaces(failure)} />
    </SideForm>
  )
}
