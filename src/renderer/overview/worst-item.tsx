import type { MonthOverview, Standing } from '../../core/measuring/status.ts'
import { useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { inOneLine } from './item-figures.ts'
import { shownItem } from './items.ts'

interface Props {
  readonly overview: MonthOverview
  readonly standing: Standing<string>
}

export function WorstItem({ overview, standing: { worst, counts } }: Props) {
  const { plan } = useOpenSession()
  const item = worst === null ? null : shownItem(plan, overview, worst)
  if (item === null) {
    const isEmpty = Object.values(counts).every((count) => count === 0)
    return <span className="soft">{isEmpty ? words.noItems : words.noKeyItem}</span>
  }
  return (
    <>
      <span className="worst-name" title={item.name}>
        {item.name}
      </span>{' '}
      <span className="soft worst-figures">{inOneLine(plan, item, overview.month)}</span>
    </>
  )
}
