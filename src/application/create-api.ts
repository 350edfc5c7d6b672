// Carries out the contract: one function per call, asked by every host. A screen is never trusted: input is
// parsed here, roles are checked by the rules, and whatever goes wrong is an answer, never an exception.
import {
  type Answer,
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  type ParsedInput,
} from '../contract/api.ts'
import { parseProblems } from '../contract/parse-problems.ts'
import type { AmendmentInput } from '../core/decide/amend-plan.ts'
import { accept, type Outcome, reject } from '../core/outcome.ts'
import type { AnnualPlan } from '../core/plan/annual-plan.ts'
import { freeUnitId } from '../core/plan/plan-tree.ts'
import { answering } from './answering.ts'
import { type Application, CallContext } from './call-context.ts'
import { exportBulletin, previewBulletin } from './calls/bulletin-calls.ts'
import { editBulletinText, exportBulletinText, readBulletinText } from './calls/bulletin-text-calls.ts'
import { readComparison } from './calls/comparison-call.ts'
import { readDoubts, readEntryPage, recordSheets } from './calls/entry-calls.ts'
import { addEvidence, openEvidence } from './calls/evidence-calls.ts'
import { savePicture, saveTable } from './calls/export-calls.ts'
import { applyForm, exportForm, previewForm } from './calls/form-calls.ts'
import { readIndicatorEntries } from './calls/indicator-entries.ts'
import { readIndicator, readMeasure } from './calls/item-calls.ts'
import { addPerson, changePerson, leave, listFormerPeople, listPeople } from './calls/people-calls.ts'
import {
  amendPlan,
  amendUnits,
  exportPlan,
  findPlan,
  readPlan,
  readTimeline,
  readTree,
  reviseTarget,
  withdrawAmendment,
} from './calls/plan-calls.ts'
import {
  addPlan,
  discardDraft,
  exportNextYear,
  importDraft,
  listPlans,
  putInForce,
  rollOverPlan,
  saveDraft,
} from './calls/plan-draft-calls.ts'
import { readSession } from './calls/read-session.ts'
import { actAs, createStore, leaveExample, openExample } from './calls/session-calls.ts'
import { readDepartmentHeat, readOverview, readScopeItems, readStatus } from './calls/status-calls.ts'
import { acceptSubmission, readMatrix, reviewSubmission, sendBack, submit } from './calls/submission-calls.ts'
import { applyTable, keepTableColumns, openOwnTable, previewTable } from './calls/table-calls.ts'
import { draftTablePlan, previewTablePlan } from './calls/table-plan-calls.ts'
import { verifyJournal } from './calls/verify-call.ts'
import { exportYear } from './calls/year-calls.ts'
import { withFiguresRead } from './not-read-yet.ts'
import type { Session } from './session.ts'

export interface Calls {
  /** Answers every name and input; never throws. */
  call(name: string, input: unknown, session: Session): Promise<Answer>
  /** As call, for code of our own that knows the types. */
  ask<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    session: Session,
  ): Promise<Answer<CallOutput<Name>>>
}

export interface Api extends Calls {
  close(): void
}

type Handler<Name extends CallName> = (
  context: CallContext,
  input: ParsedInput<Name>,
) => Outcome<CallOutput<Name>> | Promise<Outcome<CallOutput<Name>>>

