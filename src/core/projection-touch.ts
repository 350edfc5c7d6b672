// Which rows of the derived tables an entry may move. Asked right after the state has taken the entry in, while
// the plan it was judged by is still in force.
import type { BureauState } from './bureau-state.ts'
import type { JournalEntry } from './journal-entry.ts'
import { type CellRow, type ItemKind, indicatorCells, measureCells } from './projection-rows.ts'
import type { ReportingMonth } from './reporting-month.ts'

/** An item whose lights are to be worked out again. */
export interface TouchedItem {
  readonly kind: ItemKind
  readonly id: string
  /** the months that entries were about, with their localities ("" = the whole), or 'all' of them; later months follow */
  readonly months: Map<ReportingMonth, Set<string> | 'all'>
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
        const { month, indicator: id, locality } = entry.body
        this.#addItem('indicator', id, month, locality ?? '')
        this.#addSubmission(month, state.plan?.at(month).indicatorsById.get(id)?.lead)
        return
      }
      case 'measure-progress-recorded': {
        const { month, measure: id } = entry.body
        this.#addItem('measure', id, month, '')
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
      if (lead === department) this.#addAccepted('indicator', indicator.id, month)
    }
    for (const { measure, lead } of plan?.measures ?? []) {
      if (lead === department) this.#addAccepted('measure', measure.id, month)
    }
  }

  #addItem(kind: ItemKind, id: string, month: ReportingMonth, locality: string): void {
    const items = this.#items[kind]
    const known = items.get(id)
    const item: TouchedItem = known ?? { kind, id, months: new Map(), acceptedMonths: new Set() }
    if (known === undefined) items.set(id, item)
    const localities = item.months.get(month)
    if (localities === 'all') return
    if (localities === undefined) item.months.set(month, new Set([locality]))
    else localities.add(locality)
  }

  #addAccepted(kind: ItemKind, id: string, month: ReportingMonth): void {
    this.#addItem(kind, id, month, '')
    const item = this.#items[kind].get(id)
    item?.months.set(month, 'all')
    item?.acceptedMonths.add(month)
  }

  #addSubmission(month: ReportingMonth, department: string | null | undefined): void {
    if (department != null) this.submissions.add(`${month}/${department}`)
  }
}

/** The touched cells as they are now, nearly in the order of their table's key, which is the quickest to write. */
export function touchedCells(state: BureauState, touched: Touched): CellRow[] {
  const { items } = touched
  const only = items[0]
  // One figure saved: nothing to put in order.
  if (only !== undefined && items.length === 1 && only.months.size === 1)
    return [...only.months.keys()].flatMap((month) => cellsOf(state, only, month))
  const months = new Set(items.flatMap((item) => [...item.months.keys()]))
  const inOrder = [...items].sort((a, b) => (a.kind < b.kind || (a.kind === b.kind && a.id < b.id) ? -1 : 1))
  return [...months].sort().flatMap((month) => inOrder.flatMap((item) => cellsOf(state, item, month)))
}

function cellsOf(state: BureauState, { kind, id, months }: TouchedItem, month: ReportingMonth): CellRow[] {
  const localities = months.get(month)
  if (localities === undefined) return []
  if (kind === 'measure') return measureCells(state, id, month)
  if (localities === 'all') return indicatorCells(state, id, month, null)
  return [...localities].sort().flatMap((locality) => indicatorCells(state, id, month, locality))
}
