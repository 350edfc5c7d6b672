// 导入自有表格: a month's figures from a bureau's own table – first its columns, then what it would change, then what
// of that was accepted.

import type { CallOutput, ParsedInput } from '../../contract/api.ts'
import type { FormApplied } from '../../contract/form-calls.ts'
import type { OpenedTable, TableFormChange, TablePreview } from '../../contract/table-calls.ts'
import { permit } from '../../core/decide/permissions.ts'
import { checkDepartment, checkMonth } from '../../core/decide/record.ts'
import { changeOf } from '../../core/forms/form-change.ts'
import { type FormItem, formItemsInSteps } from '../../core/forms/form-items.ts'
import { columnName } from '../../core/forms/read-workbook.ts'
import type { Person } from '../../core/journal/journal-entry.ts'
import { isHandedIn } from '../../core/measuring/status.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import type { DepartmentId, PlanIndex } from '../../core/plan/annual-plan.ts'
import { targetInForce } from '../../core/plan/annual-plan.ts'
import type { BureauState } from '../../core/state/bureau-state.ts'
import { submissionStatus } from '../../core/state/submission-status.ts'
import type { Steps } from '../../core/steps.ts'
import type { TablePurpose } from '../../core/tables/column-meanings.ts'
import { nothingKnown } from '../../core/tables/drafted-plan.ts'
import { indicatorFacts } from '../../core/tables/earlier-totals.ts'
import type { ForeignItem } from '../../core/tables/match-lines.ts'
import type { OpenTable } from '../../core/tables/open-table.ts'
import { headingFingerprint, proposeColumns } from '../../core/tables/propose-columns.ts'
import type { TableChange } from '../../core/tables/read-item-row.ts'
import { type MonthTable, readMonthTable } from '../../core/tables/read-month-table.ts'
import { planTitle, tableTitle } from '../../core/tables/table-title.ts'
import { civilDateOf } from '../../core/values/civil-time.ts'
import { monthTitle, type ReportingMonth, yearOf } from '../../core/values/reporting-month.ts'
import type { CallContext } from '../call-context.ts'
import { type ConfirmedTable, openConfirmedTable, openGivenTable } from '../open-given-table.ts'
import { keepColumns, recallColumns } from '../remembered-columns.ts'
import { problemsOf, recordAccepted, recordOf } from '../workbook-changes.ts'

/** Cells of a column that are shown beside its heading. */
const SAMPLES = 3
const SAMPLE_CHARACTERS = 30

/** Finds the table and proposes what its columns are. */
export async function openOwnTable(
  context: CallContext,
  input: ParsedInput<'table.open'>,
): Promise<Outcome<OpenedTable>> {
  const known = knownToTable(context, input.purpose)
  if (!known.ok) return known
  const given = await openGivenTable(context, input)
  if (!given.ok) return given
  const { table, sheets, workbook } = given.value
  const { purpose } = input
  const fingerprint = headingFingerprint(purpose, table.headings)
  const remembered = recallColumns(context, fingerprint)
  const proposed = proposeColumns(table.grid, table.headings, {
    purpose,
    remembered: remembered?.meanings ?? null,
    month: input.month ?? null,
  })
  const above = tableTitle(table)
  const year = above.year ?? known.value.plan.years.to + 1
  return accept({
    fileHash: workbook.fileHash,
    sheet: table.sheet.name,
    sheets,
    headings: { from: table.headings.top, to: table.headings.bottom },
    columns: proposed.map((each) => ({
      ...each,
      letter: columnName(each.column),
      samples: samplesOf(table, each.column),
    })),
    fingerprint,
    rememberedAt: remembered?.confirmedAt ?? null,
    above,
    planYear: year,
    planTitle: planTitle(above, year),
  })
}

function samplesOf({ grid, headings }: OpenTable, column: number): string[] {
  const texts: string[] = []
  for (const { row, cells } of grid.rows) {
    const text = row > headings.bottom ? cells.get(column)?.text.trim() : undefined
    if (text !== undefined) texts.push(text.slice(0, SAMPLE_CHARACTERS))
    if (texts.length === SAMPLES) break
  }
  return texts
}

