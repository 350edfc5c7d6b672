// 报送: who has reported, when, and what the office still has to do.
import { useState } from 'react'
import { yearOf } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { PageEmpty, PageError, PageLoading } from '../parts/page-states.tsx'
import { submissions as words } from '../words/submissions.ts'
import { ChaseList } from './chase-list.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { ReviewDrawer } from './review-drawer.tsx'
import '../styles/why.css'
import '../styles/submissions.css'
import type { Reviewed } from './reviewed.ts'

export default function SubmissionsPage() {
  const { month } = useChosen()
  const [reviewed, setReviewed] = useState<Reviewed | null>(null)
  const answer = useAnswer('submission.matrix', { year: yearOf(month) })
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  if (answer.data.rows.length === 0) {
    return (
      <PageEmpty title={words.emptyTitle}>
        <p>{words.emptyText}</p>
      </PageEmpty>
    )
  }
  return (
    <div className="submissions">
      <MatrixTable matrix={answer.data} month={month} onOpen={setReviewed} />
      <ChaseList matrix={answer.data} month={month} />
      <ReviewDrawer reviewed={reviewed} onClose={() => setReviewed(null)} />
    </div>
  )
}
