import { IndicatorView } from './indicator-view.tsx'
import type { MeasuredItem } from './items.ts'
import { MeasureView } from './measure-view.tsx'

/** One indicator or measure, down to the entries behind it. */
export function ItemView({ item, month }: { readonly item: MeasuredItem; readonly month: string }) {
  return item.kind === 'indicator' ? (
    <IndicatorView key={item.id} status={item.measured} month={month} />
  ) : (
    <MeasureView key={item.id} status={item.measured} month={month} />
  )
}
