// 变更记录: each change in one line that people read, with the names as they were before it.

import type { EntryBodies } from '../journal/journal-entry.ts'
import { bandText } from '../measuring/wording.ts'
import {
  type Department,
  type DepartmentId,
  type PlanIndex,
  type Target,
  targetInForce,
} from '../plan/annual-plan.ts'
import type { PlanChange, PlanItemKind } from '../plan/plan-change.ts'
import { itemOf } from '../plan/plan-items.ts'
import { monthNumber, previousMonth, type ReportingMonth } from '../values/reporting-month.ts'

export const ITEM_NAMES: Readonly<Record<PlanItemKind, string>> = {
  indicator: '指标',
  measure: '举措',
  programme: '行动',
  safeguard: '保障措施',
}

export const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '名称',
  lead: '牵头处室',
  participating: '参与处室',
  departments: '责任处室',
  carriedBy: '归口行动',
  key: '重点标记',
  curve: '序时计划',
  dueMonth: '考核月份',
  byLocality: '县区分解',
  sameAs: '数据来源',
  decimals: '小数位数',
  milestones: '节点',
  note: '说明',
}

/** `before`: the plan as it stood in the month before the change. */
export function changeLine(change: PlanChange, before: PlanIndex, from: ReportingMonth): string {
  const unit = (id: DepartmentId | null | undefined) =>
    id == null ? '继承' : (before.departmentsById.get(id)?.name ?? id)
  switch (change.kind) {
    case 'indicator-added':
      return `增加指标“${change.indicator.name}”`
    case 'measure-added':
      return `增加举措“${change.measure.name}”`
    case 'programme-added':
      return `增加行动“${change.programme.name}”`
    case 'safeguard-added':
      return `增加保障措施“${change.safeguard.name}”`
    case 'indicator-changed':
      return changed('indicator', change, before)
    case 'measure-changed':
      return changed('measure', change, before)
    case 'programme-changed':
      return changed('programme', change, before)
    case 'safeguard-changed':
      return changed('safeguard', change, before)
    case 'item-dropped':
      return `停用${itemName(before, change.item, change.id)}，截至${monthNumber(previousMonth(from))}月`
    case 'indicator-split':
      return `${itemName(before, 'indicator', change.id)}拆分为${partNames(change)}`
    case 'measure-split':
      return `${itemName(before, 'measure', change.id)}拆分为${partNames(change)}`
    case 'rules-changed':
      return [
        change.bands === undefined
          ? null
          : `亮灯标准改为绿灯不低于${bandText(change.bands.green)}、黄灯不低于${bandText(change.bands.yellow)}`,
        change.reportingDueDay === undefined ? null : `报送截止日改为每月${change.reportingDueDay}日`,
      ]
        .filter((part) => part !== null)
        .join('；')
    case 'unit-added':
      return `增加处室“${change.unit.name}”`
    case 'unit-renamed':
      return `“${unit(change.unit)}”更名为“${change.name}”`
    case 'unit-merged':
      return `“${unit(change.unit)}”并入“${unit(change.into)}”`
    case 'unit-handed-over':
      return `“${unit(change.unit)}”牵头的事项移交“${unit(change.to)}”`
  }
}

/** 目标由100家调整为80家 */
export function revisionLine(revision: EntryBodies['target-revised'], before: PlanIndex): string {
  const indicator = before.indicatorsById.get(revision.indicator)?.indicator
  const old = indicator === undefined ? null : targetInForce(indicator, revision.from)
  const unit = indicator?.unit ?? ''
  const now = targetText(revision.committed, revision.stretch, unit)
  const was = old === null ? '无目标' : targetText(old.committed, old.stretch, unit)
  return `指标“${indicator?.name ?? revision.indicator}”的目标由${was}调整为${now}`
}

type Figure = number | string | null | undefined

/** 确保23%、力争25% */
export function targetText(committed: Figure, stretch: Figure, unit: string): string {
  const parts = [
    committed == null ? null : `${stretch == null ? '' : '确保'}${committed}${unit}`,
    stretch == null ? null : `力争${stretch}${unit}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '无目标' : parts.join('、')
}

/** ≥30家 · ≤4% · 力争40亿元 · 确保23%、力争25% */
export function wholeTargetText({ comparator, committed, stretch }: Target, unit: string): string {
  const text = targetText(committed, stretch, unit)
  if (committed == null || comparator === 'exactly') return text
  if (comparator === 'at-most')
    return `≤${committed}${unit}${stretch == null ? '' : `、力争≤${stretch}${unit}`}`
  return stretch == null ? `≥${text}` : text
}

function changed(
  kind: PlanItemKind,
  change: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> },
  before: PlanIndex,
): string {
  const parts = Object.entries(change.fields).map(([field, value]) => {
    if (field === 'name') return `名称改为“${String(value)}”`
    if (field === 'lead') return `牵头处室改为${unitName(before, value)}`
    return `${FIELD_NAMES[field] ?? field}有调整`
  })
  return `${itemName(before, kind, change.id)}${parts.join('，')}`
}

function unitName({ departmentsById }: PlanIndex, id: unknown): string {
  if (id === null) return '所在行动的牵头处室'
  const unit: Department | undefined = departmentsById.get(String(id))
  return `“${unit?.name ?? String(id)}”`
}

/** 指标“新增高企”: with the name it had in this plan */
export function itemName(plan: PlanIndex, kind: PlanItemKind, id: string): string {
  return `${ITEM_NAMES[kind]}“${itemOf(plan, kind, id)?.name ?? id}”`
}

/** “甲”、“乙”: what an item was split into */
export function partNames({ into }: { readonly into: readonly { readonly name: string }[] }): string {
  return into.map(({ name }) => `“${name}”`).join('、')
}
