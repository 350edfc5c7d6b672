// What the window's process and the service process say to each other.
import { z } from 'zod'
import type { Answer } from '../../contract/api.ts'
import type { ReadingAnswer } from '../../excel/reading/workbook-reader-process.ts'

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
  /** what a reader process made of a workbook */
  z.strictObject({
    kind: z.literal('workbook-read'),
    id: z.int(),
    answer: z.custom<ReadingAnswer>((value) => typeof value === 'object' && value !== null && 'ok' in value),
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
  /** only the window's process can start another utility process */
  z.strictObject({ kind: z.literal('read-workbook'), id: z.int(), base64: z.string() }),
])
export type FromService = z.output<typeof fromService>
