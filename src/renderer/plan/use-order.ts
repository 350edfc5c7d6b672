// The months in which an amendment may begin, and the order that goes with it.
import { useState } from 'react'
import type { PlanTreeView } from '../../contract/plan-views.ts'
import { useChosen } from '../chosen.tsx'
import type { Order } from './order-fields.tsx'

/** Without `beginnings`, any month may be the first, and the chosen one is proposed. */
export function useOrder(beginnings: Pick<PlanTreeView, 'opensFrom' | 'suggestedFrom'> | null) {
  const { opensFrom, suggestedFrom } = beginnings ?? { opensFrom: null, suggestedFrom: null }
  const { month, months } = useChosen()
  const open = months.filter((each) => opensFrom === null || each >= opensFrom)
  const first =
    [suggestedFrom, month].find((each) => each !== null && open.includes(each)) ?? open[0] ?? month
  const [order, setOrder] = useState<Order>({ from: first, reason: '', documentNumber: '' })
  const [isReasonMissing, setIsReasonMissing] = useState(false)
  /** Answers whether the order is complete, and says what is missing. */
  const check = () => {
    setIsReasonMissing(order.reason.trim() === '')
    return order.reason.trim() !== ''
  }
  return { order, setOrder, months: open.length === 0 ? [month] : open, isReasonMissing, check }
}
