// 完成序时 as a bar with a line at 100 %. The number beside it says the same, so the bar is left out where there is none.

import type { Light } from '../../core/measuring/status.ts'
import type { Bands } from '../../core/plan/annual-plan.ts'
import { percent } from '../shown-figure.ts'
import { common } from '../words/common.ts'

/** The bar ends at this share of the plan; what is further ahead is written, not drawn. */
const FULL = 1.6

interface Props {
  readonly paceRatio: number | null
  readonly light: Light
  readonly bands: Bands
}

export function PaceBar({ paceRatio, light, bands }: Props) {
  if (paceRatio === null) return <span className="soft">{common.noFigure}</span>
  const width = `${(Math.min(Math.max(paceRatio, 0), FULL) / FULL) * 100}%`
  return (
    <span className="pace">
      <span className="pace-track" aria-hidden="true">
        <span className={`pace-fill pace-${light}`} style={{ width }} />
        <span className="pace-line" style={{ left: `${(1 / FULL) * 100}%` }} />
      </span>
      <span className="pace-text">{percent(paceRatio, bands)}</span>
    </span>
  )
}
