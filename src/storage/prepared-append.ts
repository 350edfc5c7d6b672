// A long append is worked out beside what is known, a step at a time: stamped and hashed entries, the state that they
// lead to, and what changes in the derived tables. What is left for the transaction is to write it all down.
import type { ULIDFactory } from 'ulid'
import type { Stamp } from '../application/ports.ts'
import type { FigureDraft } from '../core/journal/journal-entry.ts'
import type { Projection } from '../core/projection/projection.ts'
import type { DerivedChanges } from '../core/projection/projection-rows.ts'
import type { BureauState } from '../core/state/bureau-state.ts'
import { copiedFor } from '../core/state/copied-state.ts'
import { applyEntry } from '../core/state/fold-entries.ts'
import type { Steps } from '../core/steps.ts'
import { type SealedEntry, stampInSteps, type Tail } from './stamp-entries.ts'

/** What is known, and what it is kept from. */
interface Known {
  readonly state: BureauState
  readonly projection: Projection
  readonly tail: Tail
}

export interface PreparedAppend extends Known {
  readonly sealed: readonly SealedEntry[]
  readonly changes: DerivedChanges
}

/** `known` stays as it is; the answer holds as long as nothing else is appended. */
export function* prepareAppend(
  drafts: readonly FigureDraft[],
  stamp: Stamp,
  { nextId, ...known }: Known & { readonly nextId: ULIDFactory },
): Steps<PreparedAppend> {
  const { sealed, tail } = yield* stampInSteps(drafts, stamp, known.tail, nextId)
  const state = yield* copiedFor(known.state, drafts)
  const projection = known.projection.copy()
  for (const { entry } of sealed) {
    yield
    applyEntry(state, entry)
    projection.note(state, entry)
  }
  return { sealed, tail, state, projection, changes: yield* projection.updateInSteps(state) }
}
