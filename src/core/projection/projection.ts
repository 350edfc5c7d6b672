// What the derived tables hold, kept in step with the state: rebuilt at once from a state, or carried on by the
// entries of a save, which answers only the rows that changed. Both give the same rows.

import type { JournalEntry } from '../journal/journal-entry.ts'
import type { ProgrammeId } from '../plan/annual-plan.ts'
import type { Basis, BureauState } from '../state/bureau-state.ts'
import { atOnce, type Steps } from '../steps.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import { monthsWithCells, monthsWithRows } from './months-with-rows.ts'
import { programmeRow } from './programme-row.ts'
import {
  type DerivedChanges,
  type ItemInMonth,
  type ItemKind,
  type ItemMonth,
  type ItemRow,
  isInForceOnABasis,
  isSameItem,
  isSameProgramme,
  isSameSubmission,
  itemKey,
  itemMonthsOf,
  newestEntry,
  type ProgrammeMonthRow,
  type RollUps,
  type SubmissionRow,
  submissionRow,
} from './projection-rows.ts'
import { monthsTouched, programmeOf, recordedItems, Touched } from './projection-touch.ts'
import { type Page, RollUpPages } from './roll-up-pages.ts'

/** Whose light moved, and the programmes' rows that moved with them. */
interface Moved {
  readonly items: readonly ItemInMonth[]
  readonly programmeMonths: readonly ProgrammeMonthRow[]
  readonly goneProgrammeMonths: readonly ProgrammeMonthRow[]
}

const BASES: readonly Basis[] = ['accepted', 'latest']

export class Projection {
  /** The months that have rows: those in which anything was ever filled in, and those before them in their year. */
  readonly #months: Set<ReportingMonth>
  #pages = new RollUpPages()
  /** as last answered: most saves of a figure leave them as they are */
  readonly #submissions = new Map<string, SubmissionRow>()
  #touched = new Touched()

  private constructor(months: Iterable<ReportingMonth>) {
    this.#months = new Set(months)
  }

  /** Works everything out anew. */
  static of(state: BureauState): Projection {
    return Projection.ofMonths(state, monthsWithRows(state.plan, monthsWithCells(state)))
  }

  static ofMonths(state: BureauState, months: Iterable<ReportingMonth>): Projection {
    const projection = new Projection([])
    projection.#openMonths(state, new Set(months))
    return projection
  }

  /** Goes on from what the tables hold. */
  static from(rows: RollUps): Projection {
    const projection = new Projection([...rows.itemMonths, ...rows.programmeMonths].map(({ month }) => month))
    projection.#pages.put(rows)
    return projection
  }

