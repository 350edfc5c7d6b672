import { Input, Radio, Select } from 'antd'
import type { Role } from '../../core/journal/journal-entry.ts'
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

export const NAME_FIELD = 'who-name'
export const DEPARTMENT_FIELD = 'who-department'

const ROLES = Object.keys(ROLE_NAMES) as Role[]
export function WhoQuestion({ name, setName, role, setRole, department, setDepartment, departments }: Props) {
  const canBelong = departments.length > 0
  return (
    <>
      <p className="soft">{words.whoHint}</p>
      <div className="who-field">
        <label htmlFor={NAME_FIELD}>{words.name}</label>
        <Input
          id={NAME_FIELD}
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder={words.nameHint}
          maxLength={40}
        />
      </div>
      <Radio.Group
        value={role}
        onChange={(event) => setRole(event.target.value as Role)}
        className="choices-column"
        aria-label={words.role}
      >
        {ROLES.map((each) => (
          <Radio key={each} value={each} disabled={belongsToDepartment(each) && !canBelong}>
            {ROLE_NAMES[each]}
            <span className="choice-hint">{words.roleHints[each]}</span>
          </Radio>
        ))}
      </Radio.Group>
      {/* below what asks for it: the next thing for the eye and for Tab */}
      {belongsToDepartment(role) && canBelong ? (
        <div className="who-field">
          <label htmlFor={DEPARTMENT_FIELD}>{words.department}</label>
          <Select
            id={DEPARTMENT_FIELD}
            value={department}
            onChange={setDepartment}
            options={departments.map((each) => ({ value: each.id, label: each.name }))}
            placeholder={words.departmentHint}
          />
        </div>
      ) : null}
      {canBelong ? null : <p className="soft">{words.departmentsUnknown}</p>}
    </>
  )
}

/** 填报员 and 处长 answer for a department; 办公室 and 局领导 for the whole bureau. */
export function belongsToDepartment(role: Role): boolean {
  return role === 'clerk' || role === 'head'
}
