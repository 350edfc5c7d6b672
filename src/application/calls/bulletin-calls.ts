import type { BulletinPreview, ExportedFile } from '../../contract/api.ts'
import type { BureauState } from '../../core/bureau-state.ts'
import { planOf } from '../../core/bureau-state.ts'
import { isoOf } from '../../core/civil-time.ts'
import { permit } from '../../core/decide/permissions.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { epochOf } from '../../core/hybrid-clock.ts'
import { subjectOf } from '../../core/journal-entry.ts'
import { measureMonth } from '../../core/measure-month.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { monthNumber, type ReportingMonth } from '../../core/reporting-month.ts'
import { type BulletinInput, bulletinReport } from '../../core/reports/bulletin.ts'
import type { Report } from '../../core/reports/report-table.ts'
import type { CallContext } from '../call-context.ts'
import { earlierPeriod } from '../earlier-period.ts'
import type { Knowledge } from '../ports.ts'

/** 第N期: the number of the month. */
function issueOf(month: ReportingMonth): number {
  return monthNumber(month)
}

interface IssueFacts {
  readonly month: ReportingMonth
  readonly madeAt: string
  readonly madeBy: string
  /** of a frozen issue: what was known, as the number of entries of each device */
  readonly heads?: Knowledge['heads']
}

function report(context: CallContext, state: BureauState, facts: IssueFacts): Report {
  return bulletinReport(bulletinInput(context, state, facts))
}

function bulletinInput(context: CallContext, state: BureauState, facts: IssueFacts): BulletinInput {
  const { month, madeAt, madeBy, heads } = facts
  const earlier = earlierPeriod(context, { state, month }, heads)
  return {
    plan: planOf(state).at(month),
    bureauName: state.bureauName,
    month,
    issue: issueOf(month),
    status: { ...measureMonth(state, month, 'accepted'), asOf: null },
    state,
    earlier:
      earlier === null
        ? null
        : { ...earlier, status: measureMonth(earlier.state, earlier.month, 'accepted') },
    editedText: null,
    madeAt,
    madeBy,
    isExample: state.isExample,
  }
}

/** A frozen issue is built from what was known when it was frozen, and from nothing later. */
function frozenReport(
  context: CallContext,
  month: ReportingMonth,
): { report: Report; frozenAt: string } | null {
  const frozen = context.state.bulletins.get(month)
  if (frozen === undefined) return null
  const madeAt = isoOf(epochOf(frozen.origin.time))
  const { heads } = frozen
  const state = context.journal.stateAt({ heads })
  const facts = { month, madeAt, madeBy: frozen.origin.author, heads }
  return { report: report(context, state, facts), frozenAt: madeAt }
}

export function previewBulletin(
  context: CallContext,
  input: { readonly month: string },
): Outcome<BulletinPreview> {
  const month = checkMonth(context.plan, input.month)
  if (!month.ok) return month
  const { state } = context
  const frozen = frozenReport(context, month.value)
  const madeAt = isoOf(context.ports.clock.now())
  return accept({
    issue: issueOf(month.value),
    frozenAt: frozen?.frozenAt ?? null,
    report:
      frozen?.report ??
      report(context, state, { month: month.value, madeAt, madeBy: context.session.actor ?? '' }),
    waiting: measureMonth(state, month.value, 'accepted')
      .submissions.filter((submission) => submission.state !== 'accepted' && submission.state !== 'none')
      .map(({ department, state: submissionState }) => ({ department, state: submissionState })),
  })
}

/** Freezes the issue if it is new, then writes it; asked again, it writes the same bytes. */
export async function exportBulletin(
  context: CallContext,
  input: { readonly month: string },
): Promise<Outcome<ExportedFile>> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const permitted = permit(context.plan, actor.value, 'manage', null)
  if (!permitted.ok) return permitted
  const month = checkMonth(context.plan, input.month)
  if (!month.ok) return month
  const isNew = !context.state.bulletins.has(month.value)
  if (isNew) {
    context.append({
      drafts: [
        {
          kind: 'bulletin-frozen',
          subject: subjectOf.bulletin(month.value),
          basis: null,
          body: { month: month.value, issue: issueOf(month.value), heads: context.journal.heads() },
        },
      ],
      warnings: [],
    })
  }
  const frozen = frozenReport(context, month.value)
  if (frozen === null) throw new Error('the issue was frozen and is not there')
  const bytes = await context.ports.workbooks.write(frozen.report)
  const { place } = context.ports.exports.save(frozen.report.fileName, bytes)
  return accept({ fileName: frozen.report.fileName, place, isNew })
}