/** The bureau's plan for whoever may bring in such a table; before the first start a plan's table is anybody's. */
export function knownToTable(context: CallContext, purpose: TablePurpose): Outcome<PlanIndex> {
  if (purpose === 'plan' && !context.shelf.hasStore()) {
    const now = civilDateOf(context.ports.clock.now())
    return accept(nothingKnown(Number(now.slice(0, 4)) - 1))
  }
  const actor = context.actor()
  if (!actor.ok) return actor
  const permitted = permitPurpose(context, actor.value, purpose)
  return permitted.ok ? accept(context.plan) : permitted
}

/** A plan's table is the office's; a month's is everybody's who fills in anything. */
function permitPurpose(context: CallContext, actor: Person, purpose: TablePurpose): Outcome<null> {
  return permit(context.plan, actor, purpose === 'plan' ? 'manage' : 'fill', actor.department)
}

export function keepTableColumns(
  context: CallContext,
  input: ParsedInput<'table.keepColumns'>,
): Outcome<CallOutput<'table.keepColumns'>> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const permitted = permitPurpose(context, actor.value, input.purpose)
  if (!permitted.ok) return permitted
  const { fingerprint, meanings } = input
  return accept({ kept: keepColumns(context, { fingerprint, meanings }) })
}

/** Lists what accepting the table would change, and everything in it that could not be taken. */
export async function previewTable(
  context: CallContext,
  input: ParsedInput<'table.preview'>,
): Promise<Outcome<TablePreview>> {
  const confirmed = await openMonthTable(context, input)
  if (!confirmed.ok) return confirmed
  return context.inTurns((state) => previewConfirmed(context, { state, input, confirmed: confirmed.value }))
}

function* previewConfirmed(context: CallContext, facts: Facts): Steps<Outcome<TablePreview>> {
  const { state, confirmed } = facts
  const compared = yield* compareTable(context, facts)
  if (!compared.ok) return compared
  const { month, plan, actor, read } = compared.value
  const problems = new Map<FormItem, string>()
  const locked: string[] = []
  for (const [department, own] of byDepartment(plan, read.changes)) {
    const place = { department, month }
    for (const [item, problem] of yield* problemsOf({ state, place, actor }, own)) problems.set(item, problem)
    const submission = submissionStatus(state, department, month)
    if (isHandedIn(submission.state)) locked.push(plan.departmentsById.get(department)?.name ?? department)
  }
  const changes = read.changes.map(
    (change): TableFormChange => ({
      ...changeOf(change, problems.get(change.item) ?? null),
      department: leadOf(plan, change.item) ?? '',
      near: change.near,
      isDoubtful: change.isDoubtful,
    }),
  )
  const { matched, unread } = read
  return accept({
    fileHash: confirmed.workbook.fileHash,
    month,
    matched,
    changes,
    unread,
    notices: notices(confirmed.table, month, matched),
    locked,
  })
}

/** Records the accepted changes of all departments, all or none, if file and journal are still what the preview showed. */
export async function applyTable(
  context: CallContext,
  input: ParsedInput<'table.apply'>,
): Promise<Outcome<FormApplied>> {
  const confirmed = await openMonthTable(context, input)
  if (!confirmed.ok) return confirmed
  return context.inTurns((state) => applyConfirmed(context, { state, input, confirmed: confirmed.value }))
}

function* applyConfirmed(
  context: CallContext,
  facts: Facts & { readonly input: ParsedInput<'table.apply'> },
): Steps<Outcome<FormApplied>> {
  const { state, input, confirmed } = facts
  const compared = yield* compareTable(context, facts)
  if (!compared.ok) return compared
  const { month, plan, read } = compared.value
  const shown = { fileHash: confirmed.workbook.fileHash, changes: read.changes }
  return yield* recordAccepted(context, state, { shown, input }, (taken) =>
    [...byDepartment(plan, taken)].map(([department, own]) =>
      recordOf(state, { department, month }, own, input.reason ?? null),
    ),
  )
}

