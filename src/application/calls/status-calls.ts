import type { Overview } from '../../contract/api.ts'
import { planOf } from '../../core/bureau-state.ts'
import { parseInstant } from '../../core/civil-time.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { hybridTimeOf } from '../../core/hybrid-clock.ts'
import { measureMonth } from '../../core/measure-month.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { monthsOfYearUpTo } from '../../core/reporting-month.ts'
import type { StatusReport } from '../../core/status.ts'
import type { CallContext } from '../call-context.ts'

export interface StatusQuestion {
  readonly month: string
  readonly provisional?: boolean | null | undefined
  readonly asOf?: string | null | undefined
}

/** Counter above every real one, so that "as of 10:00:00.000" includes all of that millisecond. */
const LAST_COUNTER = 0xffff

export function readStatus(context: CallContext, question: StatusQuestion): Outcome<StatusReport> {
  const asOf = question.asOf ?? null
  let state = context.state
  if (asOf !== null) {
    const until = parseAsOf(asOf)
    if (until === null)
      return reject('invalid-input', { place: '截至时间', reason: '应写成 2020-06-30 或 2020-06-30T18:00' })
    state = context.journal.stateAt({ until: hybridTimeOf(until, LAST_COUNTER) })
    if (state.plan === null) return reject('not-known-then', { time: asOf })
  }
  const month = checkMonth(planOf(state), question.month)
  if (!month.ok) return month
  return accept({
    ...measureMonth(state, month.value, question.provisional === true ? 'latest' : 'accepted'),
    asOf,
  })
}

/** A bare date means the end of that day: what was known on the day. */
function parseAsOf(text: string): number | null {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
  return parseInstant(isDate ? `${text.trim()}T23:59:59.999` : text)
}

export function readOverview(
  context: CallContext,
  question: { readonly month: string; readonly provisional?: boolean | null | undefined },
): Outcome<Overview> {
  const status = readStatus(context, question)
  if (!status.ok) return status
  const rows = context.journal.programmeMonths(
    question.provisional === true ? 'latest' : 'accepted',
    Number(question.month.slice(0, 4)),
  )
  const months = monthsOfYearUpTo(question.month)
  return accept({
    status: status.value,
    heat: context.plan.at(question.month).plan.programmes.map((programme) => ({
      programme: programme.id,
      cells: months.flatMap((month) => {
        const row = rows.find((each) => each.month === month && each.id === programme.id)
        return row === undefined ? [] : [{ month, light: row.light, label: row.label, counts: row.counts }]
      }),
    })),
  })
}
