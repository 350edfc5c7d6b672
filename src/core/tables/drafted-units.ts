// The units that a plan's table names, as departments: those the bureau has keep their ids, others are new.

import { folded } from '../forms/form-fields.ts'
import type { Department, DepartmentId, PlanIndex } from '../plan/annual-plan.ts'
import { unitNames } from './unit-names.ts'

export interface NamedUnits {
  /** null where the first is a group, or none is named */
  readonly lead: DepartmentId | null
  readonly participating: readonly DepartmentId[]
  /** how many units were named as answering for it */
  readonly named: number
  /** units that the bureau did not have before this item named them; none for its first plan, where all are new */
  readonly added: readonly string[]
}

export class DraftedUnits {
  readonly #departments: Department[]
  readonly #taken: Set<DepartmentId>
  readonly #isFirst: boolean

  constructor(known: PlanIndex) {
    this.#isFirst = known.everyUnit.size === 0
    this.#departments = known.plan.departments
      .filter(({ until, mergedInto }) => until == null && mergedInto == null)
      .map(({ from: _from, until: _until, ...rest }) => rest)
    this.#taken = new Set(known.everyUnit.keys())
  }

  get departments(): readonly Department[] {
    return this.#departments
  }

  nameOf(id: DepartmentId | null): string {
    return this.#departments.find((each) => each.id === id)?.name ?? ''
  }

  /** `lead` and `participating`: what the cells say. */
  named(lead: string, participating: string): NamedUnits {
    const before = this.#departments.length
    const answering = unitNames(lead).map((unit) => this.#department(unit))
    const helping = unitNames(participating).map((unit) => this.#department(unit))
    const first = answering.findIndex(({ kind }) => kind === 'department')
    const leader = first === 0 ? (answering[0]?.id ?? null) : null
    const others = [...answering, ...helping].map(({ id }) => id).filter((id) => id !== leader)
    return {
      lead: leader,
      participating: [...new Set(others)],
      named: answering.length,
      added: this.#isFirst ? [] : this.#departments.slice(before).map(({ name }) => name),
    }
  }

  #department({ name, isGroup }: { readonly name: string; readonly isGroup: boolean }): Department {
    const known = this.#departments.find((each) => folded(each.name) === folded(name))
    if (known !== undefined) return known
    let number = 1
    while (this.#taken.has(`unit${number}`)) number += 1
    const made: Department = { id: `unit${number}`, name, kind: isGroup ? 'group' : 'department' }
    this.#taken.add(made.id)
    this.#departments.push(made)
    return made
  }
}
