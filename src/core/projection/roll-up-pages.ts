// The roll-ups in memory, a page for each month and basis. Found through months and ids as they are: a save looks up a
// dozen rows, and a key put together for each costs more than finding it.
import type { ProgrammeId } from '../plan/annual-plan.ts'
import type { Basis } from '../state/bureau-state.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import type { ItemInMonth, ItemKind, ItemMonth, ProgrammeMonthRow, RollUps } from './projection-rows.ts'

export interface Page {
  readonly items: Readonly<Record<ItemKind, Map<string, ItemMonth>>>
  readonly programmes: Map<ProgrammeId, ProgrammeMonthRow>
}

const newPage = (): Page => ({
  items: { indicator: new Map(), measure: new Map() },
  programmes: new Map(),
})

const copyOf = ({ items, programmes }: Page): Page => ({
  items: { indicator: new Map(items.indicator), measure: new Map(items.measure) },
  programmes: new Map(programmes),
})

export class RollUpPages {
  readonly #months = new Map<ReportingMonth, Readonly<Record<Basis, Page>>>()

  /** Empty where nothing was put in yet. */
  of(month: ReportingMonth, basis: Basis): Page {
    const known = this.#months.get(month)
    if (known !== undefined) return known[basis]
    const pages = { latest: newPage(), accepted: newPage() }
    this.#months.set(month, pages)
    return pages[basis]
  }

  item({ month, kind, id }: ItemInMonth, basis: Basis): ItemMonth | undefined {
    return this.#months.get(month)?.[basis].items[kind].get(id)
  }

  programme({
    month,
    basis,
    id,
  }: Pick<ProgrammeMonthRow, 'month' | 'basis' | 'id'>): ProgrammeMonthRow | undefined {
    return this.#months.get(month)?.[basis].programmes.get(id)
  }

  put({ itemMonths, programmeMonths }: RollUps): void {
    for (const row of itemMonths) this.of(row.month, row.basis).items[row.kind].set(row.id, row)
    for (const row of programmeMonths) this.of(row.month, row.basis).programmes.set(row.id, row)
  }

  rows(): RollUps {
    const pages = [...this.#months.values()].flatMap(({ latest, accepted }) => [latest, accepted])
    return {
      itemMonths: pages.flatMap(({ items }) => [...items.indicator.values(), ...items.measure.values()]),
      programmeMonths: pages.flatMap(({ programmes }) => [...programmes.values()]),
    }
  }

  copy(): RollUpPages {
    const copy = new RollUpPages()
    for (const [month, { latest, accepted }] of this.#months)
      copy.#months.set(month, { latest: copyOf(latest), accepted: copyOf(accepted) })
    return copy
  }
}
