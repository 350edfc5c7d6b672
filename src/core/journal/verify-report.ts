/** What checking a whole store answers. */
export interface VerifyReport {
  readonly ok: boolean
  readonly entries: number
  readonly heads: Readonly<Record<string, number>>
  readonly projectionHash: string
  /** what is wrong, in Chinese; empty when ok */
  readonly problems: readonly string[]
}
