// Parsers for everything that comes from outside: screens, record files, plan files. Parsed once, at the edge.
import { z } from 'zod'
import { MAX_EVIDENCE_BYTES } from '../core/journal/evidence-file.ts'

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1).max(500)
const text = z.string().max(20_000)
const optionalText = text.nullish()
/** a JSON number or a decimal text; what it means is decided by the rules, so that the refusal can name the item */
const figure = z.union([z.number(), z.string().max(200)])

export const month = z.string().max(40)
export const entryId = z.string().max(64)

const evidence = z
  .array(z.strictObject({ path: z.string().min(1).max(1000), size: z.int().min(0).optional() }))
  .max(200)
  .nullish()

export const reading = z.strictObject({
  indicator: id,
  locality: id.nullish(),
  value: figure.nullish(),
  numerator: figure.nullish(),
  denominator: figure.nullish(),
  unitNote: z.string().max(200).nullish(),
  state: z.enum(['blank', 'number', 'no-progress', 'not-applicable', 'not-yet-published']).nullish(),
  note: optionalText,
  evidence,
  /** the entry the screen showed when this was typed; null = it showed none; absent = whatever is newest */
  basis: entryId.nullish(),
})

const measureReport = z.strictObject({
  measure: id,
  status: z.enum(['not-started', 'under-way', 'done', 'blocked']).nullish(),
  state: z.enum(['blank']).nullish(),
  progress: optionalText,
  problems: optionalText,
  nextSteps: optionalText,
  milestonesDone: z.array(id).max(200).nullish(),
  evidence,
  basis: entryId.nullish(),
})

/** 填报文件: one department's month */
export const recordSheet = z.strictObject({
  month,
  department: id,
  readings: z.array(reading).max(100_000).nullish(),
  measures: z.array(measureReport).max(10_000).nullish(),
  reason: optionalText,
})

const lifetime = { from: month.nullish(), until: month.nullish() }
const note = optionalText

export const milestone = z.strictObject({ id, name, due: month })

export const measure = z.strictObject({
  id,
  name,
  lead: id.nullish(),
  participating: z.array(id).nullish(),
  milestones: z.array(milestone).nullish(),
  note,
  splitFrom: id.nullish(),
  ...lifetime,
})

export const programme = z.strictObject({
  id,
  name,
  lead: id.nullish(),
  participating: z.array(id).nullish(),
  measures: z.array(measure).nullish(),
  note,
  ...lifetime,
})

/** Typed with a Chinese keyboard the sign is another one; what is measured in it is the same. */
function asUnit(unit: string): string {
  return unit.trim() === '％' ? '%' : unit
}

const target = z.strictObject({
  year: z.int().min(1900).max(2999),
  comparator: z.enum(['at-least', 'at-most', 'exactly']),
  committed: z.number().nullish(),
  stretch: z.number().nullish(),
  baseline: z.number().nullish(),
  from: month.nullish(),
  reason: optionalText,
  documentNumber: optionalText,
  note,
})

export const indicator = z.strictObject({
  id,
  name,
  unit: z.string().max(40).transform(asUnit),
  decimals: z.int().min(0).max(10).nullish(),
  programme: id.nullish(),
  carriedBy: id.nullish(),
  lead: id.nullish(),
  participating: z.array(id).nullish(),
  key: z.boolean().nullish(),
  mode: z.enum(['monthly-flow', 'running-total', 'stock', 'ratio', 'yearly']),
  targets: z.array(target).nullish(),
  curve: z.array(z.number()).nullish(),
  dueMonth: z.int().min(1).max(36).nullish(),
  byLocality: z.boolean().nullish(),
  sameAs: id.nullish(),
  note,
  splitFrom: id.nullish(),
  ...lifetime,
})

const department = z.strictObject({
  id,
  name,
  kind: z.enum(['department', 'group']),
  members: z.array(z.strictObject({ id, name, kind: z.enum(['county', 'district', 'park']) })).nullish(),
  mergedInto: id.nullish(),
  ...lifetime,
})

export const safeguard = z.strictObject({ id, name, departments: z.array(id).nullish(), ...lifetime })
export const dueDay = z.int().min(1).max(31)
export const bands = z.strictObject({ green: z.number().min(0).max(10), yellow: z.number().min(0).max(10) })

/** 要点文件 */
export const planFile = z.strictObject({
  title: name,
  documentNumber: optionalText,
  issuer: optionalText,
  years: z.strictObject({ from: z.int().min(1900).max(2999), to: z.int().min(1900).max(2999) }),
  reportingDueDay: dueDay.nullish(),
  bands: bands.nullish(),
  departments: z.array(department).min(1).max(1000),
  programmes: z
    .array(programme)
    .max(1000)
    .nullish()
    .transform((list) => list ?? []),
  indicators: z
    .array(indicator)
    .max(10_000)
    .nullish()
    .transform((list) => list ?? []),
  safeguards: z.array(safeguard).nullish(),
  note,
})

export const departmentMonth = z.strictObject({ department: id, month })
/** in one form, whichever way a keyboard composes é */
export const personName = z.string().normalize('NFC').trim().min(1).max(40)
export const person = z.strictObject({
  name: personName,
  department: id.nullish(),
  role: z.enum(['clerk', 'head', 'office', 'leader']),
})
export const reason = z.string().max(2000)
export const itemId = id

/** what a written file is called, without its ending */
export const fileTitle = z.string().trim().min(1).max(200)
export const csvCell = z.union([z.string().max(20_000), z.number(), z.null()])

/** a file of at most 20 MB; one byte more is let through, to be refused by name */
export const evidenceBytes = z.base64().max(Math.ceil((MAX_EVIDENCE_BYTES + 1) / 3) * 4)
