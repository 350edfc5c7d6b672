// Every opening of a store is followed by a check of all of it; what it finds stands above every page.
import { useEffect, useState } from 'react'
import { CallFailure, useAsk } from '../ask.tsx'
import { frame as words } from '../words/frame.ts'

/** The check begins once the first page has been drawn and answered. */
const QUIET_MS = 1000

export function SoundnessBanner() {
  const problems = useStoreProblems()
  if (problems.length === 0) return null
  return (
    <div className="frame-banner frame-banner-bad" role="alert">
      {words.damaged}
      <details>
        <summary>{words.damagedPlaces(problems.length)}</summary>
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** Asked once for each opening, not again with every save: a check reads the whole store. */
function useStoreProblems(): readonly string[] {
  const ask = useAsk()
  const [problems, setProblems] = useState<readonly string[]>([])
  useEffect(() => {
    const clock = setTimeout(() => {
      ask('journal.verify', {}).then(
        (report) => setProblems(report.problems),
        // A check that found no end is no good sign either; a lost connection is told by the frame.
        (failure: unknown) => {
          if (failure instanceof CallFailure && failure.code !== 'disconnected')
            setProblems([failure.message])
        },
      )
    }, QUIET_MS)
    return () => clearTimeout(clock)
  }, [ask])
  return problems
}
