import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import type { Person, Role } from '../../core/journal/journal-entry.ts'
import { useAsk } from '../ask.tsx'
import { focusFirstField } from '../parts/first-field.ts'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { useOpenSession } from '../session.tsx'
import { common, ROLE_NAMES } from '../words/common.ts'
import { frame } from '../words/frame.ts'
import { settings as words } from '../words/settings.ts'

const ROLES = Object.keys(ROLE_NAMES) as Role[]

interface Props {
  readonly person: Person
  readonly onClose: () => void
}

export function ChangePersonDialog({ person, onClose }: Props) {
  const id = useId()
  const { session } = useOpenSession()
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const [role, setRole] = useState(person.role)
  const [department, setDepartment] = useState(person.department ?? '')
  const save = async () => {
    const changed = { name: person.name, role, department: department === '' ? null : department }
    if (await act(() => ask('people.change', changed), words.changed(person.name))) onClose()
  }
  return (
    <Modal
      afterOpenChange={focusFirstField}
      open
      title={words.changeTitle(person.name)}
      okText={words.save}
      cancelText={common.cancel}
      confirmLoading={isBusy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="form-column">
        <label htmlFor={`${id}-role`}>{frame.personRole}</label>
        <Select
          id={`${id}-role`}
          value={role}
          onChange={setRole}
          options={ROLES.map((value) => ({ value, label: ROLE_NAMES[value] }))}
        />
        <label htmlFor={`${id}-department`}>{frame.personDepartment}</label>
        <Select
          id={`${id}-department`}
          value={department}
          onChange={setDepartment}
          options={[
            ...session.departments.map((each) => ({ value: each.id, label: each.name })),
            { value: '', label: words.noDepartment },
          ]}
        />
        <RefusedNotice failure={failure} />
      </div>
    </Modal>
  )
}
