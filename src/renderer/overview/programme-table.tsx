import { departmentName, useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { type StandingsProps, StandingsTable } from './standings-table.tsx'

export function ProgrammeTable(props: StandingsProps) {
  const { plan } = useOpenSession()
  const { programmes } = plan.plan
  return (
    <StandingsTable
      {...props}
      id="programmes-title"
      title={words.programmes}
      kind="programme"
      columns={[{ title: words.columns.programme }, { title: words.columns.lead, className: 'lead-column' }]}
      paceHint={<span className="pace-hint">{words.columns.paceHint}</span>}
      standings={props.overview.programmes}
      nameOf={({ id }) => {
        const at = programmes.findIndex((programme) => programme.id === id)
        return `${at + 1} ${programmes[at]?.name ?? ''}`
      }}
      besideName={({ id }) => departmentName(plan, plan.programmesById.get(id)?.lead ?? null)}
    />
  )
}
