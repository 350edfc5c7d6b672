// What an amendment of the plan changed, in words: what was, and what is.
import { bandText } from '../../measuring/wording.ts'
import { type PlanIndex, type Target, targetInForce } from '../../plan/annual-plan.ts'
import type { PlanChange, PlanItemKind } from '../../plan/plan-change.ts'
import { itemOf } from '../../plan/plan-items.ts'
import { type PlanEvent, type PlanInForce, timelineOf } from '../../plan/plan-timeline.ts'
import { monthNumber, previousMonth, type ReportingMonth } from '../../values/reporting-month.ts'
import { ITEM_NAMES, itemName, partNames, targetText, wholeTargetText } from '../change-words.ts'
import { fieldName, fieldWords } from './plan-field-words.ts'

/** One line of 要点调整. */
export interface PlanEventLine {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** The event among those of its plan: names are as they were before it. */
export function planEventLines(plan: PlanInForce, event: PlanEvent): PlanEventLine[] {
  const { what } = event
  const { from } = what.body
  const earlier = plan.events.slice(0, Math.max(plan.events.indexOf(event), 0))
  const before = timelineOf([{ ...plan, events: earlier }])?.at(from)
  if (before === undefined) return []
  if (what.kind === 'amended') return what.body.changes.flatMap((change) => changeLines(change, before, from))
  const indicator = before.indicatorsById.get(what.body.indicator)?.indicator
  const old = indicator === undefined ? null : targetInForce(indicator, from)
  const unit = indicator?.unit ?? ''
  return [
    {
      name: `${indicator?.name ?? what.body.indicator}年度目标`,
      before: old === null ? null : targetText(old.committed, old.stretch, unit),
      after: targetText(what.body.committed, what.body.stretch, unit),
    },
  ]
}

/** A target that came with the plan itself, to hold from a month on. */
export function targetLine(name: string, unit: string, was: Target | null, is: Target): PlanEventLine {
  return {
    name: `${name}年度目标`,
    before: was === null ? null : targetText(was.committed, was.stretch, unit),
    after: targetText(is.committed, is.stretch, unit),
  }
}

function changeLines(change: PlanChange, before: PlanIndex, from: ReportingMonth): PlanEventLine[] {
  const unit = (id: string) => before.departmentsById.get(id)?.name ?? id
  const added = (kind: PlanItemKind, name: string, rest = ''): PlanEventLine[] => [
    { name: `${ITEM_NAMES[kind]}“${name}”`, before: null, after: `新列入${rest}` },
  ]
  switch (change.kind) {
    case 'indicator-added': {
      const target = targetInForce(change.indicator, from)
      const aim = target === null ? '' : `，年度目标${wholeTargetText(target, change.indicator.unit)}`
      return added('indicator', change.indicator.name, aim)
    }
    case 'measure-added':
      return added('measure', change.measure.name)
    case 'programme-added':
      return added('programme', change.programme.name)
    case 'safeguard-added':
      return added('safeguard', change.safeguard.name)
    case 'indicator-changed':
      return fieldLines('indicator', change, before)
    case 'measure-changed':
      return fieldLines('measure', change, before)
    case 'programme-changed':
      return fieldLines('programme', change, before)
    case 'safeguard-changed':
      return fieldLines('safeguard', change, before)
    case 'item-dropped': {
      const last = `停用，截至${monthNumber(previousMonth(from))}月`
      return [{ name: itemName(before, change.item, change.id), before: '列入', after: last }]
    }
    case 'indicator-split':
    case 'measure-split': {
      const kind = change.kind === 'indicator-split' ? 'indicator' : 'measure'
      return [
        { name: itemName(before, kind, change.id), before: '一项', after: `拆分为${partNames(change)}` },
      ]
    }
    case 'rules-changed':
      return ruleLines(change, before)
    case 'unit-added':
      return [{ name: `处室“${change.unit.name}”`, before: null, after: '新设' }]
    case 'unit-renamed':
      return [{ name: '处室名称', before: unit(change.unit), after: change.name }]
    case 'unit-merged':
      return [{ name: `处室“${unit(change.unit)}”`, before: '单设', after: `并入“${unit(change.into)}”` }]
    case 'unit-handed-over':
      return [{ name: `“${unit(change.unit)}”牵头的事项`, before: unit(change.unit), after: unit(change.to) }]
  }
}

function ruleLines(
  { bands, reportingDueDay }: Extract<PlanChange, { kind: 'rules-changed' }>,
  before: PlanIndex,
): PlanEventLine[] {
  const line = (name: string, was: string, is: string): PlanEventLine[] =>
    was === is ? [] : [{ name, before: was, after: is }]
  return [
    ...(bands === undefined
      ? []
      : [
          ...line('绿灯界线', bandText(before.bands.green), bandText(bands.green)),
          ...line('黄灯界线', bandText(before.bands.yellow), bandText(bands.yellow)),
        ]),
    ...(reportingDueDay === undefined
      ? []
      : line('报送截止日', `每月${before.dueDay}日`, `每月${reportingDueDay}日`)),
  ]
}

/** One line for each field, since each has its own before and after. */
function fieldLines(
  kind: PlanItemKind,
  change: { readonly id: string; readonly fields: Readonly<Record<string, unknown>> },
  before: PlanIndex,
): PlanEventLine[] {
  const item: Readonly<Record<string, unknown>> = { ...itemOf(before, kind, change.id) }
  return Object.entries(change.fields).map(([field, value]) => ({
    name: `${itemName(before, kind, change.id)}${fieldName(field)}`,
    before: fieldWords(field, item[field], before),
    after: fieldWords(field, value, before),
  }))
}
