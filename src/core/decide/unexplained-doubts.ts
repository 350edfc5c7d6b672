// Doubts about a figure that is stored already: they want one line of explanation before 报送.

import type { IndicatorReading } from '../journal/journal-entry.ts'
import { checkReading } from './check-reading.ts'
import type { ReadingFacts } from './figure-doubts.ts'
import type { ReadingWarning } from './record-sheet.ts'

/** What is doubtful about a stored figure that nobody has explained yet; an explanation answers for all of it. */
export function unexplainedDoubts(
  facts: ReadingFacts,
  reading: IndicatorReading | null,
): readonly ReadingWarning[] {
  if (reading === null || reading.note !== null) return []
  const checked = checkReading(facts, reading)
  return checked.ok ? checked.value.warnings : []
}
