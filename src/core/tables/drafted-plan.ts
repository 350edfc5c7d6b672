// The plan while it is being drafted: blocks of work in the order in which the table names them.

import type { PlaceToCheck } from '../journal/journal-entry.ts'
import {
  type AnnualPlan,
  type Indicator,
  indexPlan,
  type Measure,
  type PlanIndex,
  type Programme,
  type Safeguard,
} from '../plan/annual-plan.ts'
import { DraftedIds } from './drafted-ids.ts'
import { DraftedUnits } from './drafted-units.ts'
import { plainName } from './item-names.ts'

export interface DraftFacts {
  readonly title: string
  readonly year: number
  /** the bureau's plan: its units, and the items that go on; nothing in it where this is the first one */
  readonly known: PlanIndex
}

/** What is known before the first plan: nobody's units and items. `year`: the last one that is over. */
export function nothingKnown(year: number): PlanIndex {
  return indexPlan({
    title: '',
    years: { from: year, to: year },
    departments: [],
    programmes: [],
    indicators: [],
  })
}

/** Where measures go that the table puts under nothing. */
const UNNAMED_BLOCK = '重点任务'

export class DraftedPlan {
  readonly ids: DraftedIds
  readonly units: DraftedUnits
  readonly #facts: DraftFacts
  readonly #programmes: { readonly id: string; readonly name: string; readonly measures: Measure[] }[] = []
  readonly #indicators: Indicator[] = []
  readonly #safeguards: Safeguard[] = []
  readonly #toCheck: PlaceToCheck[] = []
  readonly #names = new Set<string>()

  constructor(facts: DraftFacts) {
    this.#facts = facts
    this.ids = new DraftedIds(facts.known, facts.year)
    this.units = new DraftedUnits(facts.known)
  }

  get isEmpty(): boolean {
    return (
      this.#indicators.length + this.#safeguards.length === 0 &&
      this.#programmes.every(({ measures }) => measures.length === 0)
    )
  }

  /** 待核: `id` of the item, and what to look at. */
  check(id: string, message: string): void {
    this.#toCheck.push({ place: id, message: message.length <= 480 ? message : `${message.slice(0, 480)}…` })
  }

  /** The block of that name; made where it is the first time. */
  programme(name: string): string {
    const wanted = name === '' ? UNNAMED_BLOCK : name
    const known = this.#programmes.find((each) => plainName(each.name) === plainName(wanted))
    if (known !== undefined) return known.id
    const id = this.ids.programme(wanted)
    this.#programmes.push({ id, name: wanted, measures: [] })
    if (name === '') this.check(id, `有的举措没有写明属于哪个行动，先放在“${UNNAMED_BLOCK}”下，请核对`)
    return id
  }

  addMeasure(programme: string, measure: Measure): void {
    this.#programmes.find(({ id }) => id === programme)?.measures.push(measure)
    this.#checkName(measure)
  }

  addIndicator(indicator: Indicator): void {
    this.#indicators.push(indicator)
    this.#checkName(indicator)
  }

  addSafeguard(safeguard: Safeguard): void {
    this.#safeguards.push(safeguard)
  }

  #checkName({ id, name }: { readonly id: string; readonly name: string }): void {
    const plain = plainName(name)
    if (this.#names.has(plain)) this.check(id, `“${name}”在表里不止一行，请核对是不是重复`)
    this.#names.add(plain)
  }

  finished(): { readonly plan: AnnualPlan; readonly toCheck: readonly PlaceToCheck[] } {
    const { title, year, known } = this.#facts
    const { reportingDueDay, bands, issuer } = known.plan
    const plan: AnnualPlan = {
      title,
      documentNumber: null,
      issuer: issuer ?? null,
      years: { from: year, to: year },
      reportingDueDay: reportingDueDay ?? null,
      bands: bands ?? null,
      departments: this.units.departments,
      programmes: this.#programmes.map((each): Programme => ({ ...each, lead: this.#commonLead(each.id) })),
      indicators: this.#indicators,
      safeguards: this.#safeguards,
    }
    return { plan, toCheck: this.#toCheck }
  }

  /** The unit that leads everything in the block, else nobody. */
  #commonLead(programme: string): string | null {
    const measures = this.#programmes.find(({ id }) => id === programme)?.measures ?? []
    const leads = [
      ...measures.map(({ lead }) => lead ?? null),
      ...this.#indicators.filter((each) => each.programme === programme).map(({ lead }) => lead ?? null),
    ]
    const [first] = leads
    return first != null && leads.every((each) => each === first) ? first : null
  }
}
