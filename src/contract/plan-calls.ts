// The calls of 工作要点 and 设置: the plan, its amendments and drafts, units and people.
import { z } from 'zod'
import type { Person } from '../core/journal/journal-entry.ts'
import type { AnnualPlan } from '../core/plan/annual-plan.ts'
import type { PlanInForce } from '../core/plan/plan-timeline.ts'
import { reads, type SavedFile, type Warnings, writes } from './call.ts'
import * as p from './plan-schemas.ts'
import type {
  AddedPlan,
  FormerPersonLine,
  FoundPlan,
  NextYearFile,
  PlanListing,
  PlanTreeView,
  SavedDraft,
} from './plan-views.ts'
import * as s from './schemas.ts'

const nothing = z.strictObject({})
/** `plan`: one of several that cover the month */
const planQuestion = z.strictObject({
  month: s.month.nullish(),
  plan: s.itemId.nullish(),
  draft: s.itemId.nullish(),
})

export const planCalls = {
  /** every screen: names, units, targets (with revisions) */
  'plan.read': reads<AnnualPlan>()(nothing),
  /** command line: one of the plans in force, by its id or its title; of those that cover the month, if one is named */
  'plan.find': reads<FoundPlan>()(
    z.strictObject({ plan: z.string().trim().min(1).max(500), month: s.month.nullish() }),
  ),
  'plan.reviseTarget': writes<Warnings>()(
    z.strictObject({
      indicator: s.itemId,
      committed: z.union([z.number(), z.string().max(60)]).nullish(),
      stretch: z.union([z.number(), z.string().max(60)]).nullish(),
      from: s.month,
      reason: s.reason,
      documentNumber: z.string().max(100).nullish(),
    }),
  ),
  /** every page: the plans with their amendments, from which the plan of any month follows */
  'plan.timeline': reads<readonly PlanInForce[]>()(nothing),
  /** 工作要点: plans in force and drafts */
  'plan.list': reads<PlanListing>()(nothing),
  /** 工作要点: the plan as it stands for a month, or a draft, as a tree */
  'plan.readTree': reads<PlanTreeView>()(planQuestion),
  /** 工作要点: items and rules from a month on, with the reason */
  'plan.amend': writes<Warnings>()(p.amendment),
  /** 撤回调整: an amendment or a revised target that was entered by mistake */
  'plan.withdraw': writes<Warnings>()(z.strictObject({ entry: s.itemId, reason: s.reason })),
  'plan.saveDraft': writes<SavedDraft>()(p.draft),
  /** 从文件导入 */
  'plan.importDraft': writes<SavedDraft>()(z.strictObject({ planText: z.string().max(3_000_000) })),
  /** 结转下一年: a draft from the plan of `year` */
  'plan.rollOver': writes<SavedDraft>()(z.strictObject({ year: z.int().min(1900).max(2999) })),
  /** command line: the same as a plan file, without a draft */
  'plan.exportNext': reads<NextYearFile>()(z.strictObject({ year: z.int().min(1900).max(2999) })),
  'plan.discardDraft': writes<Warnings>()(p.draftId),
  /** 启用 */
  'plan.putInForce': writes<Warnings>()(p.draftId.extend({ beside: z.boolean().nullish() })),
  /** command line: a plan file put in force at once, beside another plan of its years where that is said */
  'plan.add': writes<AddedPlan>()(
    z.strictObject({ planText: z.string().max(3_000_000), beside: z.boolean().nullish() }),
  ),
  /** 导出要点文件 */
  'plan.export': reads<SavedFile>()(planQuestion),
  /** 设置: units, from a month on */
  'units.add': writes<Warnings>()(p.newUnit),
  'units.rename': writes<Warnings>()(p.unitName),
  'units.merge': writes<Warnings>()(p.twoUnits),
  'units.handOver': writes<Warnings>()(p.twoUnits),
  'people.add': writes<Person>()(s.person),
  'people.list': reads<readonly Person[]>()(nothing),
  /** 设置: another unit or role from now on */
  'people.change': writes<Warnings>()(s.person),
  /** 设置: 停用, and who takes over (a new name is added with the same unit and role) */
  'people.leave': writes<Warnings>()(
    z.strictObject({
      name: z.string().max(40),
      successor: z.string().normalize('NFC').trim().max(40).nullish(),
    }),
  ),
  'people.former': reads<readonly FormerPersonLine[]>()(nothing),
} as const
