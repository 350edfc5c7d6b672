// Three questions on one quiet page. A refusal keeps everything typed.
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { SessionView } from '../../contract/api.ts'
import type { Role } from '../../core/journal/journal-entry.ts'
import { CallFailure, useAnswer, useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useEnterStore } from '../use-enter-store.ts'
import { firstStart as words } from '../words/first-start.ts'
import { type ChosenPlan, FILE_FIELD, PlanQuestion } from './plan-question.tsx'
import { belongsToDepartment, DEPARTMENT_FIELD, NAME_FIELD, WhoQuestion } from './who-question.tsx'
import '../styles/first-start.css'

export default function FirstStartPage() {
  const ask = useAsk()
  const enterStore = useEnterStore()
  const session = useAnswer('session.read', {}).data
  const [name, setName] = useState('')
  const [pickedRole, setRole] = useState<Role>('office')
  const [department, setDepartment] = useState<string | null>(null)
  const [plan, setPlan] = useState<ChosenPlan>({ kind: 'shipped' })
  const [bureauName, setBureauName] = useState('')
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [hint, setHint] = useState<string | null>(null)
  const [running, setRunning] = useState<'create' | 'example' | null>(null)

  const enter = async (what: 'create' | 'example', open: () => Promise<SessionView>) => {
    setRunning(what)
    setFailure(null)
    setHint(null)
    try {
      await enterStore(await open())
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      setFailure(error)
    } finally {
      setRunning(null)
    }
  }

  const departments = plan.kind === 'file' ? (plan.summary?.departments ?? []) : (session?.departments ?? [])
  const role = departments.length === 0 && belongsToDepartment(pickedRole) ? 'office' : pickedRole
  const own =
    departments.some((each) => each.id === department) && belongsToDepartment(role) ? department : null

  const create = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = (hint: string, field: string) => {
      setHint(hint)
      document.getElementById(field)?.focus()
    }
    if (plan.kind === 'file' && plan.text === null) return isMissing(words.fileMissing, FILE_FIELD)
    if (name.trim() === '') return isMissing(words.nameMissing, NAME_FIELD)
    if (belongsToDepartment(role) && own === null) return isMissing(words.departmentMissing, DEPARTMENT_FIELD)
    void enter('create', () =>
      ask('store.create', {
        planText: plan.kind === 'file' ? plan.text : null,
        bureauName: bureauName.trim() === '' ? null : bureauName,
        person: { name, department: own, role },
      }),
    )
  }

  return (
    <main className="first-start">
      <form onSubmit={create} className="first-start-card" noValidate>
        <h1>{words.title}</h1>
        <p className="soft">{words.intro}</p>
        <section aria-labelledby="question-plan">
          <h2 id="question-plan">
            <span className="number">1</span>
            {words.planTitle}
          </h2>
          <PlanQuestion plan={plan} onChange={setPlan} />
        </section>
        <section aria-labelledby="question-who">
          <h2 id="question-who">
            <span className="number">2</span>
            {words.whoTitle}
          </h2>
          <WhoQuestion {...{ name, setName, role, setRole, department: own, setDepartment, departments }} />
        </section>
        <section aria-labelledby="question-bureau">
          <h2 id="question-bureau">
            <span className="number">3</span>
            {words.bureauTitle}
          </h2>
          <Input
            aria-labelledby="question-bureau"
            value={bureauName}
            onChange={(event) => setBureauName(event.target.value)}
            placeholder={words.bureauExample}
            maxLength={60}
          />
          <p className="soft">{words.bureauHint}</p>
        </section>
        <RefusedNotice failure={failure} />
        {hint === null ? null : (
          <p className="notice notice-refused" role="alert">
            {hint}
          </p>
        )}
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          loading={running === 'create'}
          disabled={running !== null}
        >
          {running === 'create' ? words.going : words.go}
        </Button>
      </form>
      <aside className="first-start-card first-start-example">
        <h2>{words.exampleTitle}</h2>
        <p>{words.exampleText}</p>
        <Button
          onClick={() => void enter('example', () => ask('store.openExample', {}))}
          loading={running === 'example'}
          disabled={running !== null}
        >
          {running === 'example' ? words.openingExample : words.exampleDo}
        </Button>
      </aside>
    </main>
  )
}
