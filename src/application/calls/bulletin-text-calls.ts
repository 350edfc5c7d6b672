// 通报文字: the draft, the office's own words in its place, and the Word document.
import type { BulletinTextView } from '../../contract/bulletin-text-calls.ts'
import type { SavedFile } from '../../contract/call.ts'
import { decideBulletinText } from '../../core/decide/bulletin-text.ts'
import { checkMonth } from '../../core/decide/record.ts'
import { epochOf } from '../../core/journal/hybrid-clock.ts'
import type { EntryId } from '../../core/journal/journal-entry.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import type { BulletinInput } from '../../core/reports/bulletin.ts'
import { bulletinDocument, draftedText, draftOf } from '../../core/reports/bulletin-text/bulletin-document.ts'
import { sourcesOf } from '../../core/reports/bulletin-text/figure-sources.ts'
import { draftChanges } from '../../core/reports/bulletin-text/moved-figures.ts'
import { plainText } from '../../core/reports/bulletin-text/text-lines.ts'
import { figureWords } from '../../core/reports/bulletin-text/text-model.ts'
import { figuresOf, numbersToCheck, tracedLines } from '../../core/reports/bulletin-text/traced-text.ts'
import type { BureauState } from '../../core/state/bureau-state.ts'
import { atOnce } from '../../core/steps.ts'
import { isoOf } from '../../core/values/civil-time.ts'
import type { ReportingMonth } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { officeMonth } from '../office-month.ts'
import { bulletinInput } from './bulletin-calls.ts'

/** The issue's facts: of a frozen one as they were then, else as they are now. */
function issueInput(
  context: CallContext,
  month: ReportingMonth,
): { readonly input: BulletinInput; readonly state: BureauState; readonly frozenAt: string | null } {
  const frozen = context.state.bulletins.get(month)
  if (frozen === undefined) {
    const madeAt = isoOf(context.ports.clock.now())
    const madeBy = context.session.actor ?? ''
    const { state } = context
    return { input: atOnce(bulletinInput(context, state, { month, madeAt, madeBy })), state, frozenAt: null }
  }
  const { heads, origin } = frozen
  const madeAt = isoOf(epochOf(origin.time))
  const state = context.stateAt({ heads })
  const input = atOnce(bulletinInput(context, state, { month, madeAt, madeBy: origin.author, heads }))
  return { input, state, frozenAt: madeAt }
}

function view(context: CallContext, month: ReportingMonth): BulletinTextView {
  const { input, state, frozenAt } = issueInput(context, month)
  const draft = draftOf(input)
  const drafted = plainText(draft)
  const edited = state.bulletinTexts.get(month)
  const text = edited?.text ?? null
  const figures = figuresOf(draft)
  const lines = tracedLines(text ?? drafted, draft)
  return {
    draft: drafted,
    basis: edited?.origin.entry ?? null,
    edited:
      edited === undefined || text === null
        ? null
        : {
            text,
            author: edited.origin.author,
            at: isoOf(epochOf(edited.origin.time)),
            changes: draftChanges(edited.draft, draft),
            toCheck: numbersToCheck(lines),
          },
    lines: lines.map((line) =>
      line.map(({ text: words, figures: own, certainty }) => ({
        text: words,
        sources: own.map((figure) => figures.indexOf(figure)),
        certainty,
      })),
    ),
    sources: figures.map((figure) => ({
      label: figure.label,
      words: figureWords(figure),
      source: sourcesOf(figure),
      cells: figure.refs,
    })),
    frozenAt,
  }
}

export function readBulletinText(
  context: CallContext,
  input: { readonly month: string },
): Outcome<BulletinTextView> {
  const month = checkMonth(context.plan, input.month)
  return month.ok ? accept(view(context, month.value)) : month
}

export function editBulletinText(
  context: CallContext,
  input: { readonly month: string; readonly text: string | null; readonly basis: EntryId | null },
): Outcome<BulletinTextView> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const month = checkMonth(context.plan, input.month)
  if (!month.ok) return month
  const draft = draftedText(issueInput(context, month.value).input)
  const decided = decideBulletinText(context.state, { ...input, draft }, actor.value)
  if (!decided.ok) return decided
  if (decided.value.drafts.length > 0) context.append(decided.value, 'administrative')
  return accept(view(context, month.value))
}

/** Before freezing it is a 征求意见稿; nothing is frozen by it. */
export async function exportBulletinText(
  context: CallContext,
  input: { readonly month: string },
): Promise<Outcome<SavedFile>> {
  const month = officeMonth(context, input.month)
  if (!month.ok) return month
  const issue = issueInput(context, month.value)
  const document = bulletinDocument(issue.input, issue.frozenAt !== null)
  const bytes = await context.ports.documents.write(document)
  const { place } = context.ports.exports.save(document.fileName, bytes)
  return accept({ fileName: document.fileName, place })
}
