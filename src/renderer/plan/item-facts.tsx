// One item as the plan has it: who answers, how it is counted, its targets with every revision.
import {
  type DepartmentId,
  type Indicator,
  type PlanIndex,
  type Target,
  targetInForce,
} from '../../core/plan/annual-plan.ts'
import type { PlanNode } from '../../core/plan/plan-tree.ts'
import { wholeTargetText } from '../../core/reports/change-words.ts'
import { monthNumber, monthOf, monthTitle, yearOf } from '../../core/values/reporting-month.ts'
import { useOpenSession } from '../session.tsx'
import { MODE_NAMES, PHASE_NAMES, plan as words } from '../words/plan.ts'
import { CurveLine } from './curve-editor.tsx'
import { usePlanSource } from './plan-source.ts'

export function ItemFacts({ node }: { readonly node: PlanNode }) {
  const { index, view } = usePlanSource()
  const { plan: now } = useOpenSession()
  const nameOf = (id: DepartmentId) => index.departmentsById.get(id)?.name ?? id
  const inherited = (is: boolean) => (is ? `（${words.inherited}）` : '')
  const { item } = node
  const life =
    [
      item.from == null ? null : words.lifeFrom(monthTitle(item.from)),
      item.until == null ? null : words.lifeUntil(monthTitle(item.until)),
    ]
      .filter((part) => part !== null)
      .join('，') || words.wholeTime
  const splitFrom = 'splitFrom' in item ? item.splitFrom : null
  const facts: [string, string][] = [
    ...(node.kind === 'safeguard'
      ? []
      : [
          [
            words.facts.lead,
            `${node.lead === null ? words.nobody : nameOf(node.lead)}${inherited(node.isLeadInherited)}`,
          ] as [string, string],
        ]),
    [
      words.facts.participating,
      `${node.participating.map(nameOf).join('、') || '—'}${inherited(node.isParticipatingInherited)}`,
    ],
    ...(node.kind === 'indicator' ? indicatorFacts(node.item, index.programmesById) : []),
    ...(node.kind === 'indicator' && node.item.sameAs != null
      ? [[words.facts.sameAs, sourceName(now, node.item.sameAs, view.month)] as [string, string]]
      : []),
    ...(splitFrom == null ? [] : [[words.facts.splitFrom, itemName(index, splitFrom)] as [string, string]]),
    [words.facts.life, node.phase === 'in-force' ? life : `${life}（${PHASE_NAMES[node.phase]}）`],
  ]
  const note = 'note' in item ? item.note : null
  return (
    <>
      <dl className="item-facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {note ? (
          <div>
            <dt>{words.facts.note}</dt>
            <dd>{note}</dd>
          </div>
        ) : null}
      </dl>
      {node.kind === 'indicator' ? <IndicatorTargets indicator={node.item} /> : null}
      {node.kind === 'measure' && (node.item.milestones ?? []).length > 0 ? (
        <>
          <h3 className="panel-part">{words.facts.milestones}</h3>
          <ul className="plain-list">
            {(node.item.milestones ?? []).map(({ id, name, due }) => (
              <li key={id}>
                {monthTitle(due)} {name}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function itemName({ indicatorsById, measuresById }: PlanIndex, id: string): string {
  return indicatorsById.get(id)?.indicator.name ?? measuresById.get(id)?.measure.name ?? id
}

/** 《2021年科技工作要点》“新增高企” */
function sourceName(plan: PlanIndex, id: string, month: string | null): string {
  const part = plan.at(month ?? monthOf(plan.span.to, 12)).parts.find((each) => each.indicatorsById.has(id))
  const name = part?.indicatorsById.get(id)?.indicator.name
  return part === undefined || name === undefined ? words.sourceGone(id) : words.source(part.plan.title, name)
}

function indicatorFacts(
  indicator: Indicator,
  programmes: ReadonlyMap<string, { readonly name: string }>,
): [string, string][] {
  const carrier = indicator.carriedBy == null ? undefined : programmes.get(indicator.carriedBy)
  return [
    [words.facts.mode, MODE_NAMES[indicator.mode]],
    [words.facts.unit, indicator.unit],
    ...(indicator.mode === 'yearly'
      ? [[words.facts.due, words.nextYearMonth(indicator.dueMonth ?? 12)] as [string, string]]
      : []),
    ...(carrier === undefined ? [] : [[words.facts.carriedBy, carrier.name] as [string, string]]),
    [words.facts.key, indicator.key === true ? words.yes : words.no],
    [words.facts.locality, indicator.byLocality === true ? words.yes : words.no],
  ]
}

function IndicatorTargets({ indicator }: { readonly indicator: Indicator }) {
  const { view } = usePlanSource()
  const targets = [...(indicator.targets ?? [])].sort(
    (a, b) => a.year - b.year || ((a.from ?? '') < (b.from ?? '') ? -1 : 1),
  )
  const current = view.month === null ? null : targetInForce(indicator, view.month)
  return (
    <>
      <h3 className="panel-part">{words.targetsTitle}</h3>
      {targets.length === 0 ? (
        <p className="soft">{words.noTarget}</p>
      ) : (
        <table className="lined target-lines">
          <thead>
            <tr>
              <th>{words.target.year}</th>
              <th>{words.target.from}</th>
              <th>{words.columns.target}</th>
              <th>{words.target.why}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <tr
                key={`${target.year} ${target.from ?? ''}`}
                className={target === current ? 'current-target' : ''}
              >
                <td>{target.year}</td>
                <td>
                  {beginningOf(target, indicator)}
                  {target === current ? `（${words.target.current}）` : ''}
                </td>
                <td className="target-text">{targetLine(target, indicator.unit)}</td>
                <td>
                  {[target.reason, target.documentNumber].filter((part) => part != null).join('，') || '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {indicator.mode === 'yearly' ? null : (
        <p className="curve-fact">
          {words.facts.curve}：
          {indicator.curve == null
            ? words.linear
            : indicator.curve.map((share) => `${Math.round(share * 10000) / 100}%`).join(' ')}
          {indicator.curve == null ? null : <CurveLine shares={indicator.curve} />}
        </p>
      )}
    </>
  )
}

/** 年初, or the month from which it holds: its own, or that of an item which began in the course of the year. */
function beginningOf(target: Target, { from }: Indicator): string {
  const first = target.from ?? (from != null && yearOf(from) === target.year ? from : null)
  return first === null ? words.target.original : words.effective(`${monthNumber(first)}月`)
}

function targetLine(target: Target, unit: string): string {
  const base = target.baseline == null ? '' : `（${words.target.baseline}${target.baseline}${unit}）`
  return `${wholeTargetText(target, unit)}${base}`
}

/** What the tree's column shows: the target of the month, or of the draft's first year. */
export function shownTarget(indicator: Indicator, month: string | null): string {
  const target = month === null ? indicator.targets?.[0] : targetInForce(indicator, month)
  if (target == null) return words.noTarget
  const years = new Set((indicator.targets ?? []).map(({ year }) => year))
  const year = years.size > 1 ? `${month === null ? target.year : yearOf(month)}年 ` : ''
  return `${year}${wholeTargetText(target, indicator.unit)}`
}
