import type { SubmissionStatus } from '../../core/measuring/status.ts'
import { isHandedIn } from '../../core/measuring/status.ts'
import { timeText } from '../shown-time.ts'
import { entry as words } from '../words/entry.ts'

interface Props {
  readonly submission: SubmissionStatus
  readonly correctionReason: string | null
}

/** What became of this month so far, in one line. */
export function SubmissionNotices({ submission, correctionReason }: Props) {
  const {
    state,
    returnReason,
    correctionReason: openReason,
    submittedAt,
    submittedBy,
    acceptedAt,
    timesReturned,
  } = submission
  const now = Date.now()
  return (
    <>
      {state === 'returned' && returnReason !== null ? (
        <p className="notice notice-refused" role="status">
          <strong>{words.returned(returnReason)}</strong> {words.returnedHint}
        </p>
      ) : null}
      {state === 'submitted' && submittedAt !== null ? (
        <p className="notice">{words.submittedBy(timeText(submittedAt, now), submittedBy ?? '')}</p>
      ) : null}
      {state === 'accepted' && acceptedAt !== null ? (
        <p className="notice notice-good">{words.accepted(timeText(acceptedAt, now))}</p>
      ) : null}
      {state === 'correcting' && openReason !== null ? (
        <p className="notice">
          {words.correcting(openReason)} {words.correctingHint}
        </p>
      ) : null}
      {correctionReason !== null && isHandedIn(state) ? (
        <p className="notice">{words.correctionReady(correctionReason)}</p>
      ) : null}
      {state !== 'returned' && state !== 'accepted' && timesReturned > 0 && returnReason !== null ? (
        <p className="soft returned-before">{words.returnedBefore(timesReturned, returnReason)}</p>
      ) : null}
    </>
  )
}
