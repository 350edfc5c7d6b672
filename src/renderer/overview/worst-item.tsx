import type { Standing, StatusReport } from '../../core/status.ts'
import { useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { inOneLine } from './item-figures.ts'
import { findItem } from './items.ts'

interface Props {
  readonly report: StatusReport
  readonly worst: Standing<string>['worst']
}

export function WorstItem({ report, worst }: Props) {
  const { plan } = useOpenSession()
  const item = worst === null ? null : findItem(plan, report, worst)
  if (item === null) return <span className="soft">{words.noItems}</span>
  return (
    <>
      {item.name} <span className="soft worst-figures">{inOneLine(plan, item, report.month)}</span>
    </>
  )
}
