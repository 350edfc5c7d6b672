// Live formulas for 全年完成率 and 完成序时, so that a checker can follow every percentage on its own row.
// A formula is given only where it yields the measured value; every other case keeps the plain number.
import type { Comparator, Target } from '../../plan/annual-plan.ts'
import type { ReportingMonth } from '../../values/reporting-month.ts'
import { monthNumber } from '../../values/reporting-month.ts'
import type { IndicatorItem } from './bulletin-context.ts'

/** Keys of the columns that the formulas refer to. */
export const FORMULA_KEYS = {
  committed: 'committed',
  stretch: 'stretch',
  actual: 'actual',
  expected: 'expected',
  completion: 'completion',
} as const

export interface ProgressFormulas {
  readonly completion: string | undefined
  readonly pace: string | undefined
}

/** A formula and what a spreadsheet will work out from it, in doubles as it does. */
interface Candidate {
  readonly text: string
  readonly result: number
}

/** Differences up to this share are the last digits of a double, not another figure. */
const TOLERANCE = 1e-12

export function progressFormulas({ target, status }: IndicatorItem, month: ReportingMonth): ProgressFormulas {
  const value = target?.committed ?? target?.stretch ?? null
  if (target === null || value === null || status.actual === null) {
    return { completion: undefined, pace: undefined }
  }
  const facts: Facts = {
    comparator: target.comparator,
    baseline: target.baseline ?? null,
    target: value,
    targetCell: cell(thresholdKey(target)),
    actual: status.actual,
    expected: status.expectedValue,
    completion: status.completion,
    share: status.expectedShare,
    month,
  }
  return {
    completion: choose(completionCandidates(facts), status.completion),
    pace: choose(paceCandidates(facts), status.paceRatio),
  }
}

/** The column of the threshold that completion is measured against. */
function thresholdKey(target: Target): 'committed' | 'stretch' {
  return target.committed == null ? FORMULA_KEYS.stretch : FORMULA_KEYS.committed
}

interface Facts {
  readonly comparator: Comparator
  readonly baseline: number | null
  readonly target: number
  readonly targetCell: string
  readonly actual: number
  readonly expected: number | null
  readonly completion: number | null
  readonly share: number | null
  readonly month: ReportingMonth
}

const ACTUAL = cell(FORMULA_KEYS.actual)
const EXPECTED = cell(FORMULA_KEYS.expected)

function completionCandidates(facts: Facts): Candidate[] {
  const { baseline, target, targetCell, actual } = facts
  if (facts.comparator === 'at-most' && baseline === null) return [kept(targetCell, target, actual)]
  if (baseline === null || baseline === 0) {
    return [{ text: `${ACTUAL}/${targetCell}`, result: actual / target }]
  }
  const base = literal(baseline)
  return [
    {
      text: `(${ACTUAL}-${base})/(${targetCell}-${base})`,
      result: (actual - baseline) / (target - baseline),
    },
  ]
}

function paceCandidates(facts: Facts): Candidate[] {
  const { baseline, actual, expected, completion, share, month } = facts
  const candidates: Candidate[] = []
  if (expected !== null) {
    if (facts.comparator === 'at-most') return [kept(EXPECTED, expected, actual)]
    if (baseline === null || baseline === 0) {
      candidates.push({ text: `${ACTUAL}/${EXPECTED}`, result: actual / expected })
    } else {
      const base = literal(baseline)
      candidates.push({
        text: `(${ACTUAL}-${base})/(${EXPECTED}-${base})`,
        result: (actual - baseline) / (expected - baseline),
      })
    }
  }
  if (completion !== null && share !== null) {
    const months = monthNumber(month)
    const completed = cell(FORMULA_KEYS.completion)
    candidates.push({ text: `${completed}/(${months}/12)`, result: completion / (months / 12) })
    candidates.push({ text: `${completed}/${literal(share)}`, result: completion / share })
  }
  return candidates
}

/** 至多: 1 while the ceiling is kept, else ceiling ÷ actual. */
function kept(ceilingCell: string, ceiling: number, actual: number): Candidate {
  return {
    text: `IF(${ACTUAL}<=${ceilingCell},1,${ceilingCell}/${ACTUAL})`,
    result: actual <= ceiling ? 1 : ceiling / actual,
  }
}

/** The first formula that gives the value to the last digit, else the first that gives it but for rounding. */
function choose(candidates: readonly Candidate[], value: number | null): string | undefined {
  if (value === null) return undefined
  const exactly = candidates.find(({ result }) => result === value)
  const nearly = candidates.find(
    ({ result }) => Math.abs(result - value) <= TOLERANCE * Math.max(1, Math.abs(value)),
  )
  return (exactly ?? nearly)?.text
}

function cell(key: string): string {
  return `{${key}}`
}

function literal(value: number): string {
  return value < 0 ? `(${value})` : String(value)
}
