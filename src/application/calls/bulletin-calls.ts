import type { BulletinPreview, ExportedFile } from '../../contract/api.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { epochOf, nextHybridTime } from '../../core/journal/hybrid-clock.ts'
import { type EntryDraft, type EntryId, subjectOf } from '../../core/journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { monthOverview } from '../../core/projection/month-overview.ts'
import { type BulletinInput, bulletinReport } from '../../core/reports/bulletin.ts'
import { frozenTwiceWords } from '../../core/reports/frozen-twice.ts'
import type { Report } from '../../core/reports/report-table.ts'
import type { BureauState } from '../../core/state/bureau-state.ts'
import { planOf } from '../../core/state/bureau-state.ts'
import { measureMonth } from '../../core/state/measure-month.ts'
import { seenThrough } from '../../core/state/plan-line.ts'
import { civilDateOf, isoOf } from '../../core/values/civil-time.ts'
import { monthNumber, monthTitle, type ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { type EarlierPeriod, earlierPeriod } from '../earlier-period.ts'
import { officeMonth } from '../office-month.ts'
import type { Knowledge, OpenJournal } from '../ports.ts'
import { verifyJournal } from './verify-call.ts'

/** 第N期: the number of the month. */
function issueOf(month: ReportingMonth): number {
  return monthNumber(month)
}

export interface IssueFacts {
  readonly month: ReportingMonth
  readonly madeAt: string
  readonly madeBy: string
  /** of a frozen issue: what was known, as the number of entries of each device */
  readonly heads?: Knowledge['heads']
}

function report(context: CallContext, state: BureauState, facts: IssueFacts): Report {
  return bulletinReport(bulletinInput(context, state, facts))
}

/** The issue is about the leading plan; others of the same month have sheets of their own in it. */
export function bulletinInput(context: CallContext, whole: BureauState, facts: IssueFacts): BulletinInput {
  const { month, madeAt, madeBy, heads } = facts
  const state = seenThrough(whole, month, null)
  const found = earlierPeriod(context, { state, month }, heads)
  const earlier = found === null ? null : { ...found, state: seenThrough(found.state, found.month, null) }
  return {
    plan: planOf(state).at(month),
    bureauName: state.bureauName,
    month,
    issue: issueOf(month),
    status: { ...measureMonth(state, month, 'accepted'), ...reportedOf(whole, month), asOf: null },
    beside: besidePlans(whole, month),
    state,
    earlier:
      earlier === null
        ? null
        : {
            ...earlier,
            status: earlierStatus(context, found?.state ?? earlier.state, earlier),
            plans: found?.state.plans ?? earlier.state.plans,
          },
    editedText: state.bulletinTexts.get(month)?.text ?? null,
    madeAt,
    madeBy,
    isExample: state.isExample,
  }
}

type EarlierStatus = NonNullable<BulletinInput['earlier']>['status']

/** What was known at an earlier issue stays as it was: measured once, however often the preview is read. */
const statusesThen = new WeakMap<BureauState, EarlierStatus>()

/** `moment`: kept for as long as it is asked about; the month compared with follows from it. */
function earlierStatus(
  context: CallContext,
  moment: BureauState,
  { state, month, knownAt }: Pick<EarlierPeriod, 'state' | 'month' | 'knownAt'>,
): EarlierStatus {
  const measure = () => measureMonth(state, month, 'accepted')
  // As known now, it changes with the next save.
  if (knownAt === null) return measure()
  if (statusesThen.get(moment)?.month !== month) context.inOwnTurn(() => statusesThen.set(moment, measure()))
  return statusesThen.get(moment) ?? measure()
}

/** 报送情况: a department reports its month once, whatever plan asked for it. Nothing to add where one plan did. */
function reportedOf(whole: BureauState, month: ReportingMonth): Partial<BulletinInput['status']> {
  if (planOf(whole).at(month).parts.length === 1) return {}
  const { submissions, reportingRate, fillRate } = measureMonth(whole, month, 'accepted')
  return { submissions, reportingRate, fillRate }
}

/** The plans beside the leading one, each seen by itself. */
function besidePlans(whole: BureauState, month: ReportingMonth): BulletinInput['beside'] {
  const [, ...others] = planOf(whole).at(month).parts
  return others.flatMap(({ id }) => {
    const inForce = whole.plans.find((each) => each.id === id)
    if (inForce === undefined) return []
    const state = seenThrough(whole, month, id)
    const status = { ...measureMonth(state, month, 'accepted'), asOf: null }
    return [{ plan: planOf(state).at(month), inForce, status }]
  })
}

/** A frozen issue is built from what was known when it was frozen, and from nothing later. */
function frozenReport(
  context: CallContext,
  month: ReportingMonth,
): { report: Report; frozenAt: string } | null {
  const frozen = context.state.bulletins.get(month)
  if (frozen === undefined) return null
  const { heads, origin } = frozen
  const madeAt = isoOf(epochOf(origin.time))
  const kept = lastFrozen.get(context.journal)
  if (kept?.entry === origin.entry) return { report: kept.report, frozenAt: madeAt }
  const state = context.stateAt({ heads })
  const facts = { month, madeAt, madeBy: origin.author, heads }
  const made = report(context, state, facts)
  lastFrozen.set(context.journal, { entry: origin.entry, report: made })
  return { report: made, frozenAt: madeAt }
}

/** A frozen issue never changes: the last one asked for is not folded and measured again for its page and its file. */
const lastFrozen = new WeakMap<OpenJournal, { readonly entry: EntryId; readonly report: Report }>()

export function previewBulletin(
  context: CallContext,
  input: { readonly month: string },
): Outcome<BulletinPreview> {
  const month = checkMonth(context.plan, input.month)
  if (!month.ok) return month
  const { state } = context
  const frozen = frozenReport(context, month.value)
  const madeAt = isoOf(context.ports.clock.now())
  const twice = state.bulletins.get(month.value)
  return accept({
    issue: issueOf(month.value),
    frozenAt: frozen?.frozenAt ?? null,
    frozenTwice: twice === undefined ? null : frozenTwiceWords(twice),
    report:
      frozen?.report ??
      report(context, state, { month: month.value, madeAt, madeBy: context.session.actor ?? '' }),
    waiting: monthOverview(context.journal.rollUps(), context.plan.at(month.value), {
      month: month.value,
      basis: 'accepted',
    }).submissions.filter((submission) => submission.state !== 'accepted' && submission.state !== 'none'),
  })
}

/** Freezes the issue if it is new, then writes it; asked again, it writes the same bytes. */
export async function exportBulletin(
  context: CallContext,
  input: { readonly month: string },
): Promise<Outcome<ExportedFile>> {
  const month = officeMonth(context, input.month)
  if (!month.ok) return month
  const { ports } = context
  const frozen = frozenReport(context, month.value)
  if (frozen !== null) {
    const bytes = await ports.workbooks.write(frozen.report)
    const { place } = ports.exports.save(frozen.report.fileName, bytes)
    return accept({ fileName: frozen.report.fileName, place, isNew: false })
  }
  const begun = civilDateOf(context.wallMs('reporting')).slice(0, 7)
  if (month.value > begun) return reject('month-not-begun', { month: monthTitle(month.value) })
  const sound = await verifyJournal(context)
  if (!sound.ok) return sound
  if (!sound.value.ok) return reject('store-damaged')
  return freezeAndWrite(context, month.value)
}

/**
 * A new issue: the file is written whole first, then the issue is frozen, then the file gets its name. If either
 * fails, neither is there. The issue's time is known before it is written, because the clock's rule is.
 */
async function freezeAndWrite(context: CallContext, month: ReportingMonth): Promise<Outcome<ExportedFile>> {
  const { journal, ports } = context
  for (;;) {
    const newest = journal.newestTime()
    const heads = journal.heads()
    const wallMs = context.wallMs('reporting')
    const madeAt = isoOf(epochOf(nextHybridTime(newest, wallMs)))
    const madeBy = context.session.actor ?? ''
    // All that is known now is what the issue will be bound to; the page's preview has worked most of it out already.
    const issue = report(context, context.state, { month, madeAt, madeBy })
    const bytes = await ports.workbooks.write(issue)
    // Somebody saved while the workbook was being written: what is frozen must be what is in the file.
    if (journal.newestTime() !== newest) continue
    const staged = ports.exports.stage(issue.fileName, bytes)
    try {
      context.append({ drafts: [frozenDraft(month, heads)], warnings: [] }, 'reporting', wallMs)
    } catch (error) {
      staged.discard()
      throw error
    }
    const frozen = context.state.bulletins.get(month)
    if (frozen !== undefined) lastFrozen.set(journal, { entry: frozen.origin.entry, report: issue })
    return accept({ fileName: issue.fileName, ...staged.commit(), isNew: true })
  }
}

function frozenDraft(month: ReportingMonth, heads: Readonly<Record<string, number>>): EntryDraft {
  return {
    kind: 'bulletin-frozen',
    subject: subjectOf.bulletin(month),
    basis: null,
    body: { month, issue: issueOf(month), heads },
  }
}