  /** The same, to go on by itself. */
  copy(): Projection {
    const copy = new Projection(this.#months)
    copy.#pages = this.#pages.copy()
    for (const [key, row] of this.#submissions) copy.#submissions.set(key, row)
    return copy
  }

  /** Notes an entry that the state has just taken in. */
  note(state: BureauState, entry: JournalEntry): void {
    this.#touched.add(state, entry)
  }

  /** Works out again what the noted entries may have moved; answers what changes in the tables. */
  update(state: BureauState): DerivedChanges {
    return atOnce(this.updateInSteps(state))
  }

  *updateInSteps(state: BureauState): Steps<DerivedChanges> {
    const touched = this.#touched
    this.#touched = new Touched()
    const moved = touched.isEverything ? this.#replace(state) : yield* this.#updateItems(state, touched)
    const items = this.#itemRows(state, [...recordedItems(touched), ...moved.items])
    return {
      items: items.filter(isInForceOnABasis),
      submissions: this.#movedSubmissions(state, touched),
      programmeMonths: moved.programmeMonths,
      gone: {
        items: items.filter((row) => !isInForceOnABasis(row)),
        programmeMonths: moved.goneProgrammeMonths,
      },
    }
  }

  /** Every item's rows, for a rebuild. */
  itemRows(state: BureauState): ItemRow[] {
    return this.#itemRows(state, this.rollUps().itemMonths)
  }

  rollUps(): RollUps {
    return this.#pages.rows()
  }

  /** The items' rows as they are now, each once and in the order of their table's key. */
  #itemRows(state: BureauState, items: readonly ItemInMonth[]): ItemRow[] {
    const rows = new Map<string, ItemRow>()
    for (const item of items) {
      const { month, kind, id } = item
      const key = `${month} ${itemKey(kind, id)}`
      if (rows.has(key)) continue
      const lights = {
        latest: this.#pages.item(item, 'latest') ?? null,
        accepted: this.#pages.item(item, 'accepted') ?? null,
      }
      rows.set(key, { month, kind, id, newestEntry: newestEntry(state, item), lights })
    }
    if (rows.size < 2) return [...rows.values()]
    return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  }

  #movedSubmissions(state: BureauState, touched: Touched): SubmissionRow[] {
    const moved: SubmissionRow[] = []
    for (const key of touched.submissions) {
      for (const row of submissionRow(state, key)) {
        if (isSameSubmission(this.#submissions.get(key), row)) continue
        this.#submissions.set(key, row)
        moved.push(row)
      }
    }
    return moved
  }

  /** Another plan, or other targets: everything is worked out anew and compared. */
  #replace(state: BureauState): Moved {
    const before = this.rollUps()
    const fresh = Projection.of(state)
    const after = fresh.rollUps()
    const changes = {
      items: [
        ...after.itemMonths.filter((row) => !isSameItem(this.#pages.item(row, row.basis), row)),
        ...before.itemMonths.filter((row) => fresh.#pages.item(row, row.basis) === undefined),
      ],
      programmeMonths: after.programmeMonths.filter(
        (row) => !isSameProgramme(this.#pages.programme(row), row),
      ),
      goneProgrammeMonths: before.programmeMonths.filter((row) => fresh.#pages.programme(row) === undefined),
    }
    this.#months.clear()
    for (const month of fresh.#months) this.#months.add(month)
    this.#pages = fresh.#pages
    return changes
  }

  *#updateItems(state: BureauState, touched: Touched): Steps<Moved> {
    const opened = this.#newMonths(state, touched)
    const rows = this.#openMonths(state, opened)
    const changed: ItemMonth[] = []
    const pages = new Map<Page, TouchedPage>()
    for (const item of touched.items) {
      for (const basis of BASES) {
        yield
        const months = monthsTouched(state, item, { basis, months: this.#months }).filter(
          (month) => !opened.has(month),
        )
        if (months.length === 0) continue
        for (const row of itemMonthsOf[item.kind](state, item.id, basis, months)) {
          const page = this.#pages.of(row.month, basis)
          const items = page.items[row.kind]
          if (isSameItem(items.get(row.id), row)) continue
          items.set(row.id, row)
          changed.push(row)
          const programme = programmeOf(state.plan, item, row.month)
          if (programme !== null) touchPage(pages, page, row).programmes.add(programme)
        }
      }
    }
    return {
      items: [...rows.itemMonths, ...changed],
      programmeMonths: [...rows.programmeMonths, ...this.#updateProgrammes(state, pages.values())],
      goneProgrammeMonths: [],
    }
  }

  /** Months that got their first cell, and months before them in their year. */
  #newMonths(state: BureauState, touched: Touched): Set<ReportingMonth> {
    const months = new Set<ReportingMonth>()
    for (const { kind, id, months: own } of touched.items) {
      for (const month of own) {
        if (!this.#months.has(month) && hasCells(state, kind, id, month)) months.add(month)
      }
    }
    if (months.size === 0) return months
    return new Set([...monthsWithRows(state.plan, months)].filter((month) => !this.#months.has(month)))
  }

  #updateProgrammes(state: BureauState, touched: Iterable<TouchedPage>): ProgrammeMonthRow[] {
    const { plan } = state
    if (plan === null) return []
    const changed: ProgrammeMonthRow[] = []
    for (const { page, month, basis, programmes } of touched) {
      for (const programme of programmes) {
        const row = programmeRow(plan.at(month), page, { month, basis }, programme)
        if (row === null || isSameProgramme(page.programmes.get(programme), row)) continue
        page.programmes.set(programme, row)
        changed.push(row)
      }
    }
    return changed
  }

  /** Gives months their rows; nothing before a plan is in force. */
  #openMonths(state: BureauState, months: ReadonlySet<ReportingMonth>): RollUps {
    const { plan } = state
    if (plan === null || months.size === 0) return { itemMonths: [], programmeMonths: [] }
    const inOrder = [...months].sort()
    for (const month of inOrder) this.#months.add(month)
    const editions = [...new Set(inOrder.map((month) => plan.at(month)))]
    const indicators = new Set(
      editions.flatMap((each) => each.indicators.map(({ indicator }) => indicator.id)),
    )
    const measures = new Set(editions.flatMap((each) => each.measures.map(({ measure }) => measure.id)))
    const itemMonths = BASES.flatMap((basis) => [
      ...[...indicators].flatMap((id) => itemMonthsOf.indicator(state, id, basis, inOrder)),
      ...[...measures].flatMap((id) => itemMonthsOf.measure(state, id, basis, inOrder)),
    ])
    this.#pages.put({ itemMonths, programmeMonths: [] })
    const programmeMonths = inOrder.flatMap((month) =>
      BASES.flatMap((basis) => {
        const page = this.#pages.of(month, basis)
        const dated = plan.at(month)
        const rows = [...dated.programmesById.keys()].map((id) =>
          programmeRow(dated, page, { month, basis }, id),
        )
        return rows.filter((row) => row !== null)
      }),
    )
    this.#pages.put({ itemMonths: [], programmeMonths })
    return { itemMonths, programmeMonths }
  }
}

function hasCells(state: BureauState, kind: ItemKind, id: string, month: ReportingMonth): boolean {
  return (kind === 'indicator' ? state.readings : state.measures).get(id)?.has(month) === true
}

/** A page, and the programmes whose items moved on it. */
interface TouchedPage {
  readonly page: Page
  readonly month: ReportingMonth
  readonly basis: Basis
  readonly programmes: Set<ProgrammeId>
}

function touchPage(
  pages: Map<Page, TouchedPage>,
  page: Page,
  { month, basis }: Pick<ItemMonth, 'month' | 'basis'>,
): TouchedPage {
  const touched = pages.get(page) ?? { page, month, basis, programmes: new Set() }
  pages.set(page, touched)
  return touched
}
