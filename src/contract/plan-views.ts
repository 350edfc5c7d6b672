// What 工作要点 and 设置 are told.

import type { EntryId, Person, PlaceToCheck } from '../core/journal/journal-entry.ts'
import type { AnnualPlan } from '../core/plan/annual-plan.ts'
import type { Obstacle, PlanTree } from '../core/plan/plan-tree.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import type { SavedFile } from './call.ts'

/** 变更记录 */
export interface AmendmentLine {
  readonly entry: EntryId
  /** 已撤回 */
  readonly withdrawn: { readonly time: string; readonly author: string; readonly reason: string } | null
  /** UTC ISO time */
  readonly time: string
  readonly author: string
  readonly from: ReportingMonth
  readonly reason: string
  readonly documentNumber: string | null
  readonly lines: readonly string[]
}

/** 工作要点: the plan as it stands for a month, or a draft. */
export interface PlanTreeView {
  readonly plan: AnnualPlan
  /** the entry that put it in force; null for a draft */
  readonly planId: EntryId | null
  /** null for a draft */
  readonly month: ReportingMonth | null
  readonly tree: PlanTree
  /** what keeps it from being put in force; empty for a plan in force */
  readonly obstacles: readonly Obstacle[]
  /** places of a draft still 待核 */
  readonly toCheck: readonly PlaceToCheck[]
  /** newest first; only of the plan in force */
  readonly amendments: readonly AmendmentLine[]
  /** the first month that no frozen bulletin holds: where an amendment may begin at the earliest */
  readonly opensFrom: ReportingMonth | null
  /** the first month that no unit has reported yet: where an amendment usually begins */
  readonly suggestedFrom: ReportingMonth | null
}

export interface PlanListing {
  readonly inForce: readonly {
    readonly id: EntryId
    readonly title: string
    readonly years: AnnualPlan['years']
    readonly inForceAt: string
    readonly amendments: number
  }[]
  readonly drafts: readonly {
    readonly draft: string
    readonly title: string
    readonly years: AnnualPlan['years']
    readonly savedAt: string
    readonly author: string
    /** plans in force that share a year with it */
    readonly beside: readonly { readonly title: string; readonly years: AnnualPlan['years'] }[]
    readonly obstacles: number
    readonly toCheck: number
  }[]
}

export interface SavedDraft {
  readonly draft: string
  readonly entry: EntryId | null
}

/** Someone who no longer acts (停用). */
export interface FormerPersonLine {
  readonly person: Person
  readonly successor: string | null
  readonly leftAt: string
}

/** One of the plans in force. */
export interface FoundPlan {
  readonly id: EntryId
  readonly title: string
  readonly lastMonth: ReportingMonth
}

/** A plan put in force from a file. */
export interface AddedPlan {
  readonly id: EntryId
  readonly title: string
  /** indicators whose id was taken by another plan's */
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
}

/** 结转 as a file: what was only carried over, and so wants to be checked. */
export interface NextYearFile extends SavedFile {
  readonly toCheck: readonly PlaceToCheck[]
}
