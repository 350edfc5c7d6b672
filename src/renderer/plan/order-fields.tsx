// What every amendment says: from which month, why, and on whose paper.
import { Input, Select } from 'antd'
import { useId } from 'react'
import { monthTitle, type ReportingMonth } from '../../core/values/reporting-month.ts'
import { Fault } from '../parts/fault.tsx'
import { planForm as words } from '../words/plan.ts'

export interface Order {
  readonly from: ReportingMonth
  readonly reason: string
  readonly documentNumber: string
}

interface Props {
  readonly order: Order
  readonly months: readonly ReportingMonth[]
  readonly isReasonMissing: boolean
  readonly onChange: (order: Order) => void
}

export function OrderFields({ order, months, isReasonMissing, onChange }: Props) {
  const id = useId()
  return (
    <div className="order-fields">
      <label htmlFor={`${id}-from`}>{words.from}</label>
      <Select
        id={`${id}-from`}
        value={order.from}
        options={months.map((value) => ({ value, label: monthTitle(value) }))}
        onChange={(from) => onChange({ ...order, from })}
      />
      <label htmlFor={`${id}-reason`}>{words.reason}</label>
      <Input.TextArea
        id={`${id}-reason`}
        value={order.reason}
        placeholder={words.reasonHint}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        aria-invalid={isReasonMissing}
        onChange={({ target }) => onChange({ ...order, reason: target.value })}
      />
      <Fault text={isReasonMissing ? words.reasonMissing : null} />
      <label htmlFor={`${id}-number`}>{words.documentNumber}</label>
      <Input
        id={`${id}-number`}
        value={order.documentNumber}
        maxLength={100}
        onChange={({ target }) => onChange({ ...order, documentNumber: target.value })}
      />
    </div>
  )
}

/** As the calls want it. */
export function orderInput({ from, reason, documentNumber }: Order) {
  return { from, reason: reason.trim(), documentNumber: documentNumber.trim() || null }
}
