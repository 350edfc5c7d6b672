// What the side form holds while an item is edited, and what comes of it: a whole item for a draft, or only the
// changed fields for an amendment.
import type {
  AccumulationMode,
  Comparator,
  DepartmentId,
  Indicator,
  Measure,
  Milestone,
  Programme,
  Safeguard,
  Target,
} from '../../core/plan/annual-plan.ts'
import type {
  IndicatorFields,
  ItemChange,
  MeasureFields,
  PlanItemKind,
  ProgrammeFields,
  SafeguardFields,
} from '../../core/plan/plan-change.ts'
import type { PlanNode } from '../../core/plan/plan-tree.ts'
import { readFigure } from '../../core/values/read-figure.ts'

export interface TargetTexts {
  readonly year: number
  readonly comparator: Comparator
  readonly committed: string
  readonly stretch: string
  readonly baseline: string
}

export interface ItemValues {
  readonly kind: PlanItemKind
  readonly id: string
  readonly name: string
  /** null = the programme's */
  readonly lead: DepartmentId | null
  /** null = the programme's */
  readonly participating: readonly DepartmentId[] | null
  readonly note: string
  /** the programme an indicator or a measure stands in; null for a headline target */
  readonly programme: string | null
  readonly carriedBy: string | null
  readonly unit: string
  readonly mode: AccumulationMode
  readonly decimals: number
  readonly key: boolean
  readonly byLocality: boolean
  /** 取自: an indicator of another plan */
  readonly sameAs: string | null
  readonly dueMonth: number
  readonly curve: readonly number[] | null
  readonly targets: readonly TargetTexts[]
  readonly milestones: readonly Milestone[]
}

const EMPTY: Omit<ItemValues, 'kind' | 'id' | 'programme'> = {
  name: '',
  lead: null,
  participating: null,
  note: '',
  carriedBy: null,
  unit: '',
  mode: 'monthly-flow',
  decimals: 0,
  key: true,
  byLocality: false,
  sameAs: null,
  dueMonth: 12,
  curve: null,
  targets: [],
  milestones: [],
}

export function newValues(
  kind: PlanItemKind,
  place: { readonly id: string; readonly programme: string | null; readonly years: readonly number[] },
): ItemValues {
  const targets = place.years.map((year) => targetTexts(year, undefined))
  const participating = kind === 'indicator' && place.programme === null ? [] : null
  return { ...EMPTY, participating, kind, id: place.id, programme: place.programme, targets }
}

/** `years`: the plan's; each gets a row of targets. */
export function valuesOf(node: PlanNode, programme: string | null, years: readonly number[]): ItemValues {
  const base = { ...EMPTY, kind: node.kind, id: node.id, name: node.name, programme }
  switch (node.kind) {
    case 'indicator': {
      const { item } = node
      return {
        ...base,
        lead: item.lead ?? null,
        participating: item.participating ?? null,
        note: item.note ?? '',
        carriedBy: item.carriedBy ?? null,
        unit: item.unit,
        mode: item.mode,
        decimals: item.decimals ?? 0,
        key: item.key === true,
        byLocality: item.byLocality === true,
        sameAs: item.sameAs ?? null,
        dueMonth: item.dueMonth ?? 12,
        curve: item.curve ?? null,
        targets: years.map((year) =>
          targetTexts(
            year,
            item.targets?.find((each) => each.year === year),
          ),
        ),
      }
    }
    case 'measure':
      return {
        ...base,
        lead: node.item.lead ?? null,
        participating: node.item.participating ?? null,
        note: node.item.note ?? '',
        milestones: node.item.milestones ?? [],
      }
    case 'programme':
      return {
        ...base,
        lead: node.item.lead ?? null,
        participating: node.item.participating ?? [],
        note: node.item.note ?? '',
      }
    case 'safeguard':
      return { ...base, participating: node.item.departments ?? [] }
  }
}

function targetTexts(year: number, target: Target | undefined): TargetTexts {
  const text = (value: number | null | undefined) => (value == null ? '' : String(value))
  return {
    year,
    comparator: target?.comparator ?? 'at-least',
    committed: text(target?.committed),
    stretch: text(target?.stretch),
    baseline: text(target?.baseline),
  }
}

/** A figure as typed; null = empty; 'wrong' = not a number. */
export function figureOf(text: string, unit: string): number | null | 'wrong' {
  const read = readFigure(text, unit)
  if (read.kind === 'empty') return null
  return read.kind === 'number' ? Number(read.text) : 'wrong'
}

