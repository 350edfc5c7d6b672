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

/** Lights to work out again: of one item, from one month on. */
export interface TouchedItem {
  readonly kind: ItemKind
  readonly id: string
  readonly from: ReportingMonth
  /** a reading not yet accepted cannot move the accepted lights of later months, only of its own */
  readonly isAcceptance: boolean
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
        this.#addItem({ kind: 'indicator', id, from: month, isAcceptance: false }, locality ?? '')
        this.#addSubmission(month, state.plan?.indicatorsById.get(id)?.lead)
        return
      }
      case 'measure-progress-recorded': {
        const { month, measure: id } = entry.body
        this.#addItem({ kind: 'measure', id, from: month, isAcceptance: false }, '')
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
  #addAcceptance(state: BureauState, department: string, from: ReportingMonth): void {
    for (const { indicator, lead } of state.plan?.indicators ?? []) {
      if (lead === department)
        this.#addItem({ kind: 'indicator', id: indicator.id, from, isAcceptance: true }, null)
    }
    for (const { measure, lead } of state.plan?.measures ?? []) {
      if (lead === department)
        this.#addItem({ kind: 'measure', id: measure.id, from, isAcceptance: true }, null)
    }
  }

  #addItem(item: TouchedItem, locality: string | null): void {
    const { kind, id, from } = item
    this.items.set(`${kind} ${item.isAcceptance} ${from} ${id}`, item)
    this.cells.set(`${kind} ${from} ${locality ?? '*'} ${id}`, { kind, id, month: from, locality })
  }

  #addSubmission(month: ReportingMonth, department: string | null | undefined): void {
    if (department != null) this.submissions.add(`${month}/${department}`)
  }
}
