import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Role } from '../../core/journal/journal-entry.ts'
import { useAsk } from '../ask.tsx'
import { focusFirstField } from '../parts/first-field.ts'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { useOpenSession } from '../session.tsx'
import { common, ROLE_NAMES } from '../words/common.ts'
import { frame as words } from '../words/frame.ts'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const ROLES = Object.keys(ROLE_NAMES) as Role[]

export function AddPersonDialog({ isOpen, onClose }: Props) {
  const { session } = useOpenSession()
  const ask = useAsk()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('clerk')
  const [department, setDepartment] = useState<string>(session.departments[0]?.id ?? '')
  const { act, failure } = useAct()
  const add = async () => {
    const person = { name, role, department: department === '' ? null : department }
    if (!(await act(() => ask('people.add', person), words.personAdded(name)))) return
    setName('')
    onClose()
  }
  const departments = [
    ...session.departments.map((each) => ({ value: each.id, label: each.name })),
    { value: '', label: words.noDepartment },
  ]
  return (
    <Modal
      afterOpenChange={focusFirstField}
      title={words.addPersonTitle}
      open={isOpen}
      onCancel={onClose}
      onOk={() => void add()}
      okText={words.addPersonDo}
      cancelText={common.cancel}
      destroyOnHidden
    >
      <div className="form-column">
        <label htmlFor="person-name">{words.personName}</label>
        <Input
          id="person-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={40}
        />
        <label htmlFor="person-role">{words.personRole}</label>
        <Select
          id="person-role"
          value={role}
          onChange={setRole}
          options={ROLES.map((each) => ({ value: each, label: ROLE_NAMES[each] }))}
        />
        <label htmlFor="person-department">{words.personDepartment}</label>
        <Select id="person-department" value={department} onChange={setDepartment} options={departments} />
        <RefusedNotice failure={failure} />
      </div>
    </Modal>
  )
}
