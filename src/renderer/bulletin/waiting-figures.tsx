import { Link } from 'react-router'
import type { BulletinPreview } from '../../contract/api.ts'
import { SUBMISSION_WORDS } from '../../core/measuring/status.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { bulletin as words } from '../words/bulletin.ts'

/** Shown apart: figures on their way never slip into an issue. */
export function WaitingFigures({ waiting }: { readonly waiting: BulletinPreview['waiting'] }) {
  const { plan } = useOpenSession()
  if (waiting.length === 0) return null
  return (
    <section className="notice" aria-label={words.waitingTitle}>
      <strong>{words.waitingTitle}</strong> {words.waitingHint}
      <span className="waiting-list">
        {waiting.map(({ department, state }) => (
          <span key={department}>
            {departmentName(plan, department)}（{SUBMISSION_WORDS[state]}）
          </span>
        ))}
      </span>{' '}
      <Link to="/submissions">{words.waitingGo}</Link>
    </section>
  )
}
