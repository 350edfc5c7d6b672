// What a field of a plan's item says, in words short enough for a table.
import type { Milestone, PlanIndex } from '../../plan/annual-plan.ts'
import { exact, roundHalfUp, stripZeros } from '../../values/exact.ts'
import { monthNumber, yearOf } from '../../values/reporting-month.ts'
import { FIELD_NAMES } from '../change-words.ts'
import { takenFromWords } from './item-words.ts'

/** 牵头处室 */
export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field
}

/** The other plan's indicator by its name, where it is known; else by its id. */
function sourceWords(id: string, { indicators }: PlanIndex): string {
  const source = indicators.find(({ takenFrom }) => takenFrom?.planned.indicator.id === id)?.takenFrom
  return source == null ? `取自另一要点的指标（${id}）` : takenFromWords(source)
}

/** `value`: what stands in the item's field, of whatever kind that field is. */
export function fieldWords(field: string, value: unknown, plan: PlanIndex): string {
  const unit = (id: unknown) => plan.departmentsById.get(String(id))?.name ?? String(id)
  switch (field) {
    case 'lead':
      return value == null ? '随所在行动' : unit(value)
    case 'participating':
      return value == null ? '随所在行动' : listed(value, unit)
    case 'departments':
      return listed(value, unit)
    case 'carriedBy':
      return value == null ? '不归口' : (plan.programmesById.get(String(value))?.name ?? String(value))
    case 'key':
      return value === true ? '重点' : '一般'
    case 'byLocality':
      return value === true ? '分解到县区园区' : '不分解'
    case 'sameAs':
      return value == null ? '在本要点单独填报' : sourceWords(String(value), plan)
    case 'curve':
      return curveWords(value)
    case 'dueMonth':
      return dueMonthWords(value)
    case 'decimals':
      return `${value == null ? 0 : String(value)}位`
    case 'milestones':
      return listed(value, milestoneWords)
    default:
      return value == null || value === '' ? '无' : String(value)
  }
}

function listed(value: unknown, words: (each: unknown) => string): string {
  return Array.isArray(value) && value.length > 0 ? value.map(words).join('、') : '无'
}

/** 一季度报告（2020年3月） */
function milestoneWords(value: unknown): string {
  const { name, due } = value as Milestone
  return `${name}（${yearOf(due)}年${monthNumber(due)}月）`
}

/** The plan's own schema holds what a curve and a due month can be. */
function curveWords(value: unknown): string {
  if (!Array.isArray(value)) return '按月均分'
  const shares = value.map((share) => `${stripZeros(roundHalfUp(exact(Number(share)).mul(100), 2))}%`)
  return `1—12月累计${shares.join('、')}`
}

function dueMonthWords(value: unknown): string {
  const month = Number(value)
  if (value == null || !Number.isInteger(month)) return '未定'
  return month <= 12 ? `${month}月` : `次年${month - 12}月`
}
