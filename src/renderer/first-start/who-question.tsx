import { Input, Radio, Select } from 'antd'
import type { Role } from '../../core/journal-entry.ts'
import { ROLE_NAMES } from '../words/common.ts'
import { firstStart as words } from '../words/first-start.ts'

interface Props {
  readonly name: string
  readonly setName: (name: string) => void
  readonly role: Role
  readonly setRole: (role: Role) => void
  readonly department: string | null
  readonly setDepartment: (department: string | null) => void
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

const ROLES = Object.keys(ROLE_NAMES) as Role[]
/** A select cannot hold null. */
const NONE = ''

export function WhoQuestion({ name, setName, role, setRole, department, setDepartment, departments }: Props) {
  const options = [...departments.map((each) => ({ value: each.id, label: each.name })), { value: NONE, label: words.noDepartment }]
  const known = departments.some((each) => each.id === department) ? department : null
  return (
    <>
      <p className="soft">{words.whoHint}</p>
      <div className="who-row">
        <span>
          <label htmlFor="who-name">{words.name}</label>
          <Input id="who-name" value={name} onChange={(event) => setName(event.target.value)} placeholder={words.nameHint} maxLength={40} />
        </span>
        <span>
          <label htmlFor="who-department">{words.department}</label>
          <Select
            id="who-department"
            value={known ?? NONE}
            onChange={(next: string) => setDepartment(next === NONE ? null : next)}
            options={options}
          />
        </span>
      </div>
      <Radio.Group value={role} onChange={(event) => setRole(event.target.value as Role)} className="choices-column" aria-label={words.role}>
        {ROLES.map((each) => (
          <Radio key={each} value={each}>
            {ROLE_NAMES[each]}
            <span className="choice-hint">{words.roleHints[each]}</span>
          </Radio>
        ))}
      </Radio.Group>
    </>
  )
}
