// 全年台账: worked out and written in a process of its own, from what is known at this moment.
import type { ExportProgress } from '../../contract/long-export-calls.ts'
import { isoOf } from '../../core/civil-time.ts'
import { type Outcome, reject } from '../../core/outcome.ts'
import { monthOf } from '../../core/reporting-month.ts'
import { yearReportName } from '../../core/reports/year-report.ts'
import type { CallContext } from '../call-context.ts'

/** For everyone who acts: it says nothing that 总览 does not show them. */
export function exportYear(
  context: CallContext,
  input: { readonly year: number; readonly provisional?: boolean | null | undefined },
): Outcome<ExportProgress> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const { state, plan, ports, journal, shelf } = context
  const { year } = input
  if (!plan.covers(monthOf(year, 1))) return reject('year-outside-plan', { year, ...plan.span })
  const basis = input.provisional === true ? 'latest' : 'accepted'
  const fileName = `${yearReportName({ year, basis, state })}.xlsx`
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
