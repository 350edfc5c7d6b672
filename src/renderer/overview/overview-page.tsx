// 总览: the bureau's year in one look, and a way down to every single entry.
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { Overview } from '../../contract/overview-answers.ts'
import { indexPlan, type PlanIndex } from '../../core/plan/annual-plan.ts'
import { useAnswer } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { PageError, PageLoading } from '../parts/page-states.tsx'
import { useOpenSession, WithPlan } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { AsOfBanner } from './as-of-banner.tsx'
import { ComparisonCard } from './comparison-card.tsx'
import { DepartmentTable } from './department-table.tsx'
import { HeadlineCard } from './headline-card.tsx'
import { DepartmentHeatMap, ProgrammeHeatMap } from './heat-maps.tsx'
import { ProgrammeTable } from './programme-table.tsx'
import { useViewedInAddress, type Viewed, ViewedProvider } from './viewed.ts'
import { type Shown, WhyDrawer } from './why-drawer.tsx'
import '../styles/why.css'
import '../styles/overview.css'
import '../styles/heat.css'
import '../styles/drawer.css'
import '../styles/comparison.css'
import '../styles/overview-print.css'

export default function OverviewPage() {
  const { month } = useChosen()
  const [viewed, setViewed] = useViewedInAddress()
  const answer = useAnswer('overview.read', { month, ...viewed })
  const toNow = () => setViewed({ ...viewed, asOf: null })
  return (
    <ViewedProvider value={viewed}>
      {viewed.asOf === null ? null : <AsOfBanner asOf={viewed.asOf} onNow={toNow} />}
      {answer.data !== undefined ? (
        <Year overview={answer.data} onView={setViewed} />
      ) : answer.error === null ? (
        <PageLoading />
      ) : (
        <>
          <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
          {viewed.asOf === null ? null : (
            <p className="page-state">
              <Button onClick={toNow}>{words.asOf.backToNow}</Button>
            </p>
          )}
        </>
      )}
    </ViewedProvider>
  )
}

/** One of the plans that stand side by side. */
const partOf = (plan: PlanIndex, id: string | null) => plan.parts.find((part) => part.id === id) ?? plan

type View = 'programmes' | 'departments'

/** With more programmes than these the printed page is set in a smaller type, and what changed gets less of it. */
const MANY = 10
const PRINTED_CHANGES = 14
const PRINTED_CHANGES_OF_MANY = 7

interface YearProps {
  readonly overview: Overview
  readonly onView: (viewed: Viewed) => void
}

function Year({ overview, onView }: YearProps) {
  const { month, planThen, planId, heat } = overview
  const now = useOpenSession().plan
  // Looking back, the plan is the one known then; otherwise the one that also knows its other months.
  const plan = useMemo(
    () => (planThen === null ? partOf(now.at(month), planId) : indexPlan(planThen)),
    [month, now, planThen, planId],
  )
  const isMany = heat.length > MANY
  const [shown, setShown] = useState<Shown | null>(null)
  const [view, setView] = useState<View>('programmes')
  const chooser = (
    <Segmented<View>
      className="no-print"
      size="small"
      aria-label={words.view.label}
      value={view}
      onChange={setView}
      options={[
        { value: 'programmes', label: words.view.programmes },
        { value: 'departments', label: words.view.departments },
      ]}
    />
  )
  return (
    <WithPlan plan={plan}>
      <div className={isMany ? 'overview overview-many' : 'overview'}>
        <HeadlineCard
          overview={overview}
          onView={onView}
          onOpen={setShown}
          onDepartments={() => setView('departments')}
        />
        <div className="overview-columns">
          <div className="overview-main">
            {view === 'programmes' ? (
              <>
                <ProgrammeTable overview={overview} onOpen={setShown} extra={chooser} />
                {/* The printed page has room for both. */}
                <div className="print-only-line">
                  <DepartmentTable overview={overview} onOpen={setShown} extra={null} />
                </div>
              </>
            ) : (
              <DepartmentTable overview={overview} onOpen={setShown} extra={chooser} />
            )}
          </div>
          <div className="overview-side">
            {view === 'programmes' ? (
              <ProgrammeHeatMap heat={heat} month={month} onOpen={setShown} />
            ) : (
              <DepartmentHeatMap month={month} onOpen={setShown} />
            )}
            <ComparisonCard printed={isMany ? PRINTED_CHANGES_OF_MANY : PRINTED_CHANGES} onOpen={setShown} />
          </div>
        </div>
        <WhyDrawer shown={shown} onShow={setShown} />
      </div>
    </WithPlan>
  )
}
