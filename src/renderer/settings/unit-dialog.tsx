// 新增, 更名, 并入 and 移交 of a unit, each from a month on.
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { PlanTreeView } from '../../contract/plan-views.ts'
import type { Department } from '../../core/plan/annual-plan.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { Fault } from '../parts/fault.tsx'
import { focusFirstField } from '../parts/first-field.ts'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { OrderFields, orderInput } from '../plan/order-fields.tsx'
import { useOrder } from '../plan/use-order.ts'
import { useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { settings as words } from '../words/settings.ts'

export type UnitAct = 'add' | 'rename' | 'merge' | 'hand'

interface Props {
  readonly act: UnitAct
  /** null for a new one */
  readonly unit: Department | null
  readonly view: PlanTreeView
  readonly onClose: () => void
}

export function UnitDialog({ act: what, unit, view, onClose }: Props) {
  const id = useId()
  const ask = useAsk()
  const { plan } = useOpenSession()
  const { act, failure, isBusy } = useAct()
  const amending = useOrder(view)
  const [name, setName] = useState(unit?.name ?? '')
  const [to, setTo] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const isNaming = what === 'add' || what === 'rename'
  const write = () => {
    const order = orderInput(amending.order)
    const from = unit?.id ?? ''
    if (what === 'add') return ask('units.add', { ...order, name: name.trim() })
    if (what === 'rename') return ask('units.rename', { ...order, unit: from, name: name.trim() })
    if (what === 'merge') return ask('units.merge', { ...order, unit: from, to: to ?? '' })
    return ask('units.handOver', { ...order, unit: from, to: to ?? '' })
  }
  const save = async () => {
    const missing = isNaming
      ? name.trim() === ''
        ? words.nameMissing
        : null
      : to === null
        ? words.receiverMissing
        : null
    setFault(missing)
    if (!amending.check() || missing !== null) return
    if (await act(write, words.saved(monthTitle(amending.order.from)))) onClose()
  }
  const receivers = plan.plan.departments.filter(
    (each) => each.kind === 'department' && each.id !== unit?.id && each.mergedInto == null,
  )
  return (
    <Modal
      afterOpenChange={focusFirstField}
      open
      title={titleOf(what, unit?.name ?? '')}
      okText={words.saveAmendment}
      cancelText={common.cancel}
      confirmLoading={isBusy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {what === 'merge' ? <p>{words.mergeText}</p> : null}
      {what === 'hand' ? <p>{words.handText}</p> : null}
      <div className="form-column">
        {isNaming ? (
          <>
            <label htmlFor={`${id}-name`}>{words.newName}</label>
            <Input
              id={`${id}-name`}
              value={name}
              maxLength={60}
              onChange={({ target }) => setName(target.value)}
            />
          </>
        ) : (
          <>
            <label htmlFor={`${id}-to`}>{words.receiver}</label>
            <Select
              id={`${id}-to`}
              value={to}
              onChange={setTo}
              options={receivers.map(({ id: value, name: label }) => ({ value, label }))}
            />
          </>
        )}
        <Fault text={fault} />
        <OrderFields {...amending} onChange={amending.setOrder} />
        <RefusedNotice failure={failure} />
      </div>
    </Modal>
  )
}

function titleOf(what: UnitAct, name: string): string {
  if (what === 'add') return words.addUnit
  if (what === 'rename') return words.renameTitle(name)
  return what === 'merge' ? words.mergeTitle(name) : words.handTitle(name)
}
