// 通报文字: the office may put its own words in the draft's place until the issue is frozen.

import { type EntryId, type Person, subjectOf } from '../journal/journal-entry.ts'
import { accept, type Outcome, reject } from '../outcome.ts'
import type { BureauState } from '../state/bureau-state.ts'
import { permit } from './permissions.ts'
import { checkMonth } from './record.ts'
import type { Decision } from './record-sheet.ts'

export interface BulletinTextEdit {
  readonly month: string
  /** null = back to the draft */
  readonly text: string | null
  /** the draft that the author had in front of them */
  readonly draft: string
  /** the edited text that the author had in front of them; null = none */
  readonly basis: EntryId | null
}

export function decideBulletinText(
  state: BureauState,
  edit: BulletinTextEdit,
  actor: Person,
): Outcome<Decision> {
  const permitted = permit(state.plan, actor, 'manage', null)
  if (!permitted.ok) return permitted
  if (state.plan === null) return reject('store-missing')
  const month = checkMonth(state.plan, edit.month)
  if (!month.ok) return month
  const frozen = state.bulletins.get(month.value)
  if (frozen !== undefined) return reject('bulletin-already-frozen', { issue: frozen.issue })
  const known = state.bulletinTexts.get(month.value)
  if ((known?.origin.entry ?? null) !== edit.basis)
    return reject('bulletin-text-changed-meanwhile', { author: known?.origin.author ?? '' })
  if (edit.text !== null && edit.text.trim() === '') return reject('bulletin-text-empty')
  if ((known?.text ?? null) === edit.text) return accept({ drafts: [], warnings: [] })
  return accept({
    drafts: [
      {
        kind: 'bulletin-text-edited',
        subject: subjectOf.bulletinText(month.value),
        basis: edit.basis,
        body: { month: month.value, text: edit.text, draft: edit.draft },
      },
    ],
    warnings: [],
  })
}
