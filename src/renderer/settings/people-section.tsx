import { Button } from 'antd'
import { useId, useState } from 'react'
import type { Person } from '../../core/journal/journal-entry.ts'
import { useAnswer } from '../ask.tsx'
import { AddPersonDialog } from '../frame/add-person-dialog.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { timeText } from '../shown-time.ts'
import { ROLE_NAMES } from '../words/common.ts'
import { settings as words } from '../words/settings.ts'
import { ChangePersonDialog } from './change-person-dialog.tsx'
import { LeaveDialog } from './leave-dialog.tsx'

interface Open {
  readonly what: 'add' | 'change' | 'leave'
  readonly person: Person | null
}

export function PeopleSection({ mayEdit }: { readonly mayEdit: boolean }) {
  const id = useId()
  const { session, plan } = useOpenSession()
  const former = useAnswer('people.former', {})
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const now = Date.now()
  return (
    <section className="card settings-card" aria-labelledby={`${id}-title`}>
      <div className="settings-head">
        <h2 id={`${id}-title`}>{words.people}</h2>
        {mayEdit ? (
          <Button onClick={() => setOpen({ what: 'add', person: null })}>{words.addPerson}</Button>
        ) : null}
      </div>
      <table className="lined">
        <thead>
          <tr>
            <th>{words.peopleColumns.name}</th>
            <th>{words.peopleColumns.role}</th>
            <th>{words.peopleColumns.department}</th>
            {mayEdit ? <th>{words.peopleColumns.acts}</th> : null}
          </tr>
        </thead>
        <tbody>
          {session.people.map((person) => (
            <tr key={person.name}>
              <td>{person.name}</td>
              <td>{ROLE_NAMES[person.role]}</td>
              <td>
                {person.department === null ? words.noDepartment : departmentName(plan, person.department)}
              </td>
              {mayEdit ? (
                <td className="settings-acts">
                  <Button
                    size="small"
                    aria-label={`${words.changePerson} ${person.name}`}
                    onClick={() => setOpen({ what: 'change', person })}
                  >
                    {words.changePerson}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${words.handOver} ${person.name}`}
                    onClick={() => setOpen({ what: 'leave', person })}
                  >
                    {words.handOver}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {(former.data ?? []).length === 0 ? null : (
        <>
          <h3 className="panel-part">{words.former}</h3>
          <ul className="plain-list">
            {former.data?.map(({ person, successor, leftAt }) => (
              <li key={person.name}>
                {words.formerLine(person.name, ROLE_NAMES[person.role], successor, timeText(leftAt, now))}
              </li>
            ))}
          </ul>
        </>
      )}
      <AddPersonDialog isOpen={open?.what === 'add'} onClose={close} />
      {open?.what === 'change' && open.person !== null ? (
        <ChangePersonDialog person={open.person} onClose={close} />
      ) : null}
      {open?.what === 'leave' && open.person !== null ? (
        <LeaveDialog person={open.person} onClose={close} />
      ) : null}
    </section>
  )
}
