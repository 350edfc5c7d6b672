// 年度目标 of a draft's indicator, or of one that is being added: a row for each year of the plan.
import { Input, Select } from 'antd'
import type { Comparator } from '../../core/plan/annual-plan.ts'
import { COMPARATOR_NAMES, plan, planForm as words } from '../words/plan.ts'
import type { TargetTexts } from './item-values.ts'

interface Props {
  readonly targets: readonly TargetTexts[]
  readonly unit: string
  readonly onChange: (targets: readonly TargetTexts[]) => void
}

const COMPARATORS = Object.keys(COMPARATOR_NAMES) as Comparator[]
const FIGURES = ['committed', 'stretch', 'baseline'] as const

export function TargetsEditor({ targets, unit, onChange }: Props) {
  const change = (year: number, part: Partial<TargetTexts>) =>
    onChange(targets.map((each) => (each.year === year ? { ...each, ...part } : each)))
  return (
    <fieldset className="targets-editor">
      <legend>
        {words.targets}
        {unit.trim() === '' ? '' : `（${unit.trim()}）`}
      </legend>
      <table className="lined">
        <thead>
          <tr>
            <th>{plan.target.year}</th>
            <th>{plan.target.comparator}</th>
            {FIGURES.map((field) => (
              <th key={field}>{plan.target[field]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.year}>
              <td>{target.year}</td>
              <td>
                <Select
                  value={target.comparator}
                  aria-label={`${target.year}年${plan.target.comparator}`}
                  options={COMPARATORS.map((value) => ({ value, label: COMPARATOR_NAMES[value] }))}
                  onChange={(comparator) => change(target.year, { comparator })}
                />
              </td>
              {FIGURES.map((field) => (
                <td key={field}>
                  <Input
                    value={target[field]}
                    inputMode="decimal"
                    aria-label={`${target.year}年${plan.target[field]}`}
                    maxLength={40}
                    onChange={(event) => change(target.year, { [field]: event.target.value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
