import type { MonthOverview, Standing } from '../../core/measuring/status.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { LightBadge, LightCountsLine } from '../parts/light-badge.tsx'
import { PaceBar } from '../parts/pace-bar.tsx'
import { WorstItem } from './worst-item.tsx'

/** How a programme or a department stands: counts, 最要紧的一项, its 完成序时 and light; the same cells in both tables. */
export function StandingCells({
  overview,
  standing,
  plan,
}: {
  readonly overview: MonthOverview
  readonly standing: Standing<string>
  readonly plan: PlanIndex
}) {
  return (
    <>
      <td>
        <LightCountsLine counts={standing.counts} />
      </td>
      <td>
        <WorstItem overview={overview} standing={standing} />
      </td>
      <td>
        <PaceBar paceRatio={standing.paceRatio} light={standing.light} bands={plan.bands} />
      </td>
      <td>
        <LightBadge light={standing.light} label={standing.label} />
      </td>
    </>
  )
}