/** The targets as data; 'wrong' where one of the figures is no number. Years without any figure have none. */
export function targetsOf({ targets, unit }: ItemValues): readonly Target[] | 'wrong' {
  const made: Target[] = []
  for (const { year, comparator, ...texts } of targets) {
    const committed = figureOf(texts.committed, unit)
    const stretch = figureOf(texts.stretch, unit)
    const baseline = figureOf(texts.baseline, unit)
    if (committed === 'wrong' || stretch === 'wrong' || baseline === 'wrong') return 'wrong'
    if (committed !== null || stretch !== null) made.push({ year, comparator, committed, stretch, baseline })
  }
  return made
}

export function indicatorOf(values: ItemValues, targets: readonly Target[]): Indicator {
  const { id, lead, mode, programme, key, byLocality, decimals, curve } = values
  return {
    id,
    name: values.name.trim(),
    unit: values.unit.trim(),
    decimals,
    programme,
    carriedBy: programme === null ? values.carriedBy : null,
    lead,
    participating: values.participating,
    key,
    mode,
    targets,
    curve,
    dueMonth: mode === 'yearly' ? values.dueMonth : null,
    byLocality,
    ...(values.sameAs === null ? {} : { sameAs: values.sameAs }),
    note: values.note.trim() || null,
  }
}

export function measureOf({ id, name, lead, participating, milestones, note }: ItemValues): Measure {
  return { id, name: name.trim(), lead, participating, milestones, note: note.trim() || null }
}

export function programmeOf({ id, name, lead, participating, note }: ItemValues): Programme {
  return {
    id,
    name: name.trim(),
    lead,
    participating: participating ?? [],
    measures: [],
    note: note.trim() || null,
  }
}

export function safeguardOf({ id, name, participating }: ItemValues): Safeguard {
  return { id, name: name.trim(), departments: participating ?? [] }
}

/** What an amendment says of an item that was there before; null when nothing was changed. */
export function changeOf(before: ItemValues, after: ItemValues): ItemChange | null {
  const { id, kind } = before
  const fields = changedFields(before, after)
  if (Object.keys(fields).length === 0) return null
  switch (kind) {
    case 'indicator':
      return { kind: 'indicator-changed', id, fields: fields as IndicatorFields }
    case 'measure':
      return { kind: 'measure-changed', id, fields: fields as MeasureFields }
    case 'programme':
      return { kind: 'programme-changed', id, fields: fields as ProgrammeFields }
    case 'safeguard':
      return { kind: 'safeguard-changed', id, fields: fields as SafeguardFields }
  }
}

const FIELDS: Readonly<Record<PlanItemKind, readonly (keyof ItemValues)[]>> = {
  indicator: [
    'name',
    'lead',
    'participating',
    'note',
    'carriedBy',
    'decimals',
    'key',
    'byLocality',
    'sameAs',
    'curve',
    'dueMonth',
  ],
  measure: ['name', 'lead', 'participating', 'note', 'milestones'],
  programme: ['name', 'lead', 'participating', 'note'],
  safeguard: ['name', 'participating'],
}

function changedFields(before: ItemValues, after: ItemValues): Readonly<Record<string, unknown>> {
  const pairs = FIELDS[before.kind].flatMap((field): [string, unknown][] => {
    const value = cleaned(field, after[field])
    if (JSON.stringify(cleaned(field, before[field])) === JSON.stringify(value)) return []
    return [[before.kind === 'safeguard' && field === 'participating' ? 'departments' : field, value]]
  })
  return Object.fromEntries(pairs)
}

function cleaned(field: keyof ItemValues, value: ItemValues[keyof ItemValues]): unknown {
  if (field === 'note') return String(value).trim() || null
  return field === 'name' ? String(value).trim() : value
}

/** What an amendment says of a new item. */
export function additionOf(values: ItemValues, targets: readonly Target[]): ItemChange {
  switch (values.kind) {
    case 'indicator':
      return { kind: 'indicator-added', indicator: indicatorOf(values, targets) }
    case 'measure':
      return { kind: 'measure-added', programme: values.programme ?? '', measure: measureOf(values) }
    case 'programme':
      return { kind: 'programme-added', programme: programmeOf(values) }
    case 'safeguard':
      return { kind: 'safeguard-added', safeguard: safeguardOf(values) }
  }
}
