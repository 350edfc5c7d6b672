import type { BulletinPreview, ExportedFile } from '../../contract/api.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { epochOf, nextHybridTime } from '../../core/journal/hybrid-clock.ts'
import { type EntryDraft, type EntryId, subjectOf } from '../../core/journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { monthOverview } from '../../core/projection/month-overview.ts'
import { type BulletinInput, bulletinInSteps } from '../../core/reports/bulletin.ts'
import { frozenTwiceWords } from '../../core/reports/frozen-twice.ts'
import type { Report } from '../../core/reports/report-table.ts'
import type { BureauState } from '../../core/state/bureau-state.ts'
import { planOf } from '../../core/state/bureau-state.ts'
import { measureMonthInSteps } from '../../core/state/measure-month.ts'
import { seenThrough } from '../../core/state/plan-line.ts'
import type { Steps } from '../../core/steps.ts'
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

function* report(context: CallContext, state: BureauState, facts: IssueFacts): Steps<Report> {
  return yield* bulletinInSteps(yield* bulletinInput(context, state, facts))
}

/** The issue is about the leading plan; others of the same month have sheets of their own in it. */
export function* bulletinInput(
  context: CallContext,
  whole: BureauState,
  facts: IssueFacts,
): Steps<BulletinInput> {
  const { month, madeAt, madeBy, heads } = facts
  const state = seenThrough(whole, month, null)
  const found = earlierPeriod(context, { state, month }, heads)
  const earlier = found === null ? null : { ...found, state: seenThrough(found.state, found.month, null) }
  const measured = yield* measureMonthInSteps(state, month, 'accepted')
  return {
    plan: planOf(state).at(month),
    bureauName: state.bureauName,
    month,
    issue: issueOf(month),
    status: { ...measured, ...(yield* reportedOf(whole, month)), asOf: null },
    beside: yield* besidePlans(whole, month),
    state,
    earlier:
      earlier === null
        ? null
        : {
            ...earlier,
            status: yield* earlierStatus(found?.state ?? earlier.state, earlier),
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
function* earlierStatus(
  moment: BureauState,
  { state, month, knownAt }: Pick<EarlierPeriod, 'state' | 'month' | 'knownAt'>,
): Steps<EarlierStatus> {
  const kept = statusesThen.get(moment)
  if (kept?.month === month) return kept
  const measured = yield* measureMonthInSteps(state, month, 'accepted')
  // As known now, it changes with the next save.
  if (knownAt !== null) statusesThen.set(moment, measured)
  return measured
}

/** 报送情况: a department reports its month once, whatever plan asked for it. Nothing to add where one plan did. */
function* reportedOf(whole: BureauState, month: ReportingMonth): Steps<Partial<BulletinInput['status']>> {
  if (planOf(whole).at(month).parts.length === 1) return {}
  const { submissions, reportingRate, fillRate } = yield* measureMonthInSteps(whole, month, 'accepted')
  return { submissions, reportingRate, fillRate }
}

/** The plans beside the leading one, each seen by itself. */
function* besidePlans(whole: BureauState, month: ReportingMonth): Steps<BulletinInput['beside']> {
  const [, ...others] = planOf(whole).at(month).parts
  const beside: BulletinInput['beside'][number][] = []
  for (const { id } of others) {
    const inForce = whole.plans.find((each) => each.id === id)
    if (inForce === undefined) continue
    const state = seenThrough(whole, month, id)
    const measured = yield* measureMonthInSteps(state, month, 'accepted')
    beside.push({ plan: planOf(state).at(month), inForce, status: { ...measured, asOf: null } })
  }
  return beside
}

/** A frozen issue is built from what was known when it was frozen, and from nothing later. */
function* frozenReport(
  context: CallContext,
  bureau: BureauState,
  month: ReportingMonth,
): Steps<{ report: Report; frozenAt: string } | null> {
  const frozen = bureau.bulletins.get(month)
  if (frozen === undefined) return null
  const { heads, origin } = frozen
  const madeAt = isoOf(epochOf(origin.time))
  const kept = lastFrozen.get(context.journal)
  if (kept?.entry === origin.entry) return { report: kept.report, frozenAt: madeAt }
  const state = context.stateAt({ heads })
  const facts = { month, madeAt, madeBy: origin.author, heads }
  const made = yield* report(context, state, facts)
  lastFrozen.set(context.journal, { entry: origin.entry, report: made })
  return { report: made, frozenAt: madeAt }
}

/** A frozen issue never changes: the last one asked for is not folded and measured again for its page and its file. */
const lastFrozen = new WeakMap<OpenJournal, { readonly entry: EntryId; readonly report: Report }>()

export async function previewBulletin(
  context: CallContext,
  input: { readonly month: string },
): Promise<Outcome<BulletinPreview>> {
  const month = checkMonth(context.plan, input.month)
  return month.ok ? context.inTurns((state) => preview(context, state, month.value)) : month
}

function* preview(
  context: CallContext,
  state: BureauState,
  month: ReportingMonth,
): Steps<Outcome<BulletinPreview>> {
  const frozen = yield* frozenReport(context, state, month)
  const madeAt = isoOf(context.ports.clock.now())
  const twice = state.bulletins.get(month)
  return accept({
    issue: issueOf(month),
    frozenAt: frozen?.frozenAt ?? null,
    frozenTwice: twice === undefined ? null : frozenTwiceWords(twice),
    report:
      frozen?.report ??
      (yield* report(context, state, { month, madeAt, madeBy: context.session.actor ?? '' })),
    waiting: monthOverview(context.journal.rollUps(), context.plan.at(month), {
      month,
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
  const frozen = await context.inTurns((state) => frozenReport(context, state, month.value))
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
    // All that is known now is what the issue will be bound to.
    const { newest, heads, wallMs, issue } = await context.inTurns(function* (state) {
      const now = {
        newest: journal.newestTime(),
        heads: journal.heads(),
        wallMs: context.wallMs('reporting'),
      }
      const madeAt = isoOf(epochOf(nextHybridTime(now.newest, now.wallMs)))
      const madeBy = context.session.actor ?? ''
      return { ...now, issue: yield* report(context, state, { month, madeAt, madeBy }) }
    })
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
