// One reading: what was typed → what is stored, or why not. Errors block; warnings travel back with the answer.

import type { IndicatorReading } from '../journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { PlannedIndicator } from '../plan/annual-plan.ts'
import { readingsOf } from '../state/bureau-state.ts'
import { checkReading } from './check-reading.ts'
import { evidenceOf, type ReadingInput, type ReadingWarning, type SheetContext } from './record-sheet.ts'

interface ReadingContext extends SheetContext {
  readonly planned: PlannedIndicator
  readonly input: ReadingInput
  /** the other readings of the same sheet */
  readonly siblings: readonly ReadingInput[]
}

export interface DecidedReading {
  /** null when the input leaves the cell as it is */
  readonly reading: IndicatorReading | null
  readonly warnings: readonly ReadingWarning[]
}

export function decideReading(context: ReadingContext): Outcome<DecidedReading> {
  const { planned, input, month } = context
  const placed = checkLocality(context)
  if (!placed.ok) return placed
  const stale = checkBasis(context)
  if (!stale.ok) return stale
  // A province fills in a hundred localities: each is checked against its own months.
  const readings = readingsOf(context.state, planned.indicator.id, 'latest', input.locality ?? undefined)
  const facts = { indicator: planned.indicator, name: nameWithPlace(context), month, readings }
  const checked = checkReading(facts, input)
  if (!checked.ok) return checked
  const { warnings } = checked.value
  const reading = withEvidence(checked.value.reading, input, readings.get(month)?.get(input.locality ?? ''))
  return accept({ reading, warnings: [...warnings, ...wholeSuperseded(context, reading)] })
}

/** A hundred localities of one indicator are told apart in what is said of their figures. */
function nameWithPlace({ plan, planned, input }: ReadingContext): string {
  const place = input.locality == null ? undefined : plan.localitiesById.get(input.locality)
  return place === undefined ? planned.indicator.name : `${planned.indicator.name}·${place.name}`
}

/** Evidence stays with the figure until it is taken out; no list at all where there is none. */
function withEvidence(
  reading: IndicatorReading,
  input: ReadingInput,
  before: IndicatorReading | undefined,
): IndicatorReading {
  const evidence = input.evidence === undefined ? before?.evidence : evidenceOf(input.evidence ?? [])
  return evidence === undefined || evidence.length === 0 ? reading : { ...reading, evidence }
}

function checkLocality(context: ReadingContext): Outcome<null> {
  const { state, planned, input, month, plan, siblings } = context
  const item = planned.indicator.name
  const cells = state.readings.get(planned.indicator.id)?.get(month)?.cells
  if (input.locality == null) {
    const isCleared = (locality: string) =>
      siblings.some(
        (each) =>
          each.indicator === planned.indicator.id && each.locality === locality && each.state === 'blank',
      )
    const hasLocal = [...(cells ?? [])].some(
      ([locality, cell]) => locality !== '' && cell.latest.body.state !== 'blank' && !isCleared(locality),
    )
    const isGiven = siblings.some(
      (each) => each.indicator === planned.indicator.id && each.locality != null && each.state !== 'blank',
    )
    return (hasLocal || isGiven) && input.state !== 'blank'
      ? reject('locality-figures-present', { item })
      : accept(null)
  }
  if (planned.indicator.byLocality !== true) return reject('not-by-locality', { item })
  if (!plan.localitiesById.has(input.locality)) return reject('unknown-locality', { id: input.locality })
  return accept(null)
}

function checkBasis(context: ReadingContext): Outcome<null> {
  const { state, planned, input, month } = context
  if (input.basis === undefined) return accept(null)
  const cell = state.readings
    .get(planned.indicator.id)
    ?.get(month)
    ?.cells.get(input.locality ?? '')
  if (input.basis === (cell?.latest.entry ?? null)) return accept(null)
  return reject('figure-changed-meanwhile', {
    item: planned.indicator.name,
    author: cell?.latest.author ?? '',
  })
}

/** The localities' figures take the place of a total typed before. */
function wholeSuperseded(context: ReadingContext, reading: IndicatorReading): ReadingWarning[] {
  const { state, planned, month } = context
  const { id, name } = planned.indicator
  const whole = state.readings.get(id)?.get(month)?.cells.get('')
  if (reading.locality === null || reading.value === null || whole?.latest.body.state !== 'number') return []
  return [
    {
      indicator: id,
      code: 'whole-superseded',
      message: `“${name}”本月改按县区园区合计，原先填的合计数不再使用。`,
    },
  ]
}
