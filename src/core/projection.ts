// What the derived tables hold, kept in step with the state: rebuilt at once from a state, or carried on by the
// entries of a save, which answers only the rows that changed. Both give the same rows.
import type { PlanIndex, ProgrammeId } from './annual-plan.ts'
import type { Basis, BureauState } from './bureau-state.ts'
import type { JournalEntry } from './journal-entry.ts'
import { carriesOver } from './measuring/accumulate.ts'
import {
  type CellRow,
  type ItemKind,
  type ItemMonth,
  isSameItem,
  isSameProgramme,
  itemKey,
  itemMonthsOf,
  type Page,
  type ProgrammeMonthRow,
  programmeRow,
  type SubmissionRow,
  submissionRow,
} from './projection-rows.ts'
import { Touched, type TouchedItem, touchedCells } from './projection-touch.ts'
import { type ReportingMonth, yearOf } from './reporting-month.ts'

/** The roll-ups as they are kept. */
export interface RollUps {
  readonly itemMonths: readonly ItemMonth[]
  readonly programmeMonths: readonly ProgrammeMonthRow[]
}

/** Everything that can be worked out from the journal and is kept in tables. */
export interface DerivedRows extends RollUps {
  readonly cells: readonly CellRow[]
  readonly submissions: readonly SubmissionRow[]
}

/** What a save changes in the tables. */
export interface DerivedChanges extends DerivedRows {
  /** rows that no longer belong there: only a new plan takes any away */
  readonly gone: RollUps
}

const BASES: readonly Basis[] = ['accepted', 'latest']

const pageKey = (month: ReportingMonth, basis: Basis) => `${month} ${basis}`

export class Projection {
  /** The months that have rows: those in which anything was ever filled in. */
  readonly #months: Set<ReportingMonth>
  readonly #pages = new Map<string, Page>()
  #touched = new Touched()

  private constructor(months: Iterable<ReportingMonth>) {
    this.#months = new Set(months)
  }

  /** Works everything out anew. */
  static of(state: BureauState): Projection {
    return Projection.ofMonths(state, monthsWithCells(state))
  }

  static ofMonths(state: BureauState, months: Iterable<ReportingMonth>): Projection {
    const projection = new Projection([])
    projection.#openMonths(state, new Set(months))
    return projection
  }

  /** Goes on from what the tables hold. */
  static from(rows: RollUps): Projection {
    const projection = new Projection([...rows.itemMonths, ...rows.programmeMonths].map(({ month }) => month))
    for (const row of rows.itemMonths)
      projection.#page(row.month, row.basis).items.set(itemKey(row.kind, row.id), row)
    for (const row of rows.programmeMonths) projection.#page(row.month, row.basis).programmes.set(row.id, row)
    return projection
  }

  /** Notes an entry that the state has just taken in. */
  note(state: BureauState, entry: JournalEntry): void {
    this.#touched.add(state, entry)
  }

  /** Works out again what the noted entries may have moved; answers what changes in the tables. */
  update(state: BureauState): DerivedChanges {
    const touched = this.#touched
    this.#touched = new Touched()
    const changes = touched.isEverything ? this.#replace(state) : this.#updateItems(state, touched)
    return {
      cells: touchedCells(state, touched),
      submissions: [...touched.submissions].flatMap((key) => submissionRow(state, key)),
      ...changes,
    }
  }

  rollUps(): RollUps {
    const pages = [...this.#pages.values()]
    return {
      itemMonths: pages.flatMap((page) => [...page.items.values()]),
      programmeMonths: pages.flatMap((page) => [...page.programmes.values()]),
    }
  }

  #page(month: ReportingMonth, basis: Basis): Page {
    const key = pageKey(month, basis)
    const page = this.#pages.get(key) ?? { items: new Map(), programmes: new Map() }
    this.#pages.set(key, page)
    return page
  }

