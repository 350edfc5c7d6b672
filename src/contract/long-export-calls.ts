// Exports that take a while: started, watched, cancelled. Three short calls, so that every host carries them alike.
import { z } from 'zod'
import type { Rejection } from '../core/outcome.ts'
import { reads, type SavedFile } from './call.ts'

/** How an export stands. The service works on one at a time. */
export interface ExportProgress {
  /** what it is called in these calls; null = nothing has been exported yet */
  readonly job: string | null
  /** grows with every change; the next question names the last one seen */
  readonly step: number
  readonly state: 'none' | 'running' | 'done' | 'cancelled' | 'refused'
  /** reading the journal · working the tables out · writing rows */
  readonly stage: 'reading' | 'tables' | 'rows'
  /** rows written, of all; `total` is 0 while nobody knows it */
  readonly done: number
  readonly total: number
  /** the finished file */
  readonly file: SavedFile | null
  /** why there is none */
  readonly rejection: Rejection | null
}

/** a job of `year.export`; absent = the newest */
const job = z.string().max(64).nullish()

export const longExportCalls = {
  /** 总览: starts 全年台账 of a year; accepted figures only unless provisional */
  'year.export': reads<ExportProgress>()(
    z.strictObject({
      year: z.int().min(1900).max(2999),
      provisional: z.boolean().nullish(),
      /** where several plans cover the year; absent = the leading one */
      plan: z.string().max(64).nullish(),
    }),
  ),
  /** answers when the export has come further than `seen`, at once where it has ended */
  'exports.progress': reads<ExportProgress>()(z.strictObject({ job, seen: z.int().min(0).nullish() })),
  /** ends it; no file is left */
  'exports.cancel': reads<ExportProgress>()(z.strictObject({ job })),
} as const
