// Which rows of the derived tables an entry may move. Asked right after the state has taken the entry in, while
// the plan it was judged by is still in force.
import type { BureauState } from './bureau-state.ts'
import type { JournalEntry } from './journal-entry.ts'
import type { ItemKind } from './projection-rows.ts'
import type { ReportingMonth } from './reporting-month.ts'

/** Cells to read again: one of an item's month, or (null) all of them. */
export interface TouchedCell {
  readonly kind: ItemKind
  readonly id: string
  readonly month: ReportingMonth
  readonly locality: string | null
}

/** An item whose lights are to be worked out again. */
export interface TouchedItem {
  readonly kind: ItemKind
  readonly id: string
  /** the months that entries were about; later months follow from them */
  readonly months: Set<ReportingMonth>
  /** those that were accepted: a reading not yet accepted cannot move the accepted lights of later months */
  readonly acceptedMonths: Set<ReportingMonth>
}

export class Touched {
  /** the plan or a target changed: any light may be different */
  isEverything = false
  readonly cells = new Map<string, TouchedCell>()
  /** "2020-06/department", as the state names them */
  readonly submissions = new Set<string>()
  readonly items = new Map<string, TouchedItem>()

  add(state: BureauState, entry: JournalEntry): void {
    switch (entry.kind) {
      case 'plan-put-in-force':
      case 'target-revised':
        this.isEverything = true
        return
      case 'indicator-reading-recorded': {
        const { month, indicator: id, locality } = entry.body
        this.#addItem('indicator', id, month, { locality: locality ?? '', isAcceptance: false })
        this.#addSubmission(month, state.plan?.indicatorsById.get(id)?.lead)
        return
      }
      case 'measure-progress-recorded': {
        const { month, measure: id } = entry.body
        this.#addItem('measure', id, month, { locality: '', isAcceptance: false })
        this.#addSubmission(month, state.plan?.measuresById.get(id)?.lead)
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
    const acceptance = { locality: null, isAcceptance: true }
    for (const { indicator, lead } of state.plan?.indicators ?? []) {
      if (lead === department) this.#addItem('indicator', indicator.id, month, acceptance)
    }
    for (const { measure, lead } of state.plan?.measures ?? []) {
      if (lead === department) this.#addItem('measure', measure.id, month, acceptance)
    }
  }

  #addItem(
    kind: ItemKind,
    id: string,
    month: ReportingMonth,
    touch: { locality: string | null; isAcceptance: boolean },
  ): void {
    const key = `${kind} ${id}`
    const item = this.items.get(key) ?? { kind, id, months: new Set(), acceptedMonths: new Set() }
    this.items.set(key, item)
    item.months.add(month)
    if (touch.isAcceptance) item.acceptedMonths.add(month)
    this.cells.set(`${kind} ${month} ${touch.locality ?? '*'} ${id}`, {
      kind,
      id,
      month,
      locality: touch.locality,
    })
  }

  #addSubmission(month: ReportingMonth, department: string | null | undefined): void {
    if (department != null) this.submissions.add(`${month}/${department}`)
  }
}
