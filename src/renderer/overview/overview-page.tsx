// 总览: the bureau's year in one look, and a way down to every single entry.
import { useState } from 'react'
import { useAnswer } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { PageError, PageLoading } from '../parts/page-states.tsx'
import { DepartmentTable } from './department-table.tsx'
import { HeadlineCard } from './headline-card.tsx'
import { HeatMap } from './heat-map.tsx'
import { ProgrammeTable } from './programme-table.tsx'
import { type Shown, WhyDrawer } from './why-drawer.tsx'
import '../styles/why.css'
import '../styles/overview.css'
import '../styles/heat.css'
import '../styles/drawer.css'
import '../styles/overview-print.css'

export default function OverviewPage() {
  const { month } = useChosen()
  const [isProvisional, setIsProvisional] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const answer = useAnswer('overview.read', { month, provisional: isProvisional })
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  const { status, heat } = answer.data
  return (
    <div className="overview">
      <HeadlineCard
        report={status}
        isProvisional={isProvisional}
        onProvisional={setIsProvisional}
        onOpen={setShown}
      />
      <div className="overview-columns">
        <ProgrammeTable report={status} onOpen={setShown} />
        <HeatMap heat={heat} month={month} onOpen={setShown} />
      </div>
      <DepartmentTable report={status} onOpen={setShown} />
      <WhyDrawer shown={shown} isProvisional={isProvisional} onShow={setShown} />
    </div>
  )
}
