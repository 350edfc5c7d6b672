// Parsers for amendments, drafts and units.
import { z } from 'zod'
import * as s from './schemas.ts'

const nullableId = s.itemId.nullish()
const units = z.array(s.itemId).max(1000).nullish()
const shares = z.array(z.number()).max(12).nullish()
const name = z.string().trim().min(1).max(500)
const note = z.string().max(20_000).nullish()

const indicatorFields = z.strictObject({
  name: name.optional(),
  decimals: z.int().min(0).max(10).nullish(),
  carriedBy: nullableId,
  lead: nullableId,
  participating: units,
  key: z.boolean().nullish(),
  curve: shares,
  dueMonth: z.int().min(1).max(36).nullish(),
  byLocality: z.boolean().nullish(),
  sameAs: nullableId,
  note,
})
const measureFields = z.strictObject({
  name: name.optional(),
  lead: nullableId,
  participating: units,
  milestones: z.array(s.milestone).max(200).nullish(),
  note,
})
const programmeFields = z.strictObject({
  name: name.optional(),
  lead: nullableId,
  participating: units,
  note,
})
const safeguardFields = z.strictObject({ name: name.optional(), departments: units })

const item = z.enum(['indicator', 'measure', 'programme', 'safeguard'])
const parts = <Part extends z.ZodType>(part: Part) => z.array(part).min(1).max(50)

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('indicator-added'), indicator: s.indicator }),
  z.strictObject({ kind: z.literal('measure-added'), programme: s.itemId, measure: s.measure }),
  z.strictObject({ kind: z.literal('programme-added'), programme: s.programme }),
  z.strictObject({ kind: z.literal('safeguard-added'), safeguard: s.safeguard }),
  z.strictObject({ kind: z.literal('indicator-changed'), id: s.itemId, fields: indicatorFields }),
  z.strictObject({ kind: z.literal('measure-changed'), id: s.itemId, fields: measureFields }),
  z.strictObject({ kind: z.literal('programme-changed'), id: s.itemId, fields: programmeFields }),
  z.strictObject({ kind: z.literal('safeguard-changed'), id: s.itemId, fields: safeguardFields }),
  z.strictObject({ kind: z.literal('item-dropped'), item, id: s.itemId }),
  z.strictObject({ kind: z.literal('indicator-split'), id: s.itemId, into: parts(s.indicator) }),
  z.strictObject({ kind: z.literal('measure-split'), id: s.itemId, into: parts(s.measure) }),
  z.strictObject({
    kind: z.literal('rules-changed'),
    bands: s.bands.optional(),
    reportingDueDay: s.dueDay.optional(),
  }),
])

/** What every amendment says: from when, why, and on whose paper. */
const ordered = { from: s.month, reason: s.reason, documentNumber: z.string().max(100).nullish() }

export const amendment = z.strictObject({
  ...ordered,
  plan: s.itemId.nullish(),
  changes: z.array(change).max(500),
})
export const draft = z.strictObject({
  /** null = a new draft */
  draft: s.itemId.nullish(),
  plan: s.planFile,
  toCheck: z
    .array(z.strictObject({ place: z.string().max(200), message: z.string().max(500) }))
    .max(20_000)
    .nullish(),
})
export const draftId = z.strictObject({ draft: s.itemId })
export const newUnit = z.strictObject({ ...ordered, name })
export const unitName = z.strictObject({ ...ordered, unit: s.itemId, name })
export const twoUnits = z.strictObject({ ...ordered, unit: s.itemId, to: s.itemId })