/** What is asked about the table, and the state that it is compared with. */
interface Facts {
  readonly state: BureauState
  readonly input: ParsedInput<'table.preview'>
  readonly confirmed: ConfirmedTable
}

/** Whose figures the table may hold. */
interface Asked {
  readonly actor: Person
  readonly month: ReportingMonth
  /** the plan of the month */
  readonly plan: PlanIndex
  /** null = of all departments */
  readonly only: DepartmentId | null
}

function askedOf(context: CallContext, input: ParsedInput<'table.preview'>): Outcome<Asked> {
  const actor = context.actor()
  if (!actor.ok) return actor
  const month = checkMonth(context.plan, input.month)
  if (!month.ok) return month
  const plan = context.plan.at(month.value)
  const department = input.department == null ? null : checkDepartment(plan, input.department)
  if (department !== null && !department.ok) return department
  const only = department?.value ?? null
  const permitted = permit(plan, actor.value, 'fill', only)
  return permitted.ok ? accept({ actor: actor.value, month: month.value, plan, only }) : permitted
}

async function openMonthTable(
  context: CallContext,
  input: ParsedInput<'table.preview'>,
): Promise<Outcome<ConfirmedTable>> {
  const asked = askedOf(context, input)
  return asked.ok ? openConfirmedTable(context, input, 'month') : asked
}

interface Compared extends Asked {
  readonly read: MonthTable
}

function* compareTable(
  context: CallContext,
  { state, input, confirmed: { workbook, table } }: Facts,
): Steps<Outcome<Compared>> {
  const asked = askedOf(context, input)
  if (!asked.ok) return asked
  const { plan, month, only } = asked.value
  const items: FormItem[] = []
  const foreign: ForeignItem[] = []
  for (const { id, name, kind } of plan.plan.departments) {
    if (kind !== 'department') continue
    const own = yield* formItemsInSteps(state, plan, { department: id, month })
    if (only === null || id === only) items.push(...own)
    else foreign.push(...own.map((item) => ({ name: item.name, departmentName: name })))
  }
  const read = yield* readMonthTable(workbook, table, input.columns, {
    items,
    foreign,
    factsOf: (item) => indicatorFacts(state, plan, item, month),
    toldBy: (item) => toldBy(plan, item, month),
  })
  return accept({ ...asked.value, read })
}

function leadOf(plan: PlanIndex, item: FormItem): DepartmentId | null {
  const planned =
    item.measure === null
      ? plan.indicatorsById.get(item.indicator ?? '')
      : plan.measuresById.get(item.measure)
  return planned?.lead ?? null
}

function toldBy(plan: PlanIndex, item: FormItem, month: ReportingMonth) {
  const indicator = plan.indicatorsById.get(item.indicator ?? '')?.indicator
  const target = indicator === undefined ? null : targetInForce(indicator, month)
  return {
    targets: [target?.committed, target?.stretch].filter((each) => each != null),
    lead: plan.departmentsById.get(leadOf(plan, item) ?? '')?.name ?? '',
  }
}

function byDepartment(plan: PlanIndex, changes: readonly TableChange[]): Map<DepartmentId, TableChange[]> {
  return Map.groupBy(changes, (change) => leadOf(plan, change.item) ?? '')
}

function notices(table: OpenTable, month: ReportingMonth, matched: number): string[] {
  const told = tableTitle(table)
  const elsewhere =
    told.month !== null && told.month !== month
      ? `表题写的是${monthTitle(told.month)}，现在导入的是${monthTitle(month)}，请核对是不是拿错了表。`
      : told.month === null && told.year !== null && told.year !== yearOf(month)
        ? `表题写的是${told.year}年，现在导入的是${monthTitle(month)}，请核对是不是拿错了表。`
        : null
  return [
    ...(elsewhere === null ? [] : [elsewhere]),
    ...(matched === 0 ? ['没有一行和要点里的指标、举措对得上，请核对名称一栏选得对不对，处室对不对。'] : []),
  ]
}
