import { IndicatorView } from './indicator-view.tsx'
import type { Item } from './items.ts'
import { MeasureView } from './measure-view.tsx'

/** One indicator or measure, down to the entries behind it. */
export function ItemView({ item, month }: { readonly item: Item; readonly month: string }) {
  return item.kind === 'indicator' ? (
    <IndicatorView key={item.id} status={item.status} month={month} />
  ) : (
    <MeasureView key={item.id} status={item.status} month={month} />
  )
}
