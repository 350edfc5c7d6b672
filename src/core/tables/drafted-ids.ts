// Ids of a drafted plan: an item that the bureau's plan has under that very name goes on with its id, so that its
// history stays one; everything else gets an id that no plan has used.
import type { Indicator, PlanIndex } from '../plan/annual-plan.ts'
import { plainName } from './item-names.ts'

export class DraftedIds {
  readonly #known: PlanIndex
  readonly #year: number
  readonly #taken: Set<string>
  readonly #used = new Set<string>()

  constructor(known: PlanIndex, year: number) {
    this.#known = known
    this.#year = year
    this.#taken = new Set([
      ...known.plan.indicators.map(({ id }) => id),
      ...known.plan.programmes.flatMap(({ id, measures }) => [
        id,
        ...(measures ?? []).map((each) => each.id),
      ]),
      ...(known.plan.safeguards ?? []).map(({ id }) => id),
    ])
  }

  programme(name: string): string {
    return this.#reused(this.#known.plan.programmes, name) ?? this.#free(`p${this.#year}-`)
  }

  measure(name: string, programme: string): string {
    const known = this.#known.plan.programmes.flatMap(({ measures }) => measures ?? [])
    return this.#reused(known, name) ?? this.#free(`${programme}m${this.#year}-`)
  }

  safeguard(name: string): string {
    return this.#reused(this.#known.plan.safeguards ?? [], name) ?? this.#free(`s${this.#year}-`)
  }

  /** The indicator that goes on, or null; the unit is part of what it is. */
  knownIndicator(name: string, unit: string): Indicator | null {
    const found = this.#known.plan.indicators.filter((each) => plainName(each.name) === plainName(name))
    const [only] = found
    if (only === undefined || found.length > 1 || this.#used.has(only.id)) return null
    if (unit !== '' && unit !== only.unit) return null
    this.#used.add(only.id)
    return only
  }

  newIndicator(): string {
    return this.#free(`i${this.#year}-`)
  }

  #reused(items: readonly { readonly id: string; readonly name: string }[], name: string): string | null {
    const found = items.filter((each) => plainName(each.name) === plainName(name))
    const [only] = found
    if (only === undefined || found.length > 1 || this.#used.has(only.id)) return null
    this.#used.add(only.id)
    return only.id
  }

  #free(prefix: string): string {
    let number = 1
    while (this.#taken.has(`${prefix}${number}`)) number += 1
    this.#taken.add(`${prefix}${number}`)
    return `${prefix}${number}`
  }
}
