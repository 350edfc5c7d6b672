// 佐证材料: a file is kept first and named in an entry afterwards; taking it out of the entry keeps the file.
import type { CallOutput, ParsedInput } from '../../contract/api.ts'
import { checkEvidence } from '../../core/journal/evidence-file.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import { bytesOfBase64 } from '../bytes-of-base64.ts'
import type { CallContext } from '../call-context.ts'
import { placeToFill } from '../place-to-fill.ts'

export function addEvidence(
  context: CallContext,
  input: ParsedInput<'evidence.add'>,
): Outcome<CallOutput<'evidence.add'>> {
  const place = placeToFill(context, input)
  if (!place.ok) return place
  const bytes = bytesOfBase64(input.base64)
  const name = checkEvidence(input.fileName, bytes.length)
  if (!name.ok) return name
  const path = context.ports.evidence.keep(context.shelf.folder.place, name.value, bytes)
  return accept({ path, size: bytes.length })
}

/** Shows the file in the program the desktop has for it. */
export function openEvidence(
  context: CallContext,
  input: ParsedInput<'evidence.open'>,
): Outcome<CallOutput<'evidence.open'>> {
  const actor = context.actor()
  if (!actor.ok) return actor
  return accept({ place: context.ports.evidence.open(context.shelf.folder.place, input.path) })
}
