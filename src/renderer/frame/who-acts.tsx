import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { SessionView } from '../../contract/api.ts'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAttempt } from '../parts/use-attempt.ts'
import { useEnterStore } from '../use-enter-store.ts'
import { ROLE_NAMES } from '../words/common.ts'
import { frame } from '../words/frame.ts'

/** An open store in a window where nobody has said who they are. */
export function WhoActs({ session }: { readonly session: SessionView }) {
  const ask = useAsk()
  const enterStore = useEnterStore()
  const [name, setName] = useState<string | null>(session.people[0]?.name ?? null)
  const { attempt, failure } = useAttempt()
  const go = async () => {
    if (name === null) return
    await attempt(async () => enterStore(await ask('session.actAs', { name })))
  }
  const nameOf = (id: string | null) => session.departments.find((each) => each.id === id)?.name
  return (
    <main className="quiet-page">
      <h1>{frame.whoTitle}</h1>
      <p className="soft">{frame.whoText}</p>
      <Radio.Group
        value={name}
        onChange={(event) => setName(String(event.target.value))}
        aria-label={frame.whoLabel}
        className="choices-column"
      >
        {session.people.map((person) => (
          <Radio key={person.name} value={person.name}>
            {person.name}
            <span className="soft">
              {' '}
              {[nameOf(person.department), ROLE_NAMES[person.role]].filter(Boolean).join(' · ')}
            </span>
          </Radio>
        ))}
      </Radio.Group>
      <RefusedNotice failure={failure} />
      <Button type="primary" onClick={() => void go()} disabled={name === null}>
        {frame.whoGo}
      </Button>
    </main>
  )
}
