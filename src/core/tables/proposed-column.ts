import type { ColumnMeaning, Confidence } from './column-meanings.ts'

/** A column with what it probably is, and why. */
export interface ProposedColumn {
  readonly column: number
  /** as people read it: 年度目标 / 力争 */
  readonly heading: string
  readonly meaning: ColumnMeaning
  readonly confidence: Confidence
  readonly reason: string
}
