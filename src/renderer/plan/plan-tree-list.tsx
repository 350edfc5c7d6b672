// The tree as a table that arrows walk through: 事项 · 目标 · 牵头 · 参与.
import type { KeyboardEvent } from 'react'
import type { DepartmentId } from '../../core/plan/annual-plan.ts'
import type { PlanNode } from '../../core/plan/plan-tree.ts'
import { PHASE_NAMES, plan as words } from '../words/plan.ts'
import { shownTarget } from './item-facts.tsx'
import { usePlanSource } from './plan-source.ts'
import type { TreeRow } from './tree-rows.ts'

interface Props {
  readonly rows: readonly TreeRow[]
  readonly selected: string | null
  readonly onSelect: (key: string) => void
}

export function PlanTreeList({ rows, selected, onSelect }: Props) {
  return (
    <table className="lined plan-tree" onKeyDown={walk}>
      <thead>
        <tr>
          <th>{words.columns.item}</th>
          <th className="plan-target">{words.columns.target}</th>
          <th className="plan-lead">{words.columns.lead}</th>
          <th className="plan-part">{words.columns.participating}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.node === null ? (
            <tr key={row.key} className="plan-heading">
              <th colSpan={4} scope="rowgroup">
                {row.heading === 'headline' ? words.headline : words.safeguards}
              </th>
            </tr>
          ) : (
            <NodeRow
              key={row.key}
              row={row}
              node={row.node}
              isOn={row.key === selected}
              onSelect={onSelect}
            />
          ),
        )}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly row: TreeRow
  readonly node: PlanNode
  readonly isOn: boolean
  readonly onSelect: (key: string) => void
}

function NodeRow({ row, node, isOn, onSelect }: RowProps) {
  const { index, view } = usePlanSource()
  const nameOf = (id: DepartmentId) => index.departmentsById.get(id)?.name ?? id
  const phase = node.phase === 'in-force' ? null : PHASE_NAMES[node.phase]
  return (
    <tr
      className={`${row.depth === 0 ? 'plan-programme' : ''}${isOn ? ' plan-on' : ''}${phase === null ? '' : ' plan-off'}`}
    >
      <td className={`plan-depth-${row.depth}`}>
        <button
          type="button"
          className="plan-item"
          aria-current={isOn ? 'true' : undefined}
          data-key={row.key}
          onClick={() => onSelect(row.key)}
        >
          {row.number === null ? null : <span className="soft">{words.number(row.number)} </span>}
          {node.name}
          {phase === null ? null : <span className="plan-phase">{phase}</span>}
        </button>
      </td>
      <td className="plan-target">{node.kind === 'indicator' ? shownTarget(node.item, view.month) : ''}</td>
      <td className="plan-lead">
        {node.kind === 'safeguard' ? null : node.lead === null ? (
          <span className={node.kind === 'programme' ? 'soft' : 'bad'}>{words.nobody}</span>
        ) : (
          <Clamped text={nameOf(node.lead)} />
        )}
        {node.isLeadInherited && node.lead !== null ? <Inherited /> : null}
      </td>
      <td className="plan-part">
        {node.isParticipatingInherited && node.participating.length > 0 ? (
          <InheritedUnits names={node.participating.map(nameOf).join('、')} />
        ) : (
          <Clamped text={node.participating.map(nameOf).join('、')} />
        )}
      </td>
    </tr>
  )
}

/** Two lines at most: the whole stands in the side panel. */
function Clamped({ text }: { readonly text: string }) {
  return (
    <span className="plan-clamp" title={text}>
      {text}
    </span>
  )
}

/** One line: the programme's own row, a little above, says them in full. */
function InheritedUnits({ names }: { readonly names: string }) {
  return (
    <span className="inherited-units" title={names}>
      <span>{names}</span>
      <Inherited />
    </span>
  )
}

const Inherited = () => <span className="inherited">{words.inherited}</span>

/** ↑ and ↓ walk from item to item. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.plan-item')]
  const at = items.indexOf(document.activeElement as HTMLButtonElement)
  const next = items[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}
