import { Select } from 'antd'
import { useChosen } from '../chosen.tsx'
import { frame as words } from '../words/frame.ts'

/** Only where there is a choice: a clerk's own department stands beside the name already. */
export function DepartmentPicker() {
  const { department, departments, chooseDepartment } = useChosen()
  if (departments.length < 2) return null
  return (
    <Select
      aria-label={words.department}
      value={department}
      onChange={chooseDepartment}
      options={departments.map((each) => ({ value: each.id, label: each.name }))}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      className="department-select"
    />
  )
}