const handlers: { readonly [Name in CallName]: Handler<Name> } = {
  'session.read': (context) => readSession(context),
  'session.actAs': (context, input) => actAs(context, input.name),
  'store.create': (context, input) => createStore(context, input),
  'store.openExample': (context) => openExample(context),
  'store.leaveExample': (context) => leaveExample(context),
  'plan.read': (context) => readPlan(context),
  'plan.reviseTarget': (context, input) => reviseTarget(context, input),
  'plan.find': (context, input) => findPlan(context, input),
  'plan.timeline': (context) => readTimeline(context),
  'plan.list': (context) => listPlans(context),
  'plan.readTree': (context, input) => readTree(context, input),
  // zod writes `| undefined` where the plan's own types leave a field out; hosts let no undefined through.
  'plan.amend': (context, input) => amendPlan(context, input as AmendmentInput),
  'plan.saveDraft': (context, input) =>
    saveDraft(context, {
      draft: input.draft ?? null,
      plan: input.plan as AnnualPlan,
      toCheck: input.toCheck ?? [],
    }),
  'plan.importDraft': (context, input) => importDraft(context, input.planText),
  'plan.rollOver': (context, input) => rollOverPlan(context, input.year),
  'plan.exportNext': (context, input) => exportNextYear(context, input.year),
  'plan.add': (context, { planText, beside }) => addPlan(context, { planText, isBeside: beside === true }),
  'plan.discardDraft': (context, input) => discardDraft(context, input.draft),
  'plan.withdraw': (context, input) => withdrawAmendment(context, input),
  'plan.putInForce': (context, { draft, beside }) =>
    putInForce(context, { draft, isBeside: beside === true }),
  'plan.export': (context, input) => exportPlan(context, input),
  'units.add': (context, { name, ...input }) =>
    amendUnits(context, input, {
      kind: 'unit-added',
      unit: { id: freeUnitId(context.plan), name, kind: 'department' },
    }),
  'units.rename': (context, { unit, name, ...input }) =>
    amendUnits(context, input, { kind: 'unit-renamed', unit, name }),
  'units.merge': (context, { unit, to, ...input }) =>
    amendUnits(context, input, { kind: 'unit-merged', unit, into: to }),
  'units.handOver': (context, { unit, to, ...input }) =>
    amendUnits(context, input, { kind: 'unit-handed-over', unit, to }),
  'people.change': (context, input) =>
    changePerson(context, { ...input, department: input.department ?? null }),
  'people.leave': (context, input) =>
    leave(context, { name: input.name, successor: input.successor ?? null }),
  'people.former': (context) => listFormerPeople(context),
  'people.add': (context, input) => addPerson(context, { ...input, department: input.department ?? null }),
  'people.list': (context) => listPeople(context),
  'entry.read': (context, input) => readEntryPage(context, input),
  'entry.doubts': (context, input) => readDoubts(context, input),
  'entry.record': (context, input) => recordSheets(context, input.sheets),
  'evidence.add': (context, input) => addEvidence(context, input),
  'evidence.open': (context, input) => openEvidence(context, input),
  'submission.submit': (context, input) => submit(context, input),
  'submission.sendBack': (context, input) => sendBack(context, input),
  'submission.accept': (context, input) => acceptSubmission(context, input),
  'submission.matrix': (context, input) => readMatrix(context, input.year),
  'submission.review': (context, input) => reviewSubmission(context, input),
  'status.read': (context, input) => readStatus(context, input),
  'overview.read': (context, input) => readOverview(context, input),
  'overview.items': (context, input) => readScopeItems(context, input),
  'overview.departments': (context, input) => readDepartmentHeat(context, input),
  'overview.compare': (context, input) => readComparison(context, input),
  'indicator.read': (context, input) => readIndicator(context, input),
  'indicator.entries': (context, input) => readIndicatorEntries(context, input),
  'measure.read': (context, input) => readMeasure(context, input),
  'bulletin.preview': (context, input) => previewBulletin(context, input),
  'bulletin.export': (context, input) => exportBulletin(context, input),
  'exports.saveTable': (context, input) => saveTable(context, input),
  'exports.savePicture': (context, input) => savePicture(context, input),
  'form.export': (context, input) => exportForm(context, input),
  'form.preview': (context, input) => previewForm(context, input),
  'form.apply': (context, input) => applyForm(context, input),
  'table.open': (context, input) => openOwnTable(context, input),
  'table.keepColumns': (context, input) => keepTableColumns(context, input),
  'table.preview': (context, input) => previewTable(context, input),
  'table.apply': (context, input) => applyTable(context, input),
  'table.previewPlan': (context, input) => previewTablePlan(context, input),
  'table.draftPlan': (context, input) => draftTablePlan(context, input),
  'bulletin.text': (context, input) => readBulletinText(context, input),
  'bulletin.editText': (context, input) => editBulletinText(context, input),
  'bulletin.exportText': (context, input) => exportBulletinText(context, input),
  'year.export': (context, input) => exportYear(context, input),
  'exports.progress': async (context, { job, seen }) =>
    accept(await context.exports.read(job ?? null, seen ?? 0)),
  'exports.cancel': async (context, { job }) => accept(await context.exports.cancel(job ?? null)),
  'exports.openFolder': (context) => accept({ place: context.ports.exports.openFolder() }),
  'journal.verify': (context) => verifyJournal(context),
}

/** All calls of one application. */
export function createApi(application: Application): Calls {
  const call = async (name: string, input: unknown, session: Session): Promise<Answer> => {
    if (!Object.hasOwn(calls, name)) return reject('unknown-call')
    return answer(name as CallName, input, new CallContext(application, session))
  }
  return {
    call,
    ask: (name, input, session) => call(name, input, session) as Promise<Answer<CallOutput<typeof name>>>,
  }
}

async function answer<Name extends CallName>(
  name: Name,
  input: unknown,
  context: CallContext,
): Promise<Answer> {
  const parsed = calls[name].input.safeParse(input, { reportInput: true })
  if (!parsed.success) {
    const details = parseProblems(parsed.error)
    const first = details[0]
    return reject(
      'invalid-input',
      { place: first?.place ?? '', reason: first?.message ?? '格式不符' },
      details,
    )
  }
  // The table above pairs each name with its own input; TypeScript cannot follow the pairing through a union.
  const handler = handlers[name] as (
    context: CallContext,
    input: unknown,
  ) => Outcome<unknown> | Promise<Outcome<unknown>>
  const ask = () => handler(context, parsed.data)
  return answering(() => withFiguresRead(ask, () => context.waitNoMore()))
}
