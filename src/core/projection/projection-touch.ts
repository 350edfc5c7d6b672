// Which rows of the derived tables an entry may move. Asked right after the state has taken the entry in, while
// the plan it was judged by is still in force.

import type { JournalEntry } from '../journal/journal-entry.ts'
import { carriesOver } from '../measuring/accumulate.ts'
import type { PlanIndex, ProgrammeId } from '../plan/annual-plan.ts'
import { filledIn, takersOf } from '../plan/taken-figures.ts'
import type { Basis, BureauState } from '../state/bureau-state.ts'
import { type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import type { ItemInMonth, ItemKind } from './projection-rows.ts'

/** An item whose lights are to be worked out again. */
export interface TouchedItem {
  readonly kind: ItemKind
  readonly id: string
  /** the months that entries were about; later months follow */
  readonly months: Set<ReportingMonth>
  /** those in which something was filled in */
  readonly recordedMonths: Set<ReportingMonth>
  /** those that were accepted: a reading not yet accepted cannot move the accepted lights of later months */
  readonly acceptedMonths: Set<ReportingMonth>
}

export class Touched {
  /** the plan or a target changed: any light may be different */
  isEverything = false
  /** "2020-06/department", as the state names them */
  readonly submissions = new Set<string>()
  readonly #items = { indicator: new Map<string, TouchedItem>(), measure: new Map<string, TouchedItem>() }

  get items(): readonly TouchedItem[] {
    return [...this.#items.indicator.values(), ...this.#items.measure.values()]
  }

  add(state: BureauState, entry: JournalEntry): void {
    switch (entry.kind) {
      case 'target-revised':
        this.isEverything = true
        return
      case 'plan-put-in-force':
      case 'plan-amended':
      case 'amendment-withdrawn':
        this.isEverything = true
        // Drafts follow their cells to another unit.
        for (const key of state.submissions.keys()) this.submissions.add(key)
        return
      case 'indicator-reading-recorded': {
        const { month, indicator: id } = entry.body
        this.#addFigure(state, id, month)
        this.#addSubmission(month, state.plan?.at(month).indicatorsById.get(id)?.lead)
        return
      }
      case 'measure-progress-recorded': {
        const { month, measure: id } = entry.body
        this.#addItem('measure', id, month).recordedMonths.add(month)
        this.#addSubmission(month, state.plan?.at(month).measuresById.get(id)?.lead)
        return
      }
      case 'submission-accepted':
        this.#addSubmission(entry.body.month, entry.body.department)
        this.#addAcceptance(state, entry.body.department, entry.body.month)
        return
      case 'correction-opened':
      case 'submission-submitted':
      case 'submission-returned':
        this.#addSubmission(entry.body.month, entry.body.department)
        return
      default:
        return
    }
  }

  /** An acceptance takes over every cell that the department leads. */
  #addAcceptance(state: BureauState, department: string, month: ReportingMonth): void {
    const plan = state.plan?.at(month)
    for (const { indicator, lead } of plan?.indicators ?? []) {
      if (lead !== department) continue
      for (const id of [indicator.id, ...takersOf(state.plans, indicator.id)])
        this.#addAccepted('indicator', id, month)
    }
    for (const { measure, lead } of plan?.measures ?? []) {
      if (lead === department) this.#addAccepted('measure', measure.id, month)
    }
  }

  /** An indicator, and those of other plans that take their figures from it. */
  #addFigure(state: BureauState, id: string, month: ReportingMonth): void {
    this.#addItem('indicator', id, month).recordedMonths.add(month)
    for (const taker of takersOf(state.plans, id)) this.#addItem('indicator', taker, month)
  }

  #addItem(kind: ItemKind, id: string, month: ReportingMonth): TouchedItem {
    const items = this.#items[kind]
    const known = items.get(id)
    const item = known ?? newItem(kind, id)
    if (known === undefined) items.set(id, item)
    item.months.add(month)
    return item
  }

  #addAccepted(kind: ItemKind, id: string, month: ReportingMonth): void {
    this.#addItem(kind, id, month).acceptedMonths.add(month)
  }

  #addSubmission(month: ReportingMonth, department: string | null | undefined): void {
    if (department != null) this.submissions.add(`${month}/${department}`)
  }
}

function newItem(kind: ItemKind, id: string): TouchedItem {
  return { kind, id, months: new Set(), recordedMonths: new Set(), acceptedMonths: new Set() }
}

/** Items' months in which something was filled in: their rows name the newest entry. */
export function recordedItems({ items }: Touched): ItemInMonth[] {
  return items.flatMap(({ kind, id, recordedMonths }) =>
    [...recordedMonths].map((month) => ({ month, kind, id })),
  )
}

/** Those of the months whose light an item's entries may have moved, in rising order. */
export function monthsTouched(
  state: BureauState,
  item: TouchedItem,
  { basis, months }: { readonly basis: Basis; readonly months: Iterable<ReportingMonth> },
): ReportingMonth[] {
  const sources = basis === 'latest' ? [...item.months] : [...item.acceptedMonths]
  const touched: ReportingMonth[] = []
  for (const month of months) {
    // A new reading can lift the accepted light of its own month (made good), if there is one.
    const isOwn = item.months.has(month) && (basis === 'latest' || hasAccepted(state, item, month))
    if (isOwn || sources.some((from) => from <= month && reaches(state, item, from, month)))
      touched.push(month)
  }
  return touched.sort()
}

/** Whether what an item shows in one month can depend on an earlier one. */
function reaches(
  state: BureauState,
  item: TouchedItem,
  from: ReportingMonth,
  month: ReportingMonth,
): boolean {
  const planned = item.kind === 'indicator' ? state.plan?.at(month).indicatorsById.get(item.id) : undefined
  const mode = planned === undefined ? undefined : filledIn(planned).indicator.mode
  return mode === undefined || carriesOver(mode) || yearOf(month) === yearOf(from)
}

function hasAccepted(state: BureauState, { kind, id }: TouchedItem, month: ReportingMonth): boolean {
  if (kind === 'measure') return false
  const cells = state.readings.get(id)?.get(month)?.cells.values() ?? []
  for (const cell of cells) if (cell.accepted !== null) return true
  return false
}

/** Whose row an item's light counts in. */
export function programmeOf(
  plan: PlanIndex | null,
  { kind, id }: TouchedItem,
  month: ReportingMonth,
): ProgrammeId | null {
  const dated = plan?.at(month)
  if (kind === 'measure') return dated?.measuresById.get(id)?.programme.id ?? null
  return dated?.indicatorsById.get(id)?.countedIn ?? null
}
