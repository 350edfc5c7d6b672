import type { ReadingState } from '../../core/journal/journal-entry.ts'
import { READING_STATES } from '../words/entry.ts'

export const STATE_OPTIONS = (Object.keys(READING_STATES) as ReadingState[]).map((value) => ({
  value,
  label: READING_STATES[value],
}))
