import type { MonthOverview, Standing } from '../../core/measuring/status.ts'
import { useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { inOneLine } from './item-figures.ts'
import { hasItems, shownItem } from './items.ts'

interface Props {
  readonly overview: MonthOverview
  readonly standing: Standing<string>
}

export function WorstItem({ overview, standing }: Props) {
  const { worst } = standing
  const { plan } = useOpenSession()
  const item = worst === null ? null : shownItem(plan, overview, worst)
  if (item === null)
    return <span className="soft">{hasItems(standing) ? words.noKeyItem : words.noItems}</span>
  return (
    <>
      <span className="worst-name" title={item.name}>
        {item.name}
      </span>{' '}
      <span className="soft worst-figures">{inOneLine(plan, item, overview.month)}</span>
    </>
  )
}
