import { SUBMISSION_WORDS } from '../../core/measuring/status.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
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
      columns={
        <>
          <th className="department-column">{words.columns.department}</th>
          <th className="lead-column">{words.columns.submission}</th>
        </>
      }
      standings={departments.filter((standing) => standing.worst !== null)}
      nameOf={({ id }) => departmentName(plan, id)}
      besideName={({ id }) => {
        const submission = submissions.find((each) => each.department === id)
        return submission === undefined ? (
          <span className="soft">{words.notExpected}</span>
        ) : (
          SUBMISSION_WORDS[submission.state]
        )
      }}
    />
  )
}
