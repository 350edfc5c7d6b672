// What comes before the pages: an expired window, no store yet, nobody chosen.
import { lazy, Suspense } from 'react'
import { useAnswer } from '../ask.tsx'
import { ChosenProvider } from '../chosen.tsx'
import { useConnection } from '../connection.ts'
import { PageEmpty, PageError, PageLoading } from '../parts/page-states.tsx'
import { OpenSessionProvider } from '../session.tsx'
import { frame } from '../words/frame.ts'
import { Frame } from './frame.tsx'
import { WhoActs } from './who-acts.tsx'

const FirstStart = lazy(() => import('../first-start/first-start-page.tsx'))

export function SessionGate() {
  const connection = useConnection()
  const answer = useAnswer('session.read', {})
  const session = answer.data
  if (connection === 'expired') {
    return (
      <PageEmpty title={frame.expiredTitle}>
        <p role="alert">{frame.expiredText}</p>
      </PageEmpty>
    )
  }
  if (session === undefined) {
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  }
  if (session.store === 'missing') {
    return (
      <Suspense fallback={<PageLoading />}>
        <FirstStart />
      </Suspense>
    )
  }
  if (session.actor === null) return <WhoActs session={session} />
  return (
    <OpenSessionProvider
      key={`${session.dataFolder}|${session.isExample}`}
      session={session}
      actor={session.actor}
    >
      <ChosenProvider key={session.actor.name}>
        <Frame />
      </ChosenProvider>
    </OpenSessionProvider>
  )
}
