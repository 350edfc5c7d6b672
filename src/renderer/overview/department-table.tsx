import { SUBMISSION_WORDS } from '../../core/measuring/status.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { hasItems } from './items.ts'
import { type StandingsProps, StandingsTable } from './standings-table.tsx'

/** Only departments that answer for something: an empty row says nothing. */
export function DepartmentTable(props: StandingsProps) {
  const { plan } = useOpenSession()
  const { departments, submissions } = props.overview
  return (
    <StandingsTable
      {...props}
      id="departments-title"
      title={words.departments}
      kind="department"
      columns={[
        { title: words.columns.department, className: 'department-column' },
        { title: words.columns.submission, className: 'lead-column' },
      ]}
      standings={departments.filter(hasItems)}
      nameOf={({ id }) => departmentName(plan, id)}
      besideName={({ id }) => {
        const submission = submissions.find((each) => each.department === id)
        return submission === undefined ? words.notExpected : SUBMISSION_WORDS[submission.state]
      }}
    />
  )
}
