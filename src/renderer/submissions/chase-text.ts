// 催报: ready wording with the exact cells that are missing, to be copied into a message.

import type { SubmissionStatus } from '../../core/measuring/status.ts'
import { isHandedIn, SUBMISSION_WORDS } from '../../core/measuring/status.ts'
import { submissions as words } from '../words/submissions.ts'

export interface Chased {
  readonly name: string
  readonly submission: SubmissionStatus
  readonly missing: readonly string[]
}

/** Departments that still owe this month: everything but submitted and accepted. */
export function isOwing(submission: SubmissionStatus): boolean {
  return submission.expected > 0 && !isHandedIn(submission.state)
}

export function chaseText(monthTitle: string, due: string, chased: readonly Chased[]): string {
  return [words.chaseOpening(monthTitle, due), ...chased.map(chaseLine), words.chaseSignature].join('\n')
}

export function chaseLine({ name, submission, missing }: Chased): string {
  const what = [
    submission.state === 'returned' && submission.returnReason !== null
      ? words.chaseReturned(submission.returnReason)
      : null,
    submission.state === 'correcting' ? words.chaseCorrecting : null,
    missing.length > 0 ? words.chaseMissing(missing.length, missing.join('、')) : null,
  ].filter((part) => part !== null)
  return `${words.chaseLine(name, SUBMISSION_WORDS[submission.state], what.length === 0 ? words.chaseFilled : what.join('；'))}。`
}
