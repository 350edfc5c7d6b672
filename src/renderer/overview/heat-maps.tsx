// The two heat maps of 总览: programme × month and department × month.
import type { Overview } from '../../contract/overview-answers.ts'
import { useAnswer } from '../ask.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { HeatMap } from './heat-map.tsx'
import { useViewed } from './viewed.ts'
import type { Shown } from './why-drawer.tsx'

interface Props {
  readonly month: string
  readonly onOpen: (shown: Shown) => void
}

export function ProgrammeHeatMap({ heat, month, onOpen }: Props & { readonly heat: Overview['heat'] }) {
  const { plan } = useOpenSession()
  const rows = heat.map(({ programme, cells }) => {
    const at = plan.plan.programmes.findIndex(({ id }) => id === programme)
    const name = plan.plan.programmes[at]?.name ?? programme
    return { scope: { kind: 'programme' as const, id: programme }, name, short: `${at + 1} ${name}`, cells }
  })
  return <HeatMap rows={rows} rowTitle={words.columns.programme} month={month} onOpen={onOpen} />
}

export function DepartmentHeatMap({ month, onOpen }: Props) {
  const { plan } = useOpenSession()
  const viewed = useViewed()
  const answer = useAnswer('overview.departments', { month, ...viewed })
  const rows = (answer.data?.rows ?? []).map(({ department, cells }) => {
    const name = departmentName(plan, department)
    return { scope: { kind: 'department' as const, id: department }, name, short: name, cells }
  })
  return <HeatMap rows={rows} rowTitle={words.columns.department} month={month} onOpen={onOpen} />
}
