import type { VerifyReport } from '../../core/journal/verify-report.ts'
import { accept, type Outcome } from '../../core/outcome.ts'
import type { CallContext } from '../call-context.ts'

/** Checks everything there is; where a window waits for other answers meanwhile, in a process of its own. */
export function verifyJournal({
  ports,
  shelf,
  journal,
}: CallContext): Outcome<VerifyReport> | Promise<Outcome<VerifyReport>> {
  return ports.checkApart === undefined ? accept(journal.verify()) : ports.checkApart(shelf.folder.place)
}
