// One indicator: the sentence, the numbers it is made of, the year as a line, and every entry behind every month.

import { useCallback, useMemo } from 'react'
import type { IndicatorAnswer, ReadingTrace } from '../../contract/overview-answers.ts'
import type { IndicatorStatus } from '../../core/measuring/status.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { Indicator } from '../../core/plan/annual-plan.ts'
import { targetInForce } from '../../core/plan/annual-plan.ts'
import { bareTitle } from '../../core/plan/plan-title.ts'
import { filledIn } from '../../core/plan/taken-figures.ts'
import { monthNumber } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { figure, percent, targetText, worked } from '../shown-figure.ts'
import { READING_STATES } from '../words/entry.ts'
import { overview as words } from '../words/overview.ts'
import { trail } from '../words/trail.ts'
import { yearChart } from '../words/year-chart.ts'
import { LongWords } from './long-words.tsx'
import { MonthEntries, MonthList, TraceEvidence } from './month-list.tsx'
import { MoreEntries } from './more-entries.tsx'
import { useIndicatorEntries } from './use-indicator-entries.ts'
import { useFileName, useViewed } from './viewed.ts'
import { canBeDrawn, isAxisCut, yearOption, yearTable } from './year-chart.ts'
import { YearList } from './year-list.tsx'

interface Props {
  readonly status: IndicatorStatus
  readonly month: string
}

export function IndicatorView({ status, month }: Props) {
  const { plan } = useOpenSession()
  const { provisional, asOf } = useViewed()
  const answer = useAnswer('indicator.read', { indicator: status.id, month, provisional, asOf })
  const planned = plan.indicatorsById.get(status.id)
  if (planned === undefined) return null
  const { indicator } = planned
  const { unit, decimals } = indicator
  const isTotal = isAmountOf(filledIn(planned).indicator)
  const facts: readonly (readonly [string, string])[] = [
    [words.factsOfItem.target, `${targetText(targetInForce(indicator, month), decimals)} ${unit}`],
    ...(isAmountOf(indicator)
      ? [
          [words.factsOfItem.month, figure(status.monthAmount, decimals)] as const,
          [words.factsOfItem.actual, figure(status.actual, decimals)] as const,
        ]
      : [
          [
            isTotal ? words.factsOfItem.actual : words.factsOfItem.level,
            figure(status.actual, decimals),
          ] as const,
        ]),
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
      <LongWords title={words.note} text={status.note} />
      {answer.data === undefined ? (
        <p className={answer.error === null ? 'soft' : 'bad'}>
          {answer.error?.message ?? words.loadingHistory}
        </p>
      ) : (
        <YearOf answer={answer.data} indicator={indicator} month={month} />
      )}
    </>
  )
}

const isAmountOf = ({ mode }: Indicator) => mode === 'monthly-flow' || mode === 'running-total'

interface YearProps {
  readonly answer: IndicatorAnswer
  readonly indicator: Indicator
  readonly month: string
}

function YearOf({ answer: { year, years, recorded, takenFrom }, indicator, month }: YearProps) {
  const { plan } = useOpenSession()
  const { decimals, unit } = indicator
  const table = useMemo(() => yearTable(year, indicator, month), [year, indicator, month])
  const title = `${indicator.name}${yearChart.title}`
  const fileName = useFileName()
  const shown = useCallback((value: number) => worked(value, decimals), [decimals])
  const option = useMemo(() => yearOption(table, unit, shown), [table, unit, shown])
  const isAmount = isAmountOf(indicator)
  const recordedIn = (of: string) => recorded.find((each) => each.month === of)
  return (
    <>
      {!canBeDrawn(table) ? (
        <p className="soft panel-part">{yearChart.notEnough}</p>
      ) : (
        <ChartFigure
          title={title}
          fileName={fileName(title, month)}
          table={table}
          option={option}
          shown={shown}
        />
      )}
      {canBeDrawn(table) && isAxisCut(table) ? <p className="chart-words soft">{yearChart.cutAxis}</p> : null}
      {year.rangeText === null ? null : (
        <p className="chart-words">
          {fullWidth(year.rangeText)}。
          {year.range === null ? null : <span className="soft">{yearChart.notSeasonal}</span>}
        </p>
      )}
      <Revisions year={year} indicator={indicator} />
      {years.length > 1 ? <YearList years={years} indicator={indicator} bands={plan.bands} /> : null}
      {takenFrom === null ? null : (
        <p className="chart-words">
          {words.takenFrom(bareTitle(takenFrom.planTitle), takenFrom.name, takenFrom.leadName)}
        </p>
      )}
      {recorded.length === 0 ? (
        <p className="soft panel-part">{trail.noEntries}</p>
      ) : (
        <MonthList
          columns={isAmount ? [trail.amount, trail.total, trail.expected] : [trail.level, trail.expected]}
          rows={year.months.map((each) => ({
            month: each.month,
            cells: [
              ...(isAmount
                ? [each.state === 'number' ? figure(each.monthAmount, decimals) : READING_STATES[each.state]]
                : []),
              isAmount || each.state === 'number'
                ? figure(each.actual, decimals)
                : READING_STATES[each.state],
              worked(each.expectedValue, decimals),
            ],
            light: each.light,
            label: each.label,
            why: each.why,
            count: recordedIn(each.month)?.count ?? 0,
            newest: recordedIn(each.month)?.newest,
          }))}
          entriesOf={(of) => <EntriesOf indicator={indicator} month={month} of={of} />}
        />
      )}
    </>
  )
}

/** A month's entries, read when it is opened; of many, the newest first and more when asked for. */
function EntriesOf({
  indicator,
  month,
  of,
}: {
  readonly indicator: Indicator
  readonly month: string
  readonly of: string
}) {
  const { plan } = useOpenSession()
  const { provisional, asOf } = useViewed()
  const list = useIndicatorEntries({ indicator: indicator.id, month, of, provisional, asOf })
  const say = (trace: ReadingTrace) => (
    <>
      <p>
        {trace.locality === null
          ? null
          : `${plan.localitiesById.get(trace.locality)?.name ?? trace.locality} `}
        <strong>{trace.text}</strong> {/\d$/.test(trace.text) ? indicator.unit : ''}
      </p>
      {trace.note === null ? null : <p>{trail.note(trace.note)}</p>}
      <TraceEvidence name={indicator.name} files={trace.evidence} />
    </>
  )
  return (
    <>
      {list.entries === undefined ? null : <MonthEntries month={of} entries={list.entries} say={say} />}
      <MoreEntries list={list} />
    </>
  )
}

/** What the old line in the chart is, and who ordered the new one. */
function Revisions({
  year,
  indicator,
}: {
  readonly year: IndicatorAnswer['year']
  readonly indicator: Indicator
}) {
  const aim = (line: (typeof year.targets)[number] | undefined) =>
    line === undefined
      ? ''
      : [
          line.committed === null ? null : figure(line.committed, indicator.decimals),
          line.stretch === null ? null : `力争${figure(line.stretch, indicator.decimals)}`,
        ]
          .filter((part) => part !== null)
          .join('、')
  return year.targets.map((line, at) => {
    if (!line.isRevision) return null
    const why = yearChart.revisedWhy(line.documentNumber, line.reason)
    return (
      <p key={line.from} className="chart-words">
        {yearChart.revised(
          `${monthNumber(line.from)}月`,
          aim(year.targets[at - 1]),
          `${aim(line)}${indicator.unit}`,
        )}
        {why === '' ? '' : `（${why}）`}。
      </p>
    )
  })
}
