// One indicator or measure: the sentence, the numbers it is made of, and every entry behind them.
import { targetInForce } from '../../core/annual-plan.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import { monthTitle } from '../../core/reporting-month.ts'
import type { IndicatorStatus, MeasureStatusReport } from '../../core/status.ts'
import { useAnswer } from '../ask.tsx'
import { IndicatorHistory } from '../entry/indicator-history.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { figure, percent, targetText, worked } from '../shown-figure.ts'
import { overview as words } from '../words/overview.ts'
import type { Item } from './items.ts'

export function ItemView({ item, month }: { readonly item: Item; readonly month: string }) {
  return item.kind === 'indicator' ? (
    <IndicatorView status={item.status} month={month} />
  ) : (
    <MeasureView status={item.status} />
  )
}

function IndicatorView({ status, month }: { readonly status: IndicatorStatus; readonly month: string }) {
  const { plan } = useOpenSession()
  const planned = plan.indicatorsById.get(status.id)
  if (planned === undefined) return null
  const { unit, decimals } = planned.indicator
  const facts: readonly (readonly [string, string])[] = [
    [words.factsOfItem.target, `${targetText(targetInForce(planned.indicator, month), decimals)} ${unit}`],
    [words.factsOfItem.month, figure(status.monthAmount, decimals)],
    [words.factsOfItem.actual, figure(status.actual, decimals)],
    [words.factsOfItem.completion, percent(status.completion, plan.bands)],
    [words.factsOfItem.expected, worked(status.expectedValue, decimals)],
    [words.factsOfItem.pace, percent(status.paceRatio, plan.bands)],
    [words.factsOfItem.lead, departmentName(plan, planned.lead)],
  ]
  return (
    <>
      <div className={`why-box why-${status.light}`}>
        <LightBadge light={status.light} label={status.label} />
        <p>{fullWidth(status.why)}。</p>
        {status.verdict === null || status.why.includes(status.verdict) ? null : (
          <p>{fullWidth(status.verdict)}。</p>
        )}
        {status.whatItTakes === null ? null : <p className="soft">{fullWidth(status.whatItTakes)}。</p>}
        {status.isCorrectionPending ? <p className="soft">{words.correctionPending}</p> : null}
      </div>
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Words title={words.note} text={status.note} />
      <History id={status.id} lead={planned.lead} month={month} decimals={decimals ?? 0} />
    </>
  )
}

interface HistoryProps {
  readonly id: string
  readonly lead: string | null
  readonly month: string
  readonly decimals: number
}

function History({ id, lead, month, decimals }: HistoryProps) {
  const answer = useAnswer('entry.read', { department: lead ?? '', month }, lead !== null)
  const row = answer.data?.indicators.find((each) => each.id === id)
  if (answer.error !== null) return <p className="bad">{answer.error.message}</p>
  if (row === undefined) return answer.isPending ? <p className="soft">{words.loadingHistory}</p> : null
  return <IndicatorHistory row={row} month={month} decimals={decimals} />
}

function MeasureView({ status }: { readonly status: MeasureStatusReport }) {
  const { plan } = useOpenSession()
  const planned = plan.measuresById.get(status.id)
  return (
    <>
      <div className={`why-box why-${status.light}`}>
        <LightBadge light={status.light} label={status.label} />
        <p>{fullWidth(status.why)}。</p>
        {status.overdueMilestones.map((milestone) => (
          <p key={milestone.id} className="bad">
            {words.overdue(milestone.name, monthTitle(milestone.due))}
          </p>
        ))}
        {status.isCorrectionPending ? <p className="soft">{words.correctionPending}</p> : null}
      </div>
      <p className="soft drawer-lead">
        {words.factsOfItem.lead}：{departmentName(plan, planned?.lead ?? null)}
      </p>
      <Words title={words.progress} text={status.progress} />
      <Words title={words.problems} text={status.problems} />
      <Words title={words.nextSteps} text={status.nextSteps} />
    </>
  )
}

function Words({ title, text }: { readonly title: string; readonly text: string | null }) {
  if (text === null) return null
  return (
    <div className="long-words">
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  )
}
