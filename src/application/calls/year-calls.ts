// 全年台账: worked out and written in a process of its own, from what is known at this moment.
import type { ParsedInput } from '../../contract/api.ts'
import type { ExportProgress } from '../../contract/long-export-calls.ts'
import { type Outcome, reject } from '../../core/outcome.ts'
import { yearReportName } from '../../core/reports/year-report.ts'
import { planOf } from '../../core/state/bureau-state.ts'
import { seenThrough } from '../../core/state/plan-line.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import { fileNameOf } from '../../core/values/file-name.ts'
import { monthOf } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'

/** For everyone who acts: it says nothing that 总览 does not show them. */
export function exportYear(context: CallContext, input: ParsedInput<'year.export'>): Outcome<ExportProgress> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const { plan, ports, journal, shelf } = context
  const { year } = input
  const january = monthOf(year, 1)
  if (!plan.covers(january)) return reject('year-outside-plan', { year, ...plan.span })
  const basis = input.provisional === true ? 'latest' : 'accepted'
  const state = seenThrough(context.state, january, input.plan ?? null)
  // Beside that of the leading plan, not in its place.
  const which = input.plan == null ? '' : `（${fileNameOf(planOf(state).at(january).plan.title)}）`
  const fileName = `${yearReportName({ year, basis, state })}${which}.xlsx`
  return context.exports.start(fileName, () => {
    const partial = ports.exports.begin(fileName)
    return {
      fileName,
      partial,
      start: (onProgress) =>
        ports.years.start(
          {
            place: shelf.folder.place,
            heads: journal.heads(),
            year,
            plan: input.plan ?? null,
            basis,
            madeAt: isoOf(ports.clock.now()),
            madeBy: actor.value.name,
            file: partial.path,
          },
          onProgress,
        ),
    }
  })
}
