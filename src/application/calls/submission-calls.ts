import type { SubmissionMatrix, SubmissionReview, Warnings } from '../../contract/api.ts'
import { checkMonth, checkPlace } from '../../core/decide/record.ts'
import type { Decision } from '../../core/decide/record-sheet.ts'
import { decideAccept, decideSendBack, decideSubmit } from '../../core/decide/submission.ts'
import { epochOf } from '../../core/journal/hybrid-clock.ts'
import { itemsOfDepartment } from '../../core/measuring/standing.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { monthOverview } from '../../core/projection/month-overview.ts'
import { cellEntries, type SubmissionEvent } from '../../core/state/bureau-state.ts'
import {
  indicatorStatusInState,
  isIndicatorInForce,
  isMeasureInForce,
  measureStatusInState,
} from '../../core/state/measure-state.ts'
import { expectedCells, partlyFilled, submissionStatus } from '../../core/state/submission-status.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import { dueDateOf, monthOf, monthsOfYear } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'

interface Place {
  readonly department: string
  readonly month: string
}

export function submit(context: CallContext, place: Place): Outcome<Warnings> {
  const actor = context.actor()
  return actor.ok ? write(context, decideSubmit(context.state, context.plan, place, actor.value)) : actor
}

export function sendBack(
  context: CallContext,
  command: Place & { readonly reason: string },
): Outcome<Warnings> {
  const actor = context.actor()
  return actor.ok ? write(context, decideSendBack(context.state, context.plan, command, actor.value)) : actor
}

export function acceptSubmission(context: CallContext, place: Place): Outcome<Warnings> {
  const actor = context.actor()
  return actor.ok ? write(context, decideAccept(context.state, context.plan, place, actor.value)) : actor
}

function write(context: CallContext, decided: Outcome<Decision>): Outcome<Warnings> {
  if (!decided.ok) return decided
  context.append(decided.value)
  return accept({ warnings: [...decided.value.warnings] })
}

/** Unit × month of one year, with the two rates of each month. */
export function readMatrix(context: CallContext, year: number): Outcome<SubmissionMatrix> {
  const { state } = context
  const checked = checkMonth(context.plan, `${year}-01`)
  if (!checked.ok) return checked
  const months = monthsOfYear(year)
  const rollUps = context.journal.rollUps()
  const rates = months.map((month) => {
    const at = { month, basis: 'accepted' } as const
    const { reportingRate, fillRate } = monthOverview(rollUps, context.plan.at(month), at)
    return { month, reportingRate, fillRate }
  })
  // The year's last edition names every unit of the year, those merged on the way included.
  const rows = context.plan
    .at(monthOf(year, 12))
    .plan.departments.filter((department) => department.kind === 'department')
    .map((department) => ({
      department: department.id,
      cells: months.map((month) => submissionStatus(state, department.id, month)),
    }))
    .filter((row) => row.cells.some((cell) => cell.expected > 0 || cell.state !== 'none'))
  return accept({ year, months: rates, rows })
}

/** One unit's month: newest figures beside the last accepted ones. */
export function reviewSubmission(context: CallContext, place: Place): Outcome<SubmissionReview> {
  const { state } = context
  const checked = checkPlace(context.plan, place)
  if (!checked.ok) return checked
  const { department, month, plan } = checked.value
  const items = itemsOfDepartment(plan, department)
  const cells = expectedCells(state, department, month)
  const wasAccepted =
    state.submissions.get(`${month}/${department}`)?.events.some((event) => event.kind === 'accepted') ??
    false
  return accept({
    submission: submissionStatus(state, department, month),
    dueDate: dueDateOf(month, plan.dueDay),
    missing: cells.filter((cell) => !cell.isFilled).map(({ kind, id, name }) => ({ kind, id, name })),
    partly: partlyFilled(cells),
    indicators: items.indicators
      .filter((planned) => isIndicatorInForce(planned, month))
      .map((planned) => {
        const cell = state.readings.get(planned.indicator.id)?.get(month)
        return {
          status: indicatorStatusInState(state, planned, month, 'latest'),
          before: wasAccepted ? indicatorStatusInState(state, planned, month, 'accepted') : null,
          isChangedSinceAccepted:
            wasAccepted &&
            cell !== undefined &&
            cellEntries(cell, 'latest') !== cellEntries(cell, 'accepted'),
        }
      }),
    measures: items.measures
      .filter((planned) => isMeasureInForce(planned, month))
      .map((planned) => measureStatusInState(state, planned, month, 'latest')),
    evidence: [
      ...items.indicators.map(({ indicator }) => ({
        item: indicator.id,
        files: [...(state.readings.get(indicator.id)?.get(month)?.cells.values() ?? [])].flatMap(
          ({ latest }) => latest.body.evidence ?? [],
        ),
      })),
      ...items.measures.map(({ measure }) => ({
        item: measure.id,
        files: state.measures.get(measure.id)?.get(month)?.latest.body.evidence ?? [],
      })),
    ].filter(({ files }) => files.length > 0),
    history: (state.submissions.get(`${month}/${department}`)?.events ?? []).map(eventLine).reverse(),
  })
}

const EVENT_TEXTS: Readonly<Record<SubmissionEvent['kind'], string>> = {
  submitted: '报送',
  returned: '退回',
  accepted: '审核通过',
  correction: '提出更正',
}

function eventLine(event: SubmissionEvent): { time: string; author: string; text: string } {
  const { time, author } = event.origin
  return {
    time: isoOf(epochOf(time)),
    author,
    text: `${EVENT_TEXTS[event.kind]}${event.reason === null ? '' : `：${event.reason}`}`,
  }
}
