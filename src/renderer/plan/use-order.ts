// The months in which an amendment may begin, and the order that goes with it.
import { useState } from 'react'
import type { ReportingMonth } from '../../core/reporting-month.ts'
import { useChosen } from '../chosen.tsx'
import type { Order } from './order-fields.tsx'

/** `opensFrom`: the first month that no frozen bulletin holds. */
export function useOrder(opensFrom: ReportingMonth | null) {
  const { month, months } = useChosen()
  const open = months.filter((each) => opensFrom === null || each >= opensFrom)
  const first = month >= (open[0] ?? month) ? month : (open[0] ?? month)
  const [order, setOrder] = useState<Order>({ from: first, reason: '', documentNumber: '' })
  const [isReasonMissing, setIsReasonMissing] = useState(false)
  /** Answers whether the order is complete, and says what is missing. */
  const check = () => {
    setIsReasonMissing(order.reason.trim() === '')
    return order.reason.trim() !== ''
  }
  return { order, setOrder, months: open.length === 0 ? [month] : open, isReasonMissing, check }
}
