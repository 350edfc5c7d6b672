import { useQueries } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef } from 'react'
import type { SubmissionMatrix } from '../../contract/api.ts'
import { dueDateOf, monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { dayText } from '../shown-time.ts'
import { common } from '../words/common.ts'
import { submissions as words } from '../words/submissions.ts'
import { type Chased, chaseText, isOwing } from './chase-text.ts'

interface Props {
  readonly matrix: SubmissionMatrix
  readonly month: string
}

export function ChaseList({ matrix, month }: Props) {
  const { plan } = useOpenSession()
  const ask = useAsk()
  const owing = matrix.rows.flatMap((row) =>
    row.cells.filter((cell) => cell.month === month && isOwing(cell)),
  )
  const reviews = useQueries({
    queries: owing.map((submission) => {
      const place = { department: submission.department, month }
      return { queryKey: ['submission.review', place], queryFn: () => ask('submission.review', place) }
    }),
  })
  const chased = owing.map(
    (submission, at): Chased => ({
      name: departmentName(plan, submission.department),
      submission,
      missing: reviews[at]?.data?.missing.map((each) => each.name) ?? [],
    }),
  )
  const isLoading = reviews.some((review) => review.data === undefined && review.error === null)
  return (
    <section className="card chase" aria-labelledby="chase-title">
      <div className="card-head">
        <h2 id="chase-title">{words.chaseTitle(monthTitle(month))}</h2>
        {chased.length === 0 ? null : <span className="soft">{words.chaseHint}</span>}
      </div>
      {chased.length === 0 ? <p className="chase-none">✓ {words.chaseNone}</p> : null}
      {chased.length > 0 && isLoading ? <p className="chase-none soft">{words.chaseLoading}</p> : null}
      {chased.length > 0 && !isLoading ? (
        <ChaseBody text={chaseText(monthTitle(month), dayText(dueDateOf(month, plan.dueDay)), chased)} />
      ) : null}
    </section>
  )
}

function ChaseBody({ text }: { readonly text: string }) {
  const { message } = App.useApp()
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    area.current?.select()
    try {
      await navigator.clipboard.writeText(text)
      void message.success(common.copied)
    } catch {
      // The clipboard may be closed to pages; the words are selected, Ctrl+C takes them.
      void message.info(common.notCopied)
    }
  }
  return (
    <div className="chase-copy">
      <textarea
        ref={area}
        readOnly
        aria-label={words.chaseText}
        value={text}
        rows={Math.min(12, text.split('\n').length + 1)}
      />
      <Button onClick={() => void copy()}>{words.chaseCopy}</Button>
    </div>
  )
}
