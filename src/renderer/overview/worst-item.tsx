import type { MonthOverview, Standing } from '../../core/measuring/status.ts'
import { useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { inOneLine } from './item-figures.ts'
import { shownItem } from './items.ts'

interface Props {
  readonly overview: MonthOverview
  readonly worst: Standing<string>['worst']
}

export function WorstItem({ overview, worst }: Props) {
  const { plan } = useOpenSession()
  const item = worst === null ? null : shownItem(plan, overview, worst)
  if (item === null) return <span className="soft">{words.noItems}</span>
  return (
    <>
      <span className="worst-name" title={item.name}>
        {item.name}
      </span>{' '}
      <span className="soft worst-figures">{inOneLine(plan, item, overview.month)}</span>
    </>
  )
}
