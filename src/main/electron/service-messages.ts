// What the window's process and the service process say to each other.
import { z } from 'zod'
import type { Answer } from '../../contract/api.ts'

/** Window's process → service process. */
export const toService = z.discriminatedUnion('kind', [
  /** the first message, once */
  z.strictObject({ kind: z.literal('start'), dataFolder: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('call'),
    id: z.int(),
    name: z.string(),
    input: z.unknown(),
    actor: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('close') }),
])
export type ToService = z.output<typeof toService>

/** Service process → window's process. */
export const fromService = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    id: z.int(),
    answer: z.custom<Answer>((value) => typeof value === 'object' && value !== null && 'ok' in value),
    /** who acts from now on; present only when the call changed it */
    actor: z.string().nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('open-folder'), folder: z.string().min(1) }),
])
export type FromService = z.output<typeof fromService>