  /** Another plan, or other targets: everything is worked out anew and compared. */
  #replace(state: BureauState): RollUps & { gone: RollUps } {
    const before = this.rollUps()
    const fresh = Projection.of(state)
    const after = fresh.rollUps()
    const changes = {
      itemMonths: after.itemMonths.filter((row) => !isSameItem(this.#itemLike(row), row)),
      programmeMonths: after.programmeMonths.filter((row) => !isSameProgramme(this.#programmeLike(row), row)),
      gone: {
        itemMonths: before.itemMonths.filter((row) => fresh.#itemLike(row) === undefined),
        programmeMonths: before.programmeMonths.filter((row) => fresh.#programmeLike(row) === undefined),
      },
    }
    this.#months.clear()
    for (const month of fresh.#months) this.#months.add(month)
    this.#pages.clear()
    for (const [key, page] of fresh.#pages) this.#pages.set(key, page)
    return changes
  }

  #itemLike(row: ItemMonth): ItemMonth | undefined {
    return this.#pages.get(pageKey(row.month, row.basis))?.items.get(itemKey(row.kind, row.id))
  }

  #programmeLike(row: ProgrammeMonthRow): ProgrammeMonthRow | undefined {
    return this.#pages.get(pageKey(row.month, row.basis))?.programmes.get(row.id)
  }

  #updateItems(state: BureauState, touched: Touched): RollUps & { gone: RollUps } {
    const opened = this.#newMonths(state, touched)
    const rows = this.#openMonths(state, opened)
    const changed: ItemMonth[] = []
    const pages = new Map<string, TouchedPage>()
    for (const item of touched.items) {
      for (const basis of BASES) {
        const months = this.#monthsTouched(state, item, basis).filter((month) => !opened.has(month))
        if (months.length === 0) continue
        for (const row of itemMonthsOf[item.kind](state, item.id, basis, months)) {
          const { items } = this.#page(row.month, basis)
          const key = itemKey(row.kind, row.id)
          if (isSameItem(items.get(key), row)) continue
          items.set(key, row)
          changed.push(row)
          const programme = programmeOf(state.plan, item, row.month)
          if (programme !== null) touchPage(pages, row.month, basis).programmes.add(programme)
        }
      }
    }
    return {
      itemMonths: [...rows.itemMonths, ...changed],
      programmeMonths: [...rows.programmeMonths, ...this.#updateProgrammes(state, pages.values())],
      gone: { itemMonths: [], programmeMonths: [] },
    }
  }

  /** Months that got their first cell. */
  #newMonths(state: BureauState, touched: Touched): Set<ReportingMonth> {
    const months = new Set<ReportingMonth>()
    for (const { kind, id, months: own } of touched.items) {
      for (const month of own.keys()) {
        if (!this.#months.has(month) && hasCells(state, kind, id, month)) months.add(month)
      }
    }
    return months
  }

  /** The months whose light an item's entries may have moved, in rising order. */
  #monthsTouched(state: BureauState, item: TouchedItem, basis: Basis): ReportingMonth[] {
    const moved = basis === 'latest' ? item.months.keys() : item.acceptedMonths
    const sources = [...moved]
    const touched: ReportingMonth[] = []
    for (const month of this.#months) {
      // A new reading can lift the accepted light of its own month (made good), if there is one.
      const isOwn = item.months.has(month) && (basis === 'latest' || hasAccepted(state, item, month))
      if (isOwn || sources.some((from) => from <= month && reaches(state, item, from, month)))
        touched.push(month)
    }
    return touched.sort()
  }

  #updateProgrammes(state: BureauState, touched: Iterable<TouchedPage>): ProgrammeMonthRow[] {
    const { plan } = state
    if (plan === null) return []
    const changed: ProgrammeMonthRow[] = []
    for (const { month, basis, programmes } of touched) {
      const page = this.#page(month, basis)
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
    for (const row of itemMonths) this.#page(row.month, row.basis).items.set(itemKey(row.kind, row.id), row)
    const programmeMonths = inOrder.flatMap((month) =>
      BASES.flatMap((basis) => {
        const page = this.#page(month, basis)
        const dated = plan.at(month)
        const rows = [...dated.programmesById.keys()].map((id) =>
          programmeRow(dated, page, { month, basis }, id),
        )
        return rows.filter((row) => row !== null)
      }),
    )
    for (const row of programmeMonths) this.#page(row.month, row.basis).programmes.set(row.id, row)
    return { itemMonths, programmeMonths }
  }
}

/** Whether what an item shows in one month can depend on an earlier one. */
function reaches(
  state: BureauState,
  item: TouchedItem,
  from: ReportingMonth,
  month: ReportingMonth,
): boolean {
  const mode =
    item.kind === 'indicator' ? state.plan?.at(month).indicatorsById.get(item.id)?.indicator.mode : undefined
  return mode === undefined || carriesOver(mode) || yearOf(month) === yearOf(from)
}

function hasAccepted(state: BureauState, { kind, id }: TouchedItem, month: ReportingMonth): boolean {
  if (kind === 'measure') return false
  const cells = state.readings.get(id)?.get(month)?.cells.values() ?? []
  for (const cell of cells) if (cell.accepted !== null) return true
  return false
}

function hasCells(state: BureauState, kind: ItemKind, id: string, month: ReportingMonth): boolean {
  return (kind === 'indicator' ? state.readings : state.measures).get(id)?.has(month) === true
}

/** Programmes of one (month, basis) whose items moved. */
interface TouchedPage {
  readonly month: ReportingMonth
  readonly basis: Basis
  readonly programmes: Set<ProgrammeId>
}

function touchPage(pages: Map<string, TouchedPage>, month: ReportingMonth, basis: Basis): TouchedPage {
  const key = pageKey(month, basis)
  const page = pages.get(key) ?? { month, basis, programmes: new Set() }
  pages.set(key, page)
  return page
}

function programmeOf(
  plan: PlanIndex | null,
  { kind, id }: TouchedItem,
  month: ReportingMonth,
): ProgrammeId | null {
  const dated = plan?.at(month)
  if (kind === 'measure') return dated?.measuresById.get(id)?.programme.id ?? null
  return dated?.indicatorsById.get(id)?.countedIn ?? null
}

function monthsWithCells(state: BureauState): Set<ReportingMonth> {
  const items = [...state.readings.values(), ...state.measures.values()]
  return new Set(items.flatMap((months) => [...months.keys()]))
}
