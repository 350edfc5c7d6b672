// A call's shape: what goes in (parsed), what comes out (a type only), and whether it writes.
import type { z } from 'zod'

export type Call<Schema extends z.ZodType, Output> = {
  readonly input: Schema
  /** false = reads only, and may be asked while another window owns the folder */
  readonly writes: boolean
  /** only types: the output of the call */
  readonly output?: Output
}

export function reads<Output>() {
  return <Schema extends z.ZodType>(input: Schema): Call<Schema, Output> => ({ input, writes: false })
}

export function writes<Output>() {
  return <Schema extends z.ZodType>(input: Schema): Call<Schema, Output> => ({ input, writes: true })
}

/** What a call that writes answers: doubts that do not keep it from being saved. */
export interface RecordWarning {
  readonly indicator: string
  readonly code: string
  readonly message: string
}

export interface Warnings {
  readonly warnings: readonly RecordWarning[]
}

export interface SavedFile {
  readonly fileName: string
  /** where it was written, for people to read */
  readonly place: string
}
