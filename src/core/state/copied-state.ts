// A state that goes on by itself: what an append will lead to can be worked out beside what is known now.
import type { FigureDraft } from '../journal/journal-entry.ts'
import type { Steps } from '../steps.ts'
import type { ReportingMonth } from '../values/reporting-month.ts'
import type { BureauState, Cell } from './bureau-state.ts'

/**
 * The same state once more: entries of these drafts may be applied to it without being seen in the other. All that they
 * cannot change is shared by both.
 */
export function* copiedFor(state: BureauState, drafts: readonly FigureDraft[]): Steps<BureauState> {
  const readings = new Map(state.readings)
  const measures = new Map(state.measures)
  const copied = new Set<string>()
  const isNew = (...key: string[]) => copied.size < copied.add(JSON.stringify(key)).size
  const touched = new Set<ReportingMonth>()
  for (const { kind, body } of drafts) {
    yield
    touched.add(body.month)
    if (kind === 'indicator-reading-recorded') {
      const { indicator, month } = body
      if (isNew('indicator', indicator)) readings.set(indicator, new Map(readings.get(indicator)))
      const months = readings.get(indicator)
      const own = months?.get(month)
      if (own !== undefined && isNew('cells', indicator, month))
        months?.set(month, { ...own, cells: new Map([...own.cells].map(([at, cell]) => [at, { ...cell }])) })
    }
    if (kind === 'measure-progress-recorded' && isNew('measure', body.measure))
      measures.set(body.measure, copiedCells(measures.get(body.measure)))
  }
  const submissions = new Map(state.submissions)
  for (const [key, record] of submissions)
    if (touched.has(record.month)) submissions.set(key, { ...record, events: [...record.events] })
  return { ...state, readings, measures, submissions }
}

function copiedCells<Key, Body>(cells: ReadonlyMap<Key, Cell<Body>> | undefined): Map<Key, Cell<Body>> {
  return new Map([...(cells ?? [])].map(([key, cell]) => [key, { ...cell }]))
}
