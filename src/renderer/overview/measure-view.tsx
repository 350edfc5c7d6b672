// One measure: the sentence, this month's words, and every report of the year with its evidence.
import type { MeasureAnswer, MeasureTrace } from '../../contract/overview-answers.ts'
import type { MeasureStatusReport } from '../../core/measuring/status.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { Measure } from '../../core/plan/annual-plan.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { MEASURE_STATUSES } from '../words/entry.ts'
import { overview as words } from '../words/overview.ts'
import { trail } from '../words/trail.ts'
import { LongWords } from './long-words.tsx'
import { MonthEntries, MonthList, TraceEvidence } from './month-list.tsx'
import { useViewed } from './viewed.ts'

interface Props {
  readonly status: MeasureStatusReport
  readonly month: string
}

export function MeasureView({ status, month }: Props) {
  const { plan } = useOpenSession()
  const { provisional, asOf } = useViewed()
  const answer = useAnswer('measure.read', { measure: status.id, month, provisional, asOf })
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
      <LongWords title={words.progress} text={status.progress} />
      <LongWords title={words.problems} text={status.problems} />
      <LongWords title={words.nextSteps} text={status.nextSteps} />
      {answer.data === undefined ? (
        <p className={answer.error === null ? 'soft' : 'bad'}>
          {answer.error?.message ?? words.loadingHistory}
        </p>
      ) : answer.data.entries.length === 0 ? (
        <p className="soft panel-part">{trail.noEntries}</p>
      ) : (
        <MonthsOf answer={answer.data} measure={planned?.measure ?? null} />
      )}
    </>
  )
}

function MonthsOf({
  answer: { months, entries },
  measure,
}: {
  readonly answer: MeasureAnswer
  readonly measure: Measure | null
}) {
  const entriesOf = (month: string) => entries.filter(({ report }) => report.month === month)
  return (
    <MonthList
      columns={[trail.status]}
      rows={months.map(({ month, status }) => ({
        month,
        cells: [status.status === null ? common.noFigure : MEASURE_STATUSES[status.status]],
        light: status.light,
        label: status.label,
        why: status.why,
        count: entriesOf(month).length,
        newest: entriesOf(month)[0],
      }))}
      entriesOf={(month) => (
        <MonthEntries
          month={month}
          entries={entriesOf(month)}
          say={(trace) => <ReportWords trace={trace} measure={measure} />}
        />
      )}
    />
  )
}

function ReportWords({
  trace: { report },
  measure,
}: {
  readonly trace: MeasureTrace
  readonly measure: Measure | null
}) {
  const done = report.milestonesDone.map(
    (id) => measure?.milestones?.find((milestone) => milestone.id === id)?.name ?? id,
  )
  return (
    <>
      {report.status === null ? null : <p>{MEASURE_STATUSES[report.status]}</p>}
      <LongWords title={words.progress} text={report.progress} />
      <LongWords title={words.problems} text={report.problems} />
      <LongWords title={words.nextSteps} text={report.nextSteps} />
      {done.length === 0 ? null : <p>{trail.milestones(done.join('、'))}</p>}
      <TraceEvidence name={measure?.name ?? ''} files={report.evidence} />
    </>
  )
}
