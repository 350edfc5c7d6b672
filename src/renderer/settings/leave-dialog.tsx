import { AutoComplete, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Person } from '../../core/journal/journal-entry.ts'
import { useAsk } from '../ask.tsx'
import { focusFirstField } from '../parts/first-field.ts'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { settings as words } from '../words/settings.ts'

interface Props {
  readonly person: Person
  readonly onClose: () => void
}

export function LeaveDialog({ person, onClose }: Props) {
  const id = useId()
  const { session } = useOpenSession()
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const [successor, setSuccessor] = useState('')
  const leave = async () => {
    const leaving = { name: person.name, successor: successor.trim() || null }
    if (await act(() => ask('people.leave', leaving), words.left(person.name))) onClose()
  }
  return (
    <Modal
      afterOpenChange={focusFirstField}
      open
      title={words.leaveTitle(person.name)}
      okText={words.leaveDo}
      cancelText={common.cancel}
      confirmLoading={isBusy}
      onOk={() => void leave()}
      onCancel={onClose}
    >
      <p>{words.leaveText}</p>
      <div className="form-column">
        <label htmlFor={`${id}-successor`}>{words.successor}</label>
        <AutoComplete
          id={`${id}-successor`}
          value={successor}
          onChange={setSuccessor}
          filterOption={(typed, option) => option?.value.includes(typed) === true}
          options={session.people
            .filter(({ name }) => name !== person.name)
            .map(({ name: value }) => ({ value }))}
        />
        <RefusedNotice failure={failure} />
      </div>
    </Modal>
  )
}
