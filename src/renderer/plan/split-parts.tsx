// The parts that take a split item's place. Each goes on as the old one was counted; an indicator's part has its own
// target for what is left of the year, due evenly from the month it begins.
import { Button, Input } from 'antd'
import { useId } from 'react'
import { type AnnualPlan, type Indicator, type Measure, targetInForce } from '../../core/plan/annual-plan.ts'
import type { ItemChange } from '../../core/plan/plan-change.ts'
import { freeItemId, type IndicatorNode, type MeasureNode } from '../../core/plan/plan-tree.ts'
import { monthNumber, type ReportingMonth, yearOf } from '../../core/values/reporting-month.ts'
import { planForm as words } from '../words/plan.ts'
import { sharesOf, usualCurve } from './curve.ts'
import { figureOf } from './item-values.ts'

export interface SplitPart {
  readonly name: string
  readonly committed: string
}

interface Props {
  /** null for a measure, which has no figure */
  readonly unit: string | null
  readonly parts: readonly SplitPart[]
  readonly onChange: (parts: readonly SplitPart[]) => void
}

export function SplitParts({ unit, parts, onChange }: Props) {
  const id = useId()
  const change = (at: number, part: Partial<SplitPart>) =>
    onChange(parts.map((each, index) => (index === at ? { ...each, ...part } : each)))
  const numbers = parts.map((_, index) => index + 1)
  return (
    <>
      {numbers.map((number) => (
        <fieldset key={number} className="split-part">
          <legend>{words.splitPart(number)}</legend>
          <label htmlFor={`${id}-name-${number}`}>{words.name}</label>
          <Input
            id={`${id}-name-${number}`}
            value={parts[number - 1]?.name}
            maxLength={500}
            onChange={({ target }) => change(number - 1, { name: target.value })}
          />
          {unit === null ? null : (
            <>
              <label htmlFor={`${id}-target-${number}`}>
                {words.partTarget}（{unit}）
              </label>
              <Input
                id={`${id}-target-${number}`}
                value={parts[number - 1]?.committed}
                inputMode="decimal"
                onChange={({ target }) => change(number - 1, { committed: target.value })}
              />
            </>
          )}
        </fieldset>
      ))}
      <Button onClick={() => onChange([...parts, { name: '', committed: '' }])}>{words.addPart}</Button>
    </>
  )
}

/** The change, or what is still missing. */
export function partsOf(
  plan: AnnualPlan,
  node: IndicatorNode | MeasureNode,
  parts: readonly SplitPart[],
  from: ReportingMonth,
): ItemChange | string {
  if (parts.some(({ name }) => name.trim() === '')) return words.nameMissing
  if (node.kind === 'measure') {
    const into: Measure[] = []
    const { splitFrom: _splitFrom, from: _from, until: _until, ...old } = node.item
    for (const { name } of parts) {
      const id = nextId(plan, 'measure', [node.id, ...into.map((each) => each.id)])
      into.push({ ...old, id, name: name.trim(), milestones: [] })
    }
    return { kind: 'measure-split', id: node.id, into }
  }
  const into: Indicator[] = []
  const { splitFrom: _splitFrom, from: _from, until: _until, ...old } = node.item
  const before = targetInForce(node.item, from)
  for (const { name, committed: text } of parts) {
    const committed = figureOf(text, old.unit)
    if (committed === 'wrong') return words.figureWrong
    const comparator = before?.comparator ?? 'at-least'
    const id = nextId(plan, 'indicator', [node.id, ...into.map((each) => each.id)])
    const targets = committed === null ? [] : [{ year: yearOf(from), comparator, committed }]
    const curve = old.mode === 'yearly' ? null : sharesOf(usualCurve('from-month', monthNumber(from)))
    into.push({ ...old, id, name: name.trim(), targets, curve })
  }
  return { kind: 'indicator-split', id: node.id, into }
}

/** Free in the plan and among the parts made so far. */
function nextId(plan: AnnualPlan, kind: 'indicator' | 'measure', taken: readonly string[]): string {
  const [first = ''] = taken
  const reserved = taken.slice(1).map((id) => ({ id, name: id, unit: '', mode: 'stock' as const }))
  return freeItemId({ ...plan, indicators: [...plan.indicators, ...reserved] }, kind, `${first}-`)
}
